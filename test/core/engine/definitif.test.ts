import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/engine/decide.ts";
import { kantorPada } from "../../../src/core/kantor/pada.ts";
import type { Kantor, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { Jalan, kantorUji } from "../../support/jalan.ts";

const isi = await kantorUji("mekanisme");

/** Somebody stands in for the Camat through all of January. */
function withPlh(kantor: Kantor, pegawaiId: PegawaiId, nowMs: number): Kantor {
  const camat = kantor.pegawaiList.find(({ peran }) => peran.includes("camat"));
  if (camat === undefined) throw new Error("no Camat");
  const { id, nama, jabatan, peran } = camat;
  const halangan = {
    id: "h1",
    jabatan: { pegawaiId: id, nama, jabatan, peran },
    mulai: Tanggal.parse("2027-01-01"),
    sampai: Tanggal.parse("2027-01-31"),
    alasan: "cuti",
    wakil: { jenis: "plh", pegawaiId, surat: "SP 800/1/2027" },
  } as const;
  return kantorPada({ ...kantor, halanganList: [halangan] }, nowMs);
}

describe("a decree that only whoever holds the post may sign", () => {
  const wakil = isi.kantor.pegawaiList.find(({ peran }) => peran.includes("kasubbag"));
  if (wakil === undefined) throw new Error("nobody to stand in");
  const jalan = new Jalan(isi, "2026-TW4").maju("2a");
  const context = {
    ...jalan.context,
    kantor: withPlh(isi.kantor, wakil.id, jalan.context.nowMs),
  };
  const answer = (oleh: PegawaiId) =>
    decide(
      jalan.sop,
      jalan.state,
      { kind: "pilihan", waitId: jalan.meja().id, oleh, pilihan: "setuju" },
      context,
    );

  it("is not signed by whoever stands in, who is told why", () => {
    const refused = answer(wakil.id);
    expect(refused).toMatchObject({ kind: "refused", code: "khusus-definitif" });
    expect(refused.kind === "refused" && refused.data["alasan"]).toContain("SE BKN 1/SE/I/2021");
  });

  it("is signed by the Camat, who is away but holds the post", () => {
    const camat = isi.kantor.pegawaiList.find(({ peran }) => peran.includes("camat"));
    if (camat === undefined) throw new Error("no Camat");
    expect(answer(camat.id).kind).toBe("accepted");
  });
});
