import { Document, isMap, isNode, isPair, isScalar, isSeq } from "yaml";
import { z } from "zod";
import type { DrafSop } from "../core/sop/impor/draf.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { parseYaml } from "./read-yaml.ts";

/** A draft as the text of a file, and where in it a person must decide. */
export interface DrafTertulis {
  readonly text: string;
  readonly keraguan: readonly Problem[];
}

/** What every doubt begins with, so that a search finds them all. */
const TANDA = "PERIKSA";

/** Writes a draft for `file` as YAML, every doubt as a comment above what it is about. */
export function tulisSop(file: string, { isi, keraguanList }: DrafSop, asal: string): DrafTertulis {
  const doc = new Document(isi);
  for (const { jalur, pesan } of keraguanList) comment(doc, jalur, ` ${TANDA}: ${pesan}`);
  for (const jalur of sebaris(isi)) flow(doc, jalur);
  doc.commentBefore = [
    " yaml-language-server: $schema=../sop.schema.json",
    ` Draf dari ${asal}. Bandingkan dengan lembarnya; setiap baris ${TANDA} diputuskan orang, lalu dihapus.`,
  ].join("\n");
  const text = doc.toString({ lineWidth: 0 });
  const read = parseYaml(file, text, z.unknown());
  const keraguan =
    read.kind === "read" ? keraguanList.map(({ jalur, pesan }) => read.at(jalur, pesan)) : [];
  return { text, keraguan: sortProblems(keraguan) };
}

/** Short lists and pairs that are easier to read on one line, as in the sheets that are there. */
const sebaris = ({ langkah }: DrafSop["isi"]): readonly (readonly (string | number)[])[] => [
  ["siklus", "triwulan"],
  ["pelaksana"],
  ...langkah.flatMap((_, index) =>
    ["pelaksana", "hasil"].map((kunci) => ["langkah", index, kunci] as const),
  ),
];

function flow(doc: Document, jalur: readonly (string | number)[]): void {
  const node: unknown = doc.getIn(jalur, true);
  if (isMap(node) || isSeq(node)) node.flow = true;
}

/** Above the key a path leads to, or above the entry of a list it ends in. */
function comment(doc: Document, jalur: readonly (string | number)[], teks: string): void {
  const parent: unknown = doc.getIn(jalur.slice(0, -1), true);
  const last = jalur.at(-1);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => (isScalar(key) ? key.value === last : key === last))
    : undefined;
  const node: unknown = isPair(pair) ? pair.key : doc.getIn(jalur, true);
  if (!isNode(node)) return;
  node.commentBefore =
    node.commentBefore === undefined || node.commentBefore === null
      ? teks
      : `${node.commentBefore}\n${teks}`;
}
