import { expect, it } from "vitest";
import { NAMA_ANONIM } from "../../../src/core/kantor/anonim.ts";
import type { Perubahan } from "../../../src/core/kantor/perubahan.ts";
import { type KantorTercatat, OPERATOR, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { ubahKantor } from "../../../src/core/kantor/ubah-kantor.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { calendar, kantorOf, kasi, NOW, sekcam } from "../../store/contract/fixture.ts";

const baru = PegawaiId.parse("kasi-baru");
const masuk: Perubahan = {
  jenis: "masuk",
  pegawai: { id: baru, nama: "Nama Asli", jabatan: "Kasi", peran: ["kasi"], nip: "19800101" },
};
const halangan = {
  id: "h1",
  jabatan: { pegawaiId: baru, nama: "Nama Asli", jabatan: "Kasi", peran: ["kasi"] as const },
  mulai: Tanggal.parse("2026-10-05"),
  sampai: Tanggal.parse("2026-10-09"),
  alasan: "sakit tipes",
  wakil: null,
};

/** An office somebody came to, was away from and left. */
function left(): KantorTercatat {
  const perubahanList: Perubahan[] = [
    masuk,
    {
      jenis: "halangan",
      halangan: { ...halangan, jabatan: { ...halangan.jabatan, peran: ["kasi"] } },
    },
    { jenis: "keluar", pegawaiId: baru, penerus: kasi },
  ];
  let kantor: KantorTercatat = kantorOf("uji");
  kantor = {
    ...kantor,
    indikatorList: kantor.indikatorList.map((one) => ({ ...one, penanggungJawab: baru })),
  };
  for (const perubahan of perubahanList) kantor = changed(kantor, perubahan);
  return {
    ...kantor,
    perubahanList: perubahanList.map((perubahan) => ({ atMs: NOW, oleh: OPERATOR, perubahan })),
  };
}

function changed(kantor: KantorTercatat, perubahan: Perubahan): KantorTercatat {
  const next = ubahKantor({ kantor, calendar }, perubahan, NOW);
  if (typeof next === "string") throw new Error(next);
  return next.kantor;
}

it("takes name, number and reasons of somebody who left out of everything, and leaves what they were", () => {
  const before = left();
  expect(JSON.stringify(before)).toContain("Nama Asli");
  const after = changed(before, { jenis: "anonim", pegawaiId: baru });
  const text = JSON.stringify(after);
  for (const gone of ["Nama Asli", "19800101", "sakit tipes"]) expect(text).not.toContain(gone);
  expect(after.kepemilikanList).toMatchObject([
    { pegawaiId: baru, nama: NAMA_ANONIM, jabatan: "Kasi" },
  ]);
  expect(after.pegawaiList).toEqual(before.pegawaiList);
  expect(changed(after, { jenis: "anonim", pegawaiId: baru })).toEqual(after);
});

it("refuses for somebody who is still there", () => {
  const tatanan = { kantor: left(), calendar };
  expect(ubahKantor(tatanan, { jenis: "anonim", pegawaiId: sekcam }, NOW)).toBe(
    "pegawai-masih-ada",
  );
});
