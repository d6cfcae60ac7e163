import { grafikText } from "../../../../generated/teks.ts";
import type { MacamKabupaten } from "../../../grafik/permintaan.ts";
import { periodeDitunggu } from "../../../kabupaten/papan.ts";
import { parsePeriode, tahunPeriode } from "../../../kinerja/periode.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill } from "../../../pesan/teks.ts";
import { decline, say, type Talk } from "../../talk.ts";

/** All offices watched over as one picture, of the triwulan that ended last unless another is named. */
export function grafikKantor(talk: Talk, argumen: string): Talk {
  const { kantor, dipantau, nowMs } = talk.world;
  if (dipantau.length === 0) return decline(talk, "tidak-ada-kantor", { kantor: kantor.id });
  const [macam = "", ...rest] = argumen.toLowerCase().split(/\s+/);
  if (macam !== "capaian" && macam !== "ketepatan") {
    return macam === "" ? choose(talk) : decline(talk, "grafik-tidak-terbaca", { cari: argumen });
  }
  const ended = periodeDitunggu(kantor, nowMs);
  const said = rest.join(" ");
  const periode = said === "" ? ended : parsePeriode(said, tahunPeriode(ended));
  if (periode === null) return decline(talk, "periode-tidak-terbaca");
  const lain: MacamKabupaten = macam === "capaian" ? "ketepatan" : "capaian";
  return say(talk, {
    teks: fill(kepala[macam], {
      kabupaten: kantor.kabupaten,
      periode: sebutPeriode(periode),
      jumlah: dipantau.length,
    }),
    lampiran: { jenis: "grafik-kabupaten", macam, periode, padaMs: nowMs },
    pilihan: [[{ id: `/grafik ${lain}`, judul: judul[lain] }]],
  });
}

const kepala = {
  capaian: grafikText.kantorCapaian,
  ketepatan: grafikText.kantorKetepatan,
} as const;

const judul = {
  capaian: grafikText.tombolCapaianKantor,
  ketepatan: grafikText.tombolKetepatanKantor,
} as const;

const choose = (talk: Talk): Talk =>
  say(talk, {
    teks: grafikText.pilih,
    pilihan: [
      [{ id: "/grafik capaian", judul: judul.capaian }],
      [{ id: "/grafik ketepatan", judul: judul.ketepatan }],
    ],
  });
