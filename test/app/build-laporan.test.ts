import { describe, expect, it } from "vitest";
import { createAttachments } from "../../src/app/attachments.ts";
import { buildLaporan, DOCX_MIME, type LaporanQuery } from "../../src/app/build-laporan.ts";
import type { RekapRows } from "../../src/app/ports/rows.ts";
import type { Dokumen } from "../../src/core/dokumen/model.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { documents } from "../../src/documents/index.ts";
import { PesanJson } from "../../src/store/codec/pesan.ts";
import { DIBUAT_MS, kantor, masukan, periode } from "../core/kinerja/rekap-sample.ts";

const rows: RekapRows = {
  kantor,
  calendar: masukan.calendar,
  berkasList: [],
  realisasi: masukan.realisasi.map((row) => ({ ...row, kantorId: kantor.id, bukti: [] })),
  log: [],
};

const query: LaporanQuery = {
  kantorId: kantor.id,
  bentuk: "pdf",
  tahun: 2026,
  periode: periode("2026-TW4"),
  drafVersi: 2,
  padaMs: DIBUAT_MS,
};

/** A world with one office; what it was asked for and what it wrote is kept. */
function world() {
  const asked: unknown[] = [];
  const written: Dokumen[] = [];
  const write = (byte: number) => (dokumen: Dokumen) => {
    written.push(dokumen);
    return Promise.resolve(Uint8Array.of(byte));
  };
  const deps = {
    store: {
      loadRekap: (...query: readonly unknown[]) => {
        asked.push(query);
        return Promise.resolve(query[0] === kantor.id ? rows : null);
      },
      loadSop: () => Promise.resolve(null),
    },
    documents: { ...documents, dokumenPdf: write(1), dokumenDocx: write(2) },
    files: { get: () => Promise.resolve(null), size: () => Promise.resolve(null) },
    naskah: { get: () => Promise.reject(new Error("no paper")) },
    clock: { now: () => DIBUAT_MS },
  };
  return { deps, asked, written };
}

describe("building the report of a period", () => {
  it.each([
    [
      "a draft to read",
      {},
      {
        nama: "Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Draf 2.pdf",
        mime: "application/pdf",
        data: Uint8Array.of(1),
      },
    ],
    [
      "a draft to work on",
      { bentuk: "docx" as const },
      {
        nama: "Laporan Kinerja TW IV 2026 - Kecamatan Peraga - Draf 2.docx",
        mime: DOCX_MIME,
        data: Uint8Array.of(2),
      },
    ],
    [
      "the report of a year",
      { periode: periode("2026"), drafVersi: null },
      {
        nama: "Laporan Kinerja Tahun 2026 - Kecamatan Peraga.pdf",
        mime: "application/pdf",
        data: Uint8Array.of(1),
      },
    ],
  ])("gives %s under a name people can file", async (_, part, file) => {
    expect(await buildLaporan(world().deps, { ...query, ...part })).toEqual(file);
  });

  it("tells of the instant it speaks of, and says which draft it is", async () => {
    const { deps, asked, written } = world();
    await buildLaporan(deps, { ...query, padaMs: 1_000 });
    expect(asked).toEqual([[kantor.id, 2026, 1_000]]);
    expect(written[0]).toMatchObject({ dibuatMs: 1_000, tanda: "KONSEP / DRAF 2" });
  });

  it("knows no report of an unknown office", async () => {
    expect(
      await buildLaporan(world().deps, { ...query, kantorId: KantorId.parse("lain") }),
    ).toBeNull();
  });
});

describe("the attachment of a message", () => {
  const lampiran = {
    jenis: "laporan",
    bentuk: "pdf",
    tahun: 2026,
    periode: periode("2026-TW4"),
    drafVersi: null,
    padaMs: DIBUAT_MS,
  } as const;

  it("is made when the message is sent, a real PDF and a real Word file", async () => {
    const attachments = createAttachments({ ...world().deps, documents });
    const begin = async (bentuk: "pdf" | "docx"): Promise<string> => {
      const file = await attachments.load({ ...lampiran, bentuk }, kantor.id, 50_000_000);
      return "data" in file ? Buffer.from(file.data.slice(0, 4)).toString("latin1") : "";
    };
    expect(await begin("pdf")).toBe("%PDF");
    expect((await begin("docx")).slice(0, 2)).toBe("PK");
  });

  it("fails loudly for an office that is gone", async () => {
    const attachments = createAttachments(world().deps);
    await expect(attachments.load(lampiran, KantorId.parse("lain"), 1)).rejects.toThrow(
      "kantor lain is not in the database",
    );
  });

  it.each([null, 3])("keeps its draft number in a column: %o", (drafVersi) => {
    const pesan = { teks: [{ teks: "Draf" }], lampiran: { ...lampiran, drafVersi } };
    expect(PesanJson.parse(JSON.parse(JSON.stringify(pesan)))).toEqual(pesan);
  });
});
