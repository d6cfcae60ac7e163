import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNaskahFiles, DOCX_MIME } from "../../../src/app/papers/naskah-file.ts";
import { createAttachments } from "../../../src/app/send/attachments.ts";
import { systemRandom } from "../../../src/random/random.ts";
import { suratByNama } from "../../core/dokumen/sample.ts";
import { periode } from "../../core/rekap/sample.ts";
import { at } from "../../core/waktu/support.ts";
import {
  kantor,
  type NaskahOffice,
  openNaskahOffice,
  paperOf,
} from "../../support/naskah-office.ts";
import { kamus } from "../../support/teks.ts";

let office: NaskahOffice;
beforeEach(async () => {
  office = await openNaskahOffice();
});
afterEach(() => office.close());

const textOf = async (hash: string): Promise<string> =>
  new TextDecoder().decode((await office.files.get(hash)) ?? new Uint8Array());

const drawOther = async (): Promise<Uint8Array> => new TextEncoder().encode("lain");

const killed = async (): Promise<never> => {
  throw new Error("killed");
};

const load = (naskahId: string, maxByte: number) =>
  createAttachments({
    ...office,
    kamus,
    random: systemRandom,
    naskah: createNaskahFiles(office),
  }).load({ jenis: "naskah", naskahId, bentuk: "pdf" }, kantor.id, maxByte);

describe("the file of a paper", () => {
  it("is made once, kept under its hash and recorded", async () => {
    const paper = paperOf(1);
    await office.commit({ naskah: [paper] });
    const first = await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, "pdf");
    expect(first).toMatchObject({
      naskahId: paper.naskah.id,
      bentuk: "pdf",
      nama: "SK Tim - Kecamatan Peraga - konsep.pdf",
      mime: "application/pdf",
      dibuatMs: office.clock.now(),
    });
    const text = await textOf(first.hash);
    expect(JSON.parse(text.slice("pdf ".length))).toEqual(paper.isi);
    expect(await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, "pdf")).toEqual(
      first,
    );
    expect(office.drawn).toHaveLength(1);
  });

  it("is made once too when many ask at the same time, and apart for Word", async () => {
    const { naskah } = paperOf(1);
    await office.commit({ naskah: [paperOf(1)] });
    const files = createNaskahFiles(office);
    const all = await Promise.all([1, 2, 3].map(() => files.get(kantor.id, naskah.id, "pdf")));
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
    expect(office.drawn).toHaveLength(1);
    expect(await files.get(kantor.id, naskah.id, "docx")).toMatchObject({ mime: DOCX_MIME });
    expect(office.drawn.map(({ bentuk }) => bentuk)).toEqual(["pdf", "docx"]);
  });

  it("is the one recorded first, whatever a second process drew", async () => {
    const { naskah } = paperOf(1);
    await office.commit({ naskah: [paperOf(1)] });
    const other = await office.bench.another();
    const slow = { ...office.documents, dokumenPdf: drawOther };
    const both = await Promise.all([
      createNaskahFiles(office).get(kantor.id, naskah.id, "pdf"),
      createNaskahFiles({ ...office, store: other, documents: slow }).get(
        kantor.id,
        naskah.id,
        "pdf",
      ),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await office.store.findNaskah(kantor.id, naskah.id))?.fileList).toEqual([both[0]]);
  });

  it("is made at the next try when the first was killed half way", async () => {
    const { naskah } = paperOf(1);
    await office.commit({ naskah: [paperOf(1)] });
    const beforePut = { ...office, files: { ...office.files, put: killed } };
    const beforeRecord = { ...office, store: { ...office.store, saveNaskahFile: killed } };
    for (const deps of [beforePut, beforeRecord]) {
      await expect(createNaskahFiles(deps).get(kantor.id, naskah.id, "pdf")).rejects.toThrow(
        "killed",
      );
      expect((await office.store.findNaskah(kantor.id, naskah.id))?.fileList).toEqual([]);
    }
    const { hash } = await createNaskahFiles(office).get(kantor.id, naskah.id, "pdf");
    expect(await textOf(hash)).toContain("pdf ");
  });

  it("does not exist for a paper nobody knows", async () => {
    await expect(createNaskahFiles(office).get(kantor.id, "tidak-ada", "pdf")).rejects.toThrow(
      "tidak-ada",
    );
  });
});

describe("the file of a report", () => {
  it.each([
    [
      "a draft, before the Camat agreed",
      "Draf 2",
      "09:00",
      { tanda: "KONSEP / DRAF 2", akhir: "" },
    ],
    ["the report, once agreed to", "Final", "14:05", { tanda: null, akhir: " - disetujui" }],
    ["a name that says so", "Draf disetujui", "14:05", { tanda: null, akhir: "" }],
  ])("tells of its instant: %s", async (_, sebutan, jam, { tanda, akhir }) => {
    const pada = `2027-01-08 ${jam}`;
    const paper = paperOf(1, {
      jenis: "laporan",
      sebutan,
      versi: 2,
      nomor: "800/7/2027",
      padaMs: at(pada),
    });
    await office.commit({ naskah: [paper] });
    const file = await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, "docx");
    expect(file.nama).toBe(
      `Laporan Kinerja TW IV 2026 - Kecamatan Peraga - ${sebutan}${akhir}.docx`,
    );
    expect(office.drawn[0]?.dokumen).toMatchObject({ tanda, dibuatMs: at(pada) });
    expect(JSON.stringify(office.drawn[0]?.dokumen.blokList)).toContain("800/7/2027");
  });

  it("is what somebody sent in its place, whatever form is asked for", async () => {
    const unggahan = await office.put("isi word", "Draf saya.DOCX");
    const paper = paperOf(1, { jenis: "laporan", sebutan: "Draf 3", versi: 3, unggahan });
    await office.commit({ naskah: [paper] });
    for (const bentuk of ["asli", "docx", "pdf"] as const) {
      expect(
        await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, bentuk),
      ).toMatchObject({
        bentuk: "asli",
        hash: unggahan.hash,
        nama: "Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Draf 3.docx",
      });
    }
    expect(office.drawn).toEqual([]);
  });
});

describe("the name of a file", () => {
  it.each([
    [
      { jenis: "undangan", nama: "Undangan Rapat", versi: 2 },
      "Undangan Rapat - Kecamatan Peraga - 2.pdf",
    ],
    [{ jenis: "nota-dinas", nama: "Nota Dinas", versi: 1 }, "Nota Dinas - Kecamatan Peraga.pdf"],
  ] as const)("carries the version of a letter that was written again: %o", async (part, nama) => {
    const paper = { ...paperOf(1, part), isi: suratByNama.undangan };
    await office.commit({ naskah: [paper] });
    expect((await createNaskahFiles(office).get(paper.kantorId, paper.naskah.id, "pdf")).nama).toBe(
      nama,
    );
  });
});

describe("a message that carries a paper", () => {
  it("brings the file that is kept", async () => {
    const { naskah } = paperOf(1);
    await office.commit({ naskah: [paperOf(1)] });
    const file = await load(naskah.id, 50_000_000);
    expect(file).toMatchObject({
      nama: "SK Tim - Kecamatan Peraga - konsep.pdf",
      mime: "application/pdf",
    });
    expect("data" in file && new TextDecoder().decode(file.data.slice(0, 4))).toBe("pdf ");
  });

  it("brings name and size alone where the file is too large; its bytes are not read", async () => {
    const { naskah } = paperOf(1);
    await office.commit({ naskah: [paperOf(1)] });
    const { ukuranByte } = await createNaskahFiles(office).get(kantor.id, naskah.id, "pdf");
    const unread = { ...office.files, get: () => Promise.reject(new Error("was read")) };
    office = { ...office, files: unread };
    expect(await load(naskah.id, ukuranByte - 1)).toEqual({
      nama: "SK Tim - Kecamatan Peraga - konsep.pdf",
      ukuranByte,
    });
  });

  it("brings name and size of a workbook that is too large as well", async () => {
    const attachments = createAttachments({
      ...office,
      kamus,
      random: systemRandom,
      naskah: createNaskahFiles(office),
    });
    const rekap = { jenis: "rekap", tahun: 2026, unit: null, padaMs: office.clock.now() } as const;
    const lampiran = { ...rekap, periode: periode("2026-TW4") };
    expect(await attachments.load(lampiran, kantor.id, 10)).toMatchObject({
      nama: "Rekap Kinerja TW IV 2026 - Kecamatan Peraga.xlsx",
    });
  });
});
