import { bagianKalimat, type Celah, type KalimatByKunci } from "../core/pesan/kamus.ts";
import { type IsiTeks, KATA_KANTOR, kalimatByKunci, type TeksFolder } from "./load-teks.ts";

/**
 * The module the code names its texts by: one constant for each group, `isianText` for `isian`, whose
 * types carry the slots of each text.
 */
export function teksSource({ sumber, terhitung }: Extract<TeksFolder, { kind: "read" }>): string {
  const kalimat = kalimatByKunci(sumber);
  const body = Object.entries(sumber.isi).map(
    ([nama, isi]) => `export const ${nama}Text = ${valueOf(nama, isi, { kalimat, terhitung })};\n`,
  );
  return `${HEAD}\n${body.join("\n")}`;
}

const HEAD = `// Made by npm run gen from flows/teks/id.yaml.
import type { Kunci, Polos, Teks } from "../core/pesan/teks.ts";

type Isi = Teks | number;
const polos = (kunci: string): Polos => ({ kunci, data: {} });
const celah = <Data>(kunci: string): Kunci<Data> => ({ kunci });
`;

interface Known {
  readonly kalimat: KalimatByKunci;
  readonly terhitung: ReadonlySet<string>;
}

function valueOf(kunci: string, isi: string | IsiTeks, known: Known): string {
  if (typeof isi === "string") return textOf(kunci, known);
  const members = Object.entries(isi).map(([nama, value]) => {
    const said = typeof value === "string" ? `/** ${commentOf(value)} */ ` : "";
    return `  ${said}${JSON.stringify(nama)}: ${valueOf(`${kunci}.${nama}`, value, known)},`;
  });
  return `{\n${members.join("\n")}\n}`;
}

/** What an editor shows where a text is named. */
const commentOf = (teks: string): string => teks.replaceAll("*/", "* /").replaceAll("\n", " ⏎ ");

function textOf(kunci: string, { kalimat, terhitung }: Known): string {
  const message = kalimat.get(kunci);
  const slots = message === undefined ? [] : [...bagianKalimat(message).celah];
  const asked = slots.filter(([nama]) => !KATA_KANTOR.has(nama));
  if (asked.length === 0) return `polos("${kunci}")`;
  const data = asked.map(([nama, celah]) => {
    const tipe = terhitung.has(`${kunci}/${nama}`) ? "number" : typeOf(celah);
    return `readonly ${nama}: ${tipe}`;
  });
  return `celah<{ ${data.join("; ")} }>("${kunci}")`;
}

function typeOf(celah: Celah): string {
  if (celah === "teks") return "Isi";
  return celah === "angka" ? "number" : celah.map((one) => JSON.stringify(one)).join(" | ");
}
