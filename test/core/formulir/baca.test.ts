import { describe, expect, it } from "vitest";
import { bacaIsian } from "../../../src/core/formulir/baca.ts";
import type { IsianFormulir } from "../../../src/core/formulir/schema.ts";
import { worldOf } from "../../support/world.ts";

const rangkap: IsianFormulir = {
  kode: "jumlahRangkap",
  nama: "Jumlah rangkap",
  tanya: "Digandakan berapa rangkap?",
  wajib: true,
  tipe: "angka",
  satuan: "rangkap",
  min: 1,
  maks: 2000,
};

describe("a number in a form", () => {
  it.each([
    ["3", 3],
    ["tiga rangkap", 3],
    ["✅ 3 ya pak", 3],
  ])("%j is taken", (text, nilai) =>
    expect(bacaIsian(rangkap, text, worldOf())).toEqual({
      kind: "nilai",
      nilai: { tipe: "angka", nilai },
    }),
  );

  it.each([
    ["3O", "bilangan-bersisa", { sisa: "“O”" }],
    ["sekitar 3", "bilangan-bersisa", { sisa: "“sekitar”" }],
    ["3 lembar", "satuan-lain", { satuan: "rangkap", lain: "lembar" }],
    ["2,5", "bilangan-pecahan", { satuan: "rangkap" }],
  ])("%j is asked back", (text, sebab, data) =>
    expect(bacaIsian(rangkap, text, worldOf())).toMatchObject({ kind: "tegaskan", sebab, data }),
  );

  it.each([
    ["3/4", "bilangan-tidak-terbaca"],
    ["10:30", "bilangan-tidak-terbaca"],
    ["nihil", "bilangan-tidak-terbaca"],
    ["1.500", "bilangan-dua-cara"],
    ["0", "bilangan-di-luar-batas"],
  ])("%j is refused", (text, sebab) =>
    expect(bacaIsian(rangkap, text, worldOf())).toMatchObject({ kind: "ditolak", sebab }),
  );
});
