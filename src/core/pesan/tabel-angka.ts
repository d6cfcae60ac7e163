import { tabelText } from "../../generated/teks.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { BarisRekap } from "../kinerja/baris.ts";
import type { Ringkasan } from "../kinerja/rekap-periode.ts";
import { bentuk, kolom, kolomAngka, tabelOf, terlipat } from "./bentuk.ts";
import type { Blok } from "./blok.ts";
import { type Bentuk, fill, lines, type Teks } from "./teks.ts";

/** What is low, worst first, each with its note: what the head of an office looks at. */
export const perhatianBentuk = (polos: Teks, perhatian: Ringkasan["perhatian"]): Teks =>
  perhatian.length === 0
    ? polos
    : bentuk(
        polos,
        tabelOf(
          [
            kolom(fill(tabelText.perhatian, { jumlah: perhatian.length })),
            kolomAngka(tabelText.realisasi),
            kolomAngka(tabelText.capaian),
          ],
          perhatian.slice(0, PERHATIAN_DI_LAYAR).map((baris) => [
            lines(baris.nama, { teks: catatanOf(baris), miring: true }),
            fill(tabelText.dariTarget, {
              realisasi: angkaOf(baris.realisasi),
              target: angkaOf(baris.target),
            }),
            selPersen(baris),
          ]),
        ),
      );

/** Every figure of a period, folded away below what is said of it. */
export const semuaAngka = (barisList: readonly BarisRekap[]): Bentuk =>
  terlipat(fill(tabelText.semuaAngka, { jumlah: barisList.length }), tabelAngka(barisList));

const tabelAngka = (barisList: readonly BarisRekap[]): Blok<Teks> =>
  tabelOf(
    [
      kolom(tabelText.indikator),
      kolomAngka(tabelText.target),
      kolomAngka(tabelText.realisasi),
      kolomAngka(tabelText.capaian),
    ],
    barisList.map((baris) => [
      fill(tabelText.namaSatuan, { kode: baris.kode, nama: baris.nama, satuan: baris.satuan }),
      angkaOf(baris.target),
      baris.isianJenis === "nihil" ? tabelText.nihil : angkaOf(baris.realisasi),
      selPersen(baris),
    ]),
  );

/** As many rows as leave room for the buttons on one screen; the others are among all figures. */
const PERHATIAN_DI_LAYAR = 5;

/** Notes of several triwulan come one below the other; in a cell they stand in one line. */
const catatanOf = ({ keterangan }: BarisRekap): string =>
  (keterangan ?? "")
    .split("\n")
    .map((note) => note.trim())
    .filter((note) => note !== "")
    .join("; ");

const angkaOf = (nilai: number | null): string => (nilai === null ? "–" : formatAngka(nilai));

/** A capaian in a cell, never parted from its sign. */
export const selPersen = ({ capaianPersen }: Pick<BarisRekap, "capaianPersen">): string =>
  capaianPersen === null ? "–" : `${formatAngka(capaianPersen)}\u00a0%`;
