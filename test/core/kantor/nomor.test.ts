import { describe, expect, it } from "vitest";
import {
  formatNomor,
  isTerpakai,
  type NomorTercatat,
  nomorBerikut,
  RegisterNomor,
} from "../../../src/core/kantor/nomor.ts";
import { TataSurat } from "../../../src/core/kantor/schema.ts";
import { kantor } from "../rekap/sample.ts";
import { at } from "../waktu/support.ts";

const nowMs = at("2027-01-04 09:00");
const taken = (register: RegisterNomor, urut: number, tahun = 2027): NomorTercatat => ({
  register,
  tahun,
  urut,
});
const buku = (surat: TataSurat | undefined, nomorList: readonly NomorTercatat[]) => ({
  nowMs,
  kantor: { ...kantor, surat },
  nomorList,
});
const satu = TataSurat.parse({ klasifikasi: "000.8", instansi: "DU" });
const beda = TataSurat.parse({
  klasifikasi: "000.8",
  klasifikasiKeputusan: "188.4",
  instansi: "DU",
});

describe("the registers of an office", () => {
  it.each([
    ["a shared classification", satu, 3],
    ["a decree's own classification", beda, 1],
    ["no classification, but a mark for decrees", undefined, 1],
  ])("with %s number the next decree on from there", (_, surat, next) => {
    const list = [taken("surat-keluar", 1), taken("surat-keluar", 2)];
    expect(nomorBerikut(buku(surat, list), "keputusan")).toBe(next);
    expect(isTerpakai(buku(surat, list), "keputusan", 2)).toBe(next === 3);
  });

  it.each([satu, beda, undefined])("never print a number twice: %o", (surat) => {
    const list: NomorTercatat[] = [taken("surat-keluar", 9, 2026)];
    for (let round = 0; round < 3; round += 1) {
      for (const register of RegisterNomor.options) {
        list.push(taken(register, nomorBerikut(buku(surat, list), register)));
      }
    }
    const printed = list.map((one) => formatNomor({ ...kantor, surat }, one));
    expect(new Set(printed).size).toBe(printed.length);
  });
});
