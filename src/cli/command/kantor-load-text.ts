import type { KantorDimuat, LoadPlan } from "../../app/office/load-kantor.ts";
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
