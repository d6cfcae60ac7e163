import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Office } from "./office.ts";

/** What was left on the heap once everything nobody refers to was collected, in MB. */
function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("this node has no collector to call");
  for (let round = 0; round < 2; round += 1) collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}

function forget(office: Office): void {
  const [complaint] = office.telegram.complaints;
  if (complaint !== undefined) throw new Error(complaint);
  office.telegram.forget();
  office.logLines.length = 0;
}

/** What people do all day: look, begin, give figures, correct them, leave off. */
const saidList = ["/tugas", "/isi", "86,5", "9", "ubah 1", "87,5", "/status", "/batal", "/rekap"];
const peopleList = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag", "sekcam"] as const;

/**
 * Lets an office work for so many turns and looks at the heap after every hundredth part of them. What the
 * double and the log remember is forgotten before each look: it is not the program's.
 * @returns the looks, in MB, the first when everything had been loaded once.
 */
export async function soak(turns: number): Promise<readonly number[]> {
  const office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
  });
  try {
    await office.moveTo("2027-01-04T07:40:00+08:00");
    const looks: number[] = [];
    const every = Math.max(50, Math.floor(turns / 100));
    for (let turn = 0; turn <= turns; turn += 1) {
      if (turn % every === 0 && turn > 0) {
        forget(office);
        looks.push(heapMb());
      }
      const id = peopleList[turn % peopleList.length] ?? "sekcam";
      await office.says(id, saidList[Math.floor(turn / 4) % saidList.length] ?? "/tugas");
    }
    return looks;
  } finally {
    await office.close();
  }
}
