import { bagianKalimat, type Celah, type KalimatByKunci } from "../core/pesan/kamus.ts";
import { type IsiTeks, KATA_KANTOR, kalimatByKunci, type TeksSumber } from "./load-teks.ts";

/**
 * The module the code names its texts by: one constant for each group, `isianText` for `isian`, whose
 * types carry the slots of each text.
 */
export function teksSource(sumber: TeksSumber): string {
  const kalimat = kalimatByKunci(sumber);
  const body = Object.entries(sumber.isi).map(
    ([nama, isi]) => `export const ${nama}Text = ${valueOf(nama, isi, kalimat)};\n`,
  );
  return `${HEAD}\n${body.join("\n")}`;
}

const HEAD = `// Made by npm run gen from flows/teks/id.yaml.
import type { Kunci, Polos, Teks } from "../core/pesan/teks.ts";

type Isi = Teks | number;
const polos = (kunci: string): Polos => ({ kunci, data: {} });
const celah = <Data>(kunci: string): Kunci<Data> => ({ kunci });
`;

function valueOf(kunci: string, isi: string | IsiTeks, kalimat: KalimatByKunci): string {
  if (typeof isi === "string") return textOf(kunci, kalimat);
  const members = Object.entries(isi).map(([nama, value]) => {
    const said = typeof value === "string" ? `/** ${commentOf(value)} */ ` : "";
    return `  ${said}${JSON.stringify(nama)}: ${valueOf(`${kunci}.${nama}`, value, kalimat)},`;
  });
  return `{\n${members.join("\n")}\n}`;
}

/** What an editor shows where a text is named. */
const commentOf = (teks: string): string => teks.replaceAll("*/", "* /").replaceAll("\n", " ⏎ ");

function textOf(kunci: string, kalimat: KalimatByKunci): string {
  const message = kalimat.get(kunci);
  const slots = message === undefined ? [] : [...bagianKalimat(message).celah];
  const asked = slots.filter(([nama]) => !KATA_KANTOR.has(nama));
  if (asked.length === 0) return `polos("${kunci}")`;
  const data = asked.map(([nama, celah]) => `readonly ${nama}: ${typeOf(celah)}`).join("; ");
  return `celah<{ ${data} }>("${kunci}")`;
}

function typeOf(celah: Celah): string {
  if (celah === "teks") return "Isi";
  return celah === "angka" ? "number" : celah.map((one) => JSON.stringify(one)).join(" | ");
}
