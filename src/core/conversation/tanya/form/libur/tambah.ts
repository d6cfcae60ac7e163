import { liburText } from "../../../../../generated/teks.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill } from "../../../../pesan/teks.ts";
import { contohTanggal, sebutHari } from "../../../../pesan/waktu.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { addDays } from "../../../../waktu/tanggal.ts";
import { akibatText, kabarText } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, offer } from "../../declare.ts";
import type { Field, Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { dasarField, namaField, pratinjauField } from "./fields.ts";
import { readHariKerja, tanggalDari } from "./hari.ts";

/** A day becomes free for this office alone: when, why, by what decree. */
export function liburTambah(talk: Talk, { jawaban }: DialogueOf<"libur-tambah">): Form {
  const tanggal = tanggalDari(jawaban["tanggal"]);
  const { nama = "", dasar = "" } = jawaban;
  const perubahan: Perubahan | null =
    tanggal === null || nama === "" || dasar === ""
      ? null
      : { jenis: "libur", tanggal, nama, dasar };
  const data = { hari: tanggal === null ? "" : sebutHari(tanggal), nama, dasar };
  const kantor = talk.world.kantor.nama;
  return {
    fields: [
      tanggalField(talk),
      namaField(() => fill(liburText.tanyaNama, { hari: data.hari })),
      dasarField(() => fill(liburText.tanyaDasar, { hari: data.hari, nama })),
      ...pratinjauField(talk, perubahan, (decided) =>
        fill(liburText.pratinjauTambah, { ...data, kantor, akibat: akibatText(talk, decided) }),
      ),
    ],
    antrean: () => ["tanggal", "nama", "dasar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      catat(closed, perubahan, (akibat) =>
        fill(liburText.ditambah, { ...data, kabar: kabarText(akibat) }),
      ),
  };
}

function tanggalField(talk: Talk): Field {
  const { kantor, nowMs } = talk.world;
  const today = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  return {
    kode: "tanggal",
    menerima: "pilihan",
    asks: () => ({
      teks: fill(liburText.tanyaTanggal, { contoh: contohTanggal(today).contoh }),
      pilihan: [
        [
          offer("hari-ini", liburText.hariIni, readHariKerja(talk, today)),
          offer("besok", liburText.besok, readHariKerja(talk, addDays(today, 1))),
        ],
        [batal],
      ],
    }),
    read: (teks) => readHariKerja(talk, teks),
  };
}
