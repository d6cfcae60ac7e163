import { describe, expect, it } from "vitest";
import { DOCX_MIME } from "../../../src/app/papers/naskah-file.ts";
import type { NaskahMasuk } from "../../../src/core/conversation/incoming/isi-berkas.ts";
import type { SelLembar } from "../../../src/core/kinerja/format/index.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, Stage } from "../../support/stage.ts";
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

/** The draft, edited in Word by whoever has it on the desk. */
function edited(stage: Stage, alinea: string): Act {
  const isi: NaskahMasuk = {
    jenis: "naskah",
    tanda: stage.berkas().state.draf?.naskahId ?? "",
    alineaList: [alinea],
    terbuka: { perubahan: 0, komentar: 0 },
    dasar: ["Satu."],
  };
  return { file: "Laporan.docx", isi, bukti: { mime: DOCX_MIME } };
}

function give(stage: Stage, program: string): string {
  stage.act("perencanaan", "/anggaran");
  stage.act("perencanaan", program);
  return stage.act("perencanaan", { tap: "Ya, catat" });
}

const TAK_TERMUAT = "Anggaran 2026 dicatat sesudah draf ini disunting di Word";
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

  it("does not get into a text that was edited before: its compiler is told what to add", () => {
    const stage = compiled();
    expect(stage.act("perencanaan", edited(stage, "Dua."))).not.toContain(TAK_TERMUAT);
    const said = give(stage, "Program Pelayanan; 100; 90");
    expect(said).toContain(TAK_TERMUAT);
    expect(said).toContain("Tambahkan angkanya (/anggaran) pada berkas Word, lalu kirim kembali");
    expect(said).not.toContain(BELUM);
    expect(versions(stage)).toEqual(["Draf 1", "Suntingan Draf 1"]);
    expect(stage.act("perencanaan", edited(stage, "Dua, anggaran."))).not.toContain(TAK_TERMUAT);
  });

  it("given while an edited text lies elsewhere, is told once its compiler has it again", () => {
    const stage = compiled();
    stage.act("perencanaan", edited(stage, "Dua."));
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    expect(give(stage, "Program Pelayanan; 100; 90")).not.toContain(TAK_TERMUAT);
    stage.act("camat", { tap: "↩️ Kembalikan" });
    stage.act("camat", "Lengkapi anggarannya.");
    expect(stage.lastText("perencanaan")).toContain(TAK_TERMUAT);
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
