import { lampiranText } from "../../generated/teks.ts";
import type { PermintaanGrafik } from "../grafik/permintaan.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
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

/** "61,4 MB"; small ones in KB. */
export const ukuranText = (byte: number): string =>
  byte < 1_000_000 ? `${Math.ceil(byte / 1_000)} KB` : `${formatAngka(byte / 1_000_000, 1)} MB`;

/** What the command line calls it; null where it has no command of its own. */
function perintahOf(lampiran: Lampiran): string | null {
  switch (lampiran.jenis) {
    case "naskah":
      return lampiran.bentuk === "zip"
        ? `arsip export --berkas ${berkasIdOf(lampiran.naskahId)} -o FILE.zip`
        : null;
    case "rekap":
      return `rekap export --tahun ${lampiran.tahun} -o FILE.xlsx`;
    case "rekap-kabupaten":
      return `rekap export --kabupaten ID --tahun ${tahunPeriode(lampiran.periode)} -o FILE.xlsx`;
    case "grafik":
      return perintahGrafik(lampiran.minta);
    case "data-pegawai":
      return `pegawai data ${lampiran.pegawaiId} -o FILE.zip`;
    case "lewat-masa":
      return "arsip jadwal";
    case "lke":
      return `lke ${lampiran.tahun} -o FILE.zip`;
    case "format":
    case "bagan":
    case "memori":
    case "grafik-kabupaten":
    case "tersimpan":
      return null;
  }
}

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
function namaLampiran(lampiran: Lampiran): Teks {
  switch (lampiran.jenis) {
    case "rekap":
    case "rekap-kabupaten":
      return fill(lampiranText.rekap, {
        periode: sebutPendekTahun(lampiran.periode),
      });
    case "naskah":
      return fill(lampiranText.naskah, { bentuk: lampiran.bentuk });
    case "grafik":
    case "grafik-kabupaten":
      return lampiranText.grafik;
    case "bagan":
      return lampiranText.bagan;
    case "format":
      return lampiranText.format;
    case "memori":
      return lampiranText.memori;
    case "data-pegawai":
      return lampiranText.dataPegawai;
    case "lewat-masa":
      return lampiranText.lewatMasa;
    case "lke":
      return fill(lampiranText.lke, { tahun: String(lampiran.tahun) });
    case "tersimpan":
      return lampiran.nama;
  }
}
