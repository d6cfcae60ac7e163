import { isianText } from "../../../../../generated/teks.ts";
import { HasilPelaksanaan } from "../../../../kinerja/narasi.ts";
import { fill } from "../../../../pesan/teks.ts";
import { jawab, lewati, offer, tolak } from "../../declare.ts";
import type { Asked, Bacaan, Field } from "../../field.ts";
import { frasaOffers } from "./frasa.ts";
import { pendekText } from "./look.ts";
import {
  type bagianLanjut,
  promiseOf,
  recordedOf,
  rowOf,
  type Sheet,
  uraianKode,
} from "./sheet.ts";

/** One thing that may be told further of a figure. */
export interface Lanjut {
  readonly kode: string;
  readonly bagian: (typeof bagianLanjut)[number];
}

/** Asks what follows of a figure that has to explain itself, or what helped; one tap passes it over. */
export const askLanjut = (sheet: Sheet, { kode, bagian }: Lanjut): Asked => ({
  teks: fill(tanyaLanjut[bagian], { nama: rowOf(sheet, kode).indikator.nama }),
  pilihan: [...frasaOffers(sheet, kode, bagian), [offer("lewati", isianText.lewatiUraian, lewati)]],
});

/** Whether a text says that there is nothing to tell. */
export const isNothing = (teks: string): boolean =>
  /^(?:(?:tidak|tdk|belum) ada|nihil|nanti(?: saja)?|lewati?(?: dulu| saja)?|[-–—.]+)[.!]*$/i.test(
    teks.trim(),
  );

const tanyaLanjut = {
  tindakLanjut: isianText.tanyaTindakLanjut,
  pendukung: isianText.tanyaPendukung,
} as const;

/**
 * Whether what was to follow last period was done. Before its figure the answer waits in the dialogue
 * for that; nothing is recorded of a figure nobody gave.
 */
export function pelaksanaanField(
  sheet: Sheet,
  kode: string,
  antrean: readonly string[],
): readonly Field[] {
  const promise = promiseOf(sheet, kode);
  if (promise === null) return [];
  const own = uraianKode(kode, "pelaksanaan");
  const take = (hasil: HasilPelaksanaan): Bacaan => {
    const nilai = { tipe: "teks", teks: hasil } as const;
    return recordedOf(sheet, kode) === null
      ? {
          kind: "banyak",
          jelas: true,
          items: [{ kode: own, nilai, tahan: true }],
          antrean,
          gema: gemaPelaksanaan(hasil),
        }
      : jawab(nilai);
  };
  return [
    {
      kode: own,
      menerima: "pilihan",
      asks: () => ({
        teks: fill(isianText.tanyaPelaksanaan, {
          nama: rowOf(sheet, kode).indikator.nama,
          periode: pendekText(promise.periode, sheet),
          tindakLanjut: promise.tindakLanjut,
        }),
        pilihan: [
          HasilPelaksanaan.options.map((hasil) =>
            offer(hasil, isianText.pelaksanaan[hasil], take(hasil)),
          ),
        ],
      }),
      read: (teks) => {
        const { data } = HasilPelaksanaan.safeParse(teks.trim().toLowerCase());
        return data === undefined ? tolak("bukan-pilihan") : take(data);
      },
    },
  ];
}

/** What was noted of a tindak lanjut. */
export const gemaPelaksanaan = (hasil: HasilPelaksanaan): ReturnType<typeof fill> =>
  fill(isianText.gemaPelaksanaan, { hasil: isianText.hasilPelaksanaan[hasil] });
