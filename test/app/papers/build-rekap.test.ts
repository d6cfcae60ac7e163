import { describe, expect, it } from "vitest";
import {
  buildRekap,
  type RekapDeps,
  rekapFileName,
  XLSX_MIME,
} from "../../../src/app/papers/build-rekap.ts";
import type { RekapRows } from "../../../src/app/ports/rows.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { projectRekap, type Rekap } from "../../../src/core/rekap/index.ts";
import { DIBUAT_MS, kantor, masukan, pegawai, periode } from "../../core/rekap/sample.ts";

const rows: RekapRows = {
  pada: { padaSeq: 60, padaMs: DIBUAT_MS - 1_000 },
  kantor,
  calendar: masukan.calendar,
  berkasList: [],
  realisasi: masukan.realisasi.map((row) => ({ ...row, kantorId: kantor.id, bukti: [] })),
  log: [],
};

/** A world with one office; what it was asked for and what it drew is kept. */
function world(): { deps: RekapDeps; asked: unknown[]; drawn: Rekap[] } {
  const asked: unknown[] = [];
  const drawn: Rekap[] = [];
  const deps: RekapDeps = {
    store: {
      loadRekap: (...query) => {
        asked.push(query);
        const [id, , pada] = query;
        return Promise.resolve(
          id === kantor.id ? { ...rows, pada: { ...rows.pada, ...pada } } : null,
        );
      },
    },
    documents: {
      rekapXlsx: (rekap) => {
        drawn.push(rekap);
        return Promise.resolve(Uint8Array.of(1, 2, 3));
      },
    },
    clock: { now: () => DIBUAT_MS },
  };
  return { deps, asked, drawn };
}

const query = {
  kantorId: kantor.id,
  tahun: 2026,
  periode: periode("2026-TW4"),
  unit: null,
  pada: null,
};

describe("building a rekap", () => {
  it("gives the workbook under a name people can file", async () => {
    const { deps, drawn } = world();
    expect(await buildRekap(deps, query)).toEqual({
      nama: "Rekap Kinerja TW IV 2026 - Kecamatan Peraga.xlsx",
      mime: XLSX_MIME,
      data: Uint8Array.of(1, 2, 3),
      padaSeq: 60,
    });
    expect(drawn[0]?.lembarList[0]?.barisList).toHaveLength(10);
  });

  it.each([
    [null, 60, DIBUAT_MS],
    [{ padaSeq: 7, padaMs: 1_000 }, 7, 1_000],
    [{ padaMs: 1_000 }, 60, 1_000],
  ])("asks for the rows as of %o", async (pada, padaSeq, shownMs) => {
    const { deps, asked, drawn } = world();
    expect(await buildRekap(deps, { ...query, pada })).toMatchObject({ padaSeq });
    expect(asked).toEqual([[kantor.id, 2026, pada]]);
    expect(drawn[0]?.kop.dibuatMs).toBe(shownMs);
  });

  it("is never dated before the newest entry it shows, whatever the clock says", async () => {
    const { deps, drawn } = world();
    await buildRekap({ ...deps, clock: { now: () => 0 } }, query);
    expect(drawn[0]?.kop.dibuatMs).toBe(rows.pada.padaMs);
  });

  it("knows no rekap of an unknown office", async () => {
    const { deps } = world();
    expect(await buildRekap(deps, { ...query, kantorId: KantorId.parse("lain") })).toBeNull();
  });
});

const name = (of: string, nama: string, unit: string | null = null): string =>
  rekapFileName(
    projectRekap({ ...rows, kantor: { ...kantor, nama } }, 2026, periode(of), {
      unit: unit === null ? null : pegawai(unit),
      padaMs: DIBUAT_MS,
    }),
  );

describe("the name of the file", () => {
  it.each([
    ["2026-TW2", "Rekap Kinerja TW II 2026 - Kecamatan Paringin Selatan.xlsx"],
    ["2026-S1", "Rekap Kinerja Semester I 2026 - Kecamatan Paringin Selatan.xlsx"],
    ["2026", "Rekap Kinerja Tahun 2026 - Kecamatan Paringin Selatan.xlsx"],
  ])("says which period: %s", (of, expected) => {
    expect(name(of, "Kecamatan Paringin Selatan")).toBe(expected);
  });

  it("says whose rows it holds when it holds one unit's", () => {
    expect(name("2026-TW4", "Kecamatan Peraga", "kasi-trantib")).toBe(
      "Rekap Kinerja TW IV 2026 - Kecamatan Peraga - Kasi Ketenteraman dan Ketertiban.xlsx",
    );
  });

  it.each([
    ["../../etc/passwd", "Rekap Kinerja TW IV 2026 - .. .. etc passwd.xlsx"],
    ['a/b\\c:d*e?f"g<h>i|j\u0000k\nl', "Rekap Kinerja TW IV 2026 - a b c d e f g h i j k l.xlsx"],
    ["x".repeat(300), `Rekap Kinerja TW IV 2026 - ${"x".repeat(80)}.xlsx`],
  ])("has nothing in it a file system refuses: %j", (nama, expected) => {
    expect(name("2026-TW4", nama)).toBe(expected);
  });
});
