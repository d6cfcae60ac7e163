import type { Pegawai, PegawaiId } from "../kantor/schema.ts";

/** Those who may be chosen, in the order in which they are numbered. */
export const calonPegawai = (pegawaiList: readonly Pegawai[]): readonly Pegawai[] =>
  pegawaiList.filter(({ peran }) => !peran.every((one) => one === "inspektorat"));

/** Who is meant: by number in the list, by office or name, else the one whose office contains the words. */
export function findPegawai(list: readonly Pegawai[], part: string): PegawaiId | null {
  if (/^\d+$/.test(part)) return list[Number(part) - 1]?.id ?? null;
  const said = part.toLowerCase();
  const whole = list.find(
    ({ jabatan, nama }) => jabatan.toLowerCase() === said || nama.toLowerCase() === said,
  );
  if (whole !== undefined) return whole.id;
  const [only, another] = list.filter(({ jabatan }) => jabatan.toLowerCase().includes(said));
  return only === undefined || another !== undefined ? null : only.id;
}
