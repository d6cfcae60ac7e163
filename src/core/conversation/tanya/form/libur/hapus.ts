import { liburText } from "../../../../../generated/teks.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill } from "../../../../pesan/teks.ts";
import { sebutHari } from "../../../../pesan/waktu.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { liburSejak } from "../../../../waktu/ubah-libur.ts";
import { akibatText, kabarText } from "../../../libur.ts";
import type { DialogueOf } from "../../../session.ts";
import type { Talk } from "../../../talk.ts";
import { batal, kata, offer } from "../../declare.ts";
import type { Field, Form } from "../../field.ts";
import { catat } from "./catat.ts";
import { dasarField, pratinjauField } from "./fields.ts";
import { readHariLibur, tanggalDari } from "./hari.ts";

/** How many days can be chosen; any other is typed. */
const HARI_DITAWARKAN = 6;

/** A free day is worked after all: which, and by what decree. */
export function liburHapus(talk: Talk, { jawaban }: DialogueOf<"libur-hapus">): Form {
  const { kantor, calendar } = talk.world;
  const tanggal = tanggalDari(jawaban["tanggal"]);
  const { dasar = "" } = jawaban;
  const perubahan: Perubahan | null =
    tanggal === null || dasar === "" ? null : { jenis: "libur-batal", tanggal, dasar };
  const hari = tanggal === null ? "" : sebutHari(tanggal);
  const nama = tanggal === null ? "" : (calendar.libur[tanggal] ?? "");
  return {
    fields: [
      tanggalField(talk),
      dasarField(() => fill(liburText.tanyaDasarHapus, { hari, nama })),
      ...pratinjauField(talk, perubahan, (decided) =>
        fill(liburText.pratinjauHapus, {
          hari,
          nama,
          dasar,
          kantor: kantor.nama,
          akibat: akibatText(talk, decided),
        }),
      ),
    ],
    antrean: () => ["tanggal", "dasar"],
    akhir: () => "pratinjau",
    finish: (closed) =>
      catat(closed, perubahan, (akibat) =>
        fill(liburText.dihapus, { hari, nama, dasar, kabar: kabarText(akibat) }),
      ),
  };
}

function tanggalField(talk: Talk): Field {
  const { kantor, calendar, nowMs } = talk.world;
  const coming = liburSejak(calendar, toLocal(nowMs, kantor.zonaWaktu).tanggal);
  return {
    kode: "tanggal",
    menerima: "pilihan",
    asks: () => ({
      teks: liburText.tanyaTanggalHapus,
      pilihan: [
        ...coming.slice(0, HARI_DITAWARKAN).map(({ tanggal, nama }) => {
          const judul = fill(liburText.baris, { hari: sebutHari(tanggal), nama });
          return [offer(tanggal, judul, kata(tanggal))];
        }),
        [batal],
      ],
    }),
    read: (teks) => readHariLibur(talk, teks),
  };
}
