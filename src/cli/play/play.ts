import { join } from "node:path";
import { loadCatalog } from "../../catalog/load.ts";
import { loadKantor } from "../../catalog/load-kantor.ts";
import { readKamus } from "../../catalog/load-teks.ts";
import { formatProblem } from "../../catalog/problem.ts";
import { holdersOf, owedWaits } from "../../core/engine/holders.ts";
import type { Wait } from "../../core/engine/state.ts";
import { Periode, periodeAt } from "../../core/kinerja/periode.ts";
import { parseIso, toLocal } from "../../core/waktu/instant.ts";
import type { CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { playDesk } from "./desk.ts";
import { Game, type GameStart } from "./game.ts";
import { createPrompt, type Prompt } from "./prompt.ts";
import { playUnit } from "./unit.ts";

/** What to play, with whom, and when. */
export interface PlayOptions {
  readonly id: string;
  readonly kantor?: string;
  readonly periode?: string;
  readonly mulai?: string;
}

/** Plays a sheet in the terminal, every desk by whoever sits before it. */
export async function playSop(io: CliIo, options: PlayOptions): Promise<Outcome> {
  const start = await prepare(io, options);
  if ("kind" in start) return start;
  const prompt = createPrompt(io);
  const game = new Game(start, prompt);
  const fault = game.open(start);
  if (fault !== null) return refused(fault);
  for (let wait = nextWait(game); wait !== undefined; wait = nextWait(game)) {
    if (holdersOf(wait, start.isi.kantor).length === 0) {
      return refused(
        `Langkah ${wait.langkahNo} belum ada pemegangnya di ${start.isi.kantor.nama}.`,
      );
    }
    if (!(await playWait(game, wait, prompt))) break;
  }
  return outcomeOf(game);
}

async function prepare(io: CliIo, options: PlayOptions): Promise<GameStart | Outcome> {
  const catalog = await loadCatalog(io.flows);
  const chosen = catalog.sopList.find(({ sop }) => sop.id === options.id);
  if (chosen === undefined) {
    const own = catalog.problems.map(formatProblem);
    const known = catalog.sopList.map(({ sop }) => sop.id).join(", ");
    return refused([`SOP ${options.id} tidak ada. Yang ada: ${known}.`, ...own].join("\n"));
  }
  const file = options.kantor ?? join(io.flows, "kantor", "peraga.yaml");
  const { isi, problems } = await loadKantor(file, catalog);
  if (isi === null) return refused(problems.map(formatProblem).join("\n"));
  const { zonaWaktu } = isi.kantor;
  const nowMs = options.mulai === undefined ? io.now() : parseIso(options.mulai, zonaWaktu);
  if (nowMs === null) return wrongUsage("--mulai ditulis seperti 2026-11-26T15:30:00+08:00.");
  const running = periodeAt(toLocal(nowMs, zonaWaktu).tanggal);
  const periode = Periode.safeParse(options.periode ?? running);
  if (!periode.success)
    return wrongUsage("--periode ditulis seperti 2026-TW4, 2026-S2, atau 2026.");
  const kamus = await readKamus(io.flows);
  return { isi, chosen, periode: periode.data, nowMs, kamus };
}

const nextWait = ({ state }: Game): Wait | undefined =>
  state.status === "berjalan" ? owedWaits(state)[0] : undefined;

const playWait = (game: Game, wait: Wait, prompt: Prompt): Promise<boolean> =>
  wait.macam === "unit" ? playUnit(game, wait, prompt) : playDesk(game, wait, prompt);

function outcomeOf({ sop, state }: Game): Outcome {
  const jejak = state.kunjunganList.map(({ langkahNo, hasil }) => ({ langkah: langkahNo, hasil }));
  const json = {
    sop: sop.id,
    periode: state.periode,
    status: state.status,
    langkah: state.langkahNo,
    jejak,
  };
  const path = jejak.map(({ langkah }) => langkah).join(" → ");
  return state.status === "berjalan"
    ? done(json, `\nBerhenti di langkah ${state.langkahNo}. Jejak: ${path}`)
    : done(json, `\nSelesai. Jejak: ${path}`);
}
