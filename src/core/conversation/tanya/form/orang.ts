import type { Pegawai } from "../../../kantor/schema.ts";
import type { Teks } from "../../../pesan/teks.ts";
import { batal, kata, offer, tolak } from "../declare.ts";
import type { Field, Offer } from "../field.ts";

/** One person of the office, chosen or named; `lain` are the other answers there are. */
export const orangField = (
  kode: string,
  {
    teks,
    pegawaiList,
    lain,
  }: {
    readonly teks: () => Teks;
    readonly pegawaiList: readonly Pegawai[];
    readonly lain: readonly Offer[];
  },
): Field => ({
  kode,
  menerima: "pilihan",
  asks: () => ({
    teks: teks(),
    pilihan: [
      ...pegawaiList.map(({ id, jabatan }, at) => [offer(`orang-${at + 1}`, jabatan, kata(id))]),
      ...lain.map((one) => [one]),
      [batal],
    ],
  }),
  read: (said) => {
    const found = cariPegawai(pegawaiList, said);
    return found === undefined ? tolak("pegawai-tidak-dikenal", { cari: said }) : kata(found.id);
  },
});

/** By id or office, else by the one name or office that contains the words. */
export function cariPegawai(pegawaiList: readonly Pegawai[], cari: string): Pegawai | undefined {
  const said = cari.trim().toLowerCase();
  const exact = pegawaiList.find(
    ({ id, jabatan }) => id === said || jabatan.toLowerCase() === said,
  );
  const similar = pegawaiList.filter(({ nama, jabatan }) =>
    `${nama} ${jabatan}`.toLowerCase().includes(said),
  );
  return exact ?? (similar.length === 1 ? similar[0] : undefined);
}
