import { kopOf } from "../../dokumen/kop.ts";
import type { Blok, Dokumen } from "../../dokumen/model.ts";
import { daftar, judul, paragraf, rincian, sel, tabel, tebal } from "../../dokumen/susun.ts";
import type { Rekomendasi } from "../../engine/rekomendasi.ts";
import type { Kantor } from "../../kantor/schema.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { labelPeriode, type Periode } from "../../kinerja/periode.ts";
import type { BarisKetepatan } from "../../rekap/index.ts";
import { formatTanggal } from "../../waktu/format.ts";
import { type Instant, toLocal } from "../../waktu/instant.ts";
import type { KriteriaTerisi } from "./indeks.ts";
import { kriteriaList, type Lke } from "./schema.ts";

/** A recommendation on the year before with the place of what proves its follow-up. */
export interface RekomendasiTerbukti extends Rekomendasi {
  readonly pathList: readonly string[];
}

/** What the cover document of a pack speaks of. */
export interface BahanDokumenLke {
  readonly kantor: Kantor;
  readonly tahun: number;
  readonly lke: Lke;
  readonly indeks: readonly KriteriaTerisi[];
  readonly ketepatan: readonly BarisKetepatan[];
  readonly rekomendasiList: readonly RekomendasiTerbukti[];
  readonly padaMs: Instant;
}

/** The cover of a pack: each criterion with its files, what is missing, and how timely the year was. */
export function dokumenLke(bahan: BahanDokumenLke): Dokumen {
  const { kantor, tahun, lke, indeks, padaMs } = bahan;
  const teks = `Bukti Dukung Lembar Kerja Evaluasi ${tahun}`;
  const { nama, zonaWaktu } = kantor;
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
        ["Perangkat daerah", nama],
        ["Tahun kinerja", String(tahun)],
        ["Disusun", formatTanggal(toLocal(padaMs, zonaWaktu).tanggal)],
        ["Kriteria", lke.dasar],
        [
          "Bukti lengkap",
          `${indeks.filter(isLengkap).length} dari ${indeks.filter(isDibuktikan).length} kriteria yang dibuktikan paket ini`,
        ],
        [
          "Dilampirkan sendiri",
          `${indeks.length - indeks.filter(isDibuktikan).length} kriteria lain`,
        ],
      ]),
      judul(2, "A. Yang Belum Ada"),
      ...kurangBlok(indeks),
      judul(2, "B. Yang Dilampirkan Sendiri"),
      ...sendiriBlok(indeks),
      judul(2, "C. Daftar Bukti per Kriteria"),
      ...lke.komponen.flatMap((komponen) => komponenBlok(komponen, indeks)),
      judul(2, "D. Ketepatan Waktu"),
      ...ketepatanBlok(bahan),
      judul(2, `E. Tindak Lanjut Rekomendasi Evaluasi ${tahun - 1}`),
      ...rekomendasiBlok(bahan),
    ],
  };
}

/** Whether the pack is asked to prove a criterion at all. */
const isDibuktikan = ({ kriteria }: KriteriaTerisi): boolean => kriteria.bukti.length > 0;

/** Whether it does, as far as it is asked to. */
const isLengkap = (one: KriteriaTerisi): boolean => isDibuktikan(one) && one.kurang.length === 0;

function kurangBlok(indeks: readonly KriteriaTerisi[]): readonly Blok[] {
  const kodeByApa = new Map<string, string[]>();
  for (const { kriteria, kurang } of indeks) {
    for (const apa of kurang) kodeByApa.set(apa, [...(kodeByApa.get(apa) ?? []), kriteria.kode]);
  }
  return kodeByApa.size === 0
    ? [paragraf("Semua yang dapat dikumpulkan sudah ada.")]
    : [
        daftar(
          "angka",
          [...kodeByApa].map(([apa, kodeList]) => `${apa} (kriteria ${kodeList.join(", ")})`),
        ),
      ];
}

function sendiriBlok(indeks: readonly KriteriaTerisi[]): readonly Blok[] {
  const list = indeks.flatMap(({ kriteria: { kode, sendiri } }) =>
    sendiri === undefined ? [] : [`${sendiri} (kriteria ${kode})`],
  );
  return list.length === 0 ? [paragraf("Tidak ada.")] : [daftar("angka", list)];
}

function komponenBlok(
  { kode, nama, bobot, sub }: Lke["komponen"][number],
  indeks: readonly KriteriaTerisi[],
): readonly Blok[] {
  const terisi = new Map(indeks.map((one) => [one.kriteria.kode, one]));
  return [
    judul(3, `${kode}. ${nama} (bobot ${formatAngka(bobot)})`),
    tabel(
      [
        ["Kriteria", 5],
        ["Bukti dalam paket ini", 8],
        ["Keterangan", 4],
      ],
      sub.flatMap((one) => [
        [sel([tebal(`${one.kode} ${one.nama} (bobot ${formatAngka(one.bobot)})`)]), "", ""],
        ...one.kriteria.map((kriteria) => {
          const found = terisi.get(kriteria.kode);
          return [
            `${kriteria.kode} ${kriteria.uraian}`,
            tempat(found?.pathList ?? []).join("\n") || "–",
            keterangan(kriteria.sendiri, found?.kurang ?? []),
          ];
        }),
      ]),
      { kecil: true },
    ),
  ];
}

/** More files of one folder than this are counted and not named. */
const DISEBUT = 10;

/** Where the files lie: each by its path, many of one folder by the folder. */
function tempat(pathList: readonly string[]): readonly string[] {
  return [...new Set(pathList.map(folderOf))].flatMap((folder) => {
    const list = pathList.filter((path) => folderOf(path) === folder);
    return list.length > DISEBUT ? [`${folder} (${list.length} berkas)`] : list;
  });
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

const keterangan = (sendiri: string | undefined, kurang: readonly string[]): string =>
  [
    ...(kurang.length === 0 ? [] : [`Belum ada: ${kurang.join("; ")}`]),
    ...(sendiri === undefined ? [] : [`Lampirkan sendiri: ${sendiri}`]),
  ].join("\n") || "Lengkap";

function ketepatanBlok({ kantor, ketepatan }: BahanDokumenLke): readonly Blok[] {
  const periodeList = [...new Set(ketepatan.map(({ periode }) => periode))];
  if (periodeList.length === 0) return [paragraf("Belum ada berkas pada tahun ini.")];
  const count = (periode: Periode, hasil: readonly BarisKetepatan["ketepatan"][]): string =>
    String(
      ketepatan.filter((one) => one.periode === periode && hasil.includes(one.ketepatan)).length,
    );
  return [
    tabel(
      [
        ["Periode", 6],
        ["Langkah tepat waktu", 3, "tengah"],
        ["Terlambat", 3, "tengah"],
        ["Tanpa baku mutu", 3, "tengah"],
        ["Masih berjalan", 3, "tengah"],
      ],
      periodeList.map((periode) => [
        labelPeriode(periode, kantor.istilahTriwulan),
        count(periode, ["tepat"]),
        count(periode, ["terlambat", "lewat"]),
        count(periode, ["tanpa-baku", "otomatis"]),
        count(periode, ["berjalan"]),
      ]),
    ),
    paragraf("Rinciannya per langkah ada pada lembar Ketepatan di Rekap Kinerja.", { kecil: true }),
  ];
}

function rekomendasiBlok({ rekomendasiList, lke }: BahanDokumenLke): readonly Blok[] {
  if (rekomendasiList.length === 0) return [paragraf("Tidak ada rekomendasi yang tercatat.")];
  const uraianByKode = new Map(kriteriaList(lke).map(({ kode, uraian }) => [kode, uraian]));
  const sudah = rekomendasiList.filter(({ tindakLanjut }) => tindakLanjut !== null).length;
  return [
    paragraf(`${sudah} dari ${rekomendasiList.length} rekomendasi sudah ditindaklanjuti.`),
    tabel(
      [
        ["No", 1, "tengah"],
        ["Kriteria", 3.5],
        ["Rekomendasi", 4.5],
        ["Penanggung jawab dan batas waktu", 3.5],
        ["Tindak lanjut dan bukti", 5],
      ],
      rekomendasiList.map((one) => [
        String(one.nomor),
        [one.kriteria, uraianByKode.get(one.kriteria) ?? ""].join(" ").trim() || "–",
        one.uraian,
        `${one.penanggungJawab}\n${one.batas}`,
        [one.tindakLanjut ?? "Belum", ...one.pathList].join("\n"),
      ]),
      { kecil: true },
    ),
  ];
}
