import type { Kertas } from "../../dokumen/model.ts";
import { type Daftar, daftarOf, identitasOf } from "../kepala-resmi.ts";
import type { Sop } from "../schema.ts";
import { cutLines, wrapText } from "./huruf.ts";
import type { Bidang, Sel } from "./model.ts";
import type { Kolom } from "./tabel.ts";
import {
  type BarisSel,
  cellOf,
  linesHeight,
  linesIn,
  listLines,
  plainLines,
  roomIn,
  type Susunan,
  textCell,
  textLines,
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
  for (const pair of daftarOf(sop)) {
    let [left, right] = [linesOf(pair[0], kiri), linesOf(pair[1], kanan)];
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
      const at = { y, tinggi: linesHeight(count, gaya.isi) };
      pages
        .at(-1)
        ?.push(
          cellOf({ ...kiri, ...at }, left.slice(0, count), dariAtas),
          cellOf({ ...kanan, ...at }, right.slice(0, count), dariAtas),
        );
      [left, right] = [left.slice(count), right.slice(count)];
      y += at.tinggi;
    }
  }
  return { halamanList: pages, bawah: y };
}

const dariAtas: Susunan = { gaya: gaya.isi, rata: "kiri", tegak: "atas" };

const linesOf = ([judul, isi]: Daftar, { lebar }: Kolom): readonly BarisSel[] => [
  { teks: judul, sign: "", indent: 0, tebal: true },
  ...listLines(isi, lebar, gaya.isi, (index) => `${index + 1}.`),
];

const LEBAR_NAMA = 112;
/** Room for a signature and a stamp. */
const TINGGI_TANDA_TANGAN = 46;
const BARIS_TERBANYAK = 6;
const LUAR = 10;

function identityCells(
  sop: Sop,
  kiri: Kolom,
  kanan: Kolom,
): { selList: readonly Sel[]; bawah: number } {
  let y: number = tepi.atas;
  const selList = identitasOf(sop).flatMap(([nama, isi]) => {
    const signed = nama === "DISAHKAN OLEH";
    const lebar = kanan.lebar - LEBAR_NAMA;
    const look = nama === "NAMA SOP" ? gaya.tebal : gaya.isi;
    const lines = textLines(isi, lebar, look, BARIS_TERBANYAK);
    const tinggi = Math.max(signed ? TINGGI_TANDA_TANGAN : 0, linesHeight(lines.length, look) + 2);
    const susunan = { rata: "kiri", tegak: signed ? "atas" : "tengah" } as const;
    const at = { y, tinggi };
    y += tinggi;
    return [
      textCell({ x: kanan.x, lebar: LEBAR_NAMA, ...at }, nama, { ...susunan, gaya: gaya.tebal }),
      cellOf({ x: kanan.x + LEBAR_NAMA, lebar, ...at }, lines, { ...susunan, gaya: look }),
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
  const fitting = cutLines(lines, linesIn(bidang.tinggi, gaya.instansi), room, gaya.instansi);
  const susunan = { gaya: gaya.instansi, rata: "tengah", tegak: "tengah" } as const;
  return cellOf(bidang, plainLines(fitting, gaya.instansi), susunan);
}
