import { fillBawaan } from "../../../../engine/formulir/bawaan.ts";
import type { Turn } from "../../../../engine/turn.ts";
import { calonPegawai, type SebabTegas } from "../../../../formulir/baca.ts";
import type { NilaiFormulir } from "../../../../formulir/nilai.ts";
import type { IsianFormulir } from "../../../../formulir/schema.ts";
import { nilaiText } from "../../../../formulir/teks.ts";
import { caraText, formulirText, tegasText } from "../../../../pesan/isian-formulir.ts";
import type { RichText } from "../../../../pesan/pesan.ts";
import { fill, lines, plain } from "../../../../pesan/template.ts";
import type { LangkahOf } from "../../../../sop/langkah.ts";
import type { Ragu } from "../../../session.ts";
import type { World } from "../../../world.ts";
import { type Asked, type Bacaan, batal, type Menerima, type Offer } from "../../field.ts";

/** A field with what was answered to it, and what is offered while nothing was. */
export interface Isian {
  readonly langkah: LangkahOf<"formulir">;
  readonly field: IsianFormulir;
  readonly given: NilaiFormulir | undefined;
  readonly offered: NilaiFormulir | null;
}

/** Asks for one field: what it is, how to answer, what is offered, and what may be left out. */
export function fieldQuestion(
  turn: Turn,
  { langkah, field, given, offered }: Isian,
  urutan: { readonly ke: number; readonly dari: number },
): Asked {
  const { kantor } = turn.context;
  const nilai = given ?? offered ?? undefined;
  return {
    teks: lines(
      fill(formulirText.tanya, {
        ...urutan,
        nama: field.nama,
        tanya: fillBawaan(field.tanya, turn, langkah),
      }),
      ...(field.tipe === "pegawai" ? calonLines(turn) : []),
      ...offeredLines(given === undefined ? formulirText.usulan : formulirText.sekarang, {
        nilai,
        shown: nilaiText(nilai, kantor),
      }),
      plain(caraText[field.tipe]),
    ),
    pilihan: choicesFor(field, given, offered),
  };
}

/** What is offered, several items below each other; nothing where there is nothing to show. */
function offeredLines(
  kepala: string,
  { nilai, shown }: { readonly nilai: NilaiFormulir | undefined; readonly shown: string },
): readonly RichText[] {
  if (shown === "") return [];
  return nilai?.tipe === "daftar" && nilai.butirList.length > 1
    ? [plain(kepala), ...nilai.butirList.map((butir, at) => plain(`${at + 1}. ${butir}`))]
    : [plain(`${kepala} ${shown}`)];
}

/** What answers a field, by its kind; what counts through a list or a month is a number. */
export const menerima: { readonly [T in IsianFormulir["tipe"]]: Menerima } = {
  teks: "kalimat",
  daftar: "kalimat",
  tanggal: "angka",
  jam: "angka",
  angka: "angka",
  pilihan: "pilihan",
  pegawai: "angka",
  berkas: "berkas",
  nomor: "angka",
};

const calonLines = ({ context }: Turn): readonly RichText[] =>
  calonPegawai(context.kantor.pegawaiList).map(({ jabatan }, index) =>
    fill(formulirText.calon, { nomor: index + 1, jabatan }),
  );

function choicesFor(
  field: IsianFormulir,
  given: NilaiFormulir | undefined,
  offered: NilaiFormulir | null,
): Asked["pilihan"] {
  const opsi =
    field.tipe === "pilihan"
      ? field.opsi.map((judul, index): Offer => {
          const arti: Bacaan = { kind: "nilai", nilai: { tipe: "pilihan", teks: judul } };
          return { id: `opsi-${index + 1}`, judul, arti };
        })
      : [];
  return [opsi, keepOffer(field, given, offered), [batal]].filter((row) => row.length > 0);
}

/** To leave what was given, to take what is offered, or to leave out what may be. */
function keepOffer(
  { tipe, wajib }: IsianFormulir,
  given: NilaiFormulir | undefined,
  offered: NilaiFormulir | null,
): readonly Offer[] {
  const { selesai, tetap, pakai, lewati } = formulirText;
  const arti: Bacaan = { kind: "lewati" };
  if (given !== undefined) {
    return [
      tipe === "berkas"
        ? { id: "selesai", judul: selesai, arti }
        : { id: "tetap", judul: tetap, arti },
    ];
  }
  if (offered !== null) {
    return [{ id: "bawaan", judul: pakai, arti: { kind: "nilai", nilai: offered } }];
  }
  return wajib ? [] : [{ id: "lewati", judul: lewati, arti }];
}

/** Asks an unusual answer back before it is taken. */
export function confirmQuestion({ kantor }: World, { calon, sebab, data }: Ragu): Asked {
  const [nilai] = calon;
  if (nilai === undefined || "jenis" in nilai || !isSebab(sebab)) {
    throw new Error(`nothing is asked back because of ${sebab}`);
  }
  return {
    teks: fill(tegasText[sebab], { ...data, nilai: nilaiText(nilai, kantor) }),
    pilihan: [
      [
        { id: "betul", judul: formulirText.betul, arti: { kind: "nilai", nilai } },
        { id: "ulang", judul: formulirText.ketikUlang, arti: { kind: "ulang" } },
      ],
    ],
  };
}

const isSebab = (sebab: string): sebab is SebabTegas => Object.hasOwn(tegasText, sebab);
