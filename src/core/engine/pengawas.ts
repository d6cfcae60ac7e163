import { isBerhalangan } from "../kantor/pegawai.ts";
import type { Kantor, Pegawai, Peran } from "../kantor/schema.ts";
import type { Eskalasi } from "../waktu/pengingat.ts";
import { holdersOf, isKepala, langkahOf, pegawaiOf } from "./holders.ts";
import type { Wait } from "./state.ts";
import type { BerkasTerbuka } from "./turn.ts";

/** A wait nobody has answered, with the berkas it holds up. */
export interface Live extends BerkasTerbuka {
  readonly wait: Wait;
}

/** Who else hears of a wait, by a rule. */
export function escalated(
  live: Live,
  eskalasi: Eskalasi | null,
  kantor: Kantor,
): readonly Pegawai[] {
  switch (eskalasi) {
    case null:
      return [];
    case "koordinator":
      return coordinators(live, kantor);
    case "atasan":
      return holdersOf(live.wait, kantor).flatMap((holder) => atasanOf(holder, kantor) ?? []);
    case "pimpinan":
      return [...heads(kantor), ...coordinators(live, kantor)];
  }
}

const heads = ({ pegawaiList }: Kantor): readonly Pegawai[] => pegawaiList.filter(isKepala);

/** Who sees to it that a wait is answered: its coordinator's desk, else everybody with the langkah's role. */
export function coordinators({ state, sop, wait }: Live, kantor: Kantor): readonly Pegawai[] {
  const desk = state.waitList.findLast(
    ({ macam, langkahNo }) => macam === "koordinator" && langkahNo === wait.langkahNo,
  );
  if (desk !== undefined) return holdersOf(desk, kantor);
  const { peran } = langkahOf(sop, wait.langkahNo).pelaksana;
  return kantor.pegawaiList.filter((pegawai) => pegawai.peran.some((one) => peran.includes(one)));
}

/** Who hears about it when nothing moves: the named superior, else the secretary, else the head; nobody who is away. */
export function atasanOf(pegawai: Pegawai, kantor: Kantor): Pegawai | undefined {
  const named = pegawai.atasan === undefined ? undefined : pegawaiOf(kantor, pegawai.atasan);
  if (named !== undefined && !isBerhalangan(named)) return named;
  const chain: readonly Peran[] = ["sekcam", "sekdis", "camat", "kadis"];
  return chain
    .flatMap((peran) => kantor.pegawaiList.filter((one) => one.peran.includes(peran)))
    .find((one) => one.id !== pegawai.id && !isBerhalangan(one));
}
