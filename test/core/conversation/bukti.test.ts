import { describe, expect, it } from "vitest";
import { kantorPada } from "../../../src/core/kantor/pada.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { Stage } from "../../support/stage.ts";

/** A triwulan in which Kasi Pelayanan has sent evidence for one figure and is not done yet. */
function supplied(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("pelayanan", { file: "skm.pdf", caption: "1.1" });
  return stage;
}

const command = (stage: Stage, rest: string): string =>
  `/bukti ${stage.berkas().state.id} ${rest}`.trim();

describe("/bukti", () => {
  it.each([
    ["camat", "skm.pdf"],
    ["sekcam", "skm.pdf"],
    ["perencanaan", "skm.pdf"],
    ["pelayanan", "skm.pdf"],
    ["pemerintahan", "Belum ada bukti dukung untuk 1.1"],
    ["inspektorat", "Belum ada bukti dukung untuk 1.1"],
  ] as const)("shows %s %s", (who, seen) => {
    expect(supplied().act(who, "/bukti 1.1")).toContain(seen);
  });

  it("sends each file as it was stored", () => {
    const stage = supplied();
    stage.act("camat", "/bukti 1.1");
    expect(stage.last("camat").lampiran).toMatchObject({ jenis: "tersimpan", nama: "skm.pdf" });
  });

  it("lets nobody take back but whose figure it is, whatever they type", () => {
    const stage = supplied();
    const tanda = stage.berkas().state.isianByKode["1.1"]?.bukti[0]?.hash.slice(0, 8) ?? "";
    stage.act("camat", command(stage, `1.1 cabut ${tanda}`));
    expect(stage.berkas().state.isianByKode["1.1"]?.bukti).toHaveLength(1);
    stage.act("pelayanan", command(stage, `1.1 cabut ${tanda}`));
    expect(stage.berkas().state.isianByKode["1.1"]?.bukti).toHaveLength(0);
    expect(stage.act("pelayanan", command(stage, `1.1 cabut ${tanda}`))).toContain(
      "Belum ada bukti dukung.",
    );
  });

  it("is whoever's who stands in for the unit, and no longer that of who is away", () => {
    const stage = supplied();
    const { kantor, nowMs } = stage.world;
    const { id: pegawaiId, nama, jabatan, peran } = stage.pegawai("pelayanan");
    const halangan = {
      id: "h1",
      jabatan: { pegawaiId, nama, jabatan, peran },
      mulai: Tanggal.parse("2027-01-01"),
      sampai: Tanggal.parse("2027-01-31"),
      alasan: "cuti",
      wakil: { jenis: "plh", pegawaiId: stage.pegawai("pemerintahan").id, surat: "SP 1" },
    } as const;
    stage.world = {
      ...stage.world,
      kantor: kantorPada({ ...kantor, halanganList: [halangan] }, nowMs),
    };
    expect(stage.outcome("pelayanan", "/bukti 1.1").ditolak).toBe("tidak-berwenang");
    expect(stage.act("pemerintahan", "/bukti 1.1")).toContain("skm.pdf");
    stage.act("pemerintahan", command(stage, "1.1 cabut hash-skm"));
    expect(stage.berkas().state.isianByKode["1.1"]?.bukti).toHaveLength(0);
  });

  it("leaves what was sent as it is", () => {
    const stage = supplied();
    const tanda = stage.berkas().state.isianByKode["1.1"]?.bukti[0]?.hash.slice(0, 8) ?? "";
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu lewat");
    expect(stage.act("pelayanan", command(stage, `1.1 cabut ${tanda}`))).toContain(
      "buktinya tetap",
    );
    expect(stage.berkas().state.isianByKode["1.1"]?.bukti).toHaveLength(1);
  });
});
