import type { Decision } from "../../../src/core/engine/decision.ts";
import type { BerkasEvent } from "../../../src/core/engine/event.ts";
import { holdersOf, openWaits } from "../../../src/core/engine/holders.ts";
import type { BerkasState, Wait } from "../../../src/core/engine/state.ts";
import type { Kantor } from "../../../src/core/kantor/schema.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";

/** One decision with what it was made of. */
export interface Decided {
  readonly sop: Sop;
  readonly before: BerkasState;
  readonly event: BerkasEvent;
  readonly decision: Decision;
  readonly after: BerkasState;
}

/** What is wrong with a berkas as it stands, in words. */
export function faultsOfState(state: BerkasState, kantor: Kantor): readonly string[] {
  const open = openWaits(state);
  const owed = open.filter(({ macam }) => macam !== "baca" && macam !== "hadir");
  const asked = owed.filter(({ macam }) => macam !== "koordinator");
  const running = state.status === "berjalan";
  // The head is asked whether it may be opened again: until then it lies at no langkah.
  const atRest = !running || asked.some(({ macam }) => macam === "pembukaan");
  const visits = state.kunjunganList.filter(({ keluarMs }) => keluarMs === null);
  return [
    ...claim(running && asked.length === 0, "it runs and nobody is asked"),
    ...claim(!running && asked.length > 0, "it is over and somebody is asked"),
    ...claim(visits.length !== (atRest ? 0 : 1), `${visits.length} langkah are visited`),
    ...asked.flatMap((wait) => [
      ...claim(
        !atRest && wait.langkahNo !== state.langkahNo,
        `${wait.id} is asked at another langkah`,
      ),
      ...claim(holdersOf(wait, kantor).length === 0, `${wait.id} has no holder`),
    ]),
    ...twice(owed.map(taskOf), "is asked for twice"),
    ...twice(
      state.waitList.map(({ id }) => id),
      "is there twice",
    ),
    ...state.waitList.flatMap(({ id, diterimaMs, tenggatMs }) =>
      claim(tenggatMs !== null && tenggatMs < diterimaMs, `${id} was due before it came`),
    ),
  ];
}

/** What is wrong with what was made of an event, and with what the berkas has become. */
export function faultsOf(decided: Decided, kantor: Kantor): readonly string[] {
  const { before, event, decision, after } = decided;
  const afterById = new Map(after.waitList.map((wait) => [wait.id, wait]));
  const answered = before.waitList.filter(({ jawaban }) => jawaban !== null);
  return [
    ...faultsOfState(after, kantor),
    ...before.waitList.flatMap(({ id }) => claim(!afterById.has(id), `${id} was forgotten`)),
    ...answered.flatMap(({ id, jawaban }) =>
      claim(
        JSON.stringify(afterById.get(id)?.jawaban) !== JSON.stringify(jawaban),
        `${id} was answered again`,
      ),
    ),
    ...claim(
      "waitId" in event &&
        event.kind !== "tarik" &&
        !openWaits(before).some(({ id }) => id === event.waitId) &&
        decision.kind === "accepted",
      "something came of an answer to what is not asked any more",
    ),
  ];
}

/** What only one wait may ask for at a time. */
const taskOf = ({ macam, langkahNo, tahap, butir, pemegang }: Wait): string =>
  JSON.stringify([macam, langkahNo, tahap, butir, macam === "unit" ? pemegang : null]);

const claim = (isSo: boolean, what: string): readonly string[] => (isSo ? [what] : []);

const twice = (list: readonly string[], what: string): readonly string[] =>
  list.filter((one, at) => list.indexOf(one) !== at).map((one) => `${one} ${what}`);
