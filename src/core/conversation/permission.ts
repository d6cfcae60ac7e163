import { perintahText } from "../../generated/teks.ts";
import { type Action, can } from "../authorize.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Pegawai } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import type { NamaPerintah } from "../pesan/perintah.ts";
import type { Teks } from "../pesan/teks.ts";

/** What an effect demands of the person who causes it, and the command a refusal speaks of. */
interface Demand {
  readonly action: Action;
  readonly perintah: NamaPerintah;
}

type DemandOf<K extends Effect["kind"]> = (
  effect: Extract<Effect, { readonly kind: K }>,
  pegawai: Pegawai,
) => Demand | null;

/** A message to its person, or what the engine wrote: it asked the holder of the wait, or `can`. */
const decided = (): null => null;

const siaran = (): Demand => ({ action: "siaran", perintah: "siaran" });

const pegawai: Demand = { action: "ubah-pegawai", perintah: "pegawai" };
const wakil: Demand = { action: "tunjuk-wakil", perintah: "plh" };
const libur: Demand = { action: "ubah-libur", perintah: "libur" };

/** Who may change what of an office. */
const demandByPerubahan: { readonly [J in Perubahan["jenis"]]: Demand } = {
  masuk: pegawai,
  ubah: pegawai,
  keluar: pegawai,
  anonim: pegawai,
  "alih-indikator": pegawai,
  halangan: wakil,
  "hadir-kembali": wakil,
  libur,
  "libur-batal": libur,
  kalender: libur,
  target: { action: "ubah-target", perintah: "target" },
  anggaran: { action: "isi-anggaran", perintah: "anggaran" },
  "tahun-baru": { action: "ubah-target", perintah: "tahunbaru" },
  "tahun-batal": { action: "ubah-target", perintah: "tahunbaru" },
};

/** Complete by type: a new kind of effect does not compile before somebody said who may cause it. */
const demands: { readonly [K in Effect["kind"]]: DemandOf<K> } = {
  pesan: decided,
  "kirim-kantor": () => ({ action: "pantau-kantor", perintah: "ingatkan" }),
  "tutup-prompt": decided,
  "ubah-prompt": decided,
  timer: decided,
  "batal-timer": decided,
  realisasi: decided,
  naskah: decided,
  nomor: decided,
  "batal-nomor": decided,
  catat: decided,
  ingatan: decided,
  "surat-disebut": decided,
  jangkauan: decided,
  siaran,
  "batal-siaran": siaran,
  // the accounts are those of whoever writes
  hubungkan: decided,
  putuskan: ({ akunId }) =>
    akunId === undefined ? null : { action: "ubah-pegawai", perintah: "pegawai" },
  kantor: ({ perubahanList, muat }, pegawai) =>
    muat === true
      ? { action: "muat-kantor", perintah: "unduh" }
      : (perubahanList
          .filter((perubahan) => !isOwnReturn(perubahan, pegawai))
          .map(({ jenis }) => demandByPerubahan[jenis])
          .find(({ action }) => !can(pegawai, action)) ?? null),
  musnahkan: () => pegawai,
  lupakan: () => pegawai,
  utamakan: decided,
  undangan: ({ pegawaiId }, { id }) =>
    pegawaiId === id ? null : { action: "undang", perintah: "undang" },
};

/** Whoever was away says themselves that they are back, also while another holds their roles. */
const isOwnReturn = (perubahan: Perubahan, { kini }: Pegawai): boolean =>
  perubahan.jenis === "hadir-kembali" && perubahan.halanganId === kini?.halangan?.id;

/**
 * For whom one of these effects is, when this person may not cause it; null when they may cause all.
 * Asked of what is about to be written, so that no way to it, old or new, can go around the question.
 */
export function forbidden(pegawai: Pegawai, effects: readonly Effect[]): Teks | null {
  for (const effect of effects) {
    const demand = demandOf(effect, pegawai);
    if (demand !== null && !can(pegawai, demand.action)) {
      return perintahText[demand.perintah].untuk;
    }
  }
  return null;
}

const demandOf = <K extends Effect["kind"]>(
  effect: Extract<Effect, { readonly kind: K }> & { readonly kind: K },
  pegawai: Pegawai,
): Demand | null => demands[effect.kind](effect, pegawai);
