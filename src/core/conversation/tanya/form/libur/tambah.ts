import { liburText } from "../../../../../generated/teks.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill } from "../../../../pesan/teks.ts";
import { hariTanggal } from "../../../../waktu/format.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { addDays } from "../../../../waktu/tanggal.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import { akibatText, kabarText, tinjau } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, choiceField, offer, selesai, sentenceField } from "../../declare.ts";
import type { Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { DASAR_TERPANJANG, NAMA_TERPANJANG, readHariKerja, tanggalDari } from "./hari.ts";

/** A day becomes free for this office alone: when, why, by what decree. */
export function liburTambah(talk: Talk, { jawaban }: DialogueOf<"libur-tambah">): Form {
  const tanggal = tanggalDari(jawaban["tanggal"]);
  const hari = tanggal === null ? "" : hariTanggal(tanggal);
  const { nama = "", dasar = "" } = jawaban;
  const perubahan: Perubahan | null =
    tanggal === null || nama === "" || dasar === ""
      ? null
      : { jenis: "libur", tanggal, nama, dasar };
  const { kantor, nowMs } = talk.world;
  const today = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const data = { hari, nama, dasar, kantor: kantor.nama };
  return {
    fields: [
      {
        kode: "tanggal",
        menerima: "pilihan",
        asks: () => ({
          teks: liburText.tanyaTanggal,
          pilihan: [
            [
              offer("hari-ini", liburText.hariIni, readHariKerja(talk, today)),
              offer("besok", liburText.besok, readHariKerja(talk, addDays(today, 1))),
            ],
            [batal],
          ],
        }),
        read: (teks) => readHariKerja(talk, teks),
      },
      sentenceField(
        "nama",
        () => fill(liburText.tanyaNama, data),
        (teks) => readSentence(teks, NAMA_TERPANJANG),
      ),
      sentenceField(
        "dasar",
        () => fill(liburText.tanyaDasar, data),
        (teks) => readSentence(teks, DASAR_TERPANJANG),
      ),
      ...(perubahan === null
        ? []
        : [
            choiceField("pratinjau", () => ({
              teks: fill(liburText.pratinjauTambah, {
                ...data,
                akibat: akibatText(talk, tinjau(talk, perubahan)),
              }),
              pilihan: [[offer("ya", liburText.ya, selesai), batal]],
            })),
          ]),
    ],
    antrean: () => ["tanggal", "nama", "dasar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      catat(closed, perubahan, (decided) =>
        fill(liburText.ditambah, { ...data, kabar: kabarText(decided) }),
      ),
  };
}
