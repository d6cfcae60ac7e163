import type { Beda } from "../../core/berkas-kantor/beda.ts";
import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import { labelPeriode } from "../../core/kinerja/periode.ts";
import { isTanpaPerubahan, type LoadPlan } from "./load-kantor.ts";

const tanda: { readonly [J in Beda["jenis"]]: string } = { tambah: "+", ubah: "~", hapus: "-" };

/** What a load would do, for a person: what is added, changed and gone, and what running work would undergo. */
export function planText({ kantor }: KantorIsi, plan: LoadPlan): readonly string[] {
  const { bedaList, akibatList, tetapList } = plan;
  const frozen = bedaList.some(({ apa, jenis }) => apa === "indikator" && jenis !== "tambah");
  return [
    ...(isTanpaPerubahan(plan) ? ["Tidak ada perubahan."] : []),
    ...bedaList.map(({ jenis, apa, nama, isi }) => {
      const what = [apa, nama].filter((part) => part !== "").join(" ");
      return `${tanda[jenis]} ${what}${isi === "" ? "" : `: ${isi}`}`;
    }),
    ...(frozen ? ["  Berkas yang sudah dibuka tetap memakai nama dan target saat dibuka."] : []),
    ...(tetapList.length === 0
      ? []
      : [
          "Diubah lewat percakapan, tidak ada dalam berkas ini, dan tetap berlaku (--timpa memakai isi berkas):",
          ...tetapList.map((teks) => `= ${teks}`),
        ]),
    ...akibatList.map(
      ({ periode, berkasId, teks }) =>
        `! ${labelPeriode(periode, kantor.istilahTriwulan)} (${berkasId}): ${teks}`,
    ),
  ];
}

/** The same before it is done, with what is said once it is done otherwise. */
export const pratinjauText = (isi: KantorIsi, plan: LoadPlan): readonly string[] => [
  ...(plan.baru ? [baruText(isi.kantor)] : []),
  ...planText(isi, plan),
  ...(plan.realisasiBaru > 0 ? [`+ realisasi: ${plan.realisasiBaru} angka`] : []),
];

const baruText = ({ id, nama, pegawaiList, indikatorList }: KantorIsi["kantor"]): string =>
  `+ kantor ${id}: ${nama}; ${pegawaiList.length} pegawai, ${indikatorList.length} indikator`;
