import { describe, expect, it } from "vitest";
import type { Narasi } from "../../../src/core/kinerja/narasi.ts";
import { periodeOf } from "../../../src/core/kinerja/periode.ts";
import { realisasiLalu } from "../../support/world.ts";
import { type Act, effectsOf, Play } from "./play.ts";

type Isi = Extract<Act, { readonly isi: string }>;

const isi = (nilai: Isi["nilai"], narasi?: Isi["narasi"]): Isi => ({
  oleh: "pelayanan",
  isi: "1.1",
  nilai,
  sebab: "Survei belum selesai",
  ...(narasi !== undefined && { narasi }),
});

/** TW IV 2026 after a TW III with something promised, or nothing. */
function played(lalu: Narasi | null, ...acts: readonly Act[]): Play {
  const before = { isian: { jenis: "angka", nilai: 83.2 }, keterangan: null } as const;
  const figure = lalu === null ? before : { ...before, narasi: lalu };
  const realisasi = { ...realisasiLalu, "1.1": { "2026-TW3": figure } };
  const play = Play.open({ periode: "2026-TW4", context: { realisasi } });
  for (const act of acts) play.act(act);
  return play;
}

const toldIn = ({ state }: Play): Narasi | undefined => state.isianByKode["1.1"]?.narasi;

describe("what is told of a figure beside its keterangan", () => {
  it.each<[string, readonly Act[], Narasi | undefined]>([
    ["nothing", [isi(50)], undefined],
    ["one part", [isi(50, { tindakLanjut: "Survei diulang" })], { tindakLanjut: "Survei diulang" }],
    [
      "one part after the other",
      [isi(50, { tindakLanjut: "Survei diulang" }), isi(50, { pendukung: "Enumerator desa" })],
      { tindakLanjut: "Survei diulang", pendukung: "Enumerator desa" },
    ],
    [
      "a part in other words",
      [isi(50, { tindakLanjut: "Survei diulang" }), isi(50, { tindakLanjut: "Kuesioner daring" })],
      { tindakLanjut: "Kuesioner daring" },
    ],
    [
      "a part and another low figure",
      [isi(50, { tindakLanjut: "Survei diulang" }), isi(55)],
      { tindakLanjut: "Survei diulang" },
    ],
    [
      "a part and a figure that is reached",
      [isi(50, { pendukung: "Enumerator" }), isi(86)],
      undefined,
    ],
    ["a part and no data", [isi(50, { pendukung: "Enumerator" }), isi("belum")], undefined],
    ["a part of a figure that is reached", [isi(86, { tindakLanjut: "Diulang" })], undefined],
    ["what became of nothing", [isi(86, { pelaksanaan: "sudah" })], undefined],
  ])("after %s", (_, acts, expected) => {
    expect(toldIn(played(null, ...acts))).toEqual(expected);
  });

  it("keeps what became of the last tindak lanjut in the words that one had, whatever the figure is", () => {
    const pelaksanaan = {
      periode: periodeOf(2026, "triwulan", 3),
      tindakLanjut: "Survei diulang",
      hasil: "sebagian",
    };
    const lalu = { tindakLanjut: "Survei diulang" };
    const play = played(
      lalu,
      isi(50, { pelaksanaan: "belum" }),
      isi(50, { pelaksanaan: "sebagian" }),
    );
    expect(toldIn(play)).toEqual({ pelaksanaan });
    play.act(isi(86));
    expect(toldIn(play)).toEqual({ pelaksanaan });
  });

  it("is a revision of the figure, with an entry of the log that names the part", () => {
    const play = played(null, isi(50));
    play.act(isi(50, { tindakLanjut: "Survei diulang" }));
    expect(effectsOf(play.effects, "realisasi")).toMatchObject([
      { kode: "1.1", revisi: 2, narasi: { tindakLanjut: "Survei diulang" } },
    ]);
    expect(effectsOf(play.effects, "catat")).toMatchObject([
      { jenis: "isian", data: { kode: "1.1", revisi: 2, narasi: ["tindakLanjut"] } },
    ]);
  });

  it("stays when a file is added or taken back", () => {
    const play = played(null, isi(50, { pendukung: "Enumerator desa" }));
    play.act({ oleh: "pelayanan", bukti: "1.1" });
    expect(toldIn(play)).toEqual({ pendukung: "Enumerator desa" });
  });
});
