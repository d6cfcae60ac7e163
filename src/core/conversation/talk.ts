import { decide } from "../engine/decide.ts";
import type { Decision, Refusal } from "../engine/decision.ts";
import type { BerkasEvent } from "../engine/event.ts";
import type { BerkasId } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Pegawai, Pemantau } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import { type PenolakanCode, penolakanText } from "../pesan/penolakan.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { sayDecision } from "../pesan/say.ts";
import { paragraphs, type Teks, type Ucapan } from "../pesan/teks.ts";
import { inWords, type Pembaca, pembacaOf, sayTo } from "../pesan/ucap.ts";
import type { Sop } from "../sop/schema.ts";
import { applyTo } from "./apply.ts";
import { type Jawaban, jawabanOf, openQuestion } from "./jejak.ts";
import { dialoguePromptId, promptFor, withPrompt } from "./prompt.ts";
import type { Dialogue, Session } from "./session.ts";
import { type Akibat, decidePerubahan } from "./ubah-kantor.ts";
import type { BerkasTerbuka, Masukan, Outcome, Pelaku, World } from "./world.ts";

/** A conversation in the making: what was said and decided so far. Never changed, only replaced. */
export interface Talk {
  /** As it stands after what was decided in this talk. */
  readonly world: World;
  readonly pegawai: Pegawai;
  readonly session: Session;
  /** The session as it was before. */
  readonly awal: Session;
  /** The account the person writes from; null while it is being linked. */
  readonly akunId: string | null;
  /** Whether a button was tapped: its keyboard shows the outcome, typed text shows nothing. */
  readonly tapped: boolean;
  readonly changed: ReadonlySet<BerkasId>;
  readonly effects: readonly Effect[];
  readonly ditolak: string | null;
  /** What the engine has accepted so far. */
  readonly jawaban: readonly Jawaban[];
}

/** The talk before anything was said. */
export const beginTalk = (world: World, pelaku: Pelaku, jenis: Masukan["jenis"]): Talk => ({
  world,
  pegawai: pelaku.pegawai,
  session: { ...pelaku.session, aktifMs: world.nowMs },
  awal: pelaku.session,
  akunId: pelaku.akunId,
  tapped: jenis === "pilihan",
  changed: new Set(),
  effects: [],
  ditolak: null,
  jawaban: [],
});

/**
 * A question that was answered or left loses its buttons, whether it was by a tap or by typing: they
 * are stale from now on.
 */
export function dropStale(talk: Talk): Talk {
  const { dialogue, seq } = talk.awal;
  if (dialogue === null) return talk;
  const open = talk.session.dialogue?.id === dialogue.id && talk.session.seq === seq;
  const promptId = dialoguePromptId(dialogue, seq);
  const closed = talk.effects.some(
    (effect) => effect.kind === "tutup-prompt" && effect.promptId === promptId,
  );
  return open || closed
    ? talk
    : { ...talk, effects: [{ kind: "tutup-prompt", promptId, hasil: [] }, ...talk.effects] };
}

/** What the app is to save and send. Tasks written to the same person come after the replies. */
export function endTalk(talk: Talk): Outcome {
  const session = talk.effects.reduce(
    (session, effect) =>
      effect.kind === "pesan" &&
      effect.kepada.ke === "pegawai" &&
      effect.kepada.pegawaiId === talk.pegawai.id
        ? promptFor(session, effect.pesan)
        : session,
    talk.session,
  );
  const berkasList = [...talk.changed].flatMap((id) => talk.world.berkasById.get(id) ?? []);
  const { effects, ditolak, jawaban } = talk;
  const pertanyaan = jawaban.length > 0 ? null : openQuestion(talk.awal, session);
  return { session, berkasList, effects, ditolak, jejak: { jawaban, pertanyaan } };
}

/** The talk with these effects after the ones it has. */
export const emit = (talk: Talk, ...effects: readonly Effect[]): Talk => ({
  ...talk,
  effects: [...talk.effects, ...effects],
});

/** Whoever wrote, as the offices theirs watches over are told of them. */
export const pemantauOf = ({ world: { kantor }, pegawai }: Talk): Pemantau => ({
  kantorId: kantor.id,
  nama: kantor.nama,
  pegawaiId: pegawai.id,
  jabatan: pegawai.jabatan,
});

/** Whoever wrote, as a reader. */
export const readerOf = ({ world, pegawai }: Talk): Pembaca => pembacaOf(world, pegawai.id);

/** Answers whoever wrote. Choices shown become what a typed `1` means. */
export function say(talk: Talk, ucapan: Ucapan): Talk {
  const pesan = sayTo(readerOf(talk), ucapan);
  const replied = emit(talk, {
    kind: "pesan",
    kepada: { ke: "asal" },
    prioritas: "balasan",
    pesan,
  });
  return { ...replied, session: withPrompt(talk.session, pesan) };
}

/** Puts a sentence above the first reply among the effects from `start` on. */
export function prefix(talk: Talk, start: number, kepala: Teks): Talk {
  const head = inWords(readerOf(talk), kepala);
  if (head.length === 0) return talk;
  const above = (pesan: Pesan): Pesan => {
    // What stands above it is not said by a sign.
    const { teks, blok, reaksi: _, ...rest } = pesan;
    return {
      ...rest,
      teks: inWords(readerOf(talk), paragraphs(head, teks)),
      ...(blok && { blok: [{ jenis: "alinea", teks: head }, ...blok] }),
    };
  };
  const index = talk.effects.findIndex(
    (effect, at) => at >= start && effect.kind === "pesan" && effect.kepada.ke === "asal",
  );
  const effects = talk.effects.map((effect, at) =>
    at === index && effect.kind === "pesan" ? { ...effect, pesan: above(effect.pesan) } : effect,
  );
  return { ...talk, effects };
}

/** Asks something of the dialogue: it becomes the open one, and only this question's buttons live. */
export function ask(talk: Talk, dialogue: Dialogue, question: Question): Talk {
  const { ditanyaDi: _, ...before } = talk.session;
  const session: Session = {
    ...before,
    seq: talk.session.seq + 1,
    dialogue,
    prompt: null,
    ...(talk.akunId !== null && { ditanyaDi: talk.akunId }),
  };
  const promptId = dialoguePromptId(dialogue, session.seq);
  return say({ ...talk, session }, { ...question, promptId });
}

/** A message that waits for an answer; its prompt is the question's own. */
export type Question = Omit<Ucapan, "promptId">;

/** Closes the open dialogue; its last buttons are stale from now on. */
export function closeDialogue(talk: Talk): Talk {
  const { dialogue, prompt } = talk.session;
  if (dialogue === null) return talk;
  const own = prompt?.promptId.startsWith(`${dialogue.id}-`) === true;
  return {
    ...talk,
    session: { ...talk.session, dialogue: null, prompt: own ? null : prompt },
  };
}

/** Refuses in one sentence, changes nothing and leaves a trace in the log; `rest` says how to go on. */
export function decline(
  talk: Talk,
  code: PenolakanCode,
  data: Readonly<Record<string, Teks>> = {},
  rest: Ucapan = { teks: [] },
): Talk {
  const teks = paragraphs(penolakanText(code, data), rest.teks);
  return say(markDeclined(talk, code), { ...rest, teks });
}

/** Notes a refusal whose sentence is part of the next question. */
export const markDeclined = (talk: Talk, code: PenolakanCode): Talk => ({
  ...emit(talk, {
    kind: "catat",
    jenis: "ditolak",
    berkasId: null,
    oleh: talk.pegawai.id,
    data: { sebab: code },
  }),
  ditolak: code,
});

/** Lets the engine decide; an accepted event is part of the world from here on. */
export function settle(
  talk: Talk,
  berkas: BerkasTerbuka,
  event: BerkasEvent,
): { readonly talk: Talk; readonly refusal: Refusal | null } {
  const settled = take(talk, berkas.sop, decide(berkas.sop, berkas.state, event, talk.world));
  const jawaban = settled.refusal === null ? jawabanOf(berkas.state, event) : null;
  return jawaban === null
    ? settled
    : { ...settled, talk: { ...settled.talk, jawaban: [...talk.jawaban, jawaban] } };
}

/** Takes a decision into the talk, in words. */
export function take(
  talk: Talk,
  sop: Sop,
  decision: Decision,
): { readonly talk: Talk; readonly refusal: Refusal | null } {
  const said = sayDecision(sop, talk.world, decision);
  if (said.kind === "refused") return { talk, refusal: said };
  const { state, effects } = said;
  const world = applyTo(talk.world, [{ state, sop }], effects);
  const changed = new Set([...talk.changed, state.id]);
  return { talk: emit({ ...talk, world, changed }, ...effects), refusal: null };
}

/** Changes an office; its running berkas follow, or nothing changes. */
export function changeOffice(
  talk: Talk,
  perubahanList: readonly Perubahan[],
): { readonly talk: Talk; readonly refusal: Refusal | null } {
  const decided = decidePerubahan(talk.world, perubahanList, talk.pegawai.id);
  return decided.kind === "refused"
    ? { talk, refusal: decided }
    : { talk: withOffice(talk, decided), refusal: null };
}

/** Takes a change of the office into the talk. */
export function withOffice(talk: Talk, { world, berkasList, effects }: Akibat): Talk {
  const changed = new Set([...talk.changed, ...berkasList.map(({ state }) => state.id)]);
  return emit({ ...talk, world, changed }, ...effects);
}

/** A fresh id, and the talk without it. */
export function drawId(talk: Talk): { readonly talk: Talk; readonly id: string } {
  const [id, ...idList] = talk.world.idList;
  if (id === undefined) throw new Error("the world came with too few ids");
  return { talk: { ...talk, world: { ...talk.world, idList } }, id };
}

/** The berkas as the engine's texts want to see it. */
export const turnOf = (world: World, { sop, state }: BerkasTerbuka): Turn => ({
  sop,
  state,
  context: world,
  effects: [],
});
