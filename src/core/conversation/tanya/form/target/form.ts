import { targetText } from "../../../../../generated/teks.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import { labelPeriode, periodeOf } from "../../../../kinerja/periode.ts";
import { denganTarget, janggalTarget } from "../../../../kinerja/target.ts";
import { penolakanText } from "../../../../pesan/penolakan.ts";
import { jabatanDi } from "../../../../pesan/sebutan.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import { sebutTanggal } from "../../../../pesan/waktu.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../../talk.ts";
import {
  bedaTarget,
  halanganTarget,
  indikatorDari,
  pemilikTarget,
  tetapText,
  type UbahTarget,
} from "../../../target.ts";
import { batal, choiceField, offer, selesai } from "../../declare.ts";
import type { Field, Form } from "../../field.ts";
import { targetFields } from "./angka.ts";
import { drafDari, ubahanDari } from "./draf.ts";
import { dasarField, indikatorField, mulaiField, tanggalField } from "./fields.ts";

/** Other targets for one indikator within its year: from when, which, and by what decree. */
export function target(talk: Talk, { hal: { tahun }, jawaban }: DialogueOf<"target">): Form {
  const barred = halanganTarget(talk.world, tahun, 4);
  if (barred !== null) {
    return { fields: [], finish: (closed) => decline(closed, barred.code, barred.data) };
  }
  const asked = indikatorDari(talk.world.kantor, tahun, jawaban["indikator"] ?? "");
  const draf = asked === undefined ? null : drafDari(asked, jawaban);
  const ubahan = draf === null ? null : ubahanDari(draf, jawaban);
  return {
    fields: [
      indikatorField(talk, tahun),
      ...(asked === undefined
        ? []
        : [
            mulaiField(talk, asked),
            dasarField(talk, asked),
            tanggalField(talk, asked, jawaban["dasar"] ?? ""),
          ]),
      ...(draf === null ? [] : targetFields(draf)),
      ...(asked === undefined || ubahan === null ? [] : [previewField(talk, asked, ubahan)]),
    ],
    antrean: () => [
      "indikator",
      "mulai",
      "tw1",
      "tw2",
      "tw3",
      "tw4",
      "setahun",
      "dasar",
      "tanggal",
    ],
    akhir: () => "pratinjau",
    finish: (closed) =>
      asked === undefined || ubahan === null
        ? decline(closed, "tombol-lama")
        : save(closed, asked, ubahan),
  };
}

/** What it comes to, before it is so; one that changes nothing can only be left. */
function previewField(talk: Talk, indikator: Indikator, ubahan: UbahTarget): Field {
  const changed = denganTarget(indikator, ubahan);
  if (typeof changed === "string") {
    const teks = penolakanText(changed, {});
    return choiceField("pratinjau", () => ({ teks, pilihan: [[batal]] }));
  }
  const apa = janggalTarget(changed);
  const teks = lines(
    fill(targetText.pratinjau, { ...dataOf(talk, indikator, ubahan), nama: indikator.nama }),
    tetapText(talk.world, ubahan),
    apa === null ? [] : fill(targetText.janggal, { apa }),
  );
  return choiceField("pratinjau", () => ({
    teks,
    pilihan: [[offer("ya", targetText.ya, selesai), batal]],
  }));
}

function save(closed: Talk, indikator: Indikator, ubahan: UbahTarget): Talk {
  const { talk, refusal } = changeOffice(closed, [ubahan]);
  if (refusal !== null) return decline(closed, refusal.code, refusal.data);
  const kabar = kabarText(closed, indikator);
  return say(talk, {
    teks: fill(targetText.dicatat, { ...dataOf(closed, indikator, ubahan), kabar }),
  });
}

function dataOf({ world: { kantor } }: Talk, indikator: Indikator, ubahan: UbahTarget) {
  const { kode, tahun, mulaiTriwulan, dasar, tanggal } = ubahan;
  return {
    kode,
    mulai: labelPeriode(periodeOf(tahun, "triwulan", mulaiTriwulan), kantor.istilahTriwulan),
    beda: bedaTarget(indikator, ubahan),
    dasar,
    tanggal: sebutTanggal(tanggal),
  };
}

/** Who has learned of it. */
function kabarText({ world, pegawai }: Talk, indikator: Indikator): Teks {
  const ownerList = pemilikTarget(world, indikator);
  const told = ownerList.filter(({ id }) => id !== pegawai.id);
  if (told.length > 0) {
    return fill(targetText.diberiTahu, { siapa: told.map(({ jabatan }) => jabatan).join(", ") });
  }
  return ownerList.length > 0
    ? targetText.sendiri
    : fill(targetText.tanpaAkun, {
        siapa: jabatanDi(world.kantor, indikator.penanggungJawab),
      });
}
