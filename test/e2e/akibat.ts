import type { Person } from "../doubles/telegram/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import type { Office } from "./office.ts";

/** What an act led to. */
export interface Akibat {
  /** What the person who acted was answered. */
  readonly jawaban: readonly string[];
  /** What all the others received. */
  readonly lain: readonly string[];
  /** Whether any berkas or account is another than before. */
  readonly berubah: boolean;
  /** The codes of the refusals that were logged. */
  readonly ditolak: readonly string[];
}

/** Lets one person do something and looks at everything it led to. */
export async function observe(
  office: Office,
  person: Person,
  does: () => unknown,
): Promise<Akibat> {
  const others = office.everybody.filter((one) => one !== person);
  const counts = new Map([person, ...others].map((one) => [one, one.inbox.length]));
  const since = (one: Person): readonly string[] => one.texts.slice(counts.get(one));
  const logged = office.logLines.length;
  const before = await stateOf(office);
  await office.act(does);
  return {
    jawaban: since(person),
    lain: others.flatMap(since),
    berubah: (await stateOf(office)) !== before,
    ditolak: office.logLines.slice(logged).flatMap(refusalIn),
  };
}

/** Everything that must stay the same when something is refused, as text. */
async function stateOf({ store }: Office): Promise<string> {
  const berkasList = await allBerkas(store);
  const accounts = await Promise.all(
    (await store.listKantor()).map(({ kantor }) => store.listAccount(kantor.id)),
  );
  return JSON.stringify([berkasList.map(({ state }) => state), accounts]);
}

function refusalIn(line: string): readonly string[] {
  const { refused }: { readonly refused?: string } = JSON.parse(line);
  return refused === undefined ? [] : [refused];
}
