import { tugasText } from "../../../generated/teks.ts";
import { judulButir } from "../../engine/formulir/setiap.ts";
import { holdersOf, isHolder, langkahOf, openWaits } from "../../engine/holders.ts";
import type { BerkasState, Wait } from "../../engine/state.ts";
import { edaranOf } from "../../engine/task.ts";
import type { Kantor, Pegawai } from "../../kantor/schema.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import type { Instant } from "../../waktu/instant.ts";
import { missingKode } from "../tanya/form/isian/sheet.ts";
import type { BerkasTerbuka, World } from "../world.ts";

/** Something one person may answer now. */
export interface Tugas {
  readonly berkas: BerkasTerbuka;
  readonly wait: Wait;
  /** What it is, without the deadline. */
  readonly judul: Teks;
  /** Which of the two clocks runs out next; the last one once both have; null where none runs. */
  readonly tenggatMs: Instant | null;
}

/** What a person may answer now, nearest deadline first; what has no clock comes last. */
export const tugasOf = (
  world: Pick<World, "berkasById" | "kantor" | "nowMs">,
  pegawai: Pegawai,
): readonly Tugas[] =>
  [...world.berkasById.values()]
    .flatMap((berkas) =>
      answerable(berkas.state)
        .filter((wait) => isHolder(wait, pegawai))
        .map((wait) => tugas(world, berkas, wait)),
    )
    .toSorted(byDeadline);

/** "1. Realisasi TW IV 2026, kurang 2 indikator — batas Sen 11 Jan, 16.00 WITA". */
export const tugasLine = (
  { kantor, nowMs }: Pick<World, "kantor" | "nowMs">,
  { judul, tenggatMs }: Tugas,
  nomor: number,
): Teks =>
  tenggatMs === null
    ? fill(tugasText.barisTanpaTenggat, { nomor, judul })
    : fill(tenggatMs < nowMs ? tugasText.barisLewat : tugasText.baris, {
        nomor,
        judul,
        waktu: sebutWaktu(tenggatMs, kantor.zonaWaktu),
      });

/** The same within a sentence: "Realisasi TW IV 2026, kurang 2 indikator — batas Sen 11 Jan, 16.00 WITA". */
export const tugasBatas = (
  { kantor, nowMs }: Pick<World, "kantor" | "nowMs">,
  { judul, tenggatMs }: Tugas,
): Teks =>
  tenggatMs === null
    ? judul
    : fill(tenggatMs < nowMs ? tugasText.lewat : tugasText.batas, {
        judul,
        waktu: sebutWaktu(tenggatMs, kantor.zonaWaktu),
      });

/** Receipts stay answerable after the berkas is closed; nothing else does. */
const answerable = (state: BerkasState): readonly Wait[] =>
  openWaits(state).filter(({ macam }) => state.status === "berjalan" || macam === "baca");

function tugas(
  { kantor, nowMs }: Pick<World, "kantor" | "nowMs">,
  berkas: BerkasTerbuka,
  wait: Wait,
): Tugas {
  return {
    berkas,
    wait,
    judul: judulOf(kantor, berkas, wait),
    tenggatMs: jamBerikut([wait], nowMs),
  };
}

/** Which of the clocks of these waits runs out next; the last one once all have; null where none runs. */
export function jamBerikut(
  waitList: readonly Pick<Wait, "tenggatMs" | "batasMs">[],
  nowMs: Instant,
): Instant | null {
  const clockList = waitList
    .flatMap(({ tenggatMs, batasMs }) => [tenggatMs, batasMs])
    .filter((atMs) => atMs !== null)
    .toSorted((a, b) => a - b);
  return clockList.find((atMs) => atMs >= nowMs) ?? clockList.at(-1) ?? null;
}

function judulOf(kantor: Kantor, { sop, state }: BerkasTerbuka, wait: Wait): Teks {
  const periode = sebutPeriode(state.periode);
  switch (wait.macam) {
    case "unit": {
      const [holder] = holdersOf(wait, kantor);
      const jumlah = holder === undefined ? 0 : missingKode(state, holder.id).length;
      return jumlah === 0
        ? fill(tugasText.tinggalKirim, { periode })
        : fill(tugasText.kurang, { periode, jumlah });
    }
    case "koordinator": {
      const jumlah = openWaits(state).filter(({ macam }) => macam === "unit").length;
      return fill(tugasText.pantau, { periode, jumlah });
    }
    case "baca":
    case "hadir":
      return receiptTitle({ sop, state }, wait, periode);
    case "pembukaan":
      return fill(tugasText.pembukaan, { periode });
    case "meja": {
      const langkah = langkahOf(sop, wait.langkahNo);
      const butir = judulButir(langkah, state, wait);
      return fill(tugasText.meja, { uraian: butir ?? langkah.uraian, periode });
    }
  }
}

function receiptTitle({ sop, state }: BerkasTerbuka, wait: Wait, periode: Teks): Teks {
  const langkah = langkahOf(sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") return fill(tugasText.baca, { periode });
  return fill(wait.macam === "hadir" ? tugasText.hadir : tugasText.bacaNaskah, {
    naskah: edaranOf(langkah, state, wait).naskah?.nama ?? langkah.uraian,
    periode,
  });
}

function byDeadline(a: Tugas, b: Tugas): number {
  const left = a.tenggatMs ?? Number.MAX_SAFE_INTEGER;
  const right = b.tenggatMs ?? Number.MAX_SAFE_INTEGER;
  return left === right ? a.wait.diterimaMs - b.wait.diterimaMs : left - right;
}
