import { grafikText } from "../../../../generated/teks.ts";
import { can } from "../../../authorize.ts";
import type { Pegawai } from "../../../kantor/schema.ts";
import { parsePeriode, tahunPeriode } from "../../../kinerja/periode.ts";
import { decline, say, type Talk } from "../../talk.ts";
import type { Command } from "../handler.ts";
import { currentPeriode } from "../latest.ts";
import { indikatorOf } from "../riwayat.ts";
import { capaian } from "./capaian.ts";
import { grafikKantor } from "./kabupaten.ts";
import { ketepatan, papan } from "./kantor.ts";
import { tren } from "./tren.ts";

/**
 * Pictures of what the rekap tells, for those who see it there: suppliers their own indikator; how the
 * office works is for whoever sees all of it.
 */
export const grafik: Command = {
  untuk: (pegawai) =>
    can(pegawai, "lihat-rekap") || can(pegawai, "isi-realisasi") || can(pegawai, "pantau-kantor"),
  run: (talk, argumen) => {
    if (can(talk.pegawai, "pantau-kantor")) return grafikKantor(talk, argumen);
    const [macam = "", ...rest] = argumen.toLowerCase().split(/\s+/);
    const draw = byMacam.get(macam);
    if (macam === "") return choose(talk);
    if (draw !== undefined) return draw(talk, rest.join(" "));
    if (indikatorOf(talk.world, macam) !== undefined) return tren(talk, argumen);
    const isPeriode = parsePeriode(argumen, tahunPeriode(currentPeriode(talk.world))) !== null;
    return isPeriode
      ? capaian(talk, argumen)
      : decline(talk, "grafik-tidak-terbaca", { cari: argumen });
  },
};

type Draw = (talk: Talk, argumen: string) => Talk;

/** Desks and decisions are the office's, as in the rekap. */
const seesOffice = (pegawai: Pegawai): boolean => can(pegawai, "lihat-rekap");

const ofOffice =
  (draw: Draw): Draw =>
  (talk, argumen) =>
    seesOffice(talk.pegawai) ? draw(talk, argumen) : decline(talk, "grafik-kantor");

const byMacam: ReadonlyMap<string, Draw> = new Map([
  ["capaian", capaian],
  ["tren", tren],
  ["papan", ofOffice(papan)],
  ["ketepatan", ofOffice(ketepatan)],
]);

const choose = (talk: Talk): Talk =>
  say(talk, {
    teks: grafikText.pilih,
    pilihan: [
      [{ id: "/grafik capaian", judul: grafikText.capaian }],
      [{ id: "/grafik tren", judul: grafikText.tren }],
      ...(seesOffice(talk.pegawai)
        ? [
            [{ id: "/grafik papan", judul: grafikText.papan }],
            [{ id: "/grafik ketepatan", judul: grafikText.ketepatan }],
          ]
        : []),
    ],
  });
