import type { BarisDokumen, KunciBaris } from "./baris.ts";
import type { SelDokumen } from "./dokumen.ts";

/** A cell with several numbered lines holds several indikator, where the figures beside it are as many. */
export function pecahBaris(baris: BarisDokumen): readonly BarisDokumen[] {
  const lines = linesOf(baris.indikator);
  const starts = lines.filter((line) => BERNOMOR.test(line));
  if (starts.length < 2 || !BERNOMOR.test(lines[0] ?? "")) return [baris];
  const nameList = joined(lines);
  const parts = new Map<KunciBaris, readonly (readonly SelDokumen[])[]>();
  for (const [kunci, selList] of baris.selByKunci) {
    const shared = selList.flatMap((sel) => linesOf(sel.teks).map((teks) => ({ ...sel, teks })));
    if (shared.length === nameList.length)
      parts.set(
        kunci,
        shared.map((sel) => [sel]),
      );
    else
      parts.set(
        kunci,
        nameList.map(() => (isAngka(kunci) ? [] : selList)),
      );
  }
  return nameList.map((indikator, at) => ({
    ...baris,
    indikator,
    selByKunci: new Map([...parts].map(([kunci, list]) => [kunci, list[at] ?? []])),
  }));
}

const BERNOMOR = /^\s*\(?(\d{1,2}(\.\d{1,2})*|[a-z])[.)]+\s*\S/;

const linesOf = (teks: string): readonly string[] =>
  teks
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A line without a number goes on with the one above. */
function joined(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const last = found.length - 1;
    if (BERNOMOR.test(line) || last < 0) found.push(line);
    else found[last] = `${found[last]} ${line}`;
  }
  return found;
}

const isAngka = (kunci: KunciBaris): boolean => kunci === "target" || kunci.startsWith("tw");
