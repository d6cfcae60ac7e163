import { lembarIsianText } from "../../../../../generated/teks.ts";
import type { BarisMasuk, SelMasuk } from "../../../../kinerja/format/index.ts";
import { HasilPelaksanaan } from "../../../../kinerja/narasi.ts";
import { fill, isEmpty } from "../../../../pesan/teks.ts";
import type { BarisLembar, IsiBaris, LembarMasuk } from "../../../incoming/lembar-masuk.ts";
import type { Bacaan, Item } from "../../field.ts";
import { readRows } from "./format-answer.ts";
import { noteProblem, readNote } from "./format-problem.ts";
import { cells } from "./format-sheet.ts";
import { manyAnswer, type Part, partsText } from "./many.ts";
import { bagianLanjut, lackOf, recordedOf, rowOf, type Sheet, uraianKode } from "./sheet.ts";

/**
 * Reads figures that were filled in side by side like a sheet that came back. A row whose figure was answered
 * elsewhere since it was begun is not taken: neither of the two is written over unseen.
 */
export function tableAnswer(
  sheet: Sheet,
  { barisList, kirim }: Pick<LembarMasuk, "barisList" | "kirim">,
): Bacaan {
  const changed = barisList.filter((baris) => isChangedElsewhere(sheet, baris));
  const own = barisList.filter((baris) => !changed.includes(baris));
  const parts: readonly Part[] = [
    ...readRows(sheet, own.map(barisMasuk)),
    ...own.flatMap((baris) => toldBeside(sheet, baris)),
    ...changed.map(({ kode }) => ({
      items: [],
      bad: fill(lembarIsianText.sudahTerisi, { kode, nama: rowOf(sheet, kode).indikator.nama }),
    })),
  ];
  const gema = partsText(parts, {
    good: (jumlah) => fill(lembarIsianText.tercatat, { jumlah }),
    bad: (jumlah) => fill(lembarIsianText.belumTercatat, { jumlah }),
  });
  const whole = parts.every(({ bad }) => bad === undefined);
  const said = isEmpty(gema) ? lembarIsianText.dibuka : gema;
  const answer = manyAnswer(parts, lackOf(sheet).isian, said);
  return answer.kind === "banyak" && kirim && whole ? { ...answer, selesai: true } : answer;
}

/** Whether somebody answered this row elsewhere since it was begun, with something else than it says. */
export function isChangedElsewhere(
  sheet: Sheet,
  { kode, semula, isi }: Pick<BarisLembar, "kode" | "semula" | "isi">,
): boolean {
  if (!sheet.indikatorList.some((one) => one.kode === kode)) return false;
  const now = isiTercatat(sheet, kode);
  return !isSame(now, semula) && !isSame(now, isi);
}

const isSame = (one: IsiBaris, other: IsiBaris): boolean =>
  one.realisasi === other.realisasi &&
  one.penyebut === other.penyebut &&
  one.keterangan === other.keterangan;

/** What is recorded of a kode, as it would have been typed into its row. */
export function isiTercatat(sheet: Sheet, kode: string): IsiBaris {
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return { ...cells(null), ...TANPA_KATA };
  const { isian, keterangan, narasi = {} } = recorded;
  const { pelaksanaan, ...told } = narasi;
  return {
    ...cells(isian),
    ...TANPA_KATA,
    ...told,
    keterangan: keterangan ?? "",
    pelaksanaan: pelaksanaan?.hasil ?? "",
  };
}

const TANPA_KATA = { keterangan: "", tindakLanjut: "", pendukung: "", pelaksanaan: "" } as const;

/** A row as a sheet brings it; its kode is where it stands. */
export function barisMasuk({ kode, isi, yakin }: BarisLembar, index: number): BarisMasuk {
  const sel = (teks: string): SelMasuk =>
    teks.trim() === "" ? { jenis: "kosong", alamat: kode } : { jenis: "teks", alamat: kode, teks };
  const realisasi = sel(isi.realisasi);
  return {
    nomor: index + 1,
    kode,
    realisasi: realisasi.jenis === "teks" && yakin ? { ...realisasi, yakin } : realisasi,
    penyebut: sel(isi.penyebut),
    keterangan: sel(isi.keterangan),
  };
}

/** What is told beside the note: what follows, what helped, and what became of what was to follow. */
function toldBeside(sheet: Sheet, { kode, isi }: BarisLembar): readonly Part[] {
  if (!sheet.indikatorList.some((one) => one.kode === kode)) return [];
  const recorded = isiTercatat(sheet, kode);
  const told = bagianLanjut
    .filter((bagian) => isi[bagian].trim() !== "" && isi[bagian] !== recorded[bagian])
    .map((bagian) => lanjutPart(kode, bagian, isi[bagian]));
  const hasil = HasilPelaksanaan.safeParse(isi.pelaksanaan).data;
  return hasil === undefined || hasil === recorded.pelaksanaan
    ? told
    : [...told, { items: [itemOf(kode, "pelaksanaan", hasil)] }];
}

function lanjutPart(kode: string, bagian: (typeof bagianLanjut)[number], teks: string): Part {
  const note = readNote({ alamat: kode, teks });
  if (note === null) return { items: [] };
  return note.kind === "kalimat"
    ? { items: [itemOf(kode, bagian, note.teks)] }
    : { items: [], bad: noteProblem(note) };
}

const itemOf = (kode: string, bagian: Parameters<typeof uraianKode>[1], teks: string): Item => ({
  kode: uraianKode(kode, bagian),
  nilai: { tipe: "teks", teks },
});
