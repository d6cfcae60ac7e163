import {
  isTanpaPerubahan,
  type KantorDimuat,
  type LoadPlan,
} from "../../app/office/load-kantor.ts";
import type { Beda } from "../../core/berkas-kantor/beda.ts";
import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import { labelPeriode } from "../../core/kinerja/periode.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { table } from "../table.ts";

/** What a load would change, for a program to read. */
export const planJson = (
  { kantor }: KantorIsi,
  plan: LoadPlan,
): Readonly<Record<string, unknown>> => ({
  kantor: kantor.id,
  baru: plan.baru,
  pegawai: kantor.pegawaiList.length,
  indikator: kantor.indikatorList.length,
  perubahan: plan.bedaList,
  akibat: plan.akibatList,
  tetap: plan.tetapList,
});

const tanda: { readonly [J in Beda["jenis"]]: string } = { tambah: "+", ubah: "~", hapus: "-" };

/** The same for a person: what is added, changed and gone, and what running work would undergo. */
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

/** That figures of the demo office were left out. */
export const contohText = (contoh: number): readonly string[] =>
  contoh === 0
    ? []
    : [
        `${contoh} angka realisasi dalam berkas ini sama dengan kantor peraga, jadi rekaan, dan tidak dimasukkan. Hapus dari berkasnya; bila memang angka kantor ini, ulangi dengan --dengan-contoh.`,
      ];

/** What a load did, with the invitations it made. */
export function resultText(isi: KantorIsi, result: KantorDimuat): readonly string[] {
  const { kantor, sopList } = isi;
  const kata = result.baru ? "dibuat" : "diperbarui";
  return [
    `${kantor.nama} ${kata}: ${kantor.pegawaiList.length} pegawai, ${kantor.indikatorList.length} indikator, SOP ${sopList.map(({ sop }) => sop.id).join(", ")}.`,
    ...(result.realisasiBaru > 0
      ? [`Realisasi dari berkas: ${result.realisasiBaru}, tercatat atas nama operator.`]
      : []),
    ...ignoredText(isi, result),
    ...(result.berkasBerubah > 0 ? [`Berkas berjalan yang berubah: ${result.berkasBerubah}.`] : []),
    ...undanganText(isi, result),
  ];
}

const ignoredText = ({ kantor }: KantorIsi, { diabaikanList }: KantorDimuat): readonly string[] =>
  diabaikanList.map(({ periode, kodeList, sebab }) => {
    const label = labelPeriode(periode, kantor.istilahTriwulan);
    const alasan =
      sebab === "dikumpulkan"
        ? "angkanya dikumpulkan lewat chat"
        : "periodenya sudah ditutup; muat ulang tidak mengubahnya";
    return `Realisasi ${label} dari berkas tidak dipakai (${kodeList.join(", ")}): ${alasan}.`;
  });

function undanganText({ kantor }: KantorIsi, { undanganList }: KantorDimuat): readonly string[] {
  const [first] = undanganList;
  if (kantor.aktif === false)
    return ["Kantor ini tidak aktif: tidak ada undangan, pembukaan, atau pengingat."];
  if (first === undefined) return ["Semua pegawai sudah punya akun."];
  const sampai = formatWaktu(first.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true });
  return [
    "",
    `Undangan, berlaku sampai ${sampai}; pegawai mengirim /start KODE:`,
    table(undanganList.map(({ pegawai, kode }) => [kode, pegawai.id, pegawai.jabatan])),
  ];
}
