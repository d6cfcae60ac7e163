import type { z } from "zod";
import type { Peran } from "../../kantor/schema.ts";
import { kolomText } from "../judul-kolom.ts";
import type { Sop } from "../schema.ts";
import { bacaKepala } from "./kepala.ts";
import { type Keraguan, susunLangkah } from "./langkah.ts";
import { bacaKolom, type KolomPelaksana } from "./peran.ts";
import type { BlokSumber, TabelTerbaca } from "./sumber.ts";
import { awalTabel, bacaTabel } from "./tabel.ts";
import { bacaTabelTeks } from "./teks.ts";

export type { Keraguan } from "./langkah.ts";
export type { BarisSumber, BlokSumber } from "./sumber.ts";

/** A sheet as it may be written into a file, and everything a person must decide first. */
export interface DrafSop {
  readonly isi: z.input<typeof Sop>;
  readonly keraguanList: readonly Keraguan[];
}

const TANPA_NAMA = "(tidak tercetak di lembar)";

/**
 * Makes a draft of what was read from an office's own sheet. Nothing is invented: what is not printed
 * stays empty, what is inferred is marked so and doubted. Null where there is no table of langkah.
 */
export function susunDraf(id: string, blokList: readonly BlokSumber[]): DrafSop | null {
  const found = findTabel(blokList);
  if (found === null || found.tabel.barisList.length === 0) return null;
  const { tabel, sebelum } = found;
  const head = bacaKepala(sebelum);
  const kolomList = bacaKolom(tabel.judulList);
  const { langkah, keraguanList } = susunLangkah(tabel, kolomList);
  const named = [...new Set(kolomList.flatMap(({ peranList }) => peranList))];
  const used = langkah.flatMap(({ pelaksana: { peran } }) => [peran].flat());
  const pelaksana = [...new Set([...named, ...used])];
  const doubts: Keraguan[] = [
    ...(head.nama === null ? [ragu(["nama"], "nama SOP tidak ditemukan di lembar")] : []),
    ...(head.instansi === null
      ? [ragu(["instansi"], "nama instansi tidak ditemukan di lembar; tulis instansinya")]
      : []),
    ragu(
      ["siklus"],
      "siklus tidak tercetak; semua langkah ditulis tiap triwulan. Pindahkan yang dijalankan tiap semester atau tahun",
    ),
    ...columnDoubts(kolomList, pelaksana),
    ...keraguanList,
  ];
  const sebutan = sebutanOf(kolomList);
  const isi: DrafSop["isi"] = {
    id,
    nama: head.nama ?? TANPA_NAMA,
    instansi: head.instansi ?? TANPA_NAMA,
    kepala: head.kepala,
    siklus: { triwulan: langkah.map(({ no }) => no) },
    pelaksana,
    ...(Object.keys(sebutan).length > 0 ? { sebutan } : {}),
    langkah: [...langkah],
  };
  return { isi, keraguanList: doubts };
}

const ragu = (jalur: Keraguan["jalur"], pesan: string): Keraguan => ({ jalur, pesan });

/** The table of langkah, by its columns or out of running text, and all that stands above it. */
function findTabel(
  blokList: readonly BlokSumber[],
): { readonly tabel: TabelTerbaca; readonly sebelum: readonly BlokSumber[] } | null {
  for (const [at, blok] of blokList.entries()) {
    const tabel = blok.jenis === "tabel" ? bacaTabel(blok.barisList) : null;
    if (blok.jenis !== "tabel" || tabel === null) continue;
    const above: BlokSumber = {
      jenis: "tabel",
      barisList: blok.barisList.slice(0, awalTabel(blok.barisList)),
    };
    const lain = blokList
      .slice(at + 1)
      .flatMap((one) => (one.jenis === "tabel" ? (bacaTabel(one.barisList) ?? []) : []));
    const barisList = [tabel, ...lain].flatMap((one) => one.barisList);
    return { tabel: { ...tabel, barisList }, sebelum: [...blokList.slice(0, at), above] };
  }
  const lines = blokList.flatMap((blok) => (blok.jenis === "teks" ? [blok.teks] : []));
  const tabel = bacaTabelTeks(lines);
  const from = blokList.findIndex(
    (blok) =>
      blok.jenis === "teks" && /\b(uraian prosedur|aktivitas|uraian kegiatan)\b/i.test(blok.teks),
  );
  return tabel === null ? null : { tabel, sebelum: blokList.slice(0, Math.max(0, from)) };
}

function columnDoubts(
  kolomList: readonly KolomPelaksana[],
  pelaksana: readonly Peran[],
): readonly Keraguan[] {
  const doubts = kolomList.flatMap(({ keraguan }) =>
    keraguan === null ? [] : [ragu(["pelaksana"], keraguan)],
  );
  return kolomList.length > 0
    ? doubts
    : [
        ragu(
          ["pelaksana"],
          `kolom pelaksana tidak ditemukan; sementara ditulis ${pelaksana.join(", ")}`,
        ),
      ];
}

/** Titles of several words, and those of columns no role is known for, are kept as they are printed. */
function sebutanOf(kolomList: readonly KolomPelaksana[]): Partial<Record<Peran, string>> {
  const sebutan: Partial<Record<Peran, string>> = {};
  for (const { judul, peranList, keraguan } of kolomList) {
    const [peran, another] = peranList;
    if (peran === undefined || another !== undefined || sebutan[peran] !== undefined) continue;
    const lain = judul.toLowerCase() !== kolomText[peran].toLowerCase();
    if (lain && (judul.includes(" ") || keraguan?.includes("tidak dikenal") === true))
      sebutan[peran] = judul.slice(0, 60);
  }
  return sebutan;
}
