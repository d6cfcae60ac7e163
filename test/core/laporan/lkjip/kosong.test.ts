import { describe, expect, it } from "vitest";
import type { BerkasState, Naskah } from "../../../../src/core/engine/state.ts";
import type { Turn } from "../../../../src/core/engine/turn.ts";
import type { Kantor } from "../../../../src/core/kantor/schema.ts";
import type { Indikator } from "../../../../src/core/kinerja/indikator.ts";
import { isianKosong } from "../../../../src/core/laporan/lkjip/kosong.ts";
import { Stage } from "../../../support/stage.ts";

/** The report of a year, as its compiler gets it. */
function turnOf(periode = "2026"): Turn {
  const stage = new Stage();
  stage.open(periode);
  const [berkas] = [...stage.world.berkasById.values()];
  if (berkas === undefined) throw new Error("no berkas");
  return { ...berkas, context: stage.world, effects: [] };
}

const turn = turnOf();
const named = (one: Turn): readonly string[] => isianKosong(one).map(({ nama }) => nama);

const withKantor = (change: Partial<Kantor>): Turn => ({
  ...turn,
  context: { ...turn.context, kantor: { ...turn.context.kantor, ...change } },
});
const withState = (change: Partial<BerkasState>): Turn => ({
  ...turn,
  state: { ...turn.state, ...change },
});
const withIndikator = (change: (one: Indikator) => Partial<Indikator>): Turn =>
  withState({
    indikatorList: turn.state.indikatorList.map((one) => ({ ...one, ...change(one) })),
  });

describe("what a yearly report leaves open", () => {
  it("is named part by part, in the order of the report", () => {
    expect(isianKosong(turn)).toEqual([
      { nama: "profil organisasi", jumlah: 1 },
      { nama: "isu strategis", jumlah: 1 },
      { nama: "target jangka menengah", jumlah: 1 },
      { nama: "standar nasional", jumlah: 1 },
      { nama: "penyebab dan solusi", jumlah: 1 },
      { nama: "efisiensi", jumlah: 1 },
      { nama: "program penunjang", jumlah: 1 },
      { nama: "anggaran", jumlah: 1 },
      { nama: "langkah perbaikan", jumlah: 1 },
    ]);
  });

  it("is counted for every sasaran", () => {
    const many = withIndikator(({ kode }) => ({ sasaran: `Sasaran ${kode.slice(0, 1)}` }));
    expect(isianKosong(many)).toContainEqual({ nama: "efisiensi", jumlah: 2 });
  });

  const [first] = turn.state.indikatorList;
  it.each([
    [
      "the issues of its profil",
      withKantor({ profil: { fungsi: [], isuStrategis: ["Jalan rusak"] } }),
      ["isu strategis"],
    ],
    [
      "the programs of its year",
      withKantor({
        anggaranList: [
          {
            tahun: 2026,
            programList: [
              { nama: "Pelayanan", sasaran: first?.sasaran ?? null, pagu: 10, realisasi: 9 },
            ],
          },
        ],
      }),
      ["efisiensi", "program penunjang", "anggaran"],
    ],
    [
      "a standard",
      withIndikator(() => ({ standarNasional: { nilai: 90, sumber: "Permen" } })),
      ["standar nasional"],
    ],
    [
      "a target of the medium term",
      withIndikator(() => ({ targetRpjmd: { nilai: 90, tahun: 2029 } })),
      ["target jangka menengah"],
    ],
  ])("is less with %s", (_, more, closed) => {
    expect(named(more)).toEqual(named(turn).filter((nama) => !closed.includes(nama)));
  });

  it("is not known of a file somebody sent, and not asked of a triwulan", () => {
    const unggahan = { hash: "h", nama: "lkjip.docx", mime: "", ukuranByte: 1 };
    const sent = turn.state.naskahList.map((one): Naskah => ({ ...one, unggahan }));
    expect(isianKosong(withState({ naskahList: sent }))).toEqual([]);
    expect(isianKosong(turnOf("2026-TW4"))).toEqual([]);
  });
});
