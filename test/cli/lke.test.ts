import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { NaskahRow } from "../../src/app/ports/naskah.ts";
import type { Bukti } from "../../src/core/formulir/nilai.ts";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { LangkahNo } from "../../src/core/sop/reference.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { suratByNama } from "../core/dokumen/sample.ts";
import { wordsOf } from "../documents/poppler.ts";
import { requestOf } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { unzip } from "../support/unzip.ts";
import { installation, run, withPeraga } from "./run.ts";

const Opened = z.object({ berkas: z.string() });
const Indeks = z.object({
  kriteria: z.array(
    z.object({ kode: z.string(), berkas: z.array(z.string()), kurang: z.array(z.string()) }),
  ),
  berkas: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

const NOW = Date.parse("2026-11-21T08:00:00+08:00");
const kantorId = KantorId.parse("peraga");
const periode = Periode.parse("2026-TW4");

describe("what proves a year to evaluators, from the command line", () => {
  let home: ReturnType<typeof installation>;
  let berkasId = "";
  let bukti: Bukti;
  let files: Awaited<ReturnType<typeof unzip>>;
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });

  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
    const opened = await sopir("berkas", "open", "--sop", "paringin-selatan", "--periode", periode);
    berkasId = Opened.parse(opened.json()).berkas;
    const kept = createFileStore(home.folder);
    const put = (text: string, nama: string, mime: string): Promise<Bukti> =>
      kept.put(new TextEncoder().encode(text), nama, mime);
    bukti = await put("hasil survei", "survei.pdf", "application/pdf");
    const unggahan = await put("pindaian", "ttd.pdf", "application/pdf");
    const url = home.env["DATABASE_URL"] ?? "";
    const log = new MemoryLog();
    const store = await openStore({ url, dataDir: home.folder, now: () => NOW, log });
    await store.commit(
      requestOf(kantorId, {
        naskah: [
          paper(1, { jenis: "sk-tim", nama: "SK Tim" }),
          paper(2, { jenis: "laporan", nama: "Laporan", sebutan: "Final" }),
          paper(3, { jenis: "laporan", nama: "Laporan", sebutan: "Bertanda tangan", unggahan }),
          paper(4, { jenis: "nota-dinas", nama: "Nota Dinas" }),
        ],
        realisasi: [
          {
            kantorId,
            berkasId,
            periode,
            kode: "1.1",
            revisi: 1,
            isian: { jenis: "angka", nilai: 86 },
            keterangan: null,
            bukti: [bukti],
            oleh: PegawaiId.parse("kasi-pelayanan"),
            atMs: NOW,
            seq: 1,
          },
        ],
      }),
    );
    await store.close();
    const output = join(home.folder, "lke.zip");
    expect(await sopir("lke", "2026", "-o", output)).toMatchObject({ code: 0, err: "" });
    files = await unzip(readFileSync(output));
  });
  afterAll(() => home.remove());

  const paper = (n: number, part: Partial<NaskahRow["naskah"]>): NaskahRow => ({
    kantorId,
    berkasId,
    periode,
    naskah: {
      id: `${berkasId}-n${n}`,
      jenis: "sk-tim",
      nama: "SK Tim",
      sebutan: null,
      versi: 1,
      langkahNo: LangkahNo.parse("1"),
      padaMs: NOW,
      padaSeq: 99,
      oleh: PegawaiId.parse("camat"),
      nomor: null,
      unggahan: null,
      perubahan: null,
      ...part,
    },
    isi: part.jenis === "laporan" ? null : suratByNama["sk tim"],
  });

  it("is one zip file with a cover, an index and each file once", async () => {
    expect(files.map(({ path }) => path)).toEqual([
      "00 Daftar Bukti.pdf",
      "00 Daftar Bukti.docx",
      "indeks.json",
      "SK Tim/01 TW IV SK Tim - Kecamatan Peraga - konsep.pdf",
      "Laporan Kinerja Triwulan/01 TW IV Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Bertanda tangan.pdf",
      "Bukti Dukung/01 TW IV 1.1 survei.pdf",
      expect.stringMatching(/^Rekap Kinerja\/01 Rekap Kinerja Tahun 2026.*\.xlsx$/),
      expect.stringMatching(/^Lembar SOP\/01 .*\.png$/),
      "Catatan Peristiwa/01 log.jsonl",
      "Catatan Peristiwa/02 log.txt",
    ]);
    const text = (path: string): string => files.find((one) => one.path === path)?.text ?? "";
    const indeks = Indeks.parse(JSON.parse(text("indeks.json")));
    const kriteria = new Map(indeks.kriteria.map((one) => [one.kode, one]));
    expect(kriteria.get("2.a.1")).toMatchObject({ kurang: [] });
    expect(kriteria.get("1.a.2")).toMatchObject({ berkas: [], kurang: ["Perjanjian Kinerja"] });
    expect(kriteria.get("2.b.2")).toMatchObject({
      kurang: [
        "Laporan Kinerja Triwulan I 2026",
        "Laporan Kinerja Triwulan II 2026",
        "Laporan Kinerja Triwulan III 2026",
        "Laporan Triwulan IV 2026 (berkasnya belum selesai)",
      ],
    });
    expect(kriteria.get("2.b.2")?.berkas).toContain("Bukti Dukung/01 TW IV 1.1 survei.pdf");
    const paths = new Set(files.map(({ path }) => path));
    for (const one of indeks.kriteria.flatMap(({ berkas }) => berkas)) expect(paths).toContain(one);
    expect(indeks.berkas.map(({ sha256 }) => sha256)).toContain(bukti.hash);
    expect(text("Catatan Peristiwa/02 log.txt")).not.toBe("");
  });

  it("has a cover that says what is missing and what the office encloses itself", async () => {
    const pdf = files.find(({ path }) => path === "00 Daftar Bukti.pdf");
    const said = await wordsOf(pdf?.data ?? Buffer.alloc(0));
    for (const words of [
      "BUKTI DUKUNG LEMBAR KERJA EVALUASI 2026",
      "Perjanjian Kinerja (kriteria 1.a.2, 1.b.1)",
      "Renstra dan Renja (kriteria 1.a.1)",
      "1. Perencanaan Kinerja (bobot 30)",
      "D. Ketepatan Waktu",
      "E. Tindak Lanjut Rekomendasi Evaluasi 2025",
      "Tidak ada rekomendasi yang tercatat.",
    ]) {
      expect(said).toContain(words);
    }
  });

  it("is refused for a year without berkas, in words", async () => {
    const ran = await sopir("lke", "2019", "-o", join(home.folder, "kosong.zip"));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("tidak mempunyai berkas tahun 2019");
    const list = await sopir("lke", "rekomendasi", "2025");
    expect(list).toMatchObject({ code: 1 });
    expect(list.err).toContain("belum mencatat rekomendasi LHE 2025");
    expect((await sopir("lke", "26", "-o", "x.zip")).code).toBe(2);
  });
});
