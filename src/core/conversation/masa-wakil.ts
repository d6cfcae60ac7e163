import { tugasText, wakilText } from "../../generated/teks.ts";
import { langkahOf } from "../engine/holders.ts";
import { kuasaOf } from "../engine/penjawab.ts";
import type { Wait } from "../engine/state.ts";
import type { Halangan } from "../kantor/halangan.ts";
import { type Pejabat, pejabatOf } from "../kantor/pejabat.ts";
import type { Kantor, Pegawai } from "../kantor/schema.ts";
import { hasilText } from "../pesan/hasil.ts";
import { sebutPendekTahun, sebutPeriode } from "../pesan/periode.ts";
import { fill, lines, type Teks, type Ucapan } from "../pesan/teks.ts";
import { sebutTanggal } from "../pesan/waktu.ts";
import { addDays } from "../waktu/tanggal.ts";
import { tugasLine, tugasOf } from "./tugas/tugas.ts";
import { dataHalangan, namaDi, sebutanWakil } from "./wakil.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** Buttons for more berkas than this nobody looks through. */
const BERKAS_TERBANYAK = 4;

/** Whoever holds a post that somebody stood in for, once that is over: its holder, or the successor. */
export const pemegangKembali = (
  { pegawaiList }: Kantor,
  { jabatan: { pegawaiId } }: Halangan,
): Pegawai | undefined =>
  pegawaiList.find(({ id }) => id === pegawaiId) ??
  pegawaiList.find(({ menggantikan }) => menggantikan === pegawaiId);

/** What was decided in somebody's place while they were away, with the papers of it; null where nothing was. */
export function diputuskanWakil(
  { kantor, berkasById }: Pick<World, "kantor" | "berkasById">,
  halangan: Halangan,
): Ucapan | null {
  const decided = [...berkasById.values()]
    .flatMap((berkas) =>
      berkas.state.waitList
        .filter((wait) => isDecided(wait, halangan))
        .map((wait) => ({ berkas, wait })),
    )
    .toSorted((a, b) => (a.wait.jawaban?.atMs ?? 0) - (b.wait.jawaban?.atMs ?? 0));
  if (decided.length === 0) return null;
  const daftar = lines(
    ...decided.map(({ berkas, wait }, index) =>
      decidedLine(kantor, berkas, { wait, nomor: index + 1 }),
    ),
  );
  const berkasList = [...new Set(decided.map(({ berkas }) => berkas))].slice(-BERKAS_TERBANYAK);
  return {
    teks: fill(wakilText.diputuskan, { ...dataOf(kantor, halangan), daftar }),
    pilihan: berkasList.map(({ state }) => [
      {
        id: `/dokumen ${state.id}`,
        judul: fill(wakilText.dokumen, { periode: sebutPendekTahun(state.periode) }),
      },
    ]),
  };
}

/** What is still open of a post on the last day somebody stands in for it; null where nothing is. */
export function terbukaBagiWakil(world: World, halangan: Halangan): Ucapan | null {
  const { kantor } = world;
  const wakil = kantor.pegawaiList.find(({ id }) => id === halangan.wakil?.pegawaiId);
  if (wakil === undefined) return null;
  const open = tugasOf(world, wakil).filter(({ wait }) =>
    isFor(pejabatOf(wakil, kuasaOf(wait)), halangan),
  );
  if (open.length === 0) return null;
  const daftar = lines(...open.map((one, index) => tugasLine(world, one, index + 1)));
  return {
    teks: fill(wakilText.hariAkhir, { ...dataOf(kantor, halangan), daftar }),
    pilihan: [[{ id: "/tugas", judul: wakilText.lihatTugas }]],
  };
}

/** Whose turn it is after an absence, and since when. */
export function sesudahHalangan(
  kantor: Kantor,
  halangan: Halangan,
): { readonly giliran: string; readonly sejak: Teks } {
  const { jabatan, sampai } = halangan;
  return {
    giliran: pemegangKembali(kantor, halangan)?.nama ?? jabatan.jabatan,
    sejak: sebutTanggal(addDays(sampai, 1)),
  };
}

const dataOf = (kantor: Kantor, halangan: Halangan) => ({
  ...dataHalangan(halangan),
  ...sesudahHalangan(kantor, halangan),
  sebutan: sebutanWakil(halangan),
  wakil: halangan.wakil === null ? "" : namaDi(kantor, halangan.wakil.pegawaiId),
  surat: halangan.wakil?.surat ?? "",
});

/** Desks and requests; that something was read decides nothing. */
const isDecided = ({ macam, jawaban }: Wait, halangan: Halangan): boolean =>
  (macam === "meja" || macam === "pembukaan") &&
  jawaban?.pejabat !== undefined &&
  isFor(jawaban.pejabat, halangan);

/** Whether somebody acted in this very assignment: the same post, by the same letter. */
const isFor = ({ wakil }: Pejabat, halangan: Halangan): boolean =>
  wakil !== null &&
  wakil.jabatan === halangan.jabatan.jabatan &&
  wakil.surat === halangan.wakil?.surat;

function decidedLine(
  kantor: Kantor,
  { sop, state }: BerkasTerbuka,
  { wait, nomor }: { readonly wait: Wait; readonly nomor: number },
): Teks {
  const { uraian, jenis } = langkahOf(sop, wait.langkahNo);
  const periode = sebutPeriode(state.periode);
  if (wait.jawaban === null) return "";
  return fill(wakilText.barisDiputuskan, {
    nomor,
    apa:
      wait.macam === "pembukaan"
        ? fill(tugasText.pembukaan, { periode })
        : fill(tugasText.meja, { uraian, periode }),
    hasil: hasilText(
      kantor,
      wait.jawaban,
      wait.macam === "pembukaan" ? { jenis: "pembukaan" } : { jenis: "meja", langkah: jenis },
    ),
  });
}
