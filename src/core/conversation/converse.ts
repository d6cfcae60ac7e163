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

type PerbuatanOf<J extends Perbuatan["jenis"]> = Extract<Perbuatan, { readonly jenis: J }>;

const respond = <J extends Perbuatan["jenis"]>(
  talk: Talk,
  masukan: PerbuatanOf<J> & { readonly jenis: J },
): Talk => answers[masukan.jenis](talk, masukan);

/** What each kind of act leads to: one without its own does not compile. */
const answers: {
  readonly [J in Perbuatan["jenis"]]: (talk: Talk, masukan: PerbuatanOf<J>) => Talk;
} = {
  teks: (talk, { teks, menjawab }) => onText(talk, teks, menjawab),
  perintah: (talk, { nama, argumen }) => runPerintah(talk, nama, argumen),
  pilihan: (talk, { token }) => onToken(talk, token),
  suara: (talk, { token }) => onToken(talk, token),
  "suara-ditarik": (talk, { promptId }) => onWithdrawn(talk, promptId),
  "berkas-masuk": berkasMasuk,
  lembar: lembarMasuk,
  "bukti-lembar": buktiMasuk,
  kode: (talk, { undangan }) => onKode(talk, undangan),
  "berkas-ditolak": (talk, { sebab }) => decline(talk, `berkas-${sebab}`),
  "tak-didukung": (talk) => decline(talk, "tak-didukung"),
  ralat: onRalat,
  hapus: (talk, { jejak }) => onHapus(talk, jejak),
};

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
