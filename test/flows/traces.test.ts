import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { loadKantor } from "../../src/catalog/load-kantor.ts";
import type { KantorIsi } from "../../src/core/kantor/isi.ts";
import type { RealisasiByKode } from "../../src/core/kinerja/realisasi.ts";
import { isianOf } from "../core/engine/play.ts";
import { at } from "../support/world.ts";
import { scriptList as dinas } from "./dinas-pengukuran.script.ts";
import {
  isianTw4,
  scriptList as paringin,
  type Script,
  type ScriptContext,
} from "./paringin-selatan.script.ts";
import { record } from "./trace.ts";

const sheetList = [
  { sheet: "paringin-selatan", file: "flows/kantor/peraga.yaml", scriptList: paringin },
  {
    sheet: "dinas-pengukuran",
    file: "test/support/kantor/uji-dinas.yaml",
    scriptList: dinas,
  },
] as const;

const catalog = await loadCatalog("flows");

async function officeOf(file: string): Promise<KantorIsi> {
  const { isi } = await loadKantor(file, catalog);
  if (isi === null) throw new Error(`${file} does not load`);
  return isi;
}

/** The figures the office file brings, and for a roll-up those of the last triwulan too. */
function realisasiFor({ realisasi }: KantorIsi, { selesai }: Script): RealisasiByKode {
  const byKode: Record<string, RealisasiByKode[string]> = {};
  const put = (kode: string, periode: string, one: RealisasiByKode[string][string]): void => {
    byKode[kode] = { ...byKode[kode], [periode]: one };
  };
  for (const { kode, periode, isian, keterangan = null } of realisasi) {
    put(kode, periode, { isian, keterangan });
  }
  if (selesai.includes("2026-TW4")) {
    for (const { isi: kode, nilai, sebab = null } of isianTw4) {
      put(kode, "2026-TW4", { isian: isianOf(nilai), keterangan: sebab });
    }
  }
  return byKode;
}

const contextOf = (isi: KantorIsi, sheet: string, script: Script): ScriptContext => ({
  kantor: isi.kantor,
  calendar: isi.calendar,
  nowMs: at(script.mulai),
  terhubung: new Set(isi.kantor.pegawaiList.map(({ id }) => id)),
  realisasi: realisasiFor(isi, script),
  periodeSelesai: new Set(script.selesai.map((periode) => `${sheet}/${periode}`)),
});

describe.each(sheetList)("$sheet, read by everybody who works on it", (one) => {
  const { sheet, file, scriptList } = one;
  it.each(scriptList)("goes as recorded: $nama (npm run test:update)", async (script) => {
    const isi = await officeOf(file);
    const sop = isi.sopList.find(({ sop: { id } }) => id === sheet)?.sop;
    if (sop === undefined) throw new Error(`${file} does not run ${sheet}`);
    const { nama, periode, acts } = script;
    const trace = record({ sop, periode, context: contextOf(isi, sheet, script) }, acts);
    const text = `${JSON.stringify(trace, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${sheet}.${nama}.json`);
  });

  it("has a script for every recording", () => {
    const recordings = readdirSync("test/flows").filter(
      (name) => name.startsWith(`${sheet}.`) && name.endsWith(".json"),
    );
    expect(recordings.toSorted()).toEqual(
      scriptList.map(({ nama }) => `${sheet}.${nama}.json`).toSorted(),
    );
  });
});
