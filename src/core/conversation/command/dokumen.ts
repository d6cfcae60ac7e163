import { can } from "../../authorize.ts";
import type { IsiDraf } from "../../engine/state.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { labelPeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { jawabanText } from "../../pesan/perintah.ts";
import type { BentukLaporan, Lampiran, Pilihan } from "../../pesan/pesan.ts";
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

/** What a version can be had as. */
type Bentuk = BentukLaporan | "rekap";

/**
 * The drafts of all berkas, newest first, each to be had as PDF, as Word, and as the figures it was
 * made from. Suppliers get the figures of their own unit only, reviewers the report that was finished.
 */
export const dokumen: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const versiList = [...talk.world.berkasById.values()]
      .flatMap(versionsOf)
      .filter((one) => bentukList(talk.pegawai, one).length > 0)
      .toSorted((a, b) => b.draf.padaMs - a.draf.padaMs);
    const [newest] = versiList;
    if (newest === undefined) return say(talk, { teks: fill(jawabanText.dokumenKosong, {}) });
    if (argumen === "") return list(talk, versiList.slice(0, VERSI_PALING_BANYAK));
    const [id, versi, bentuk = "pdf"] = argumen.split(" ");
    const asked = versiList.find((one) => idOf(one) === `${id} ${versi}`);
    return asked === undefined || !isBentuk(bentuk)
      ? decline(talk, "tombol-lama")
      : show(talk, asked, bentuk);
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
          sebutan: sebutanOf(one),
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

function show(talk: Talk, one: Versi, asked: Bentuk): Talk {
  const mayHave = bentukList(talk.pegawai, one);
  const bentuk = mayHave.includes(asked) ? asked : (mayHave[0] ?? "rekap");
  const others = otherForms(one).filter(({ bentuk }) => mayHave.includes(bentuk));
  return say(talk, {
    teks: fill(jawabanText.dokumenLampiran, {
      sebutan: sebutanOf(one),
      periode: labelOf(talk, one),
      bentuk: bentukText[bentuk],
      waktu: formatWaktu(one.draf.padaMs, talk.world.kantor.zonaWaktu),
    }),
    lampiran: lampiranOf(talk, one, bentuk),
    ...(bentuk === "pdf" && others.length > 0
      ? { pilihan: [others.map(({ id, judul }) => ({ id, judul }))] }
      : {}),
  });
}

/** What this person may have a version as; the first is what they get without asking. */
function bentukList(pegawai: Pegawai, one: Versi): readonly Bentuk[] {
  if (can(pegawai, "lihat-rekap")) return ["pdf", "docx", "rekap"];
  if (isLast(one) && can(pegawai, "baca-laporan")) return ["pdf"];
  return can(pegawai, "isi-realisasi") ? ["rekap"] : [];
}

const otherForms = (one: Versi): readonly (Pilihan & { readonly bentuk: Bentuk })[] => [
  { bentuk: "docx", id: `/dokumen ${idOf(one)} docx`, judul: jawabanText.dokumenUnduhDocx },
  { bentuk: "rekap", id: `/dokumen ${idOf(one)} rekap`, judul: jawabanText.dokumenUnduhRekap },
];

function lampiranOf({ pegawai }: Talk, one: Versi, bentuk: Bentuk): Lampiran {
  const { periode, selesaiMs } = one.berkas.state;
  const tahun = tahunPeriode(periode);
  const { versi, padaMs } = one.draf;
  if (bentuk === "rekap") {
    const unit = can(pegawai, "lihat-rekap") ? null : pegawai.id;
    return { jenis: "rekap", tahun, periode, unit, padaMs };
  }
  // what the berkas ended with is the report itself, with the approval that came after the draft
  return isLast(one) && selesaiMs !== null
    ? { jenis: "laporan", bentuk, tahun, periode, drafVersi: null, padaMs: selesaiMs }
    : { jenis: "laporan", bentuk, tahun, periode, drafVersi: versi, padaMs };
}

const isLast = ({ berkas, draf }: Versi): boolean =>
  berkas.state.status === "selesai" && berkas.state.draf?.versi === draf.versi;

const sebutanOf = (one: Versi): string =>
  plainText(
    fill(isLast(one) ? jawabanText.dokumenAkhir : jawabanText.dokumenDraf, {
      versi: one.draf.versi,
    }),
  );

const bentukText: { readonly [B in Bentuk]: string } = {
  pdf: jawabanText.dokumenPdf,
  docx: jawabanText.dokumenDocx,
  rekap: jawabanText.dokumenRekap,
};

const isBentuk = (text: string): text is Bentuk => Object.hasOwn(bentukText, text);

const labelOf = ({ world }: Talk, { berkas }: Versi): string =>
  labelPeriode(berkas.state.periode, world.kantor.istilahTriwulan);
