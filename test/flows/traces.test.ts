import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contextOf, sheetList } from "./sheets.ts";
import { record } from "./trace.ts";

describe.each(sheetList)("$sheet, read by everybody who works on it", (one) => {
  const { sheet, kantor, scriptList } = one;
  it.each(scriptList)("goes as recorded: $nama (npm run test:update)", async (script) => {
    const sop = kantor.sopList.find(({ sop: { id } }) => id === sheet)?.sop;
    if (sop === undefined) throw new Error(`the office does not run ${sheet}`);
    const { nama, periode, acts } = script;
    const trace = record({ sop, periode, context: contextOf(one, script) }, acts);
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
