import { describe, expect, it } from "vitest";
import type { NaskahMasuk } from "../../../src/core/conversation/incoming/isi-berkas.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

/** A berkas whose first draft lies on the compiler's desk. */
function drafted(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("staf", { tap: "Tutup pengumpulan" });
  stage.act("staf", "Batas waktu lewat");
  return stage;
}

const word = (tanda: string | null, part: Partial<NaskahMasuk> = {}): Act => ({
  file: "Laporan.docx",
  isi: {
    jenis: "naskah",
    tanda,
    alineaList: ["Satu.", "Dua diubah.", "Tiga."],
    terbuka: { perubahan: 0, komentar: 0 },
    dasar: ["Satu.", "Dua."],
    ...part,
  },
});

const draf = (stage: Stage, ke: number): string => `${stage.berkas().state.id}-n${ke}`;
const versions = (stage: Stage): readonly (string | null)[] =>
  stage.berkas().state.naskahList.map(({ sebutan }) => sebutan);

describe("an edited report that comes back as Word", () => {
  it("becomes the next version, says what changed and shows the desk once more", () => {
    const stage = drafted();
    const said = stage.act("perencanaan", word(draf(stage, 1)));
    expect(said).toContain(
      "Suntingan Draf 1 tersimpan — versi berikutnya Laporan Triwulan IV 2026",
    );
    expect(said).toContain("teks: alinea 1 diganti, 1 ditambah");
    expect(said).toContain("siap diperiksa");
    expect(stage.titles("perencanaan")).toContain("✅ Teruskan");
    expect(versions(stage)).toEqual(["Draf 1", "Suntingan Draf 1"]);
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    expect(stage.last("sekcam").lampiran).toEqual({
      jenis: "naskah",
      naskahId: draf(stage, 2),
      bentuk: "asli",
    });
  });

  it("makes no version where nothing differs", () => {
    const stage = drafted();
    const same = word(draf(stage, 1), { dasar: ["A"], alineaList: ["A"] });
    expect(stage.act("perencanaan", same)).toContain("sama dengan Draf 1");
    expect(versions(stage)).toEqual(["Draf 1"]);
  });

  it("is asked about where it was made from an earlier version", () => {
    const stage = drafted();
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    stage.act("sekcam", { tap: "↩️ Kembalikan" });
    stage.act("sekcam", "Rapikan");
    expect(stage.act("perencanaan", word(draf(stage, 1)))).toContain(
      "suntingan dari Draf 1, sedangkan yang berlaku sekarang Draf 2",
    );
    expect(versions(stage)).toEqual(["Draf 1", "Draf 2"]);
    stage.act("perencanaan", { tap: "Pakai sebagai versi berikutnya" });
    expect(versions(stage)).toEqual(["Draf 1", "Draf 2", "Suntingan Draf 2"]);
  });

  it("is asked about where it is no version of ours, and can be left", () => {
    const stage = drafted();
    expect(stage.act("perencanaan", word(null))).toContain("tidak dikenali");
    stage.act("perencanaan", "batal");
    expect(versions(stage)).toEqual(["Draf 1"]);
    stage.act("perencanaan", word(null));
    stage.act("perencanaan", "1");
    expect(versions(stage)).toEqual(["Draf 1", "Suntingan Draf 1"]);
  });

  it.each([
    [{ perubahan: 3, komentar: 0 }, "3 perubahan terlacak"],
    [{ perubahan: 0, komentar: 1 }, "1 komentar"],
    [{ perubahan: 3, komentar: 2 }, "3 perubahan terlacak dan 2 komentar"],
  ])("is asked about where its writers left something open: %j", (terbuka, said) => {
    const stage = drafted();
    const asked = stage.act("perencanaan", word(draf(stage, 1), { terbuka }));
    expect(asked).toBe(
      `⚠️ Berkas Word ini masih memuat ${said}; yang menerima laporan ikut melihatnya.\n` +
        "Agar bersih: terima semua perubahan, hapus komentar, simpan, lalu kirim kembali.\n" +
        "Atau pakai seperti ini sebagai versi berikutnya?",
    );
    expect(versions(stage)).toEqual(["Draf 1"]);
    stage.act("perencanaan", { tap: "Pakai sebagai versi berikutnya" });
    expect(versions(stage)).toEqual(["Draf 1", "Suntingan Draf 1"]);
  });

  it("with nothing but comments makes no version, and says what becomes of them", () => {
    const stage = drafted();
    const terbuka = { perubahan: 0, komentar: 2 };
    const same = word(draf(stage, 1), { dasar: ["A"], alineaList: ["A"], terbuka });
    expect(stage.act("perencanaan", same)).toContain("Komentar di dalamnya tidak diteruskan.");
    expect(versions(stage)).toEqual(["Draf 1"]);
  });

  it("as PDF or another kind of file is told what to send; for others it is a file like any", () => {
    const stage = drafted();
    const isi = { jenis: "ditolak", sebab: "bukan-docx" } as const;
    expect(stage.outcome("perencanaan", { file: "Laporan.pdf", isi }).ditolak).toBe("bukan-docx");
    expect(stage.lastText("perencanaan")).toContain("bukan Word (.docx)");
    expect(stage.outcome("camat", { file: "a.pdf", isi }).ditolak).toBe("bukan-waktunya-berkas");
    expect(versions(stage)).toEqual(["Draf 1"]);
  });

  it("is taken from nobody but the holder", () => {
    const stage = drafted();
    expect(stage.outcome("camat", word(draf(stage, 1))).ditolak).toBe("bukan-pelaksana");
    expect(stage.lastText("camat")).toContain("Kasubbag Perencanaan");
  });

  it.each([
    ["of a paper nobody knows here", "lain-n1", "naskah-asing"],
    ["of a macro carrier", null, "berkas-makro"],
  ])("is refused: %s", (_, tanda, sebab) => {
    const stage = drafted();
    const act: Act =
      tanda === null
        ? { file: "Laporan.docm", isi: { jenis: "ditolak", sebab: "makro" } }
        : word(tanda);
    expect(stage.outcome("perencanaan", act).ditolak).toBe(sebab);
    expect(versions(stage)).toEqual(["Draf 1"]);
  });

  it("is refused for a letter, which is drawn up from its form", () => {
    const stage = new Stage(worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }] }));
    stage.open();
    stage.act("camat", { tap: "✅ Perintahkan" });
    expect(stage.outcome("sekcam", word(draf(stage, 1))).ditolak).toBe("naskah-bukan-laporan");
    expect(stage.lastText("sekcam")).toContain("Nota Dinas disusun dari isiannya");
  });
});

describe("a file for a form", () => {
  it("goes to the only field that asks for one, without opening the form", () => {
    const stage = new Stage(worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }] }));
    stage.open();
    stage.act("camat", { tap: "✅ Perintahkan" });
    for (const answer of [{ tap: "Isi" }, "Rabu", "Pakai usulan", "Aula", { tap: "✅ Undang" }]) {
      stage.act("sekcam", answer);
    }
    expect(stage.act("pelayanan", { file: "notulen.jpg" })).toContain("notulen.jpg tersimpan");
    expect(stage.berkas().state.formulirByLangkah).toMatchObject({
      "2": { lampiran: { buktiList: [{ nama: "notulen.jpg" }] } },
    });
    expect(stage.titles("pelayanan")).toContain("Isi");
  });
});
