import { berkasMasuk } from "./file.ts";
import { looksLikePassphrase } from "./passphrase.ts";
import { runPerintah } from "./perintah.ts";
import { onHapus, onRalat } from "./ralat.ts";
import { beginTalk, decline, endTalk, type Talk } from "./talk.ts";
import { onText } from "./text.ts";
import { onToken, onWithdrawn } from "./token.ts";
import type { Masukan, Outcome, Pelaku, World } from "./world.ts";

/**
 * What a linked person's act leads to: replies, decisions, a changed session. Pure; a refusal is an
 * outcome with a sentence and a code, and whatever is asked is asked in the same message.
 */
export function converse(world: World, pelaku: Pelaku, masukan: Masukan): Outcome {
  return endTalk(respond(beginTalk(world, pelaku, masukan.jenis), masukan));
}

function respond(talk: Talk, masukan: Masukan): Talk {
  if (hasPassphrase(masukan)) return decline(talk, "passphrase");
  switch (masukan.jenis) {
    case "teks":
      return onText(talk, masukan.teks, masukan.menjawab);
    case "perintah":
      return runPerintah(talk, masukan.nama, masukan.argumen);
    case "pilihan":
    case "suara":
      return onToken(talk, masukan.token);
    case "suara-ditarik":
      return onWithdrawn(talk, masukan.promptId);
    case "berkas-masuk":
      return berkasMasuk(talk, masukan);
    case "berkas-ditolak":
      return decline(talk, `berkas-${masukan.sebab}`);
    case "tak-didukung":
      return decline(talk, "tak-didukung");
    case "ralat":
      return onRalat(talk, masukan);
    case "hapus":
      return onHapus(talk, masukan.jejak);
  }
}

/** Looked at before anything else, in everything a person can write. */
function hasPassphrase(masukan: Masukan): boolean {
  switch (masukan.jenis) {
    case "teks":
      return looksLikePassphrase(masukan.teks);
    case "ralat":
      return masukan.teks !== null && looksLikePassphrase(masukan.teks);
    case "perintah":
      return looksLikePassphrase(masukan.argumen);
    case "berkas-masuk":
      return looksLikePassphrase(masukan.keterangan);
    case "pilihan":
    case "suara":
    case "suara-ditarik":
    case "berkas-ditolak":
    case "tak-didukung":
    case "hapus":
      return false;
  }
}
