import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nomorPeriode, Periode, triwulanList } from "../../src/core/kinerja/periode.ts";
import type { RealisasiByKode } from "../../src/core/kinerja/realisasi.ts";
import { kantorUji } from "../support/jalan.ts";
import { at } from "../support/world.ts";
import { type ScriptKecamatan, scriptKecamatan } from "./kecamatan.script.ts";
import { record } from "./trace.ts";

const sopByKantor = {
  mekanisme: "mekanisme-pengukuran",
  pasrujambe: "pasrujambe",
  kemlagi: "kemlagi",
} as const;

const fileOf = ({ kantor, nama }: ScriptKecamatan): string =>
  `${Object.entries(sopByKantor).find(([id]) => id === kantor)?.[1]}.${nama}.json`;

/** For a year, every triwulan met its target and is closed. */
async function traceOf({ kantor: nama, periode, acts }: ScriptKecamatan): Promise<string> {
  const { kantor, calendar, sopList } = await kantorUji(nama);
  const [first] = sopList;
  if (first === undefined) throw new Error(`${nama} runs no sheet`);
  const selesai = periode.includes("TW") ? [] : triwulanList(Periode.parse(periode));
  const realisasi: Record<string, RealisasiByKode[string]> = {};
  for (const { kode, tahun, targetTriwulan } of kantor.indikatorList) {
    if (tahun !== 2026) continue;
    realisasi[kode] = Object.fromEntries(
      selesai.map((one) => {
        const nilai = targetTriwulan[nomorPeriode(one) - 1] ?? 0;
        return [one, { isian: { jenis: "angka" as const, nilai }, keterangan: null }];
      }),
    );
  }
  const trace = record(
    {
      sop: first.sop,
      periode,
      context: {
        kantor,
        calendar,
        nowMs: at("2027-01-04T07:30:00+07:00"),
        terhubung: new Set(kantor.pegawaiList.map(({ id }) => id)),
        realisasi,
        periodeSelesai: new Set(selesai.map((one) => `${first.sop.id}/${one}`)),
        nomorList: [],
      },
    },
    acts,
  );
  return `${JSON.stringify(trace, null, 2)}\n`;
}

describe("the sheets of a kecamatan, read by everybody who works on them", () => {
  it.each(scriptKecamatan)(
    "go as recorded: $kantor, $nama (npm run test:update)",
    async (script) => {
      await expect(await traceOf(script)).toMatchFileSnapshot(fileOf(script));
    },
  );

  it("have a script for every recording", () => {
    const prefixes = Object.values(sopByKantor).map((id) => `${id}.`);
    const recordings = readdirSync("test/flows").filter(
      (name) => name.endsWith(".json") && prefixes.some((prefix) => name.startsWith(prefix)),
    );
    expect(recordings.toSorted()).toEqual(scriptKecamatan.map(fileOf).toSorted());
  });
});
