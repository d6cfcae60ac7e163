import type { Kertas } from "../../dokumen/model.ts";
import type { Sop } from "../schema.ts";
import { cutLines, wrapText } from "./huruf.ts";
import type { Bidang, Sel } from "./model.ts";
import {
  cellOf,
  type ListLine,
  linesHeight,
  linesIn,
  listLines,
  placeLines,
  placeList,
  roomIn,
} from "./teks.ts";
import { gaya, kertasPt, tepi } from "./ukuran.ts";

/** The header block on as many pages as it needs, and where it ends on the last of them. */
export interface KopChart {
  readonly halamanList: readonly (readonly Sel[])[];
  readonly bawah: number;
}

/** Lays out the identity of the SOP: whose, its numbers and dates, and the six lists below. */
export function layoutKop(sop: Sop, kertas: Kertas): KopChart {
  const { lebar, tinggi } = kertasPt[kertas];
  const kiri = { x: tepi.kiri, lebar: Math.round((lebar - tepi.kiri - tepi.kanan) / 2) };
  const kanan = { x: kiri.x + kiri.lebar, lebar: lebar - tepi.kanan - kiri.x - kiri.lebar };
  const bottom = tinggi - tepi.bawah - tepi.kaki;
  const identitas = identityCells(sop, kiri, kanan);
  const pages: Sel[][] = [[...identitas.selList]];
  let y = identitas.bawah;
  for (const pair of pairsOf(sop)) {
    let left = linesOf(pair[0], kiri.lebar);
    let right = linesOf(pair[1], kanan.lebar);
    while (left.length + right.length > 0) {
      const room = linesIn(bottom - y, gaya.isi);
      const most = Math.max(left.length, right.length);
      // No title without a line below it; and nothing may be left of the loop's progress.
      if (room < Math.min(3, most) && y > tepi.atas) {
        pages.push([]);
        y = tepi.atas;
        continue;
      }
      const count = Math.max(1, Math.min(room, most));
      const height = linesHeight(count, gaya.isi);
      pages
        .at(-1)
        ?.push(
          listCell({ ...kiri, y, tinggi: height }, left.slice(0, count)),
          listCell({ ...kanan, y, tinggi: height }, right.slice(0, count)),
        );
      left = left.slice(count);
      right = right.slice(count);
      y += height;
    }
  }
  return { halamanList: pages, bawah: y };
}

interface Lajur {
  readonly x: number;
  readonly lebar: number;
}

interface Daftar {
  readonly judul: string;
  readonly isi: readonly string[];
}

const pairsOf = ({ kepala }: Sop): readonly (readonly [Daftar, Daftar])[] => [
  [
    { judul: "DASAR HUKUM", isi: kepala.dasarHukum },
    { judul: "KUALIFIKASI PELAKSANA", isi: kepala.kualifikasiPelaksana },
  ],
  [
    { judul: "KETERKAITAN", isi: kepala.keterkaitan },
    { judul: "PERALATAN / PERLENGKAPAN", isi: kepala.peralatan },
  ],
  [
    { judul: "PERINGATAN", isi: kepala.peringatan },
    { judul: "PENCATATAN DAN PENDATAAN", isi: kepala.pencatatan },
  ],
];

interface KopLine extends ListLine {
  readonly judul: boolean;
}

const linesOf = ({ judul, isi }: Daftar, lebar: number): readonly KopLine[] => [
  { teks: judul, sign: "", indent: 0, judul: true },
  ...listLines(isi, roomIn(lebar), gaya.isi, (index) => `${index + 1}.`).map((line) => ({
    ...line,
    judul: false,
  })),
];

function listCell(bidang: Bidang, lines: readonly KopLine[]): Sel {
  const placed = placeList(bidang, lines, { gaya: gaya.isi, tegak: "atas" });
  const teksList = placed.map((line) => ({
    ...line,
    tebal: lines.some(({ judul, teks }) => judul && teks === line.teks),
  }));
  return { bidang, teksList, latar: "kosong" };
}

const LEBAR_NAMA = 112;
/** Room for a signature and a stamp. */
const TINGGI_TANDA_TANGAN = 46;
const BARIS_TERBANYAK = 6;

function identityCells(
  sop: Sop,
  kiri: Lajur,
  kanan: Lajur,
): { selList: readonly Sel[]; bawah: number } {
  const { kepala } = sop;
  const rows: readonly (readonly [string, string | null, number])[] = [
    ["NOMOR SOP", kepala.nomor, 0],
    ["TANGGAL PEMBUATAN", kepala.tanggalPembuatan, 0],
    ["TANGGAL REVISI", kepala.tanggalRevisi, 0],
    ["TANGGAL PENGESAHAN", kepala.tanggalPengesahan, 0],
    ["DISAHKAN OLEH", kepala.disahkanOleh, TINGGI_TANDA_TANGAN],
    ["NAMA SOP", sop.nama, 0],
  ];
  let y: number = tepi.atas;
  const selList = rows.flatMap(([nama, isi, least]) => {
    const one = { x: kanan.x + LEBAR_NAMA, lebar: kanan.lebar - LEBAR_NAMA };
    const look = nama === "NAMA SOP" ? gaya.tebal : gaya.isi;
    const room = roomIn(one.lebar);
    const text = isi === null || isi.trim() === "" ? "-" : isi;
    const lines = cutLines(wrapText(text, room, look), BARIS_TERBANYAK, room, look);
    const tinggi = Math.max(least, linesHeight(lines.length, look) + 2);
    const tegak = least > 0 ? "atas" : "tengah";
    const at: Bidang = { ...one, y, tinggi };
    const label: Bidang = { x: kanan.x, lebar: LEBAR_NAMA, y, tinggi };
    y += tinggi;
    return [
      cellOf(label, nama, { gaya: gaya.tebal, rata: "kiri", tegak }),
      {
        bidang: at,
        teksList: placeLines(at, lines, { gaya: look, rata: "kiri", tegak }),
        latar: "kosong" as const,
      },
    ];
  });
  const instansi = instansiCell({ ...kiri, y: tepi.atas, tinggi: y - tepi.atas }, sop.instansi);
  return { selList: [instansi, ...selList], bawah: y };
}

/** "Kecamatan X, Kabupaten Y" on a line each, as a printed sheet has it. */
function instansiCell(bidang: Bidang, instansi: string): Sel {
  const room = roomIn(bidang.lebar) - 2 * LUAR;
  const lines = instansi
    .toUpperCase()
    .split(",")
    .flatMap((part) => wrapText(part, room, gaya.instansi));
  const most = linesIn(bidang.tinggi, gaya.instansi);
  const fitting = cutLines(lines, most, room, gaya.instansi);
  const susunan = { gaya: gaya.instansi, rata: "tengah", tegak: "tengah" } as const;
  return { bidang, teksList: placeLines(bidang, fitting, susunan), latar: "kosong" };
}

const LUAR = 10;
