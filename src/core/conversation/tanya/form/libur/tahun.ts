import { liburText } from "../../../../../generated/teks.ts";
import { bacaDaftarLibur } from "../../../../berkas-kantor/daftar-libur.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill, joined, lines, type Teks } from "../../../../pesan/teks.ts";
import { sebutHari } from "../../../../pesan/waktu.ts";
import { bedaLibur } from "../../../../waktu/ubah-libur.ts";
import { akibatText, kabarText, type tinjau } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, kata, tolak } from "../../declare.ts";
import type { Bacaan, Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { dasarField, pratinjauField } from "./fields.ts";

/** The free days of a whole year, copied from its decree. */
export function liburTahun(talk: Talk, { hal, jawaban }: DialogueOf<"libur-tahun">): Form {
  const perubahan = perubahanDari(hal.tahun, jawaban);
  const tahun = String(hal.tahun);
  const asked = { teks: fill(liburText.tanyaDaftar, { tahun }), pilihan: [[batal]] };
  return {
    fields: [
      dasarField(() => fill(liburText.tanyaDasarTahun, { tahun })),
      {
        kode: "daftar",
        menerima: "kalimat",
        asks: () => asked,
        read: (teks) => readDaftar(hal.tahun, teks),
      },
      ...pratinjauField(talk, perubahan, (decided, { kalender }) =>
        pratinjau(talk, kalender, decided),
      ),
    ],
    antrean: () => ["dasar", "daftar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      catat(closed, perubahan, (akibat) =>
        fill(liburText.dimuat, {
          tahun,
          jumlah: perubahan?.kalender.libur.length ?? 0,
          kabar: kabarText(akibat),
        }),
      ),
  };
}

type Kalender = Extract<Perubahan, { readonly jenis: "kalender" }>;

function perubahanDari(
  tahun: number,
  { dasar, daftar }: DialogueOf<"libur-tahun">["jawaban"],
): Kalender | null {
  if (dasar === undefined || daftar === undefined) return null;
  const read = bacaDaftarLibur(daftar, tahun);
  return read.kind === "ditolak"
    ? null
    : { jenis: "kalender", kalender: { tahun, dasar, libur: read.libur } };
}

function readDaftar(tahun: number, teks: string): Bacaan {
  const read = bacaDaftarLibur(teks, tahun);
  return read.kind === "dibaca"
    ? kata(teks.trim())
    : tolak(read.code, { baris: read.baris, tahun: String(tahun) });
}

function pratinjau(
  talk: Talk,
  kalender: Kalender["kalender"],
  decided: ReturnType<typeof tinjau>,
): Teks {
  const { tahun, dasar, libur } = kalender;
  const after = decided.kind === "refused" ? talk.world.calendar : decided.world.calendar;
  return fill(liburText.pratinjauTahun, {
    tahun: String(tahun),
    jumlah: libur.length,
    cuti: libur.filter(({ jenis }) => jenis === "cuti_bersama").length,
    dasar,
    beda: bedaText(bedaLibur(talk.world.calendar, after)),
    akibat: akibatText(talk, decided),
  });
}

function bedaText({ tambah, hapus }: ReturnType<typeof bedaLibur>): Teks {
  if (tambah.length + hapus.length === 0) return liburText.bedaTidakAda;
  const daftar = joined(
    hapus.map(({ tanggal, nama }): Teks => [sebutHari(tanggal), ` (${nama})`]),
    "; ",
  );
  return lines(
    tambah.length === 0 ? [] : fill(liburText.bedaTambah, { jumlah: tambah.length }),
    hapus.length === 0 ? [] : fill(liburText.bedaHapus, { daftar }),
  );
}
