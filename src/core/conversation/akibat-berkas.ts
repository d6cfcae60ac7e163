import type { Accepted } from "../engine/decision.ts";
import type { BerkasState } from "../engine/state.ts";
import { tenggatBergeser } from "../engine/tenggat-bergeser.ts";
import type { Kantor } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import { catatanText } from "../pesan/catatan.ts";
import type { Effect } from "../pesan/effect.ts";
import { pembacaOf } from "../pesan/ucap.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { World } from "./world.ts";

/** What a load does to one running berkas, in a sentence. */
export interface AkibatBerkas {
  readonly berkasId: string;
  readonly periode: Periode;
  readonly teks: string;
}

/** What a decision means, told from what it writes into the log and from the clocks it moves. */
export function akibatBerkas(
  world: World,
  before: BerkasState,
  { state, effects }: Accepted<Effect>,
  sebelum: Kantor,
): readonly AkibatBerkas[] {
  const { kantor } = world;
  const pembaca = pembacaOf(world, null);
  const told = effects.flatMap((effect) =>
    effect.kind === "catat" && effect.jenis !== "tenggat-dihitung-ulang"
      ? [catatanText(pembaca, effect.jenis, effect.data)]
      : [],
  );
  const retired =
    kantor.aktif === false && sebelum.aktif !== false
      ? ["Kantor tidak aktif lagi: pengingat berhenti, berkas ini disimpan apa adanya"]
      : [];
  const textList = new Set([...told, ...movedClocks(before, state, kantor), ...retired]);
  return [...textList].map((teks) => ({ berkasId: state.id, periode: state.periode, teks }));
}

const movedClocks = (before: BerkasState, state: BerkasState, kantor: Kantor): readonly string[] =>
  tenggatBergeser(before, state).map(
    ({ langkahNo, lamaMs, baruMs }) =>
      `Tenggat langkah ${langkahNo}: ${waktuOf(kantor, lamaMs)} → ${waktuOf(kantor, baruMs)}`,
  );

const waktuOf = ({ zonaWaktu }: Kantor, atMs: number | null): string =>
  atMs === null ? "tanpa tenggat" : formatWaktu(atMs, zonaWaktu, { tahun: true });
