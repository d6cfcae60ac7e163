import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { loadKantor } from "../../src/catalog/load-kantor.ts";
import type { RealisasiByKode } from "../../src/core/kinerja/realisasi.ts";
import { isianOf } from "../core/engine/play.ts";
import { at } from "../support/world.ts";
import {
  isianTw4,
  type Script,
  type ScriptContext,
  scriptList,
} from "./paringin-selatan.script.ts";
import { record } from "./trace.ts";

const catalog = await loadCatalog("flows");
const { isi } = await loadKantor("flows/kantor/peraga.yaml", catalog);
if (isi === null) throw new Error("the demo office does not load");
const { kantor, calendar, sopList, realisasi: awal } = isi;
const sop = sopList.find((one) => one.sop.id === "paringin-selatan")?.sop;
if (sop === undefined) throw new Error("the demo office does not run the sheet");

/** The figures the office file brings, and for a roll-up those of the last triwulan too. */
function realisasiFor({ selesai }: Script): RealisasiByKode {
  const byKode: Record<string, RealisasiByKode[string]> = {};
  const put = (kode: string, periode: string, one: RealisasiByKode[string][string]): void => {
    byKode[kode] = { ...byKode[kode], [periode]: one };
  };
  for (const { kode, periode, isian, keterangan = null } of awal) {
    put(kode, periode, { isian, keterangan });
  }
  if (selesai.includes("2026-TW4")) {
    for (const { isi: kode, nilai, sebab = null } of isianTw4) {
      put(kode, "2026-TW4", { isian: isianOf(nilai), keterangan: sebab });
    }
  }
  return byKode;
}

const contextOf = (script: Script): ScriptContext => ({
  kantor,
  calendar,
  nowMs: at(script.mulai),
  terhubung: new Set(kantor.pegawaiList.map(({ id }) => id)),
  realisasi: realisasiFor(script),
  periodeSelesai: new Set(script.selesai.map((periode) => `paringin-selatan/${periode}`)),
});

describe("paringin-selatan, read by everybody who works on it", () => {
  it.each(scriptList)("goes as recorded: $nama (npm run test:update)", async (script) => {
    const { nama, periode, acts } = script;
    const trace = record({ sop, periode, context: contextOf(script) }, acts);
    const text = `${JSON.stringify(trace, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`paringin-selatan.${nama}.json`);
  });

  it("has a script for every recording", () => {
    const recordings = readdirSync("test/flows").filter((name) =>
      /^paringin-selatan\..*\.json$/.test(name),
    );
    expect(recordings.toSorted()).toEqual(
      scriptList.map(({ nama }) => `paringin-selatan.${nama}.json`).toSorted(),
    );
  });
});
