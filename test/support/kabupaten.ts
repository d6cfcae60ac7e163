import type { BerkasTerbuka } from "../../src/core/conversation/world.ts";
import { type KantorDipantau, pantauKantor } from "../../src/core/kabupaten/papan.ts";
import { type Kantor, KantorId, Pegawai } from "../../src/core/kantor/schema.ts";
import { Stage } from "./stage.ts";
import { at, kantor, worldOf } from "./world.ts";

/** Monday 11 January 2027: the collection of Triwulan IV should have ended on Thursday. */
export const SENIN = at("2027-01-11 08:30");

/** Bagian Organisasi: people of the kabupaten, no sheet of its own. */
export const bagianOrganisasi: Kantor = {
  ...kantor,
  id: KantorId.parse("setda-contoh"),
  nama: "Bagian Organisasi Setda Contoh",
  sopIdList: [],
  indikatorList: [],
  pegawaiList: [
    Pegawai.parse({
      id: "kabag",
      nama: "Hesti",
      jabatan: "Kabag Organisasi",
      peran: ["kabupaten"],
    }),
    Pegawai.parse({
      id: "irban",
      nama: "Imam",
      jabatan: "Inspektur Pembantu",
      peran: ["kabupaten"],
    }),
    Pegawai.parse({ id: "pengelola", nama: "Joko", jabatan: "Pengelola sopir", peran: ["admin"] }),
  ],
};

/** What one kecamatan looks like from there on Monday, after these acts since the collection began. */
export function kecamatan(
  id: string,
  nama: string,
  sejak: ((stage: Stage) => void) | "belum-mulai" | "selesai",
): KantorDipantau {
  const stage = new Stage(worldOf({ kantor: { ...kantor, id: KantorId.parse(id), nama } }));
  if (typeof sejak === "function") {
    stage.open();
    sejak(stage);
  }
  const berkasList = [...stage.world.berkasById.values()].map(
    ({ state, sop }): BerkasTerbuka => ({ state: { ...state, id: `berkas-${id}` }, sop }),
  );
  const everybody = new Set(kantor.pegawaiList.map((one) => one.id));
  return pantauKantor(
    {
      kantor: stage.world.kantor,
      calendar: stage.world.calendar,
      berkasList,
      takTerbaca: 0,
      selesai: new Set(sejak === "selesai" ? ["laporan-triwulan"] : []),
      terhubung: everybody,
      massal: everybody,
    },
    SENIN,
  );
}

/** Closes the collection, so that the compiler holds what follows. */
const closed = (stage: Stage): void => {
  stage.act("staf", { tap: "Tutup pengumpulan" });
  stage.act("staf", "Batas waktu lewat");
};

/** The chats of Bagian Organisasi on that Monday, over seven kecamatan. */
export const kabupatenStage = (): Stage =>
  new Stage(
    worldOf({
      nowMs: SENIN,
      kantor: bagianOrganisasi,
      sopList: [],
      realisasi: {},
      terhubung: new Set(bagianOrganisasi.pegawaiList.map(({ id }) => id)),
      dipantau: [
        kecamatan("paringin", "Kecamatan Paringin", "selesai"),
        kecamatan("awayan", "Kecamatan Awayan", () => undefined),
        kecamatan("batumandi", "Kecamatan Batumandi", (stage) => {
          closed(stage);
          stage.act("perencanaan", { tap: "✅ Teruskan" });
        }),
        kecamatan("halong", "Kecamatan Halong", (stage) => {
          stage.act("pemerintahan", "/isi");
          for (const angka of ["12", "4"]) stage.act("pemerintahan", angka);
          stage.act("pemerintahan", { tap: "Kirim" });
        }),
        kecamatan("juai", "Kecamatan Juai", "belum-mulai"),
        kecamatan("lampihong", "Kecamatan Lampihong", "selesai"),
        kecamatan("tebing-tinggi", "Kecamatan Tebing Tinggi", "selesai"),
      ],
    }),
  );
