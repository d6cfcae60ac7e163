import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { wordsOf } from "../documents/poppler.ts";
import { unzip } from "../support/unzip.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const PDF = Buffer.from("%PDF-1.4 bukti tindak lanjut");

let office: Office;
const last = (id: string): string => office.person(id).texts.at(-1) ?? "";

afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

describe("recommendations of the evaluators", () => {
  it("are followed up in chat, reminded of, and stand in the pack of the next year", async () => {
    office = await Office.open({
      kantorFile,
      mulai: "2026-02-02T09:00:00+08:00",
      ubah: (yaml) => yaml.replace("[paringin-selatan]", "[paringin-selatan, tindak-lanjut-lhe]"),
    });
    await office.says("kasubbag", "/lke catat 2025");
    await office.taps("kasubbag", "Isi");
    await office.says(
      "kasubbag",
      "Publikasikan LKjIP; kasi pemerintahan; 20 Februari 2026; 4.c.1\nReviu indikator; kasi pelayanan; 27 Februari 2026",
    );
    await office.taps("kasubbag", "Selesai");
    await office.taps("kasubbag", "Lewati");
    await office.taps("kasubbag", "✅ Bagikan");
    for (const [id, kata] of [
      ["kasi-pemerintahan", "Dimuat di laman kecamatan"],
      ["kasi-pelayanan", "Dua indikator diganti"],
    ] as const) {
      if (id === "kasi-pelayanan") {
        await office.moveTo("2026-02-26T08:00:00+08:00");
        expect(last(id)).toContain("Reviu indikator");
        await office.taps(id, "Kerjakan sekarang");
      }
      await office.taps(id, "Isi");
      await office.says(id, kata);
      await office.act(() => office.person(id).uploads(`${id}.pdf`, PDF, "application/pdf"));
      await office.taps(id, "Selesai");
      await office.taps(id, "✅ Kirim");
    }
    await office.taps("kasubbag", "✅ Sudah memadai");
    await office.moveTo("2026-04-01T08:00:00+08:00");
    await office.says("camat", "/lke");
    expect(last("camat")).toContain("Rekomendasi LHE 2025: 2 dari 2 sudah ditindaklanjuti");
    await office.taps("camat", "Paket LKE 2026");
    const camat = office.person("camat");
    await office.telegram.until(() => camat.inbox.some((one) => one.document !== undefined));
    const message = camat.inbox.findLast((one) => one.document !== undefined);
    expect(message?.document?.file_name).toBe("Paket LKE 2026 - Kecamatan Uji.zip");
    const files = await unzip(message === undefined ? Buffer.alloc(0) : camat.opens(message));
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Tindak Lanjut LHE\/01 Matriks Tindak Lanjut LHE.*\.pdf$/),
        "Tindak Lanjut LHE/02 Rekomendasi 1 kasi-pemerintahan.pdf",
      ]),
    );
    const cover = files.find(({ path }) => path === "00 Daftar Bukti.pdf");
    const said = await wordsOf(cover?.data ?? Buffer.alloc(0));
    expect(said).toContain("2 dari 2 rekomendasi sudah ditindaklanjuti.");
    expect(said).toContain("Dimuat di laman kecamatan");
  }, 120_000);
});
