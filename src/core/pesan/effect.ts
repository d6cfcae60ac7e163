import type { Dokumen } from "../dokumen/model.ts";
import type { PlainEffect } from "../engine/effect.ts";
import type { BerkasId, Naskah } from "../engine/state.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
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
  /**
   * A paper came into being. `isi` is what is drawn; null where the file is an upload, or is made
   * from the berkas as a whole (a report from the figures of that instant, an archive).
   */
  | {
      readonly kind: "naskah";
      readonly berkasId: BerkasId;
      readonly periode: Periode;
      readonly naskah: Naskah;
      readonly isi: Dokumen | null;
    }
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
