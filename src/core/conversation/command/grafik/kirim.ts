import { grafikText } from "../../../../generated/teks.ts";
import type { PermintaanGrafik } from "../../../grafik/permintaan.ts";
import { labelPeriode, type Periode } from "../../../kinerja/periode.ts";
import type { Teks } from "../../../pesan/teks.ts";
import { say, type Talk } from "../../talk.ts";

/** A picture with what it shows in a few words, and the way to the others. */
export const sayGrafik = (talk: Talk, minta: PermintaanGrafik, teks: Teks): Talk =>
  say(talk, {
    teks,
    lampiran: {
      jenis: "grafik",
      minta,
      padaMs: talk.world.nowMs,
      padaSeq: talk.world.logSeq,
    },
    pilihan: [[{ id: "/grafik", judul: grafikText.lain }]],
  });

/** What the office calls a period. */
export const labelOf = ({ world }: Talk, periode: Periode): string =>
  labelPeriode(periode, world.kantor.istilahTriwulan);
