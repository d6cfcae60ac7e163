import { targetText } from "../../../../../generated/teks.ts";
import { bacaTanggal } from "../../../../formulir/baca-waktu.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import { parsePeriode, tahunPeriode, triwulanAwal } from "../../../../kinerja/periode.ts";
import { sebutTriwulan } from "../../../../pesan/periode.ts";
import { fill } from "../../../../pesan/teks.ts";
import { contohTanggal, sebutTanggal } from "../../../../pesan/waktu.ts";
import { tanggalContoh } from "../../../../waktu/contoh-tanggal.ts";
import { toLocal } from "../../../../waktu/instant.ts";
import { type Tanggal, tanggalOf } from "../../../../waktu/tanggal.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import type { Talk } from "../../../talk.ts";
import {
  dasarDari,
  halanganTarget,
  indikatorDari,
  targetLine,
  triwulanTerbuka,
} from "../../../target.ts";
import { batal, kata, offer, sentence, tolak } from "../../declare.ts";
import type { Bacaan, Field } from "../../field.ts";

/** Which indikator. */
export function indikatorField({ world: { kantor } }: Talk, tahun: number): Field {
  const list = kantor.indikatorList.filter((one) => one.tahun === tahun);
  return {
    kode: "indikator",
    menerima: "pilihan",
    asks: () => ({
      teks: fill(targetText.tanyaKode, { tahun: String(tahun) }),
      pilihan: [
        ...list.map(({ kode, nama }) => [
          offer(kode, fill(targetText.kode, { kode, nama }), kata(kode)),
        ]),
        [batal],
      ],
    }),
    read: (teks) => {
      const found = indikatorDari(kantor, tahun, teks);
      return found === undefined
        ? tolak("indikator-asing", { kode: teks.trim() })
        : kata(found.kode);
    },
  };
}

/** From which triwulan on; a semester begins with its first. */
export function mulaiField({ world }: Talk, indikator: Indikator): Field {
  const { kode, nama, tahun } = indikator;
  return {
    kode: "mulai",
    menerima: "pilihan",
    asks: () => ({
      teks: fill(targetText.tanyaMulai, { kode, nama, target: targetLine(indikator) }),
      pilihan: [
        triwulanTerbuka(world, tahun).map((nomor) =>
          offer(`tw${nomor}`, sebutTriwulan(nomor), kata(String(nomor))),
        ),
        [batal],
      ],
    }),
    read: (teks) => {
      const periode = parsePeriode(teks, tahun);
      if (periode === null || tahunPeriode(periode) !== tahun) return tolak("target-mulai");
      const mulai = triwulanAwal(periode);
      const barred = halanganTarget(world, tahun, mulai);
      return barred === null ? kata(String(mulai)) : tolak(barred.code, barred.data);
    },
  };
}

/** What the log and a message can carry. */
const DASAR_TERPANJANG = 200;

/** How many decrees are offered again. */
const DASAR_DITAWARKAN = 3;

/** What it rests on: one that changed another target already, or a new one; a number alone is its. */
export const dasarField = ({ world }: Talk, { kode, tahun }: Indikator): Field => ({
  kode: "dasar",
  menerima: "kalimat",
  asks: () => ({
    teks: fill(targetText.tanyaDasar, { kode, tahun: String(tahun) }),
    pilihan: [
      ...dasarDari(world.kantor, tahun)
        .slice(0, DASAR_DITAWARKAN)
        .map(({ dasar, tanggal }, at) => {
          const judul = fill(targetText.dasarLagi, { dasar, tanggal: sebutTanggal(tanggal) });
          return [offer(`dasar-${at + 1}`, judul, sama(dasar, tanggal))];
        }),
      [batal],
    ],
  }),
  read: (teks) => {
    if (!/\d/.test(teks)) return tolak("dasar-tanpa-nomor", { tahun: String(tahun) });
    const named = /\p{L}{2}/u.test(teks) ? teks : `Perubahan PK Nomor ${teks.trim()}`;
    return sentence(readSentence(named, DASAR_TERPANJANG));
  },
});

/** One decree changes many targets: its date is known with it. */
const sama = (dasar: string, tanggal: Tanggal): Bacaan => ({
  kind: "banyak",
  jelas: true,
  items: [
    { kode: "dasar", nilai: { tipe: "teks", teks: dasar } },
    { kode: "tanggal", nilai: { tipe: "teks", teks: tanggal } },
  ],
  antrean: [],
  gema: [],
});

/** When that was laid down. */
export function tanggalField({ world }: Talk, { tahun }: Indikator, dasar: string): Field {
  const today = toLocal(world.nowMs, world.kantor.zonaWaktu).tanggal;
  return {
    kode: "tanggal",
    menerima: "pilihan",
    asks: () => ({
      teks: fill(targetText.tanyaTanggal, {
        dasar,
        contoh: sebutTanggal(tanggalContoh(today, -1)),
      }),
      pilihan: [[offer("hari-ini", targetText.hariIni, kata(today))], [batal]],
    }),
    read: (teks) => readLalu(teks, today, tahun),
  };
}

/** A day that has been; one without a year is of the year of the targets. */
function readLalu(teks: string, today: Tanggal, tahun: number): Bacaan {
  const said = bacaTanggal(teks, today);
  if (said === null) return tolak("tanggal-tidak-terbaca", contohTanggal(today));
  if (said <= today) return kata(said);
  const then = /\d/.test(teks) ? bacaTanggal(teks, tanggalOf(tahun, 1, 1)) : null;
  return then !== null && then <= today ? kata(then) : tolak("tanggal-mendatang");
}
