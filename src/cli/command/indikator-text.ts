import type { TabelTerpakai, Usulan } from "../../core/berkas-kantor/impor/impor.ts";
import {
  type BarisUsul,
  bidangUsul,
  judulBidang,
  type SelUsul,
} from "../../core/berkas-kantor/impor/usulan.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import { table } from "../table.ts";

/** What was found in a document, for somebody at a terminal. */
export function usulanText(
  { tahun, tabelList, barisList, adaList }: Usulan,
  { nama, output }: { readonly nama: string; readonly output: string | null },
): string {
  const year = tahun === null ? "tahunnya tidak tertulis; sebutkan --tahun" : `tahun ${tahun}`;
  return [
    `${nama}: ${barisList.length} indikator, ${year}.`,
    ...tabelList.map(tabelText),
    ...(barisList.length === 0 ? [] : ["", table([JUDUL, ...barisList.map(barisTabel)])]),
    ...(adaList.length === 0
      ? []
      : ["", `Sudah ada di buku kerja, tidak diusulkan lagi: ${adaList.join("; ")}.`]),
    ...(barisList.some(({ sel }) => sel.kode.asal === "dugaan")
      ? ["", "Kode yang tidak ada di dokumen dihitung dari urutan sasaran dan indikatornya."]
      : []),
    ...periksaText(barisList),
    "",
    output === null
      ? "Belum ada yang ditulis; tulis ke buku kerja dengan -o Kantor.xlsx."
      : `${output}: sel jingga perlu diperiksa, alasannya tertulis di catatan sel. Sesudah lengkap: kantor load ${output}.`,
  ].join("\n");
}

const tabelText = ({ tempat, skor, kolomList }: TabelTerpakai): string =>
  `${tempat} (kecocokan judul ${formatAngka(skor, 2)}): ${kolomList
    .map(({ judul, apa }) => `${judul} = ${apa}`)
    .join(", ")}`;

const JUDUL = ["kode", "indikator", "satuan", "arah", "dihitung", "TW I–IV", "setahun", "oleh"];

function barisTabel({ sel }: BarisUsul): readonly string[] {
  const triwulan = bidangUsul
    .filter((bidang) => bidang.startsWith("targetTriwulan"))
    .map((bidang) => nilaiText(sel[bidang]));
  return [
    nilaiText(sel.kode),
    nilaiText(sel.nama),
    nilaiText(sel.satuan),
    nilaiText(sel.arah),
    nilaiText(sel.agregasi),
    triwulan.join(" "),
    nilaiText(sel.targetTahunan),
    nilaiText(sel.penanggungJawab),
  ];
}

/** Every cell somebody must look at, by its row. */
const periksaText = (barisList: readonly BarisUsul[]): readonly string[] =>
  barisList.flatMap(({ tempat, sel }) => {
    const notes = bidangUsul.flatMap((bidang) => {
      const { catatan } = sel[bidang];
      return catatan === null
        ? []
        : [`  ${judulBidang(bidang)} ${nilaiText(sel[bidang])}: ${catatan}`];
    });
    return notes.length === 0
      ? []
      : ["", `${nilaiText(sel.kode)} ${nilaiText(sel.nama)} (${tempat})`, ...notes];
  });

const nilaiText = ({ nilai }: SelUsul): string =>
  typeof nilai === "number" ? angkaText(nilai) : (nilai ?? "–");

/** A year is not grouped. */
const angkaText = (nilai: number): string => String(nilai).replace(".", ",");
