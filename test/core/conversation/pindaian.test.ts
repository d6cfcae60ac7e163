import { describe, expect, it } from "vitest";
import { Sop } from "../../../src/core/sop/schema.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

const scan = { nama: "Laporan bertanda tangan", tanya: "Kirim PDF-nya.", tipe: "berkas" } as const;

const sop: Sop = Sop.parse({
  ...sopFormulir,
  id: "penandatanganan",
  siklus: { triwulan: [1, 2, 3, 4] },
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
      uraian: "Menandatangani laporan kinerja",
      jenis: "formulir",
      pelaksana: { peran: "camat" },
      mutuBaku: { waktu: "1 jam", keluaran: ["Laporan Kinerja"] },
      tahap: [
        {
          judul: "Penandatanganan laporan",
          isian: [{ ...scan, kode: "scan", sebagai: "laporan", wajib: false }],
          tombol: "✅ Tandatangani",
        },
      ],
      versi: "Bertanda tangan",
      hasil: { selesai: 3, kembalikan: 1 },
    },
    {
      no: 3,
      uraian: "Menyerahkan laporan kinerja",
      jenis: "formulir",
      pelaksana: { peran: "kasubbag" },
      mutuBaku: { waktu: "1 jam", keluaran: ["Laporan Kinerja"] },
      tahap: [
        {
          judul: "Penyerahan laporan",
          isian: [
            { ...scan, kode: "scan", sebagai: "laporan", wajib: false },
            { ...scan, kode: "bukti", nama: "Bukti kirim", wajib: false },
          ],
          tombol: "✅ Sudah diserahkan",
        },
        {
          judul: "Penerimaan laporan",
          pelaksana: ["inspektorat"],
          lihat: ["laporan"],
          tombol: "✅ Diterima",
        },
      ],
      hasil: { selesai: 4 },
    },
    {
      no: 4,
      uraian: "Menyimpan laporan kinerja",
      jenis: "formulir",
      pelaksana: { peran: "staf" },
      mutuBaku: { waktu: "1 jam", keluaran: ["Arsip"] },
      tahap: [{ judul: "Arsip", lihat: ["laporan"] }],
      hasil: { selesai: "selesai" },
    },
  ],
});

const pdf = (file: string, tandaTangan?: number): Act => ({
  file,
  bukti: { mime: "application/pdf", ...(tandaTangan !== undefined && { tandaTangan }) },
});

/** The report lies before the Camat, to be signed. */
function toSign(): Stage {
  const stage = new Stage(worldOf({ sopList: [{ sop, hash: "h3" }] }));
  stage.open();
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  return stage;
}

function toHandOver(): Stage {
  const stage = toSign();
  stage.act("camat", { tap: "✅ Tandatangani" });
  return stage;
}

const versions = (
  stage: Stage,
): readonly (readonly [string | null, string | null, string | null])[] =>
  stage
    .berkas()
    .state.naskahList.map(({ sebutan, unggahan, perubahan }) => [
      sebutan,
      unggahan?.nama ?? null,
      perubahan,
    ]);

describe("a signed report that comes back", () => {
  it("is the file of the version the signature makes, and what the next desk gets", () => {
    const stage = toSign();
    expect(stage.act("camat", pdf("Laporan ttd.pdf"))).toContain(
      "✅ Laporan ttd.pdf menjadi berkas laporan bertanda tangan.",
    );
    stage.act("camat", { tap: "✅ Tandatangani" });
    expect(versions(stage)).toEqual([
      ["Draf 1", null, null],
      [
        "Bertanda tangan",
        "Laporan ttd.pdf",
        "tidak ada angka yang berubah; pindaian bertanda tangan",
      ],
    ]);
  });

  it("is known to carry electronic signatures, and never called valid", () => {
    const stage = toSign();
    expect(stage.act("camat", pdf("Laporan.pdf", 2))).toContain(
      "Di dalamnya ada 2 tanda tangan elektronik; keabsahannya tidak diperiksa di sini.",
    );
    stage.act("camat", { tap: "✅ Tandatangani" });
    expect(versions(stage).at(-1)?.[2]).toContain(
      "memuat 2 tanda tangan elektronik, keabsahannya belum diperiksa",
    );
  });

  it("is drawn by us where none was sent", () => {
    expect(versions(toHandOver()).at(-1)?.slice(0, 2)).toEqual(["Bertanda tangan", null]);
  });

  it.each<readonly [string, Act]>([
    ["a Word file", { file: "Laporan.docx", bukti: { mime: "application/msword" } }],
    ["a text", { file: "Laporan.txt", bukti: { mime: "text/plain" } }],
  ])("is one PDF or picture, and not %s", (_, act) => {
    const stage = toSign();
    expect(stage.act("camat", act)).toContain("diterima sebagai satu berkas PDF atau satu foto");
    stage.act("camat", { tap: "Ubah isian" });
    expect(stage.act("camat", act)).toContain("diterima sebagai satu berkas PDF atau satu foto");
    expect(stage.act("camat", pdf("Laporan.pdf"))).toContain("menjadi berkas laporan");
  });

  it("takes the place of the one sent before", () => {
    const stage = toSign();
    stage.act("camat", pdf("Terbalik.pdf"));
    stage.act("camat", pdf("Benar.pdf"));
    stage.act("camat", { tap: "✅ Tandatangani" });
    expect(versions(stage).at(-1)?.[1]).toBe("Benar.pdf");
  });

  it("may follow with the handing over, and is what the receiver gets", () => {
    const stage = toHandOver();
    expect(stage.act("perencanaan", pdf("Laporan ttd.pdf"))).toBe(
      "📎 Berkas ini untuk isian yang mana?",
    );
    expect(stage.titles("perencanaan")).toEqual([
      "Laporan bertanda tangan",
      "Bukti kirim",
      "Batal",
    ]);
    stage.act("perencanaan", { tap: "Laporan bertanda tangan" });
    stage.act("perencanaan", { tap: "✅ Sudah diserahkan" });
    expect(versions(stage).at(-1)?.slice(0, 2)).toEqual([
      "Bertanda tangan (pindaian)",
      "Laporan ttd.pdf",
    ]);
    expect(stage.last("inspektorat").lampiran).toMatchObject({ bentuk: "asli" });
  });

  it("is no proof of the handing over, which may be any files", () => {
    const stage = toHandOver();
    stage.act("perencanaan", { file: "resi.jpg" });
    expect(stage.act("perencanaan", { tap: "Bukti kirim" })).toContain("resi.jpg tersimpan");
    stage.act("perencanaan", { tap: "✅ Sudah diserahkan" });
    expect(versions(stage)).toHaveLength(2);
  });

  it("does not stand for what is signed once more", () => {
    const stage = toSign();
    stage.act("camat", pdf("Pertama.pdf"));
    stage.act("camat", { tap: "↩️ Kembalikan" });
    stage.act("camat", "Perbaiki kata pengantarnya");
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    stage.act("camat", { tap: "✅ Tandatangani" });
    expect(versions(stage).at(-1)?.[1]).toBeNull();
  });
});
