import { liburText } from "../../../../../generated/teks.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill } from "../../../../pesan/teks.ts";
import { hariTanggal } from "../../../../waktu/format.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { liburSejak } from "../../../../waktu/ubah-libur.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import { akibatText, kabarText, tinjau } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, choiceField, kata, offer, selesai, sentenceField } from "../../declare.ts";
import type { Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { DASAR_TERPANJANG, readHariLibur, tanggalDari } from "./hari.ts";

/** How many days can be chosen; any other is typed. */
const HARI_DITAWARKAN = 6;

/** A free day is worked after all: which, and by what decree. */
export function liburHapus(talk: Talk, { jawaban }: DialogueOf<"libur-hapus">): Form {
  const { kantor, calendar, nowMs } = talk.world;
  const tanggal = tanggalDari(jawaban["tanggal"]);
  const { dasar = "" } = jawaban;
  const perubahan: Perubahan | null =
    tanggal === null || dasar === "" ? null : { jenis: "libur-batal", tanggal, dasar };
  const data = {
    hari: tanggal === null ? "" : hariTanggal(tanggal),
    nama: tanggal === null ? "" : (calendar.libur[tanggal] ?? ""),
    dasar,
  };
  const coming = liburSejak(calendar, toLocal(nowMs, kantor.zonaWaktu).tanggal);
  return {
    fields: [
      {
        kode: "tanggal",
        menerima: "pilihan",
        asks: () => ({
          teks: liburText.tanyaTanggalHapus,
          pilihan: [
            ...coming
              .slice(0, HARI_DITAWARKAN)
              .map((one) => [
                offer(
                  one.tanggal,
                  fill(liburText.baris, { hari: hariTanggal(one.tanggal), nama: one.nama }),
                  kata(one.tanggal),
                ),
              ]),
            [batal],
          ],
        }),
        read: (teks) => readHariLibur(talk, teks),
      },
      sentenceField(
        "dasar",
        () => fill(liburText.tanyaDasarHapus, data),
        (teks) => readSentence(teks, DASAR_TERPANJANG),
      ),
      ...(perubahan === null
        ? []
        : [
            choiceField("pratinjau", () => ({
              teks: fill(liburText.pratinjauHapus, {
                ...data,
                kantor: kantor.nama,
                akibat: akibatText(talk, tinjau(talk, perubahan)),
              }),
              pilihan: [[offer("ya", liburText.ya, selesai), batal]],
            })),
          ]),
    ],
    antrean: () => ["tanggal", "dasar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      catat(closed, perubahan, (akibat) =>
        fill(liburText.dihapus, { ...data, kabar: kabarText(akibat) }),
      ),
  };
}
