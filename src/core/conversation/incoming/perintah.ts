import { perintahText } from "../../../generated/teks.ts";
import type { NamaPerintah } from "../../pesan/perintah.ts";
import { commands, isPerintah } from "../command/index.ts";
import { closeDialogue, decline, prefix, type Talk } from "../talk.ts";
import { leftText } from "../tanya/leave.ts";

/** A command as it was called. */
export interface Perintah {
  readonly nama: string;
  readonly argumen: string;
}

/** Runs a command, if this person may. It takes them out of an open dialogue, and says so. */
export function runPerintah(talk: Talk, called: string, argumen: string): Talk {
  const nama = aliases.get(called.toLowerCase()) ?? called.toLowerCase();
  if (!isPerintah(nama)) {
    return decline(talk, "perintah-tidak-dikenal", { perintah: `/${called}` });
  }
  const command = commands[nama];
  if (!command.untuk(talk.pegawai)) {
    return decline(talk, "tidak-berwenang", { untuk: perintahText[nama].untuk });
  }
  const { dialogue } = talk.session;
  if (dialogue === null || nama === "batal") return command.run(talk, argumen.trim());
  const done = command.run(closeDialogue(talk), argumen.trim());
  const resumed = dialogue.jenis === "isian" && done.session.dialogue?.jenis === "isian";
  return resumed ? done : prefix(done, talk.effects.length, leftText(talk));
}

/** Reads "/isi 1.1", or "/isi@namabot 1.1" as a group would write it. */
export function readSlash(text: string): Perintah | null {
  const [, nama, argumen] = /^\/(\w+)(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
  return nama === undefined ? null : { nama, argumen: argumen ?? "" };
}

/**
 * Reads a command that was written without its slash. Only what cannot be meant otherwise: the bare
 * word, or the word with what belongs to it.
 */
export function readWord(text: string): Perintah | null {
  if (ASKS_WHO_IS_MISSING.test(text.trim())) return { nama: "status", argumen: "belum" };
  const changed = ASKS_WHO_CHANGED.exec(text.trim());
  if (changed !== null) return { nama: "riwayat", argumen: changed[1] ?? "" };
  const [word = "", ...rest] = text.trim().toLowerCase().split(/\s+/);
  const nama = aliases.get(word) ?? word;
  if (!isPerintah(nama)) return null;
  const argumen = rest.join(" ");
  return rest.length === 0 || argumenByNama.get(nama)?.test(argumen) === true
    ? { nama, argumen }
    : null;
}

/** "siapa yang belum?", "siapa saja yang belum mengirim", "yang belum siapa" */
const ASKS_WHO_IS_MISSING =
  /^(?:siapa(?:\s+saja|\s+lagi)?\s+(?:yang\s+|yg\s+)?(?:belum|blm)(?:\s+(?:mengirim|kirim|mengisi|isi|lapor|masuk))?|(?:yang|yg)\s+(?:belum|blm)(?:\s+(?:mengirim|kirim|mengisi|isi))?\s+siapa(?:\s+saja)?)\s*\??$/i;

/** "siapa mengubah angka 1.1?", "siapa yang ubah 2.2", "siapa yang mengganti angka indikator 3.1" */
const ASKS_WHO_CHANGED =
  /^siapa(?:\s+saja)?\s+(?:(?:yang|yg)\s+)?(?:mengubah|ubah|merubah|mengganti|ganti|mengisi)\s+(?:angka\s+)?(?:indikator\s+)?(?:ini|([0-9a-z][0-9a-z.]*\d))\s*\??$/i;

/** Other words people use for the same. */
const aliases: ReadonlyMap<string, NamaPerintah> = new Map([
  ["menu", "start"],
  ["help", "bantuan"],
  ["batalkan", "batal"],
  ["profil", "saya"],
]);

/** What may stand behind a command's word without its slash. */
const argumenByNama: ReadonlyMap<NamaPerintah, RegExp> = new Map([
  ["isi", /^[0-9a-z.]{1,12}$/],
  ["tugas", /^\d{1,2}$/],
  ["bantuan", /^semua$/],
  ["ingatkan", /^\d{1,3}$/],
  ["siapabelum", /^\d{1,2}$/],
  ["riwayat", /^[0-9a-z.]{1,12}$/],
  [
    "grafik",
    /^(?:(?:capaian|ketepatan)(?:\s+[\w\s]{1,20})?|tren(?:\s+[0-9a-z.]{1,12})?|papan|(?=\S*\d)[0-9a-z.]{1,12})$/,
  ],
  ["rekap", /^((tw|tb|triwulan|tribulan|semester|tahun)\s*)?([1-4]|i{1,3}|iv)?(\s*20\d\d)?$/],
]);
