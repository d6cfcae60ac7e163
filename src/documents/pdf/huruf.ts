import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { shipped } from "../../shipped.ts";
import { berkasHuruf } from "../huruf.ts";

type Gaya = keyof typeof berkasHuruf;

/**
 * What reads typefaces for pdfmake, as far as it is asked here. It must be the very one pdfmake has, so it is
 * found from there.
 */
interface Fontkit {
  create(data: Uint8Array): object;
  registerFormat(format: {
    probe(data: Uint8Array): boolean;
    new (stream: { readonly buffer: Uint8Array }): object;
  }): void;
}
const pdfkit = createRequire(createRequire(import.meta.url).resolve("pdfmake")).resolve("pdfkit");
const fontkit: Fontkit = createRequire(pdfkit)("fontkit");

const TANDA = "sopir-huruf ";
const penunjuk = (gaya: Gaya): string => join(shipped.huruf, `${gaya}.huruf`);

/**
 * The typeface as pdfmake is given it: files that only name a style. pdfmake reads a typeface anew for each
 * document, which takes longer than a letter does; what these name is read once.
 */
export const hurufPdf = {
  normal: penunjuk("normal"),
  bold: penunjuk("bold"),
  italics: penunjuk("italics"),
  bolditalics: penunjuk("bolditalics"),
} as const satisfies Readonly<Record<Gaya, string>>;

const terbaca = new Map<string, object>();

/** A style by its name, its file read at the first time. */
function hurufOf(nama: string): object {
  const found = terbaca.get(nama);
  if (found !== undefined) return found;
  const [, file] = Object.entries(berkasHuruf).find(([gaya]) => gaya === nama) ?? [];
  if (file === undefined) throw new Error(`no typeface is called ${nama}`);
  const read = fontkit.create(readFileSync(file));
  terbaca.set(nama, read);
  return read;
}

const isiOf = (data: Uint8Array): string => Buffer.from(data).toString("latin1");

fontkit.registerFormat(
  class {
    static probe(data: Uint8Array): boolean {
      return isiOf(data).startsWith(TANDA);
    }
    /**
     * The tables are everybody's, the letters one document's own: a letter keeps the sign it was first written
     * for, and what is drawn as a hyphen may be one or the mark of where a word may break.
     */
    constructor({ buffer }: { readonly buffer: Uint8Array }) {
      const shared = hurufOf(isiOf(buffer).slice(TANDA.length).trim());
      return Object.create(shared, { _glyphs: { value: {} } });
    }
  },
);
