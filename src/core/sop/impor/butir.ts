import { rapi } from "./sumber.ts";

/** The entries of a list that was printed into one cell: a line each, numbered, or behind hyphens. */
export function butirOf(teks: string): readonly string[] {
  const found: string[] = [];
  for (const line of teks.split("\n").map(rapi)) {
    if (line === "" || /^[-–—]$/.test(line)) continue;
    const [first = "", ...others] = entriesIn(line);
    const begins = /^(\d{1,2}[.)]|[a-z][.)]|[-–•*])\s/i.test(line) || found.length === 0;
    // a line in small letters goes on with the one above it
    if (begins || !/^[a-z(,;]/.test(line)) found.push(first);
    else found[found.length - 1] = rapi(`${found.at(-1)} ${first}`);
    found.push(...others);
  }
  return found.map(bare).filter((one) => one !== "");
}

/** "1. ATK 2. Komputer", "- ATK - Komputer": entries that share a line. */
function entriesIn(line: string): readonly string[] {
  if (/^[-–•]\s/.test(line)) return line.split(/\s[-–•]\s/);
  const first = /^(\d{1,2})[.)]\s/.exec(line);
  if (first === null) return [line];
  const found: string[] = [];
  let rest = line;
  for (let next = Number(first[1]) + 1; ; next += 1) {
    const at = rest.search(new RegExp(`(?<=[\\s;.)a-z])${next}[.)]\\s`));
    if (at < 0) return [...found, rest];
    found.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
}

const bare = (teks: string): string => rapi(teks.replace(/^(\d{1,2}[.)]|[-–•*])\s+/, ""));
