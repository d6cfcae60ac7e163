import { describe, expect, it } from "vitest";
import { kabarWakil } from "../../../src/core/conversation/kabar-halangan.ts";
import { decidePerubahan } from "../../../src/core/conversation/ubah-kantor.ts";
import type { World } from "../../../src/core/conversation/world.ts";
import { jabatanTetap, jenisWakilOf } from "../../../src/core/kantor/halangan-baru.ts";
import type { Perubahan } from "../../../src/core/kantor/perubahan.ts";
import { OPERATOR, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { worldOf } from "../../support/world.ts";

const SEKCAM = PegawaiId.parse("sekcam");

/** The Camat is away from Monday, 4 January 2027 on, the Sekcam stands in. */
function absence(world: World, mulai = "2027-01-04"): Perubahan {
  const camat = world.kantor.pegawaiList.find(({ id }) => id === "camat");
  if (camat === undefined) throw new Error("no camat");
  const cuti = { mulai: Tanggal.parse(mulai), sampai: Tanggal.parse("2027-01-08"), alasan: "cuti" };
  const wakil = { jenis: jenisWakilOf(cuti), pegawaiId: SEKCAM, surat: "Surat Perintah 800/12" };
  return {
    jenis: "halangan",
    halangan: { id: "h1", jabatan: jabatanTetap(camat), ...cuti, wakil },
  };
}

/** What a change of the operator's tells whom, and the world after it. */
function changed(world: World, perubahan: Perubahan) {
  const decided = decidePerubahan(world, [perubahan], OPERATOR);
  if (decided.kind === "refused") throw new Error(decided.code);
  const said = kabarWakil(world, perubahan, OPERATOR).flatMap((effect) =>
    effect.kind === "pesan" && effect.kepada.ke === "pegawai"
      ? [[effect.kepada.pegawaiId, plainText(effect.pesan.teks).split("\n")[0]]]
      : [],
  );
  return { world: decided.world, said };
}

describe("whoever an operator names to stand in", () => {
  it("is told at once, and told when the holder is back before the time", () => {
    const start = worldOf();
    const { world, said } = changed(start, absence(start));
    expect(said).toEqual([["sekcam", "📋 Bapak/Ibu bertugas sebagai Plh. Camat"]]);
    const back = changed(world, { jenis: "hadir-kembali", halanganId: "h1" });
    expect(back.said).toEqual([["sekcam", "✅ Penugasan sebagai Plh. Camat selesai"]]);
  });

  it("is told of days to come, and nothing more where these are taken back", () => {
    const start = worldOf();
    const { world, said } = changed(start, absence(start, "2027-01-06"));
    expect(said).toEqual([["sekcam", "📋 Bapak/Ibu ditunjuk sebagai Plh. Camat"]]);
    expect(changed(world, { jenis: "hadir-kembali", halanganId: "h1" }).said).toEqual([]);
  });
});
