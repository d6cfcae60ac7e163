import { caraText, formulirText, tegasText, umumText } from "../../../generated/teks.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Bacaan, calonPegawai } from "../../formulir/baca.ts";
import { bawaanOf, fillBawaan } from "../../formulir/bawaan.ts";
import type { NilaiFormulir } from "../../formulir/nilai.ts";
import type { IsianFormulir } from "../../formulir/schema.ts";
import { nilaiText } from "../../formulir/teks.ts";
import {
  fill,
  fillAny,
  lines,
  type Tawaran,
  type TawaranRows,
  type Teks,
} from "../../pesan/teks.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import type { Question } from "../talk.ts";
import type { World } from "../world.ts";

/** Asks for one field: what it is, how to answer, what is offered, and what may be left out. */
export function fieldQuestion(
  turn: Turn,
  { langkah, field }: { readonly langkah: LangkahOf<"formulir">; readonly field: IsianFormulir },
  urutan: { readonly ke: number; readonly dari: number },
): Question {
  const { kantor } = turn.context;
  const given = turn.state.formulirByLangkah[langkah.no]?.[field.kode];
  const offered = given ?? bawaanOf(turn, langkah, field) ?? undefined;
  const shown = nilaiText(offered, kantor);
  return {
    teks: lines(
      fill(formulirText.tanya, {
        ...urutan,
        nama: field.nama,
        tanya: fillBawaan(field.tanya, turn, langkah),
      }),
      ...(field.tipe === "pegawai" ? calonLines(turn) : []),
      ...offeredLines(given === undefined ? formulirText.usulan : formulirText.sekarang, {
        nilai: offered,
        shown,
      }),
      caraText[field.tipe],
    ),
    pilihan: choicesFor(field, { given: given !== undefined, offered: offered !== undefined }),
    ...(isNumeric(field) ? { tanpaNomor: true } : {}),
  };
}

/** What is offered, several items below each other; nothing where there is nothing to show. */
function offeredLines(
  kepala: Teks,
  { nilai, shown }: { readonly nilai: NilaiFormulir | undefined; readonly shown: string },
): readonly Teks[] {
  if (shown === "") return [];
  return nilai?.tipe === "daftar" && nilai.butirList.length > 1
    ? [kepala, ...nilai.butirList.map((butir, at) => `${at + 1}. ${butir}`)]
    : [[kepala, " ", shown]];
}

/** Where a typed number is the answer and no choice. */
export const isNumeric = ({ tipe }: Pick<IsianFormulir, "tipe">): boolean =>
  tipe === "jam" ||
  tipe === "angka" ||
  tipe === "pegawai" ||
  tipe === "nomor" ||
  tipe === "tanggal";

const calonLines = ({ context }: Turn): readonly Teks[] =>
  calonPegawai(context.kantor.pegawaiList).map(({ jabatan }, index) =>
    fill(formulirText.calon, { nomor: index + 1, jabatan }),
  );

function choicesFor(
  field: IsianFormulir,
  { given, offered }: { readonly given: boolean; readonly offered: boolean },
): TawaranRows {
  const opsi =
    field.tipe === "pilihan"
      ? field.opsi.map((judul, index): Tawaran => ({ id: `opsi-${index + 1}`, judul }))
      : [];
  const keep = given
    ? [
        {
          id: field.tipe === "berkas" ? "selesai" : "tetap",
          judul: field.tipe === "berkas" ? formulirText.selesai : formulirText.tetap,
        },
      ]
    : offered
      ? [{ id: "bawaan", judul: formulirText.pakai }]
      : [];
  const skip =
    field.wajib || given || offered ? [] : [{ id: "lewati", judul: formulirText.lewati }];
  return [opsi, [...keep, ...skip], [{ id: "batal", judul: umumText.batal }]].filter(
    (row) => row.length > 0,
  );
}

/** Asks an unusual answer back before it is taken. */
export const confirmQuestion = (
  { kantor }: World,
  { nilai, sebab, data }: Extract<Bacaan, { kind: "tegaskan" }>,
): Question => ({
  teks: fillAny(tegasText[sebab], { ...data, nilai: nilaiText(nilai, kantor) }),
  pilihan: [
    [
      { id: "betul", judul: formulirText.betul },
      { id: "ulang", judul: formulirText.ketikUlang },
    ],
  ],
});
