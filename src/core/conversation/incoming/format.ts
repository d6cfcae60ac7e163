import { formatText } from "../../../generated/teks.ts";
import { holdersOf, indikatorWait, isHolder, openWaits } from "../../engine/holders.ts";
import type { FormatMasuk, TandaFormat } from "../../kinerja/format/index.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { closeDialogue, decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Bacaan } from "../tanya/field.ts";
import { rowsAnswer } from "../tanya/form/isian/format-answer.ts";
import { type Sheet, sheetOf } from "../tanya/form/isian/sheet.ts";
import { leftText } from "../tanya/leave.ts";
import { findTask, type Task } from "../tugas/find.ts";
import { declineAnswer, refusalToOpen } from "../tugas/refusal.ts";
import { taskPesan } from "../tugas/task.ts";

/** Gives a unit its sheet of figures as a workbook, to be filled in and sent back. */
export function sendFormat(talk: Talk, task: Task): Talk {
  const refusal = refusalToOpen(talk, task, "isi");
  if (refusal !== null) return declineAnswer(talk, task, refusal);
  const { state } = task.berkas;
  return say(talk, {
    teks: fill(formatText.kirim, {
      periode: sebutPeriode(state.periode),
      jumlah: indikatorWait(state, task.wait).length,
    }),
    lampiran: { jenis: "format", berkasId: state.id, waitId: task.wait.id },
  });
}

/**
 * Takes a sheet of figures that came back. Its mark only says which request it answers; whether this
 * person may still answer that one is asked of the engine, as for a tap.
 */
export const formatMasuk = (talk: Talk, { tanda, barisList }: FormatMasuk): Talk =>
  answerSheet(talk, tanda, (sheet) => rowsAnswer(sheet, barisList));

/** Takes figures of the sheet a mark names, as `read` finds them in it. */
export function answerSheet(talk: Talk, tanda: TandaFormat, read: (sheet: Sheet) => Bacaan): Talk {
  const opened = openSheet(talk, tanda);
  if (opened.sheet === null) return opened.talk;
  const { sheet } = opened;
  const { dialogue } = talk.session;
  const left = dialogue === null || dialogue.jenis === "isian" ? [] : leftText(talk);
  const perihal = { jenis: "isian", hal: { waitId: sheet.wait.id } } as const;
  return start(closeDialogue(talk), perihal, { kepala: left, lalu: read(sheet) });
}

/** The sheet a mark names, where whoever wrote may fill it in now; else why not is said. */
export function openSheet(
  talk: Talk,
  tanda: TandaFormat,
): { readonly talk: Talk; readonly sheet: Sheet | null } {
  const task = markedTask(talk, tanda);
  if (task === null) return declined(decline(talk, "format-lama"));
  if (!isHolder(task.wait, talk.pegawai)) {
    const [holder] = holdersOf(task.wait, talk.world.kantor);
    return declined(decline(talk, "format-unit-lain", { jabatan: holder?.jabatan ?? "" }));
  }
  const sheet = sheetOf(talk.world, task.wait.id);
  const refusal = refusalToOpen(talk, task, "isi");
  return sheet === null || refusal !== null ? declined(declineOld(talk, task)) : { talk, sheet };
}

const declined = (talk: Talk): ReturnType<typeof openSheet> => ({ talk, sheet: null });

/** The wait a mark names; null when the mark does not fit what is known of it. */
function markedTask(
  { world }: Talk,
  { berkasId, waitId, unit, periode }: TandaFormat,
): Task | null {
  const task = findTask(world, waitId);
  if (task === null || task.wait.macam !== "unit") return null;
  const { state } = task.berkas;
  const { pemegang } = task.wait;
  const fits =
    state.id === berkasId &&
    state.periode === periode &&
    pemegang.jenis === "pegawai" &&
    pemegang.pegawaiId === unit;
  return fits ? task : null;
}

/** Whoever sent a sheet of an earlier request gets the one that is open now, if there is one. */
function declineOld(talk: Talk, { berkas, wait }: Task): Talk {
  const { kantor } = talk.world;
  const { state } = berkas;
  const newer =
    state.status === "berjalan"
      ? openWaits(state).find((one) => one.macam === "unit" && isHolder(one, talk.pegawai))
      : undefined;
  if (newer !== undefined) {
    return decline(talk, "format-diganti", {}, taskPesan(talk.world, berkas, newer));
  }
  const periode = sebutPeriode(state.periode);
  return wait.jawaban === null || state.status !== "berjalan"
    ? decline(talk, "format-ditutup", { periode })
    : decline(talk, "format-terjawab", {
        periode,
        waktu: sebutWaktu(wait.jawaban.atMs, kantor.zonaWaktu),
      });
}
