import { describe, expect, it } from "vitest";
import type { SelLembar } from "../../../src/core/kinerja/format/index.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

const sop: Sop = Sop.parse({
  ...sopFormulir,
  id: "laporan-tahunan",
  siklus: { tahunan: [1, 2] },
  langkah: [
    {
      no: 1,
      uraian: "Menyusun laporan kinerja",
      jenis: "penyusunan",
      pelaksana: { peran: "kasubbag" },
      mutuBaku: { waktu: "1 jam", keluaran: ["Laporan Kinerja"] },
      hasil: { selesai: 2 },
    },
    {
      no: 2,
      uraian: "Menyetujui laporan kinerja",
      jenis: "keputusan",
      pelaksana: { peran: "camat" },
      mutuBaku: { waktu: "1 jam", keluaran: ["Laporan Kinerja"] },
      hasil: { setuju: "selesai", kembalikan: 1 },
    },
  ],
});

const sel = (kolom: string, baris: number, teks: string): SelLembar => ({
  baris,
  kolom,
  isi: { jenis: "teks", alamat: `${kolom}${baris}`, teks },
});

/** The yearly report lies before its compiler. */
function compiled(): Stage {
  const stage = new Stage(worldOf({ sopList: [{ sop, hash: "h4" }] }));
  stage.open("2026");
  return stage;
}

const BELUM = "Anggaran 2026 belum diisi";
const versions = (stage: Stage): readonly (string | null)[] =>
  stage.berkas().state.naskahList.map(({ sebutan }) => sebutan);

describe("the money of a year", () => {
  it("is asked of whoever compiles its report, and draws it anew", () => {
    const stage = compiled();
    expect(stage.lastText("perencanaan")).toContain(BELUM);
    stage.act("perencanaan", "/anggaran");
    stage.act("perencanaan", "Program Pelayanan; 100; 90; 1");
    const said = stage.act("perencanaan", { tap: "Ya, catat" });
    expect(said).toContain("Draf 2 Laporan Tahun 2026");
    expect(said).toContain("Anggaran 2026 dicatat");
    expect(said).not.toContain(BELUM);
    expect(versions(stage)).toEqual(["Draf 1", "Draf 2"]);
    expect(stage.world.kantor.anggaranList).toEqual([
      {
        tahun: 2026,
        programList: [
          {
            nama: "Program Pelayanan",
            sasaran: "Meningkatnya kualitas pelayanan",
            pagu: 100,
            realisasi: 90,
          },
        ],
      },
    ]);
  });

  it("does not touch what others have on their desks", () => {
    const stage = compiled();
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    stage.act("perencanaan", "/anggaran");
    stage.act("perencanaan", "Program Pelayanan; 100; 90");
    stage.act("perencanaan", { tap: "Ya, catat" });
    expect(versions(stage)).toEqual(["Draf 1"]);
  });

  it("comes from a workbook too, and waits to be agreed to", () => {
    const stage = compiled();
    const tabel = [
      sel("A", 1, "Program"),
      sel("B", 1, "Pagu"),
      sel("C", 1, "Realisasi"),
      sel("A", 2, "Program Pelayanan"),
      sel("B", 2, "100"),
      sel("C", 2, "120"),
    ];
    const said = stage.act("perencanaan", {
      file: "anggaran.xlsx",
      isi: { jenis: "tabel", tabelList: [tabel] },
    });
    expect(said).toContain(
      "Program Pelayanan: pagu Rp100, realisasi Rp120 (seluruh kantor) ⚠️ melebihi pagu",
    );
    expect(stage.world.kantor.anggaranList ?? []).toEqual([]);
    stage.act("perencanaan", { tap: "Ya, catat" });
    expect(stage.world.kantor.anggaranList).toHaveLength(1);
  });
});
