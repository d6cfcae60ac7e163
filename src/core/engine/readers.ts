import type { Sampaikan } from "../formulir/schema.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { isPemegang, pemegangPeran, unitList } from "./holders.ts";
import type { Turn } from "./turn.ts";

/** Everybody a paper of this langkah goes to, in the order of the office. */
export function readersOf(
  { sop, state, context }: Turn,
  { pelaksana }: Langkah,
  kepada: Sampaikan["kepada"],
): readonly PegawaiId[] {
  const { pegawaiList } = context.kantor;
  const idList = (list: typeof pegawaiList): readonly PegawaiId[] => list.map(({ id }) => id);
  if (kepada === "semua") {
    return idList(
      pegawaiList.filter(({ peran }) =>
        peran.some((one) => one !== "inspektorat" && one !== "admin"),
      ),
    );
  }
  const peran =
    kepada === "tim"
      ? (["tim"] as const)
      : kepada === "terlibat"
        ? [...pelaksana.peran, ...pelaksana.memasok]
        : kepada;
  const pemegang = pemegangPeran(sop, state, peran);
  const units = kepada === "terlibat" ? unitList(state) : [];
  return idList(pegawaiList.filter((one) => isPemegang(pemegang, one) || units.includes(one.id)));
}
