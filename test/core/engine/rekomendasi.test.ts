import { beforeEach, describe, expect, it } from "vitest";
import { openWaits } from "../../../src/core/engine/holders.ts";
import { rekomendasiList } from "../../../src/core/engine/rekomendasi.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { lembarLhe } from "../../support/lembar-lhe.ts";
import { Stage } from "../../support/stage.ts";
import { at, worldOf } from "../../support/world.ts";

/** Recommendations that were entered and handed out. */
function dibagikan(): Stage {
  const stage = new Stage(worldOf({ sopList: [lembarLhe] }));
  stage.open("2026");
  stage.act("perencanaan", { tap: "Isi" });
  stage.act(
    "perencanaan",
    [
      "Reviu indikator; Kasi Pelayanan; 28 Februari 2027; 1.b.1",
      "Publikasikan LKjIP; Kasi Pemerintahan; 29 Januari 2027",
      "Bahas capaian; Kasi Pelayanan; 31 Maret 2027",
    ].join("\n"),
  );
  stage.act("perencanaan", { tap: "Selesai" });
  stage.act("perencanaan", { tap: "Lewati" });
  stage.act("perencanaan", { tap: "✅ Bagikan" });
  return stage;
}

const state = (stage: Stage) => stage.berkas().state;
const owed = (stage: Stage): readonly unknown[] =>
  openWaits(state(stage)).map(({ butir, pemegang }) => [
    butir,
    pemegang.jenis === "pegawai" ? pemegang.pegawaiId : pemegang.peran,
  ]);

describe("recommendations of the evaluators", () => {
  let stage: Stage;
  beforeEach(() => {
    stage = dibagikan();
  });

  it("are each asked of whoever answers for them, until their day or the last working day before", () => {
    expect(owed(stage)).toEqual([
      [1, "pelayanan"],
      [2, "pemerintahan"],
      [3, "pelayanan"],
    ]);
    expect(openWaits(state(stage)).map(({ batasMs, tenggatMs }) => [batasMs, tenggatMs])).toEqual([
      [at("2027-02-26 16:30"), null],
      [at("2027-01-29 16:30"), null],
      [at("2027-03-31 16:00"), null],
    ]);
  });

  it("are reminded of before that day, as of any deadline", () => {
    const [first] = openWaits(state(stage));
    const reminders = stage.effects.flatMap((effect) =>
      effect.kind === "timer" && effect.kunci.startsWith(`ingat:${first?.id}:`)
        ? [effect.atMs]
        : [],
    );
    expect(reminders).toContain(at("2027-02-25 07:30"));
  });

  it("keep their answers apart", () => {
    stage.act("pelayanan", "/tugas");
    stage.act("pelayanan", { tap: "Kerjakan 2" });
    stage.act("pelayanan", { tap: "Isi" });
    stage.act("pelayanan", "Dibahas dalam rapat Januari");
    stage.act("pelayanan", { file: "notulen.pdf" });
    stage.act("pelayanan", { tap: "Selesai" });
    stage.act("pelayanan", { tap: "✅ Kirim" });
    expect(
      rekomendasiList(stage.berkas(), stage.world.kantor).map(
        ({ tindakLanjut, buktiList, ditunggu }) => [
          tindakLanjut,
          buktiList.map(({ nama }) => nama),
          ditunggu === null,
        ],
      ),
    ).toEqual([
      [null, [], false],
      [null, [], false],
      ["Dibahas dalam rapat Januari", ["notulen.pdf"], true],
    ]);
  });

  it("are told by nobody's figures, and no picture comes of them", () => {
    expect(state(stage).indikatorList).toEqual([]);
  });

  it("go to the successor of somebody who leaves, who is asked for each", () => {
    const before = stage.delivered.length;
    stage.act("sekcam", "/pegawai keluar pelayanan");
    stage.act("sekcam", { tap: "Kasi Pemerintahan" });
    stage.act("sekcam", { tap: "Ya, alihkan" });
    expect(owed(stage)).toEqual([
      [1, "pemerintahan"],
      [2, "pemerintahan"],
      [3, "pemerintahan"],
    ]);
    const told = stage.delivered
      .slice(before)
      .filter(({ kepada }) => kepada === "pemerintahan")
      .map(({ pesan }) => plainText(pesan.teks))
      .join("\n");
    expect(told).toContain("“Reviu indikator”");
    expect(told).toContain("“Bahas capaian”");
  });

  it("refuse whoever does not answer for one", () => {
    const text = stage.act("pemerintahan", { token: stage.token("pelayanan", "Isi") });
    expect(text).toContain("Kasi Pelayanan");
  });
});
