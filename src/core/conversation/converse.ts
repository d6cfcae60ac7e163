import { berkasMasuk } from "./incoming/file.ts";
import { onKode } from "./incoming/kode.ts";
import { buktiMasuk, lembarMasuk } from "./incoming/lembar.ts";
import { looksLikePassphrase } from "./incoming/passphrase.ts";
import { runPerintah } from "./incoming/perintah.ts";
import { onHapus, onRalat } from "./incoming/ralat.ts";
import { onText } from "./incoming/text.ts";
import { onToken, onWithdrawn } from "./incoming/token.ts";
import { onReachable, onUnreachable, withReturn } from "./jangkauan.ts";
import { forbidden } from "./permission.ts";
import { beginTalk, closeDialogue, decline, dropStale, endTalk, type Talk } from "./talk.ts";
import type { Masukan, Outcome, Pelaku, World } from "./world.ts";

/**
 * What a linked person's act leads to: replies, decisions, a changed session. Pure; a refusal is an
 * outcome with a sentence and a code, and whatever is asked is asked in the same message.
 */
export function converse(world: World, pelaku: Pelaku, masukan: Masukan): Outcome {
  const begun = beginTalk(world, pelaku, masukan.jenis);
  if (masukan.jenis === "tak-terjangkau") return endTalk(onUnreachable(begun));
  if (masukan.jenis === "terjangkau") return endTalk(onReachable(begun, masukan.sampaiMs));
  const talk = withReturn(
    hasPassphrase(masukan) ? decline(begun, "passphrase") : respond(begun, masukan),
  );
  const untuk = forbidden(pelaku.pegawai, talk.effects);
  // An office may be lost between the first message of a dialogue and its last tap.
  const allowed =
    untuk === null ? talk : decline(closeDialogue(begun), "tidak-berwenang", { untuk });
  return endTalk(dropStale(allowed));
}

/** What a person did themselves, in contrast to what their service says of their chat. */
type Perbuatan = Exclude<Masukan, { jenis: "terjangkau" | "tak-terjangkau" }>;

function respond(talk: Talk, masukan: Perbuatan): Talk {
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
    case "lembar":
      return lembarMasuk(talk, masukan);
    case "bukti-lembar":
      return buktiMasuk(talk, masukan);
    case "kode":
      return onKode(talk, masukan.undangan);
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
function hasPassphrase(masukan: Perbuatan): boolean {
  const said =
    "teks" in masukan
      ? masukan.teks
      : "argumen" in masukan
        ? masukan.argumen
        : "keterangan" in masukan
          ? masukan.keterangan
          : null;
  return said !== null && looksLikePassphrase(said);
}
