import { describe, expect, it } from "vitest";
import { openWaits } from "../../../src/core/engine/holders.ts";
import { sebutanPejabat } from "../../../src/core/kantor/pejabat.ts";
import type { Peran } from "../../../src/core/kantor/schema.ts";
import { opsiLaporan } from "../../../src/core/laporan/opsi.ts";
import { laporanPeriode } from "../../../src/core/laporan/periode.ts";
import { tokenOf } from "../../../src/core/pesan/token.ts";
import { projectRekap } from "../../../src/core/rekap/index.ts";
import { Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

/** As far as the approval of the Camat. */
function approving(ubah: (stage: Stage) => void): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("staf", { tap: "Tutup pengumpulan" });
  stage.act("staf", "Batas waktu lewat");
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  stage.act("sekcam", { tap: "✅ Setuju" });
  ubah(stage);
  return stage;
}

const acts = (stage: Stage, who: string, list: readonly Parameters<Stage["act"]>[1][]): void => {
  for (const act of list) stage.act(who, act);
};

/** The Camat is away and the Kasubbag stands in. */
const withPlh = (stage: Stage): void =>
  acts(stage, "sekcam", [
    "/plh baru",
    { tap: "Camat" },
    { tap: "Dinas luar" },
    { tap: "Hari ini" },
    "besok",
    { tap: "Kasubbag Perencanaan" },
    "SP 800/7/2027",
    { tap: "Ya, catat" },
  ]);

/** The old way round it: the Sekcam holds the role itself, and the Camat does not. */
const withRole = (stage: Stage): void => {
  const { kantor } = stage.world;
  const peranById: Readonly<Record<string, readonly Peran[]>> = {
    camat: ["staf"],
    sekcam: ["sekcam", "admin", "camat"],
  };
  const pegawaiList = kantor.pegawaiList.map((one) => ({
    ...one,
    peran: [...(peranById[one.id] ?? one.peran)],
  }));
  stage.world = { ...worldOf(), ...stage.world, kantor: { ...kantor, pegawaiList } };
};

/** The final report, and what the rekap says of the approval. */
function approvedBy(who: string, ubah: (stage: Stage) => void) {
  const stage = approving(ubah);
  const wait = openWaits(stage.berkas().state).find(({ macam }) => macam === "meja");
  if (wait === undefined) throw new Error("nothing is to be decided");
  stage.act(who, { token: tokenOf(wait.id, "setuju") });
  const { kantor, calendar, nowMs } = stage.world;
  const { state, sop } = stage.berkas();
  const final = state.naskahList.at(-1);
  if (final === undefined) throw new Error("no report");
  const masukan = { kantor, calendar, berkasList: [{ state, sop }], realisasi: [], log: [] };
  const rekap = projectRekap(masukan, 2026, state.periode, { unit: null, padaMs: nowMs });
  const dokumen = laporanPeriode(rekap, opsiLaporan({ sop, state, kantor }, final));
  return { rekap, dokumen, text: JSON.stringify(dokumen) };
}

describe("who approved, on paper, in the rekap and in the log", () => {
  it("is whoever stood in, by both names and the letter", () => {
    const { rekap, dokumen, text } = approvedBy("perencanaan", withPlh);
    expect(dokumen.tanda).toBeNull();
    expect(text).not.toContain("belum disetujui");
    expect(text).toContain("Plh. Camat (Eka, mewakili Ani, SP 800/7/2027)");
    expect(rekap.kop.penanda).toMatchObject({ jabatan: "Plh. Camat", nama: "Eka" });
    const last = rekap.persetujuan?.at(-1);
    expect(last && sebutanPejabat(last.pejabat)).toBe("Plh. Camat");
  });

  it("is whoever holds the role, whatever their title", () => {
    const { rekap, dokumen, text } = approvedBy("sekcam", withRole);
    expect(dokumen.tanda).toBeNull();
    expect(text).not.toContain("belum disetujui");
    expect(rekap.kop.penanda).toMatchObject({ jabatan: "Sekcam", nama: "Budi" });
  });

  it("is told all the same once they have left", () => {
    const stage = approving(withPlh);
    stage.act("perencanaan", { token: stage.token("perencanaan", "✅ Setuju") });
    const { kantor, calendar, nowMs } = stage.world;
    const { state, sop } = stage.berkas();
    const left = {
      ...kantor,
      halanganList: [],
      pegawaiList: kantor.pegawaiList.filter(({ id }) => id !== "perencanaan"),
    };
    const masukan = {
      kantor: left,
      calendar,
      berkasList: [{ state, sop }],
      realisasi: [],
      log: [],
    };
    const rekap = projectRekap(masukan, 2026, state.periode, { unit: null, padaMs: nowMs });
    expect(rekap.kop.penanda).toMatchObject({ jabatan: "Plh. Camat", nama: "Eka" });
  });
});
