import { IntlMessageFormat } from "intl-messageformat";
import type { Bahasa } from "../kantor/schema.ts";

/** One text in one language, parsed. */
export type Kalimat = IntlMessageFormat;

/** The texts of one language by their key: `isian.kepala`. */
export type KalimatByKunci = Pick<ReadonlyMap<string, Kalimat>, "get">;

/** All texts in all languages. Each is parsed once. */
export type Kamus = { readonly [B in Bahasa]: KalimatByKunci };

/** Reads one text of the catalog; throws a `SyntaxError` where it is no message. */
export const parseKalimat = (bahasa: Bahasa, teks: string): Kalimat =>
  new IntlMessageFormat(teks, bahasa, undefined, { captureLocation: false });

/** Texts that are known to be messages; each is parsed when it is first said. */
export function lazyKalimat(
  bahasa: Bahasa,
  teksByKunci: Readonly<Record<string, string>>,
): KalimatByKunci {
  const teksMap = new Map(Object.entries(teksByKunci));
  const parsed = new Map<string, Kalimat>();
  return {
    get(kunci) {
      const known = parsed.get(kunci);
      const teks = teksMap.get(kunci);
      if (known !== undefined || teks === undefined) return known;
      const kalimat = parseKalimat(bahasa, teks);
      parsed.set(kunci, kalimat);
      return kalimat;
    },
  };
}

/** What a slot takes: any text, a number that is counted, or one word of several. */
export type Celah = "teks" | "angka" | readonly string[];

/** The slots of a text by name, and the names of its tags. */
export interface BagianKalimat {
  readonly celah: ReadonlyMap<string, Celah>;
  readonly tanda: ReadonlySet<string>;
}

export function bagianKalimat(kalimat: Kalimat): BagianKalimat {
  const celah = new Map<string, Celah>();
  const tanda = new Set<string>();
  const visit = (list: ReturnType<Kalimat["getAst"]>): void => {
    for (const element of list) {
      const tipe: number = element.type;
      if ("children" in element) {
        tanda.add(element.value);
        visit(element.children);
      } else if ("options" in element) {
        celah.set(element.value, "pluralType" in element ? "angka" : Object.keys(element.options));
        for (const { value } of Object.values(element.options)) visit(value);
      } else if ("style" in element) celah.set(element.value, "angka");
      else if ("value" in element && tipe === ARGUMENT && !celah.has(element.value)) {
        celah.set(element.value, "teks");
      }
    }
  };
  visit(kalimat.getAst());
  return { celah, tanda };
}

/** How the parser marks a slot without a format; its enum is not exported to us. */
const ARGUMENT = 1;
