import type { LangkahNo } from "../reference.ts";
import type { Siklus, Sop } from "../schema.ts";
import { galat, type Temuan } from "../temuan.ts";

type JenisSiklus = keyof Siklus;

/** The three kinds of period a sheet may run in, shortest first. */
export const jenisSiklusList: readonly JenisSiklus[] = ["triwulan", "semester", "tahunan"];

/** Whether every langkah runs in exactly one kind of period, in the order of the sheet. */
export function inspectSiklus(sop: Sop): readonly Temuan[] {
  const entryList = jenisSiklusList.flatMap((jenis) =>
    (sop.siklus[jenis] ?? []).map((no, index) => ({ jenis, no, index })),
  );
  const listed = entryList.flatMap((entry, order): readonly Temuan[] => {
    const earlier = entryList.slice(0, order).find(({ no }) => no === entry.no);
    const pesan = faultOf(sop, entry, earlier?.jenis);
    return pesan === null
      ? []
      : [galat(entry.no, ["siklus", entry.jenis, entry.index], `siklus ${entry.jenis}: ${pesan}`)];
  });
  const known = new Set(entryList.map(({ no }) => no));
  const left = sop.langkah.flatMap(({ no }, index) =>
    known.has(no)
      ? []
      : [galat(no, ["langkah", index, "no"], `langkah ${no} tidak masuk siklus mana pun`)],
  );
  return [...listed, ...left];
}

function faultOf(
  sop: Sop,
  entry: { readonly jenis: JenisSiklus; readonly no: LangkahNo; readonly index: number },
  earlier: JenisSiklus | undefined,
): string | null {
  const { jenis, no, index } = entry;
  const position = positionOf(sop, no);
  if (position < 0) return `langkah ${no} tidak ada`;
  if (earlier === jenis) return `langkah ${no} tertulis dua kali`;
  if (earlier !== undefined) return `langkah ${no} sudah ada di siklus ${earlier}`;
  const before = sop.siklus[jenis]?.[index - 1];
  return before !== undefined && positionOf(sop, before) > position
    ? `langkah ${no} berada sesudah langkah ${before}; ikuti urutan lembar`
    : null;
}

const positionOf = ({ langkah }: Sop, no: LangkahNo): number =>
  langkah.findIndex((one) => one.no === no);
