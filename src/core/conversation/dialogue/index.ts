import type { PenolakanCode } from "../../pesan/penolakan.ts";
import type { Teks } from "../../pesan/teks.ts";
import type { Talk } from "../talk.ts";
import { alasan } from "./alasan.ts";
import { formulir } from "./formulir.ts";
import type { DialogueHandler, DialogueJenis, DialogueOf, FileMasuk } from "./handler.ts";
import { hentikan } from "./hentikan.ts";
import { isian } from "./isian.ts";
import { mulai } from "./mulai.ts";
import { pindah } from "./pindah.ts";
import { refuseBy } from "./refuse.ts";
import { siaran } from "./siaran.ts";
import { suntingan } from "./suntingan.ts";
import { tabel } from "./tabel.ts";
import { tutup } from "./tutup.ts";
import { unit } from "./unit.ts";

/** Every kind of dialogue; a kind without a handler does not compile. */
export const dialogues: { readonly [J in DialogueJenis]: DialogueHandler<J> } = {
  isian,
  alasan,
  unit,
  tutup,
  hentikan,
  formulir,
  suntingan,
  pindah,
  tabel,
  mulai,
  siaran,
};

type Open<J extends DialogueJenis> = DialogueOf<J> & { readonly jenis: J };

/** Gives the open dialogue a text that is none of its choices. */
export const textTo = <J extends DialogueJenis>(
  talk: Talk,
  dialogue: Open<J>,
  teks: string,
): Talk => dialogues[dialogue.jenis].onText(talk, dialogue, teks);

/** Gives the open dialogue one of the choices it showed. */
export const choiceTo = <J extends DialogueJenis>(
  talk: Talk,
  dialogue: Open<J>,
  pilihan: string,
): Talk => dialogues[dialogue.jenis].onChoice(talk, dialogue, pilihan);

/** Gives the open dialogue a file. */
export const fileTo = <J extends DialogueJenis>(
  talk: Talk,
  dialogue: Open<J>,
  file: FileMasuk,
): Talk => dialogues[dialogue.jenis].onFile(talk, dialogue, file);

/** Lets the open dialogue ask its question once more. */
export const againTo = <J extends DialogueJenis>(
  talk: Talk,
  dialogue: Open<J>,
  kepala: Teks,
): Talk => dialogues[dialogue.jenis].again(talk, dialogue, kepala);

/** Refuses something said beside the open dialogue, which asks its question once more. */
export const refuseTo = <J extends DialogueJenis>(
  talk: Talk,
  dialogue: Open<J>,
  code: PenolakanCode,
  data: Readonly<Record<string, Teks>> = {},
): Talk => refuseBy<Open<J>>(againTo)(talk, dialogue, code, data);
