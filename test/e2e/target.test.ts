import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { wordsOf } from "../documents/poppler.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { askRekap, newestFile, rowOf } from "./buku-rekap.ts";
import { Office } from "./office.ts";
import { approveTriwulan, fillTriwulan, passSemester, passTahun } from "./paringin-selatan.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const DASAR = "Perubahan PK Nomor 45/2026";

let office: Office;
afterEach(() => office.close());

/** The targets of 1.1 by the triwulan, as each berkas has them. */
async function targetsByPeriode(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const berkasList = await allBerkas(office.store);
  return Object.fromEntries(
    berkasList.map(({ state }) => [state.periode, state.indikatorList[0]?.targetTriwulan ?? []]),
  );
}

/** 1.1 from TW III on: 84 and 85 become 84,5 and 86. */
async function changeTargets(): Promise<void> {
  for (const said of [
    "/target 1.1",
    "TW 3",
    "84,5",
    "86",
    "Sesuai triwulan (86)",
    DASAR,
    "15 Juni",
  ])
    await office.says("kasubbag", said);
  await office.taps("kasubbag", "Ya, catat");
}

describe("targets that change within a year of sheet 003", () => {
  it("hold from their triwulan on, and rekap and the year's report show both", async () => {
    office = await Office.open({ kantorFile, mulai: "2026-03-30T09:00:00+08:00" });
    await office.moveTo("2026-04-01T07:40:00+08:00");
    await fillTriwulan(office, 1);
    await approveTriwulan(office);

    await office.moveTo("2026-07-01T07:40:00+08:00");
    await changeTargets();
    const told = office
      .person("kasi-pelayanan")
      .texts.filter((one) => one.includes("berubah mulai"));
    expect(told).toEqual([expect.stringContaining("TW III: 84 → 84,5 nilai")]);
    expect(told[0]).toContain(
      "Berkas Triwulan II 2026 yang sedang berjalan tetap memakai target semula.",
    );
    await fillTriwulan(office, 2);
    expect(office.person("kasi-pelayanan").transcript()).toContain("83,64 nilai (capaian 102 %");
    await approveTriwulan(office);
    await passSemester(office);

    await office.reload((yaml) => yaml);
    await office.moveTo("2026-10-01T07:40:00+08:00");
    await fillTriwulan(office, 3);
    expect(office.person("kasi-pelayanan").transcript()).toContain(
      "Target TW III: 84,5 nilai (semula 84)",
    );
    await approveTriwulan(office);
    await office.says("kasubbag", "/target 2.2");
    for (const said of ["TW IV", "5", "Sesuai triwulan (16)", DASAR, "15 Juni", "Ya, catat"])
      await office.says("kasubbag", said);

    await office.moveTo("2027-01-04T07:40:00+08:00");
    await office.says("kasubbag", "/target 1.1");
    expect(office.person("kasubbag").texts.at(-1)).toContain(
      "target tahun 2026 tidak dapat diubah lagi",
    );
    await fillTriwulan(office, 4);
    await approveTriwulan(office);
    await passSemester(office);
    await passTahun(office);

    const before = [80, 82, 84, 85];
    const after = [80, 82, 84.5, 86];
    expect(await targetsByPeriode()).toEqual({
      "2026-TW1": before,
      "2026-TW2": before,
      "2026-S1": after,
      "2026-TW3": after,
      "2026-TW4": after,
      "2026-S2": after,
      "2026": after,
    });

    const dasar = `${DASAR} tanggal 15 Juni 2026, mulai`;
    const two = rowOf(
      await askRekap(office, "2 2026"),
      "Rekap TW II",
      "Indeks Kepuasan Masyarakat",
    );
    expect(two).toMatchObject({ "Target Triwulan": "82", "Target Tahunan": "85" });
    expect(two["Dasar Perubahan Target"]).toBeUndefined();
    const book = await askRekap(office, "4 2026");
    expect(rowOf(book, "Rekap TW IV", "Indeks Kepuasan Masyarakat")).toMatchObject({
      "Target Triwulan": "86",
      "Target Triwulan Semula": "85",
      "Capaian %": "102.79",
      "Dasar Perubahan Target": `${dasar} TW III`,
    });
    expect(rowOf(book, "Rekap TW IV", "Waktu layanan rata-rata")).toMatchObject({
      "Target Tahunan Semula": "",
      "Dasar Perubahan Target": "",
    });
    // 3 + 4 + 4 + 6 of 16, where 14 was agreed on first.
    expect(rowOf(book, "Tahunan", "Pembinaan desa")).toMatchObject({
      "Target Tahunan": "16",
      "Target Tahunan Semula": "14",
      "Realisasi Tahun": "17",
      "Capaian %": "106.25",
      "Dasar Perubahan Target": `${dasar} TW IV`,
    });
    const laporan = await wordsOf(newestFile(office, "camat", /\.pdf$/));
    expect(laporan).toContain("Indeks Kepuasan Masyarakat (nilai) 86 (semula 85) 88,4 102,79");
    expect(laporan).toContain("Pembinaan desa (kegiatan) 16 (semula 14) 17 106,25");
    expect(laporan).toContain(
      `Target Pembinaan desa berubah dalam tahun berjalan: ${dasar} TW IV.`,
    );
    // 3.1 was low in TW III; what was to follow was asked after in TW IV.
    expect(laporan).toContain(
      "Tindak lanjut TW III 2026 “Belanja triwulan IV dipercepat”: dilaksanakan sebagian.",
    );
    expect(laporan).toContain(
      "Realisasi anggaran TW III 2026 Belanja triwulan IV dipercepat dilaksanakan sebagian",
    );
    expect(await office.logIsWhole()).toBe(true);
    expect(office.telegram.complaints).toEqual([]);
  }, 240_000);
});
