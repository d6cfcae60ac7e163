import type { PlainEffect } from "../engine/effect.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Pesan, RichText } from "./pesan.ts";

/** Who receives a message: a person on the channel they prefer, or whoever just wrote to us. */
export type Penerima =
  /** `akunId`: on this account of theirs, whether it takes messages or not. */
  | { readonly ke: "pegawai"; readonly pegawaiId: PegawaiId; readonly akunId?: string }
  | { readonly ke: "asal" };

/** Replies leave before tasks, tasks before reminders, everything before a broadcast. */
export type Prioritas = "balasan" | "tugas" | "pengingat" | "siaran";

/** What must follow, in words where somebody reads it: this is what is committed. */
export type Effect =
  | PlainEffect
  | {
      readonly kind: "pesan";
      readonly kepada: Penerima;
      readonly prioritas: Prioritas;
      readonly pesan: Pesan;
    }
  /** Replaces the keyboards of a prompt by what became of it, wherever it was shown. */
  | { readonly kind: "tutup-prompt"; readonly promptId: string; readonly hasil: RichText }
  /** Puts another message in the place of a prompt's: the progress of something that goes on. */
  | { readonly kind: "ubah-prompt"; readonly promptId: string; readonly pesan: Pesan };
