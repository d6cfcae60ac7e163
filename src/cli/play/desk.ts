import { holdersOf, langkahOf, unitList } from "../../core/engine/holders.ts";
import type { Wait } from "../../core/engine/state.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";
import { forwardExit, type Langkah } from "../../core/sop/langkah.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { fillForm } from "./form.ts";
import type { Game } from "./game.ts";
import type { Prompt } from "./prompt.ts";

/** Plays one desk: an exit of the langkah, with a reason where it goes back. False: left the play. */
export async function playDesk(game: Game, wait: Wait, prompt: Prompt): Promise<boolean> {
  const holders = holdersOf(wait, game.context.kantor);
  const [holder] = holders;
  if (holder === undefined) throw new Error(`nobody holds ${wait.id}`);
  const langkah = langkahOf(game.sop, wait.langkahNo);
  const exits = exitsAt(langkah, wait);
  const names = holders.map(({ jabatan }) => jabatan).join(" atau ");
  const tenggat =
    wait.tenggatMs === null
      ? "tanpa tenggat"
      : `sampai ${formatWaktu(wait.tenggatMs, game.context.kantor.zonaWaktu)}`;
  const menu = exits.map(({ pilihan, tujuan }, n) => `${n + 1} ${pilihan} (→ ${tujuan})`);
  prompt.say(`\n-- ${names}, ${tenggat}`);
  if (!(await fillForm(game, wait, holder.id, prompt))) return false;
  for (;;) {
    const line = await prompt.ask(`${menu.join(" · ")}:`);
    if (line === null) return false;
    const chosen = exits.find(
      ({ pilihan }, n) => line === String(n + 1) || line.toLowerCase() === pilihan,
    );
    if (chosen === undefined) {
      prompt.say("  Ketik angka atau kata pilihannya.");
      continue;
    }
    const extra = chosen.pilihan === "kembalikan" ? await askReturn(game, wait, prompt) : {};
    if (extra === null) return false;
    const event = { kind: "pilihan", waitId: wait.id, oleh: holder.id } as const;
    if (game.answer({ ...event, pilihan: chosen.pilihan, ...extra }) === null) return true;
  }
}

interface Exit {
  readonly pilihan: string;
  readonly tujuan: string;
}

/** The ways out of a desk; a form that has more parts goes on to the next one. */
function exitsAt(langkah: Langkah, wait: Wait): readonly Exit[] {
  const next = (wait.tahap ?? 0) + 1;
  if (langkah.jenis === "formulir" && next < langkah.tahap.length) {
    return [{ pilihan: forwardExit(langkah).pilihan, tujuan: `tahap ${next + 1}` }];
  }
  return Object.entries(langkah.hasil).flatMap(([pilihan, tujuan]) =>
    tujuan === undefined ? [] : [{ pilihan, tujuan }],
  );
}

/** The reason, and whose figures are meant where the desk goes back to the collecting. */
async function askReturn(
  game: Game,
  wait: Wait,
  prompt: Prompt,
): Promise<{ alasan: string; unit?: PegawaiId } | null> {
  const alasan = await prompt.ask("  Alasan:");
  if (alasan === null) return null;
  const { hasil } = langkahOf(game.sop, wait.langkahNo);
  const target = "kembalikan" in hasil ? hasil.kembalikan : undefined;
  const back = game.sop.langkah.find(({ no }) => no === target);
  if (back?.jenis !== "realisasi") return { alasan };
  const units = unitList(game.state);
  const line = await prompt.ask(`  Unit (${units.join(", ")}; kosong = semua):`);
  if (line === null) return null;
  const unit = units.find((one) => one === line);
  return unit === undefined ? { alasan } : { alasan, unit };
}
