import { liburText } from "../../../../../generated/teks.ts";
import { bacaDaftarLibur } from "../../../../berkas-kantor/daftar-libur.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import { hariTanggal } from "../../../../waktu/format.ts";
import { bedaLibur } from "../../../../waktu/ubah-libur.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import { akibatText, kabarText, tinjau } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, choiceField, kata, offer, selesai, sentenceField, tolak } from "../../declare.ts";
import type { Bacaan, Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { DASAR_TERPANJANG } from "./hari.ts";

/** The free days of a whole year, copied from its decree. */
export function liburTahun(talk: Talk, { hal, jawaban }: DialogueOf<"libur-tahun">): Form {
  const perubahan = perubahanDari(hal.tahun, jawaban);
  const tahun = String(hal.tahun);
  const asked = { teks: fill(liburText.tanyaDaftar, { tahun }), pilihan: [[batal]] };
  return {
    fields: [
      sentenceField(
        "dasar",
        () => fill(liburText.tanyaDasarTahun, { tahun }),
        (teks) => readSentence(teks, DASAR_TERPANJANG),
      ),
      {
        kode: "daftar",
        menerima: "kalimat",
        asks: () => asked,
        read: (teks) => readDaftar(hal.tahun, teks),
      },
      ...(perubahan === null
        ? []
        : [
            choiceField("pratinjau", () => ({
              teks: pratinjau(talk, perubahan),
              pilihan: [[offer("ya", liburText.ya, selesai), batal]],
            })),
          ]),
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

function pratinjau(talk: Talk, perubahan: Kalender): Teks {
  const { tahun, dasar, libur } = perubahan.kalender;
  const decided = tinjau(talk, perubahan);
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
  const daftar = hapus.map(({ tanggal, nama }) => `${hariTanggal(tanggal)} (${nama})`).join("; ");
  return lines(
    tambah.length === 0 ? [] : fill(liburText.bedaTambah, { jumlah: tambah.length }),
    hapus.length === 0 ? [] : fill(liburText.bedaHapus, { daftar }),
  );
}
