import type { Bahasa, Kantor, PegawaiId } from "../kantor/schema.ts";
import type { IstilahTriwulan } from "../kinerja/periode.ts";
import { mapBlok } from "./blok.ts";
import type { Kamus } from "./kamus.ts";
import type { BlokTeks, Pesan, Pilihan, RichText, Span } from "./pesan.ts";
import { joinSpans, plain, plainText } from "./spans.ts";
import type { Bentuk, Deret, TawaranRows, Teks, Ucapan, Ungkapan } from "./teks.ts";

/** Somebody who reads: all texts there are, their language, and the words of their office. */
export interface Pembaca {
  readonly kamus: Kamus;
  readonly bahasa: Bahasa;
  readonly kata: { readonly sapaan: string; readonly istilahTriwulan: IstilahTriwulan };
}

/** Whoever of an office reads; null for the office as such, as what is kept is worded for nobody. */
export function pembacaOf(
  { kamus, kantor }: { readonly kamus: Kamus; readonly kantor: Kantor },
  pegawaiId: PegawaiId | null,
): Pembaca {
  const bahasa = kantor.pegawaiList.find(({ id }) => id === pegawaiId)?.bahasa ?? kantor.bahasa;
  return {
    kamus,
    bahasa: bahasa ?? "id",
    kata: {
      ...KATA,
      istilahTriwulan: kantor.istilahTriwulan,
      ...(kantor.sapaan && { sapaan: kantor.sapaan }),
    },
  };
}

/** Somebody whose office is not known. */
export const pembacaAsing = (kamus: Kamus): Pembaca => ({ kamus, bahasa: "id", kata: KATA });

/** What every text may say without being given it; an office may call it otherwise. */
const KATA: Pembaca["kata"] = { sapaan: "Bapak/Ibu", istilahTriwulan: "triwulan" };

/** A text as this person reads it. */
export function inWords(pembaca: Pembaca, teks: Teks): RichText {
  if (typeof teks === "string") return plain(teks);
  if ("teks" in teks) return [teks];
  if ("kunci" in teks) return joinSpans(spansOf(pembaca, teks));
  if ("polos" in teks) return inWords(pembaca, teks.polos);
  if ("deret" in teks) {
    const said = teks.deret.map((one) => inWords(pembaca, one)).filter((one) => one.length > 0);
    const between = inWords(pembaca, teks.antara);
    return joinSpans(said.flatMap((one, index) => (index === 0 ? one : [...between, ...one])));
  }
  return joinSpans(teks.flatMap((one) => inWords(pembaca, one)));
}

/**
 * The same laid out; null where no part of it has a look of its own. Texts that stand below one
 * another are one paragraph until something with a look comes between them.
 */
export function inBlocks(pembaca: Pembaca, teks: Teks): readonly BlokTeks[] | null {
  if (!hasLook(teks)) return null;
  return partsOf(teks).flatMap((part): readonly BlokTeks[] => {
    if (isBentuk(part))
      return part.blokList.map((blok) => mapBlok(blok, (one) => inWords(pembaca, one)));
    const said = inWords(pembaca, part);
    return said.length === 0 ? [] : [{ jenis: "alinea", teks: said }];
  });
}

function hasLook(teks: Teks): boolean {
  if (isBentuk(teks)) return true;
  return isDeret(teks) && teks.deret.some(hasLook);
}

/** Paragraphs and looks in their order. */
function partsOf(teks: Teks): readonly Teks[] {
  if (!isDeret(teks) || !hasLook(teks)) return [teks];
  const partList: Teks[] = [];
  let open: Teks[] = [];
  const close = (): void => {
    if (open.length > 0) partList.push({ deret: open, antara: teks.antara });
    open = [];
  };
  for (const one of teks.deret) {
    if (!hasLook(one)) open.push(one);
    else {
      close();
      partList.push(...partsOf(one));
    }
  }
  close();
  return partList;
}

const isBentuk = (teks: Teks): teks is Bentuk => typeof teks === "object" && "polos" in teks;

const isDeret = (teks: Teks): teks is Deret => typeof teks === "object" && "deret" in teks;

/** The same without its looks: what stands on a button or in a cell. */
export const inPlainWords = (pembaca: Pembaca, teks: Teks): string =>
  plainText(inWords(pembaca, teks));

/** A message as this person reads it. */
export function sayTo(pembaca: Pembaca, { teks, pilihan, singkat, ...rest }: Ucapan): Pesan {
  const blok = inBlocks(pembaca, teks);
  return {
    ...rest,
    ...(pembaca.bahasa !== "id" && { bahasa: pembaca.bahasa }),
    teks: inWords(pembaca, teks),
    ...(blok !== null && { blok }),
    ...(pilihan && { pilihan: titlesFor(pembaca, pilihan) }),
    ...(singkat !== undefined && { singkat: inWords(pembaca, singkat) }),
  };
}

/** Choices as this person reads them, and may type them. */
export const titlesFor = (pembaca: Pembaca, rows: TawaranRows): readonly (readonly Pilihan[])[] =>
  rows.map((row) =>
    row.map(({ judul, ...rest }) => ({ ...rest, judul: inPlainWords(pembaca, judul) })),
  );

function spansOf(pembaca: Pembaca, { kunci, data, saat }: Ungkapan): readonly Span[] {
  const kalimat = pembaca.kamus[pembaca.bahasa].get(kunci) ?? pembaca.kamus.id.get(kunci);
  if (kalimat === undefined) throw new Error(`no text is called ${kunci}`);
  const values = Object.entries(data).map(([nama, isi]): [string, string | number] => [
    nama,
    typeof isi === "number" ? isi : inPlainWords(pembaca, isi),
  ]);
  return kalimat
    .formatToParts<Span>({ ...pembaca.kata, ...Object.fromEntries(values), b: bold })
    .map(({ value }) => (typeof value === "string" ? { teks: value } : value))
    .map((span) => (saat === undefined ? span : { ...span, saat }));
}

const bold = (parts: readonly (string | Span)[]): Span[] =>
  parts.map((part) => ({ teks: typeof part === "string" ? part : part.teks, tebal: true }));
