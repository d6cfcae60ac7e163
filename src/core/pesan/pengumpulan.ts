import { langkahOf, unitIndikator, unitList } from "../engine/holders.ts";
import type { Arrival, Wait } from "../engine/state.ts";
import { deadlines, type Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { deadlineLine, langkahLine } from "./letak.ts";
import type { Lampiran, Pesan } from "./pesan.ts";
import { jabatanOf, periodeOf } from "./sebutan.ts";
import { fill, lines, plain } from "./template.ts";

/** Asks one unit for its figures. A returned unit reads first what is to be corrected. */
export function unitAsked(turn: Turn, wait: Wait, { alasan }: Arrival): Pesan {
  const { pemegang } = wait;
  if (pemegang.jenis !== "pegawai") throw new Error(`unit wait ${wait.id} belongs to no person`);
  const jumlah = unitIndikator(turn.state, pemegang.pegawaiId).length;
  const format = formatOf(turn, wait);
  const kepala =
    alasan === null
      ? fill("📋 **Realisasi {{periode}}** — {{jumlah}} indikator menunggu Bapak/Ibu", {
          periode: periodeOf(turn),
          jumlah,
        })
      : fill("↩️ **Realisasi {{periode}} perlu diperbaiki**\nCatatan {{jabatan}}: {{alasan}}", {
          periode: periodeOf(turn),
          jabatan: returnerOf(turn),
          alasan,
        });
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      plain(
        alasan === null
          ? "Pilih Mulai isi; satu pesan untuk satu indikator."
          : "Pilih Perbaiki, ubah angkanya, lalu kirim kembali.",
      ),
      format === null ? [] : plain("Atau isi format Excel terlampir, lalu kirim kembali ke sini."),
    ),
    pilihan: [
      [
        { id: "isi", judul: alasan === null ? "Mulai isi" : "Perbaiki" },
        ...(format === null ? [{ id: "excel", judul: "Isi lewat Excel" }] : []),
      ],
    ],
    promptId: wait.id,
    ...(format === null ? {} : { lampiran: format }),
  };
}

/** The unit's sheet of figures, where this langkah sends it along. */
function formatOf({ sop, state }: Turn, { id, langkahNo }: Wait): Lampiran | null {
  const langkah = langkahOf(sop, langkahNo);
  return langkah.jenis === "realisasi" && langkah.format
    ? { jenis: "format", berkasId: state.id, waitId: id }
    : null;
}

/** Tells the coordinator that the collection runs, and how to go on without the last ones. */
export function collectionStarted(turn: Turn, wait: Wait, { unit }: Arrival): Pesan {
  const jumlah = unit === null ? unitList(turn.state).length : 1;
  const alasan = turn.state.kunjunganList.at(-1)?.alasan ?? null;
  const kepala =
    alasan === null
      ? lines(
          fill("📋 **Pengumpulan realisasi {{periode}} dimulai**", { periode: periodeOf(turn) }),
          fill("{{jumlah}} penanggung jawab sudah diminta mengisi.", { jumlah }),
        )
      : lines(
          fill("📋 **Realisasi {{periode}} diperbaiki**", { periode: periodeOf(turn) }),
          fill("{{jumlah}} penanggung jawab diminta memperbaiki.", { jumlah }),
          fill("Catatan {{jabatan}}: {{alasan}}", { jabatan: returnerOf(turn), alasan }),
        );
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, {
        ...wait,
        ...deadlines(turn, langkahOf(turn.sop, wait.langkahNo), wait.diterimaMs),
      }),
      plain("Berkas berlanjut sendiri bila semua sudah mengirim; Bapak/Ibu tidak perlu menunggu."),
      plain("Pilih Tutup pengumpulan hanya untuk melanjutkan tanpa yang belum mengirim."),
    ),
    pilihan: [
      [
        { id: "colek", judul: "Ingatkan yang belum" },
        { id: "tutup", judul: "Tutup pengumpulan" },
      ],
    ],
    promptId: wait.id,
  };
}

/** Tells a unit that the berkas went on without it, and what became of its figures. */
export const collectionClosed = (turn: Turn, oleh: PegawaiId, alasan: string): Pesan => ({
  teks: lines(
    fill("⚠️ **Pengumpulan realisasi {{periode}} ditutup**", { periode: periodeOf(turn) }),
    fill("Oleh {{jabatan}}: {{alasan}}", { jabatan: jabatanOf(turn, oleh), alasan }),
    plain("Angka yang sudah tersimpan tetap dipakai; selebihnya tercatat kosong."),
    plain("Tidak ada yang perlu dikerjakan lagi. Tugas lainnya: /tugas."),
  ),
});

/** Who sent the berkas back to the desk it lies on: whoever held it the visit before. */
const returnerOf = (turn: Turn): string =>
  jabatanOf(turn, turn.state.kunjunganList.at(-2)?.oleh ?? "sistem");
