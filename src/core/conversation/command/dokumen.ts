import { can } from "../../authorize.ts";
import type { IsiDraf } from "../../engine/state.ts";
import { labelPeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { jawabanText } from "../../pesan/perintah.ts";
import type { Lampiran } from "../../pesan/pesan.ts";
import { fill, lines, plainText } from "../../pesan/template.ts";
import { formatWaktu } from "../../waktu/format.ts";
import { decline, say, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import { type Command, semua } from "./handler.ts";

/** More versions than this no keyboard should offer. */
const VERSI_PALING_BANYAK = 6;

/** One version of a draft. */
interface Versi {
  readonly berkas: BerkasTerbuka;
  readonly draf: Pick<IsiDraf, "versi" | "padaMs">;
}

/** The drafts of all berkas, newest first, each to be had with the figures it was made from. */
export const dokumen: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const versiList = [...talk.world.berkasById.values()]
      .flatMap(versionsOf)
      .toSorted((a, b) => b.draf.padaMs - a.draf.padaMs);
    const [newest] = versiList;
    if (newest === undefined) return say(talk, { teks: fill(jawabanText.dokumenKosong, {}) });
    if (argumen === "") return list(talk, versiList.slice(0, VERSI_PALING_BANYAK));
    const asked = versiList.find((one) => idOf(one) === argumen);
    return asked === undefined ? decline(talk, "tombol-lama") : show(talk, asked);
  },
};

const versionsOf = (berkas: BerkasTerbuka): readonly Versi[] => {
  const { draf } = berkas.state;
  return draf === null ? [] : [...draf.sebelumnya, draf].map((one) => ({ berkas, draf: one }));
};

const idOf = ({ berkas, draf }: Versi): string => `${berkas.state.id} ${draf.versi}`;

function list(talk: Talk, versiList: readonly Versi[]): Talk {
  return say(talk, {
    teks: lines(
      fill(jawabanText.dokumenKepala, {}),
      ...versiList.map((one, index) =>
        fill(jawabanText.dokumenBaris, {
          nomor: index + 1,
          periode: labelOf(talk, one),
          versi: one.draf.versi,
          waktu: formatWaktu(one.draf.padaMs, talk.world.kantor.zonaWaktu),
        }),
      ),
      fill(jawabanText.dokumenLanjut, {}),
    ),
    pilihan: versiList.map((one) => [
      {
        id: `/dokumen ${idOf(one)}`,
        judul: plainText(
          fill(jawabanText.dokumenTombol, {
            versi: one.draf.versi,
            periode: labelOf(talk, one),
          }),
        ),
      },
    ]),
  });
}

function show(talk: Talk, one: Versi): Talk {
  return say(talk, {
    teks: fill(jawabanText.dokumenLampiran, {
      versi: one.draf.versi,
      periode: labelOf(talk, one),
      waktu: formatWaktu(one.draf.padaMs, talk.world.kantor.zonaWaktu),
    }),
    lampiran: figuresOf(talk, one),
  });
}

/** Suppliers get the rows of their own unit. */
const figuresOf = ({ pegawai }: Talk, { berkas, draf }: Versi): Lampiran => ({
  jenis: "rekap",
  tahun: tahunPeriode(berkas.state.periode),
  periode: berkas.state.periode,
  unit: can(pegawai, "lihat-rekap") ? null : pegawai.id,
  padaMs: draf.padaMs,
});

const labelOf = ({ world }: Talk, { berkas }: Versi): string =>
  labelPeriode(berkas.state.periode, world.kantor.istilahTriwulan);
