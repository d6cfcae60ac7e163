import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { checkFiles } from "../../../src/app/papers/check-files.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { angka, BERKAS_TW4, revisi } from "../../core/rekap/sample.ts";
import {
  kantor,
  type NaskahOffice,
  openNaskahOffice,
  paperOf,
} from "../../support/naskah-office.ts";

let office: NaskahOffice;
afterEach(() => office.close());

it("looks at papers, evidence and forms, at each file once, and names what is not as it was", async () => {
  office = await openNaskahOffice(async ({ put }) => ({
    formulirByLangkah: {
      [LangkahNo.parse("4")]: {
        foto: { tipe: "berkas", buktiList: [await put("foto", "rapat.jpg")] },
      },
    },
  }));
  const unggahan = await office.put("pindaian", "ttd.pdf");
  const survei = await office.put("survei", "survei.pdf");
  const row = revisi(["1.1", 3], angka(86), ["kasi-pelayanan", "2027-01-04 11:00"]);
  await office.commit({
    naskah: [paperOf(1, { jenis: "laporan", sebutan: "Bertanda tangan", unggahan })],
    realisasi: [
      { ...row, kantorId: kantor.id, bukti: [survei] },
      { ...row, revisi: 4, kantorId: kantor.id, bukti: [survei] },
    ],
  });
  expect(await checkFiles(office)).toEqual({ diperiksa: 3, dimusnahkan: 0, rusak: [] });
  for (const { hash } of [survei, unggahan]) {
    rmSync(join(office.dir, "berkas", hash.slice(0, 2), hash.slice(2)));
  }
  const { diperiksa, rusak } = await checkFiles(office);
  expect(diperiksa).toBe(3);
  expect(rusak.map(({ apa, berkasId, keadaan }) => `${apa} | ${berkasId} | ${keadaan}`)).toEqual([
    `Naskah ${BERKAS_TW4}-n1 (SK Tim, Bertanda tangan) | ${BERKAS_TW4} | hilang`,
    `Bukti 1.1 2026-TW4 (survei.pdf) | ${BERKAS_TW4} | hilang`,
  ]);
});
