import { kopOf, tempatTanggal } from "../dokumen/kop.ts";
import type { Blok, Dokumen } from "../dokumen/model.ts";
import { daftar, judul, paragraf, rincian, tabel, tandaTangan } from "../dokumen/susun.ts";
import { isHolder, langkahOf, openWaits } from "../engine/holders.ts";
import type { BerkasState } from "../engine/state.ts";
import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Indikator, Isian } from "../kinerja/indikator.ts";
import { labelPendekTahun, labelPeriode } from "../kinerja/periode.ts";
import { latestRevisiList, type RekapMasukan } from "../rekap/masukan.ts";
import type { Sop } from "../sop/schema.ts";
import { formatTanggal, waktuResmi } from "../waktu/format.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";

/** Who hands over to whom, and when. */
export interface SerahTerima {
  readonly dari: Pick<Pegawai, "nama" | "jabatan">;
  readonly ke: PegawaiId;
  readonly padaMs: Instant;
}

/** What the offices of several years hold, the newest first; the first one is the office of today. */
export interface BahanMemori {
  readonly kantor: Kantor;
  readonly berkasList: readonly { readonly sop: Sop; readonly state: BerkasState }[];
  readonly tahunList: readonly Pick<RekapMasukan, "berkasList" | "realisasi">[];
}

/**
 * The memori of a handover: what somebody goes on with, told from the same rows as the rekap: their
 * indikator, every figure of them with its note and its evidence, and the tasks that wait.
 */
export function memoriSerahTerima(bahan: BahanMemori, { dari, ke, padaMs }: SerahTerima): Dokumen {
  const { kantor } = bahan;
  const { zonaWaktu, nama } = kantor;
  const penerus = kantor.pegawaiList.find(({ id }) => id === ke);
  const teks = "Memori Serah Terima";
  const penerima = {
    jabatan: penerus?.jabatan ?? "",
    nama: penerus?.nama ?? "",
    nip: penerus?.nip ?? null,
  };
  return {
    judul: teks,
    kertas: "A4",
    kop: kopOf(kantor),
    tanda: null,
    kaki: `${nama} · ${teks}`,
    dibuatMs: padaMs,
    blokList: [
      judul(1, teks.toUpperCase()),
      rincian([
        ["Yang menyerahkan", `${dari.nama}, ${dari.jabatan}`],
        ["Yang menerima", `${penerima.nama}, ${penerima.jabatan}`],
        ["Tanggal", formatTanggal(toLocal(padaMs, zonaWaktu).tanggal)],
      ]),
      judul(2, "A. Tugas yang Terbuka"),
      ...tugasBlok(bahan, penerus),
      judul(2, "B. Indikator"),
      ...indikatorBlok(owned(kantor, ke)),
      judul(2, "C. Jawaban, Catatan, dan Bukti yang Tersimpan"),
      ...jawabanBlok(bahan, ke),
      {
        jenis: "tanda-tangan",
        kiri: tandaTangan({ ...dari, nip: null }, "Yang menyerahkan"),
        kanan: tandaTangan(penerima, tempatTanggal(nama, { atMs: padaMs, zona: zonaWaktu })),
      },
    ],
  };
}

const owned = ({ indikatorList }: Kantor, ke: PegawaiId): readonly Indikator[] =>
  indikatorList.filter(({ penanggungJawab }) => penanggungJawab === ke);

function tugasBlok(
  { kantor, berkasList }: BahanMemori,
  penerus: Pegawai | undefined,
): readonly Blok[] {
  const lines = berkasList.flatMap(({ sop, state }) =>
    openWaits(state)
      .filter((wait) => penerus !== undefined && isHolder(wait, penerus))
      .map((wait) => {
        const { uraian } = langkahOf(sop, wait.langkahNo);
        const batasMs = wait.batasMs ?? wait.tenggatMs;
        const batas =
          batasMs === null ? "tanpa tenggat" : `sampai ${waktuResmi(batasMs, kantor.zonaWaktu)}`;
        return `${labelPeriode(state.periode, kantor.istilahTriwulan)}, langkah ${wait.langkahNo}: ${uraian} (${batas})`;
      }),
  );
  return lines.length === 0
    ? [paragraf("Tidak ada tugas yang terbuka.")]
    : [daftar("angka", lines)];
}

const indikatorBlok = (list: readonly Indikator[]): readonly Blok[] =>
  list.length === 0
    ? [paragraf("Tidak ada indikator.")]
    : [
        tabel(
          [
            ["Tahun", 2, "tengah"],
            ["Kode", 2, "tengah"],
            ["Indikator", 8],
            ["Target tahunan", 4, "tengah"],
          ],
          list.map(({ tahun, kode, nama, targetTahunan, satuan }) => [
            String(tahun),
            kode,
            nama,
            targetTahunan === null ? "–" : `${formatAngka(targetTahunan)} ${satuan}`,
          ]),
        ),
      ];

function jawabanBlok({ kantor, tahunList }: BahanMemori, ke: PegawaiId): readonly Blok[] {
  const kodeByTahun = new Set(owned(kantor, ke).map(({ kode, tahun }) => `${tahun}/${kode}`));
  const rows = tahunList
    .flatMap(latestRevisiList)
    .filter(({ periode, kode }) => kodeByTahun.has(`${periode.slice(0, 4)}/${kode}`))
    .toSorted((a, b) =>
      a.periode < b.periode ? 1 : a.periode > b.periode ? -1 : a.kode < b.kode ? -1 : 1,
    );
  if (rows.length === 0) return [paragraf("Belum ada jawaban yang tersimpan.")];
  return [
    tabel(
      [
        ["Periode", 3, "tengah"],
        ["Kode", 2, "tengah"],
        ["Realisasi", 3, "tengah"],
        ["Catatan", 5],
        ["Bukti", 4],
      ],
      rows.map(({ periode, kode, isian, keterangan, narasi, bukti }) => [
        labelPendekTahun(periode, kantor.istilahTriwulan),
        kode,
        isianText(isian),
        [keterangan, narasi?.tindakLanjut && `Tindak lanjut: ${narasi.tindakLanjut}`]
          .filter((one) => one)
          .join("; ") || "–",
        bukti.map(({ nama }) => nama).join(", ") || "–",
      ]),
      { kecil: true },
    ),
  ];
}

const isianText = (isian: Isian): string =>
  isian.jenis === "angka" ? formatAngka(isian.nilai) : isian.jenis;
