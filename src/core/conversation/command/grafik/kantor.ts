import { grafikText } from "../../../../generated/teks.ts";
import { parsePeriode, tahunPeriode } from "../../../kinerja/periode.ts";
import { fill, lines, type Tawaran } from "../../../pesan/teks.ts";
import { decline, say, type Talk } from "../../talk.ts";
import type { BerkasTerbuka } from "../../world.ts";
import { currentPeriode } from "../latest.ts";
import { labelOf, sayGrafik } from "./kirim.ts";

/** More berkas than these nobody chooses from on a phone. */
const BERKAS_TERBANYAK = 10;

/** Of several that run, the one that is chosen; where none does, the one that ended last. */
export function papan(talk: Talk, berkasId: string): Talk {
  const berkasList = [...talk.world.berkasById.values()]
    .filter(({ state }) => state.status !== "dibatalkan")
    .toSorted((a, b) => b.state.dibukaMs - a.state.dibukaMs);
  const running = berkasList.filter(({ state }) => state.status === "berjalan");
  const asked = berkasList.find(({ state }) => state.id === berkasId);
  if (asked === undefined && running.length > 1) {
    return say(talk, {
      teks: grafikText.pilihBerkas,
      pilihan: running
        .slice(0, BERKAS_TERBANYAK)
        .map((berkas): readonly Tawaran[] => [tombolOf(talk, berkas)]),
    });
  }
  const shown = asked ?? running[0] ?? berkasList[0];
  if (shown === undefined) return decline(talk, "grafik-papan-kosong");
  const { id, periode } = shown.state;
  return sayGrafik(
    talk,
    { macam: "papan", berkasId: id, periode },
    lines(
      fill(grafikText.papanKepala, { periode: labelOf(talk, periode), sop: shown.sop.nama }),
      grafikText.papanLanjut,
    ),
  );
}

function tombolOf(talk: Talk, { state, sop }: BerkasTerbuka): Tawaran {
  const periode = labelOf(talk, state.periode);
  return {
    id: `/grafik papan ${state.id}`,
    judul: fill(grafikText.tombolBerkas, { periode, sop: sop.nama }),
  };
}

/** Standard and used time of each langkah of a period; of the newest berkas where none is named. */
export function ketepatan(talk: Talk, argumen: string): Talk {
  const stateList = [...talk.world.berkasById.values()]
    .map(({ state }) => state)
    .filter(({ status }) => status !== "dibatalkan")
    .toSorted((a, b) => b.dibukaMs - a.dibukaMs);
  const fallback = stateList[0]?.periode ?? currentPeriode(talk.world);
  const periode = argumen === "" ? fallback : parsePeriode(argumen, tahunPeriode(fallback));
  if (periode === null) return decline(talk, "periode-tidak-terbaca");
  const label = labelOf(talk, periode);
  const measured = stateList
    .filter((state) => state.periode === periode)
    .some(({ kunjunganList }) =>
      kunjunganList.some(({ hasil, tenggatMs }) => hasil !== "otomatis" && tenggatMs !== null),
    );
  if (!measured) return decline(talk, "grafik-ketepatan-kosong", { periode: label });
  return sayGrafik(
    talk,
    { macam: "ketepatan", periode },
    lines(fill(grafikText.ketepatanKepala, { periode: label }), grafikText.ketepatanLanjut),
  );
}
