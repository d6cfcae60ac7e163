import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createNaskahFiles } from "../../../src/app/papers/naskah-file.ts";
import { KodeIsian } from "../../../src/core/formulir/schema.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { angka, BERKAS_TW4, DIBUAT_MS, pegawai, revisi } from "../../core/rekap/sample.ts";
import {
  kantor,
  type NaskahOffice,
  openNaskahOffice,
  paperOf,
} from "../../support/naskah-office.ts";
import { type Unzipped, unzip } from "../../support/unzip.ts";

const Manifest = z.object({
  berkas: z.string(),
  lokasi: z.string().nullable(),
  diarsipkan: z.string(),
  isi: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      ukuranByte: z.number(),
      apa: z.string(),
      sebutan: z.string().nullable(),
      nomor: z.string().nullable(),
      keadaan: z.string(),
      samaDengan: z.string().nullable(),
    }),
  ),
});

let office: NaskahOffice;
afterEach(() => office.close());

const lokasi = KodeIsian.parse("lokasi");

async function openOffice(): Promise<void> {
  office = await openNaskahOffice(async ({ put }) => ({
    formulirByLangkah: {
      [LangkahNo.parse("4")]: {
        [lokasi]: { tipe: "teks", teks: "Lemari 2, rak B" },
        foto: { tipe: "berkas", buktiList: [await put("foto rapat", "../../etc/passwd")] },
      },
    },
  }));
}

const figureOf = async (n: number, text: string, nama: string) => ({
  ...revisi(["1.1", n], angka(86), ["kasi-pelayanan", "2027-01-04 11:00"]),
  kantorId: kantor.id,
  oleh: pegawai("kasi-pelayanan"),
  bukti: [await office.put(text, nama)],
  seq: 4,
});

/** Makes the archive of the sample berkas; it is opened again by somebody who knows nothing of us. */
async function archive(): Promise<readonly Unzipped[]> {
  const paper = paperOf(9, { jenis: "arsip", nama: "Arsip Berkas" });
  await office.commit({ naskah: [paper] });
  const file = await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, "zip");
  expect(file.nama).toBe("Arsip Berkas TW IV 2026 - Kecamatan Peraga.zip");
  const data = await office.files.get(file.hash);
  return unzip(data ?? new Uint8Array());
}

const manifestOf = (list: readonly Unzipped[]) =>
  Manifest.parse(JSON.parse(list.find(({ path }) => path === "manifest.json")?.text ?? ""));

const sha256 = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

describe("the archive of a berkas", () => {
  it("holds papers, evidence, forms, rekap and log, each under its folder and in a fixed order", async () => {
    await openOffice();
    const unggahan = await office.put("pindaian", "ttd.pdf");
    await office.commit({
      naskah: [
        paperOf(1, { nomor: "800/1" }),
        paperOf(2, { jenis: "laporan", sebutan: "Draf 1" }),
        paperOf(3, { jenis: "laporan", sebutan: "Bertanda tangan", versi: 2, unggahan }),
      ],
      realisasi: [
        await figureOf(3, "survei", "Hasil survei: IKM/2026.pdf"),
        await figureOf(4, "survei kedua", "..\\rahasia.pdf"),
      ],
    });
    const list = await archive();
    expect(list.map(({ path }) => path)).toEqual([
      "manifest.txt",
      "manifest.json",
      "naskah/01 SK Tim - Kecamatan Peraga - konsep.pdf",
      "naskah/01 SK Tim - Kecamatan Peraga - konsep.docx",
      "naskah/02 Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Draf 1 - disetujui.pdf",
      "naskah/02 Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Draf 1 - disetujui.docx",
      "naskah/03 Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Bertanda tangan.pdf",
      "bukti/1.1/01 Hasil survei IKM 2026.pdf",
      "bukti/1.1/02 rahasia.pdf",
      "formulir/langkah-4/foto/01 etc passwd",
      "rekap/01 Rekap Kinerja TW IV 2026 - Kecamatan Peraga.xlsx",
      "log/log.jsonl",
      "log/log.txt",
    ]);
    expect(new Set(list.map(({ atMs }) => atMs))).toEqual(new Set([DIBUAT_MS]));
    const byPath = new Map(list.map((one) => [one.path, one]));
    expect(
      byPath.get("naskah/03 Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Bertanda tangan.pdf")
        ?.text,
    ).toBe("pindaian");
    expect(byPath.get("formulir/langkah-4/foto/01 etc passwd")?.text).toBe("foto rapat");
  });

  it("has a manifest in which every file is named with its SHA-256", async () => {
    await openOffice();
    await office.commit({ naskah: [paperOf(1, { nomor: "800/1/2027" })] });
    const list = await archive();
    const manifest = manifestOf(list);
    expect(manifest).toMatchObject({
      berkas: BERKAS_TW4,
      lokasi: "Lemari 2, rak B",
      diarsipkan: "2027-01-11T09:30:00+08:00",
    });
    const packed = list.filter(({ path }) => !path.startsWith("manifest."));
    expect(manifest.isi.map(({ path, sha256, ukuranByte }) => [path, sha256, ukuranByte])).toEqual(
      packed.map(({ path, data }) => [path, sha256(data), data.byteLength]),
    );
    expect(manifest.isi[0]).toMatchObject({ apa: "SK Tim", nomor: "800/1/2027", keadaan: "utuh" });
    const text = list.find(({ path }) => path === "manifest.txt")?.text ?? "";
    expect(text).toContain("Lokasi fisik: Lemari 2, rak B");
    for (const { sha256 } of manifest.isi) expect(text).toContain(sha256);
  });

  it("tells in words and in JSON what happened in this berkas, and of no other", async () => {
    await openOffice();
    const list = await archive();
    const text = list.find(({ path }) => path === "log/log.txt")?.text ?? "";
    expect(text.trimEnd().split("\n")).toHaveLength(3);
    expect(text).toContain("Camat");
    const lines = list
      .find(({ path }) => path === "log/log.jsonl")
      ?.text.trimEnd()
      .split("\n");
    expect(lines?.map((line) => JSON.parse(line).jenis)).toEqual([
      "berkas-dibuka",
      "isian",
      "dijawab",
    ]);
    expect(JSON.parse(lines?.[0] ?? "{}").hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("packs the same bytes once and says where they lie", async () => {
    await openOffice();
    await office.commit({
      realisasi: [
        await figureOf(3, "foto rapat", "rapat.jpg"),
        await figureOf(4, "foto rapat", "lagi.jpg"),
      ],
    });
    const list = await archive();
    expect(list.filter(({ text }) => text === "foto rapat").map(({ path }) => path)).toEqual([
      "bukti/1.1/01 rapat.jpg",
    ]);
    expect(manifestOf(list).isi.find(({ path }) => path.startsWith("formulir/"))).toMatchObject({
      keadaan: "utuh",
      samaDengan: "bukti/1.1/01 rapat.jpg",
    });
  });

  it("is made without a file that is lost, and names it", async () => {
    await openOffice();
    const figure = await figureOf(3, "survei", "survei.pdf");
    await office.commit({ realisasi: [figure] });
    const hash = figure.bukti[0]?.hash ?? "";
    rmSync(join(office.dir, "berkas", hash.slice(0, 2), hash.slice(2)));
    const list = await archive();
    expect(list.map(({ path }) => path).filter((path) => path.startsWith("bukti/"))).toEqual([]);
    const named = manifestOf(list).isi.find((one) => one.path === "bukti/1.1/01 survei.pdf");
    expect(named?.keadaan).toBe("hilang");
    expect(list.find(({ path }) => path === "manifest.txt")?.text).toContain("TIDAK IKUT");
  });

  it("shows the berkas as it stood at its moment", async () => {
    await openOffice();
    await office.commit({
      naskah: [paperOf(1), paperOf(2, { padaSeq: 5, versi: 2 })],
      realisasi: [{ ...(await figureOf(3, "nanti", "nanti.pdf")), seq: 5 }],
    });
    const paths = (await archive()).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("naskah/"))).toHaveLength(2);
    expect(paths.filter((path) => path.startsWith("bukti/"))).toEqual([]);
  });
});
