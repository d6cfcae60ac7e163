import { caraText, formulirText, tegasText } from "../../../../../generated/teks.ts";
import { fillBawaan } from "../../../../engine/formulir/bawaan.ts";
import type { Turn } from "../../../../engine/turn.ts";
import type { SebabTegas } from "../../../../formulir/baca.ts";
import type { NilaiFormulir } from "../../../../formulir/nilai.ts";
import { calonPegawai } from "../../../../formulir/orang.ts";
import type { IsianFormulir, KolomDaftar } from "../../../../formulir/schema.ts";
import { nilaiText } from "../../../../formulir/teks.ts";
import { fill, fillAny, lines, type Teks } from "../../../../pesan/teks.ts";
import { contohTanggal } from "../../../../pesan/waktu.ts";
import type { LangkahOf } from "../../../../sop/langkah.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import type { Tanggal } from "../../../../waktu/tanggal.ts";
import type { Ragu } from "../../../session.ts";
import type { World } from "../../../world.ts";
import { batal, jawab, lewati, offer } from "../../declare.ts";
import type { Asked, Menerima, Offer } from "../../field.ts";
import { butirGiven, isBertambah } from "./butir.ts";

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
  const { kantor, nowMs } = turn.context;
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
      field.tipe === "daftar" && field.kolom !== undefined
        ? kolomLines(field.kolom, butirGiven(field, given).length)
        : caraOf(field.tipe, toLocal(nowMs, kantor.zonaWaktu).tanggal),
    ),
    pilihan: choicesFor(field, given, offered),
  };
}

/** How a field of this kind is answered; a day by one that is near. */
const caraOf = (tipe: IsianFormulir["tipe"], today: Tanggal): Teks =>
  tipe === "tanggal"
    ? fill(caraText.tanggal, { contoh: contohTanggal(today).contoh })
    : caraText[tipe];

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

/** What stands in a line and in which order; once there are some, how to go on. */
const kolomLines = (kolomList: readonly KolomDaftar[], jumlah: number): Teks =>
  lines(
    fill(formulirText.kolom, { kolom: kolomList.map(({ nama }) => nama.toLowerCase()).join("; ") }),
    jumlah === 0 ? [] : formulirText.tambah,
  );

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

const calonLines = ({ context }: Turn): readonly Teks[] =>
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
      ? field.opsi.map((judul, index) =>
          offer(`opsi-${index + 1}`, judul, jawab({ tipe: "pilihan", teks: judul })),
        )
      : [];
  return [opsi, keepOffer(field, given, offered), [batal]].filter((row) => row.length > 0);
}

/** To leave what was given, to take what is offered, or to leave out what may be. */
function keepOffer(
  field: IsianFormulir,
  given: NilaiFormulir | undefined,
  offered: NilaiFormulir | null,
): readonly Offer[] {
  const { tipe, wajib } = field;
  if (given !== undefined && (tipe === "berkas" || butirGiven(field, given).length > 0)) {
    return [offer("selesai", formulirText.selesai, lewati)];
  }
  if (given !== undefined && !isBertambah(field))
    return [offer("tetap", formulirText.tetap, lewati)];
  if (offered !== null) return [offer("bawaan", formulirText.pakai, jawab(offered))];
  return wajib ? [] : [offer("lewati", formulirText.lewati, lewati)];
}

/** Asks an unusual answer back before it is taken. */
export function confirmQuestion({ kantor }: World, { calon, sebab, data }: Ragu): Asked {
  const [nilai] = calon;
  if (nilai === undefined || "jenis" in nilai || !isSebab(sebab)) {
    throw new Error(`nothing is asked back because of ${sebab}`);
  }
  return {
    teks: fillAny(tegasText[sebab], { ...data, nilai: nilaiText(nilai, kantor) }),
    pilihan: [
      [
        offer("betul", formulirText.betul, jawab(nilai)),
        offer("ulang", formulirText.ketikUlang, { kind: "ulang" }),
      ],
    ],
  };
}

const isSebab = (sebab: string): sebab is SebabTegas => Object.hasOwn(tegasText, sebab);
