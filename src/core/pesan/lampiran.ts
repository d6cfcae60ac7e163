import { lampiranText } from "../../generated/teks.ts";
import type { PermintaanGrafik } from "../grafik/permintaan.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { type Periode, tahunPeriode } from "../kinerja/periode.ts";
import { sidikCatatan, type UjungCatatan } from "../rekap/sidik.ts";
import { sebutPendekTahun } from "./periode.ts";
import type { Lampiran } from "./pesan.ts";
import { fill, lines, type Teks } from "./teks.ts";

/**
 * The text for a file that is larger than the channel carries: how large it is, and how the office
 * gets it all the same. A command names no path of the machine; whoever runs it chooses the place.
 */
export function berkasTerlaluBesar(
  teks: Teks,
  lampiran: Lampiran,
  { nama, ukuranByte }: { readonly nama: string; readonly ukuranByte: number },
): Teks {
  const perintah = perintahOf(lampiran);
  const ukuran = ukuranText(ukuranByte);
  return lines(
    teks,
    fill(lampiranText.terlaluBesar, { nama, ukuran }),
    perintah === null
      ? lampiranText.diminta
      : fill(lampiranText.diambil, {
          perintah: `npm run sopir -- ${perintah}`,
        }),
  );
}

/** The text for a file that was destroyed by the schedule: nobody waits for it. */
export const berkasDimusnahkan = (teks: Teks, nama: string): Teks =>
  lines(teks, fill(lampiranText.dimusnahkan, { nama }));

/** The text with the digest of the log below it. */
export const denganSidik = (teks: Teks, ujung: UjungCatatan): Teks =>
  lines(teks, fill(lampiranText.sidik, { sidik: sidikCatatan(ujung), sampai: String(ujung.seq) }));

/** "61,4 MB"; small ones in KB. */
export const ukuranText = (byte: number): string =>
  byte < 1_000_000 ? `${Math.ceil(byte / 1_000)} KB` : `${formatAngka(byte / 1_000_000, 1)} MB`;

type LampiranOf<J extends Lampiran["jenis"]> = Extract<Lampiran, { readonly jenis: J }>;

/** What the command line calls it; null where it has no command of its own. */
const perintahOf = <J extends Lampiran["jenis"]>(
  lampiran: LampiranOf<J> & { readonly jenis: J },
): string | null => perintahByJenis[lampiran.jenis](lampiran);

const none = (): null => null;

const perintahByJenis: {
  readonly [J in Lampiran["jenis"]]: (lampiran: LampiranOf<J>) => string | null;
} = {
  naskah: ({ bentuk, naskahId }) =>
    bentuk === "zip" ? `arsip export --berkas ${berkasIdOf(naskahId)} -o FILE.zip` : null,
  rekap: ({ tahun }) => `rekap export --tahun ${tahun} -o FILE.xlsx`,
  "rekap-kabupaten": ({ periode }) =>
    `rekap export --kabupaten ID --tahun ${tahunPeriode(periode)} -o FILE.xlsx`,
  grafik: ({ minta }) => perintahGrafik(minta),
  "data-pegawai": ({ pegawaiId }) => `pegawai data ${pegawaiId} -o FILE.zip`,
  "lewat-masa": () => "arsip jadwal",
  lke: ({ tahun }) => `lke ${tahun} -o FILE.zip`,
  buku: ({ apa }) =>
    apa === "templat" ? "kantor template -o FILE.xlsx" : "kantor export -o FILE.xlsx",
  format: none,
  bagan: none,
  memori: none,
  "grafik-kabupaten": none,
  tersimpan: none,
};

function perintahGrafik(minta: PermintaanGrafik): string {
  const [macam, dari] =
    minta.macam === "tren"
      ? [`tren ${minta.kode}`, `--periode ${minta.periode}`]
      : minta.macam === "papan"
        ? ["papan", `--berkas ${minta.berkasId}`]
        : [minta.macam, `--periode ${minta.periode}`];
  return `grafik ${macam} ${dari} -o FILE.png`;
}

/** The id of a paper begins with that of its berkas. */
const berkasIdOf = (naskahId: string): string => naskahId.replace(/-n\d+$/, "");

/** The text of a message that goes without its file, so that nobody waits for what does not come. */
export const tanpaBerkas = (teks: Teks, lampiran: Lampiran, gagal: "dibuat" | "dikirim"): Teks =>
  lines(teks, fill(lampiranText.tertinggal, { nama: namaLampiran(lampiran), gagal }));

/** The text beside a file that comes after the message it belongs to. */
export const berkasMenyusul = (lampiran: Lampiran): Teks =>
  fill(lampiranText.menyusul, { nama: namaLampiran(lampiran) });

/** What a file is called before it is there. */
const namaLampiran = <J extends Lampiran["jenis"]>(
  lampiran: LampiranOf<J> & { readonly jenis: J },
): Teks => namaByJenis[lampiran.jenis](lampiran);

const rekapName = ({ periode }: { readonly periode: Periode }): Teks =>
  fill(lampiranText.rekap, { periode: sebutPendekTahun(periode) });

const namaByJenis: { readonly [J in Lampiran["jenis"]]: (lampiran: LampiranOf<J>) => Teks } = {
  rekap: rekapName,
  "rekap-kabupaten": rekapName,
  naskah: ({ bentuk }) => fill(lampiranText.naskah, { bentuk }),
  grafik: () => lampiranText.grafik,
  "grafik-kabupaten": () => lampiranText.grafik,
  bagan: () => lampiranText.bagan,
  format: () => lampiranText.format,
  buku: () => lampiranText.buku,
  memori: () => lampiranText.memori,
  "data-pegawai": () => lampiranText.dataPegawai,
  "lewat-masa": () => lampiranText.lewatMasa,
  lke: ({ tahun }) => fill(lampiranText.lke, { tahun: String(tahun) }),
  tersimpan: ({ nama }) => nama,
};
