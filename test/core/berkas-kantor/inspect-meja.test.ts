import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { parseKantor } from "../../../src/catalog/load-kantor.ts";

const catalog = await loadCatalog("flows");
const warningsOf = (name: string, without: string): readonly string[] => {
  const text = readFileSync(`test/support/kantor/uji-${name}.yaml`, "utf8");
  const changed = text.replaceAll(`peran: [${without}]`, "peran: [admin]");
  return parseKantor("uji.yaml", changed, catalog).peringatan.map(({ pesan }) => pesan);
};

describe("an office whose sheet has forms", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["needs nobody for a team that is chosen on the way", "dinas", "tim", []],
    ["needs no Inspektorat: the sender records the receipt", "mekanisme", "inspektorat", []],
    [
      "is told of a desk where nobody sits",
      "dinas",
      "jfp",
      [
        "SOP dinas-pengukuran langkah 3: belum ada pegawai berperan jfp",
        "SOP dinas-pengukuran langkah 9a: belum ada pegawai berperan jfp",
      ],
    ],
  ])("%s", (_, name, without, expected) => {
    expect(warningsOf(name, without)).toEqual(expected);
  });
});
