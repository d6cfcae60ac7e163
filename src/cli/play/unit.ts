import { readFigure } from "../../core/conversation/tanya/form/isian/figure.ts";
import {
  leftOver,
  leftOverTexts,
  readingTexts,
} from "../../core/conversation/tanya/form/isian/look.ts";
import { holdersOf, unitIndikator } from "../../core/engine/holders.ts";
import type { Wait } from "../../core/engine/state.ts";
import type { Pegawai } from "../../core/kantor/schema.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import type { Indikator, Isian } from "../../core/kinerja/indikator.ts";
import { nomorPeriode } from "../../core/kinerja/periode.ts";
import type { Game } from "./game.ts";
import type { Prompt } from "./prompt.ts";

/** Plays one penanggung jawab: a figure for each indikator, then the hand-in. False: left the play. */
export async function playUnit(game: Game, wait: Wait, prompt: Prompt): Promise<boolean> {
  const [holder] = holdersOf(wait, game.context.kantor);
  if (holder === undefined) throw new Error(`nobody holds ${wait.id}`);
  const indikatorList = unitIndikator(game.state, holder.id);
  prompt.say(
    `\n-- ${holder.jabatan}: ${indikatorList.length} indikator (angka, nihil, belum; /keluar)`,
  );
  for (const indikator of indikatorList) {
    if (!(await askFigure(game, wait, { holder, indikator }, prompt))) return false;
  }
  return handIn(game, wait, holder, prompt);
}

interface Asked {
  readonly holder: Pegawai;
  readonly indikator: Indikator;
}

async function askFigure(
  game: Game,
  wait: Wait,
  { holder, indikator }: Asked,
  prompt: Prompt,
): Promise<boolean> {
  const { kode, nama, satuan, targetTriwulan, agregasi } = indikator;
  const target = targetTriwulan[nomorPeriode(game.state.periode) - 1] ?? null;
  const tulis = target === null ? "tanpa target" : `target ${formatAngka(target)} ${satuan}`;
  const contoh = agregasi === "rasio" ? ", tulis seperti 12/40" : "";
  for (;;) {
    const line = await prompt.ask(`${kode} ${nama} (${tulis}${contoh}):`);
    if (line === null) return false;
    const isian = readIsian(game, indikator, line);
    if (typeof isian === "string") {
      prompt.say(`  ${isian}`);
      continue;
    }
    const event = { kind: "isian", waitId: wait.id, oleh: holder.id, kode, isian } as const;
    if (game.answer(event) === null) return true;
  }
}

/** The figure, or the sentence that asks for it again. */
function readIsian(game: Game, indikator: Indikator, line: string): Isian | string {
  const figure = readFigure(indikator, line);
  switch (figure.kind) {
    case "isian":
      return figure.isian;
    case "ditolak":
      return indikator.agregasi === "rasio"
        ? "Tulis pembilang dan penyebut, misalnya 12/40."
        : "Angkanya belum terbaca.";
    case "ragu": {
      const nilai = readingTexts(indikator, figure.calon)
        .map((one) => game.words(one))
        .join(" atau ");
      const left = leftOverTexts(indikator, leftOver(figure));
      const rest = game.words([left.sisa, left.satuan]);
      return rest === ""
        ? `Dapat dibaca ${nilai}. Tulis tanpa titik ribuan.`
        : `Terbaca ${nilai}${rest}. Tulis angkanya saja.`;
    }
  }
}

async function handIn(game: Game, wait: Wait, holder: Pegawai, prompt: Prompt): Promise<boolean> {
  for (;;) {
    const refusal = game.answer({ kind: "kirim", waitId: wait.id, oleh: holder.id });
    if (refusal === null) return true;
    const indikator = unitIndikator(game.state, holder.id).find(
      ({ kode, nama }) => kode === refusal.data["kode"] || nama === refusal.data["nama"],
    );
    if (indikator === undefined) throw new Error(`cannot hand in: ${refusal.code}`);
    const asked = { holder, indikator };
    const supplied =
      refusal.code === "bukti-wajib"
        ? await askProof(game, wait, asked, prompt)
        : refusal.code === "penghambat-wajib"
          ? await askNote(game, wait, asked, prompt)
          : await askFigure(game, wait, asked, prompt);
    if (!supplied) return false;
  }
}

async function askNote(
  game: Game,
  wait: Wait,
  { holder, indikator: { kode } }: Asked,
  prompt: Prompt,
): Promise<boolean> {
  const keterangan = await prompt.ask("  Penjelasan:");
  const isian = game.state.isianByKode[kode]?.isian;
  if (keterangan === null || isian === undefined) return false;
  game.answer({ kind: "isian", waitId: wait.id, oleh: holder.id, kode, isian, keterangan });
  return true;
}

async function askProof(
  game: Game,
  wait: Wait,
  { holder, indikator: { kode } }: Asked,
  prompt: Prompt,
): Promise<boolean> {
  const nama = await prompt.ask("  Nama berkas bukti (isinya tidak dibaca):");
  if (nama === null) return false;
  const bukti = {
    hash: `${kode}:${nama}`,
    nama,
    mime: "application/octet-stream",
    ukuranByte: 1,
  };
  game.answer({ kind: "bukti", waitId: wait.id, oleh: holder.id, kode, bukti });
  return true;
}
