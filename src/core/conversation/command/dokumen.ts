import { can } from "../../authorize.ts";
import type { Draf } from "../../engine/state.ts";
import { labelPeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { jawabanText } from "../../pesan/perintah.ts";
import { fill, lines, plainText } from "../../pesan/template.ts";
import { formatWaktu } from "../../waktu/format.ts";
import { say, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import { type Command, semua } from "./handler.ts";

interface Drafted extends BerkasTerbuka {
  readonly draf: Draf;
}

/** The newest draft of each berkas; the figures of the newest one of all come along. */
export const dokumen: Command = {
  untuk: semua,
  run: (talk) => {
    const drafted = [...talk.world.berkasById.values()]
      .flatMap((berkas): Drafted[] =>
        berkas.state.draf === null ? [] : [{ ...berkas, draf: berkas.state.draf }],
      )
      .toSorted((a, b) => b.draf.padaMs - a.draf.padaMs);
    const [newest] = drafted;
    return newest === undefined
      ? say(talk, { teks: fill(jawabanText.dokumenKosong, {}) })
      : list(talk, drafted, newest);
  },
};

function list(talk: Talk, drafted: readonly Drafted[], newest: Drafted): Talk {
  const { kantor } = talk.world;
  const label = ({ state }: Drafted): string => labelPeriode(state.periode, kantor.istilahTriwulan);
  const { periode } = newest.state;
  const unit = can(talk.pegawai, "lihat-rekap") ? null : talk.pegawai.id;
  return say(talk, {
    teks: lines(
      fill(jawabanText.dokumenKepala, {}),
      ...drafted.map((one, index) =>
        fill(jawabanText.dokumenBaris, {
          nomor: index + 1,
          periode: label(one),
          versi: one.draf.versi,
          waktu: formatWaktu(one.draf.padaMs, kantor.zonaWaktu),
          perubahan: changesText(one.draf),
        }),
      ),
      fill(jawabanText.dokumenLampiran, { versi: newest.draf.versi, periode: label(newest) }),
    ),
    lampiran: {
      jenis: "rekap",
      tahun: tahunPeriode(periode),
      periode,
      unit,
      padaMs: newest.draf.padaMs,
    },
  });
}

const changesText = ({ versi, perubahan }: Draf): string =>
  versi < 2 ? "" : plainText(fill(jawabanText.dokumenPerubahan, { jumlah: perubahan.length }));
