import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLke } from "../../../src/catalog/load-lke.ts";
import type { IsiArsip } from "../../../src/core/arsip/isi.ts";
import { indeksLke, type Terkumpul } from "../../../src/core/arsip/lke/indeks.ts";
import {
  type BahanLke,
  celaLke,
  jenisBahan,
  kriteriaList,
  Lke,
} from "../../../src/core/arsip/lke/schema.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";

const shipped = await readLke("flows");

const komponen = (bobot: number, subBobot: number, kode = "1.a.1") => ({
  kode: "1",
  nama: "Perencanaan",
  bobot,
  sub: [
    {
      kode: "1.a",
      nama: "Pemenuhan",
      bobot: subBobot,
      kriteria: [{ kode, uraian: "Perjanjian Kinerja", bukti: ["lkjip"] }],
    },
  ],
});

describe("the criteria", () => {
  it("that are shipped add up to a hundred and name papers there are", () => {
    expect(celaLke(shipped)).toEqual([]);
    const made = new Set(readdirSync("flows/naskah").map((file) => file.replace(/\.yaml$/, "")));
    const named = kriteriaList(shipped).flatMap(({ bukti }) => bukti);
    for (const bahan of named) {
      const jenis = jenisBahan(bahan);
      if (jenis !== null) expect(made).toContain(jenis);
    }
  });

  it.each([
    ["components that do not add up", [komponen(90, 90)], "bobot komponen berjumlah 90, bukan 100"],
    [
      "sub-components that do not add up",
      [komponen(100, 60)],
      "bobot subkomponen Perencanaan berjumlah 60, bukan 100",
    ],
    [
      "a criterion that is there twice",
      [komponen(50, 50), komponen(50, 50)],
      "kriteria 1.a.1 tertulis dua kali",
    ],
  ])("are refused for %s", (_, list, pesan) => {
    const lke = Lke.parse({ dasar: "Uji", komponen: list });
    expect(celaLke(lke).map((one) => one.pesan)).toEqual([pesan]);
  });

  it("are proved by something, or enclosed by the office", () => {
    const [empty] = [komponen(100, 100)];
    const kriteria = [{ kode: "1.a.1", uraian: "Kosong" }];
    const sub = [{ ...empty.sub[0], kriteria }];
    expect(Lke.safeParse({ dasar: "Uji", komponen: [{ ...empty, sub }] }).success).toBe(false);
  });
});

const file = (
  bahan: BahanLke,
  periode: string,
  part: Partial<IsiArsip> = {},
): Terkumpul<IsiArsip> => ({
  bahan,
  periode: Periode.parse(periode),
  selesai: true,
  isi: {
    path: `${bahan}/${periode}`,
    apa: "Laporan Kinerja",
    bukti: { hash: periode, nama: "a.pdf", mime: "application/pdf", ukuranByte: 1 },
    sebutan: null,
    nomor: null,
    keadaan: "utuh",
    samaDengan: null,
    ...part,
  },
});
const index = (list: readonly Terkumpul<IsiArsip>[], kode: string) =>
  indeksLke(shipped, list, { tahun: 2026, istilahTriwulan: "tribulan" }).find(
    ({ kriteria }) => kriteria.kode === kode,
  );

describe("the index", () => {
  it("names the reports of a year that are not there, each by its period", () => {
    const list = [file("laporan-triwulan", "2026-TW1"), file("laporan-triwulan", "2026-TW4")];
    expect(index(list, "3.a.1")).toMatchObject({
      pathList: ["laporan-triwulan/2026-TW1", "laporan-triwulan/2026-TW4"],
      kurang: ["Laporan Kinerja Tribulan II 2026", "Laporan Kinerja Tribulan III 2026", "LKjIP"],
    });
  });

  it("counts a file that cannot be had as missing and says why", () => {
    const gone = file("lkjip", "2026", { keadaan: "dimusnahkan" });
    expect(index([gone], "3.b.1")).toMatchObject({
      pathList: [],
      kurang: ["Laporan Kinerja Tahun 2026 (dimusnahkan menurut jadwal penyimpanan)"],
    });
  });

  it("shows the report of a berkas that still runs, and says that it may change", () => {
    const draf = { ...file("lkjip", "2026"), selesai: false };
    expect(index([draf], "3.b.1")).toMatchObject({
      pathList: ["lkjip/2026"],
      kurang: ["Laporan Kinerja Tahun 2026 (berkasnya belum selesai)"],
    });
  });

  it("points to the place where the same bytes are packed", () => {
    const same = file("lkjip", "2026", { samaDengan: "LKjIP/01.pdf" });
    expect(index([same], "3.b.1")).toMatchObject({ pathList: ["LKjIP/01.pdf"], kurang: [] });
  });
});
