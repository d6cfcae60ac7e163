import { berkasText, kumpulText } from "../../generated/teks.ts";
import { langkahOf, unitIndikator, unitList } from "../engine/holders.ts";
import type { Arrival, Wait } from "../engine/state.ts";
import { justOpened } from "../engine/terbuka.ts";
import { deadlines, type Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { deadlineLine, langkahLine } from "./letak.ts";
import type { Lampiran } from "./pesan.ts";
import { jabatanDi, periodeOf } from "./sebutan.ts";
import { fill, lines, type Ucapan } from "./teks.ts";

/** Asks one unit for its figures. A returned unit reads first what is to be corrected. */
export function unitAsked(turn: Turn, wait: Wait, { alasan }: Arrival): Ucapan {
  const { pemegang } = wait;
  if (pemegang.jenis !== "pegawai") throw new Error(`unit wait ${wait.id} belongs to no person`);
  const jumlah = unitIndikator(turn.state, pemegang.pegawaiId).length;
  const format = formatOf(turn, wait);
  const periode = periodeOf(turn);
  const pembukaan = justOpened(turn.state);
  const kepala =
    alasan === null
      ? fill(kumpulText.diminta, { periode, jumlah })
      : fill(pembukaan === null ? kumpulText.perbaikan : kumpulText.dibukaKembali, {
          periode,
          jabatan: returnerOf(turn),
          alasan,
          kode: unitIndikator(turn.state, pemegang.pegawaiId)
            .map(({ kode }) => kode)
            .join(", "),
        });
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      alasan === null ? kumpulText.mulaiIsiAjakan : kumpulText.perbaikiAjakan,
      format === null ? [] : kumpulText.formatAjakan,
    ),
    pilihan: [
      [
        { id: "isi", judul: alasan === null ? kumpulText.mulaiIsi : kumpulText.perbaiki },
        ...(format === null ? [{ id: "excel", judul: kumpulText.lewatExcel }] : []),
      ],
      ...(mayOpenTable(turn, pemegang.pegawaiId) ? [[bukaTabel]] : []),
    ],
    promptId: wait.id,
    ...(format === null ? {} : { lampiran: format }),
  };
}

/** So many figures are sooner filled in side by side than one after the other. */
const TABEL_SEJAK = 3;

const mayOpenTable = ({ state, context }: Turn, unit: PegawaiId): boolean =>
  context.bertabel?.has(unit) === true && unitIndikator(state, unit).length >= TABEL_SEJAK;

/** The choice to fill in all figures on one page. */
export const bukaTabel = {
  id: "tabel",
  judul: kumpulText.isiTabel,
  halaman: "isian",
} as const;

/** The unit's sheet of figures, where this langkah sends it along. */
function formatOf({ sop, state }: Turn, { id, langkahNo }: Wait): Lampiran | null {
  const langkah = langkahOf(sop, langkahNo);
  return langkah.jenis === "realisasi" && langkah.format
    ? { jenis: "format", berkasId: state.id, waitId: id }
    : null;
}

/** Tells the coordinator that the collection runs, and how to go on without the last ones. */
export function collectionStarted(turn: Turn, wait: Wait, { unit }: Arrival): Ucapan {
  const jumlah = unit === null ? unitList(turn.state).length : 1;
  const alasan = turn.state.kunjunganList.at(-1)?.alasan ?? null;
  const kepala =
    alasan === null
      ? lines(
          fill(kumpulText.dimulai, { periode: periodeOf(turn) }),
          fill(kumpulText.dimintaMengisi, { jumlah }),
        )
      : lines(
          fill(kumpulText.diperbaiki, { periode: periodeOf(turn) }),
          fill(kumpulText.dimintaMemperbaiki, { jumlah }),
          fill(kumpulText.catatan, { jabatan: returnerOf(turn), alasan }),
        );
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, {
        ...wait,
        ...deadlines(turn, langkahOf(turn.sop, wait.langkahNo), wait.diterimaMs),
      }),
      kumpulText.berlanjutSendiri,
      kumpulText.tutupAjakan,
    ),
    pilihan: [
      [
        { id: "colek", judul: kumpulText.ingatkan },
        { id: "tutup", judul: kumpulText.tutup },
      ],
    ],
    promptId: wait.id,
  };
}

/** Tells a unit that the berkas went on without it, and what became of its figures. */
export const collectionClosed = (turn: Turn, oleh: PegawaiId, alasan: string): Ucapan => ({
  teks: lines(
    fill(kumpulText.ditutup, { periode: periodeOf(turn) }),
    fill(kumpulText.ditutupOleh, { jabatan: jabatanDi(turn.context.kantor, oleh), alasan }),
    kumpulText.angkaDipakai,
    berkasText.takPerluLagi,
  ),
});

/** Who sent the berkas back to the desk it lies on: whoever held it the visit before, or had it opened. */
const returnerOf = (turn: Turn): string =>
  jabatanDi(
    turn.context.kantor,
    justOpened(turn.state)?.oleh ?? turn.state.kunjunganList.at(-2)?.oleh ?? "sistem",
  );
