import { fillBawaan } from "../../core/engine/formulir/bawaan.ts";
import { jawabList, tahapOf } from "../../core/engine/formulir/lengkap.ts";
import { langkahOf } from "../../core/engine/holders.ts";
import type { Wait } from "../../core/engine/state.ts";
import { bacaIsian } from "../../core/formulir/baca.ts";
import { contohNilai } from "../../core/formulir/contoh.ts";
import type { Jawab, NilaiFormulir } from "../../core/formulir/nilai.ts";
import { nilaiText } from "../../core/formulir/teks.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";
import { fillAny } from "../../core/pesan/teks.ts";
import { tegasText, tolakText } from "../../generated/teks.ts";
import type { Game } from "./game.ts";
import type { Prompt } from "./prompt.ts";

/** Fills in a part of a form; an empty line takes what is offered. False: left the play. */
export async function fillForm(
  game: Game,
  wait: Wait,
  oleh: PegawaiId,
  prompt: Prompt,
): Promise<boolean> {
  const langkah = langkahOf(game.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") return true;
  const tahap = tahapOf(langkah, wait);
  const turn = { sop: game.sop, state: game.state, context: game.context, effects: [] };
  prompt.say(`  ${fillBawaan(tahap.judul, turn, langkah)}`);
  for (const jawab of jawabList(turn, langkah, tahap)) {
    const nilai = await askField(game, jawab, prompt);
    if (nilai === "berhenti") return false;
    if (nilai === null) continue;
    const kode = jawab.isian.kode;
    game.answer({ kind: "isi-formulir", waitId: wait.id, oleh, kode, nilai });
  }
  return true;
}

async function askField(
  game: Game,
  { isian, nilai }: Jawab,
  prompt: Prompt,
): Promise<NilaiFormulir | null | "berhenti"> {
  const { context } = game;
  const offered = nilai === null ? "" : ` [${nilaiText(nilai, context.kantor) || "otomatis"}]`;
  for (;;) {
    const line = await prompt.ask(`  ${isian.nama}${offered}:`);
    if (line === null) return "berhenti";
    if (line === "") {
      if (nilai !== null || !isian.wajib) return null;
      if (isian.tipe === "berkas") return contohNilai(isian, context);
      continue;
    }
    // a terminal has no files to send: whatever is typed stands for one
    if (isian.tipe === "berkas") return contohNilai(isian, context);
    const read = bacaIsian(isian, line, context);
    if (read.kind === "ditolak") {
      prompt.say(`  ${game.words(fillAny(tolakText[read.sebab], read.data))}`);
      continue;
    }
    if (read.kind === "tegaskan") {
      const data = { ...read.data, nilai: nilaiText(read.nilai, context.kantor) };
      prompt.say(`  ${game.words(fillAny(tegasText[read.sebab], data))}`);
    }
    return read.nilai;
  }
}
