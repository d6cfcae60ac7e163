import { describe, expect, it } from "vitest";
import { denganPerubahan } from "../../../src/core/kantor/di-atas-berkas.ts";
import type { Perubahan } from "../../../src/core/kantor/perubahan.ts";
import { OPERATOR, type Tatanan } from "../../../src/core/kantor/schema.ts";
import { ubahKantor } from "../../../src/core/kantor/ubah-kantor.ts";
import type { Indikator } from "../../../src/core/kinerja/indikator.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { at, kantor, worldOf } from "../../support/world.ts";

const ubah = (mulaiTriwulan: number, dasar: string, ...target: readonly number[]): Perubahan => ({
  jenis: "target",
  kode: "1.1",
  tahun: 2026,
  mulaiTriwulan,
  dasar,
  tanggal: Tanggal.parse("2026-08-14"),
  targetTahunan: target.at(-1) ?? null,
  targetTriwulan: [...target],
});

const pertama = ubah(3, "Perubahan PK 45/2026", 87, 90);
const kedua = ubah(4, "Perubahan PK 60/2026", 92);
const file: Tatanan = { kantor, calendar: worldOf().calendar };

/** An office changed in the chat, which remembers that. */
function after(...list: readonly Perubahan[]): Tatanan {
  const atMs = at("2026-09-01 09:00");
  const made = list.reduce<Tatanan>((before, perubahan) => {
    const next = ubahKantor(before, perubahan, atMs);
    if (typeof next === "string") throw new Error(next);
    return next;
  }, file);
  const perubahanList = list.map((perubahan) => ({ atMs, oleh: OPERATOR, perubahan }));
  return { ...made, kantor: { ...made.kantor, perubahanList } };
}

/** The indikator and how many changes stay, once a file was loaded. */
function laid(
  lama: Tatanan,
  baru: Tatanan,
  timpa = false,
): readonly [Indikator | undefined, number] {
  const { kantor: next, tetapList } = denganPerubahan(lama, baru, {
    nowMs: at("2026-09-02 09:00"),
    timpa,
  });
  return [next.indikatorList[0], tetapList.length];
}

describe("targets changed in the chat, under a file that is loaded again", () => {
  const lama = after(pertama, kedua);
  const [indikator] = lama.kantor.indikatorList;
  const saying = (...list: readonly Perubahan[]): Tatanan => ({
    ...file,
    kantor: { ...kantor, indikatorList: after(...list).kantor.indikatorList },
  });

  it("stay where the file does not know of them", () => {
    expect(laid(lama, file)).toEqual([indikator, 2]);
  });

  it("are the file's own where it says the same, with what they were", () => {
    expect(laid(lama, saying(pertama, kedua))).toEqual([indikator, 0]);
  });

  it("are made on top of the earlier ones where it knows those alone", () => {
    expect(laid(lama, saying(pertama))).toEqual([indikator, 1]);
  });

  it("are the file's where that is wanted", () => {
    expect(laid(lama, file, true)).toEqual([kantor.indikatorList[0], 0]);
  });
});
