import type { BerkasId, WaitId } from "../engine/state.ts";
import type { Bukti, NilaiFormulir, TipeIsian } from "../formulir/nilai.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { TabelCocok } from "../kinerja/format/tabel.ts";
import type { Pilihan } from "../pesan/pesan.ts";
import type { Instant } from "../waktu/instant.ts";

/** What one person is in the middle of. One at a time, on whatever channel they write. */
export type Dialogue =
  | {
      /** Filling in figures, one indikator a message. */
      readonly jenis: "isian";
      readonly id: string;
      readonly berkasId: BerkasId;
      readonly waitId: WaitId;
      /** Kode still to be asked, the current one first. */
      readonly antrean: readonly string[];
      /** The kode answered last: a file or a note that follows belongs to it. */
      readonly terakhir: string | null;
      /** Notes that came in a file, by kode, while their figure is still asked for. */
      readonly catatan?: Readonly<Record<string, string>>;
      readonly tahap:
        | { readonly tahap: "angka" }
        /** A text that was not wholly understood, or has two readings; the person picks. */
        | {
            readonly tahap: "pilih";
            readonly kode: string;
            readonly calon: readonly number[];
            /** What was left over, and a unit that is another one; absent where nothing was. */
            readonly sisa?: readonly string[];
            readonly satuan?: string;
          }
        /** An implausible figure to be confirmed. */
        | { readonly tahap: "tegaskan"; readonly kode: string; readonly calon: readonly number[] }
        /** A low or falling capaian: one sentence about what stood in the way. */
        | { readonly tahap: "penghambat"; readonly kode: string }
        | { readonly tahap: "bukti"; readonly kode: string }
        | { readonly tahap: "ringkasan" };
    }
  | {
      /** The one sentence a return needs. */
      readonly jenis: "alasan";
      readonly id: string;
      readonly waitId: WaitId;
      readonly pilihan: string;
      readonly unit: PegawaiId | null;
    }
  | { readonly jenis: "unit"; readonly id: string; readonly waitId: WaitId }
  | { readonly jenis: "tutup"; readonly id: string; readonly waitId: WaitId }
  | { readonly jenis: "hentikan"; readonly id: string; readonly berkasId: BerkasId }
  | {
      /** Filling in a form, one field a message. */
      readonly jenis: "formulir";
      readonly id: string;
      readonly waitId: WaitId;
      /** Kode still to be asked, the current one first. */
      readonly antrean: readonly string[];
      /** Kind of the current field: it tells whether a typed number is a choice or the answer. */
      readonly tipe: TipeIsian;
      /** An unusual answer to be confirmed. */
      readonly calon: NilaiFormulir | null;
    }
  | {
      /** A Word file that may or may not be meant as the next version. */
      readonly jenis: "suntingan";
      readonly id: string;
      readonly waitId: WaitId;
      readonly bukti: Bukti;
      readonly perubahan: string | null;
      /** The version it was made from; null for a file that is none of ours. */
      readonly asal: string | null;
      /** What its writers left open, in words. */
      readonly terbuka?: string;
    }
  | {
      /** A table that is no sheet of ours, to be taken or not. */
      readonly jenis: "tabel";
      readonly id: string;
      readonly waitId: WaitId;
      readonly bukti: Bukti;
      /** What its file would prove; null where nothing was being filled in. */
      readonly kode: string | null;
      readonly tabel: TabelCocok;
    }
  | {
      /** A linked phone showed the invitation of somebody else. */
      readonly jenis: "pindah";
      readonly id: string;
      readonly undanganId: string;
      readonly pegawaiId: PegawaiId;
      readonly berlakuSampaiMs: Instant;
    }
  | { readonly jenis: "mulai"; readonly id: string; readonly sopId: string | null }
  /** A broadcast: its text, then whom it goes to, then the preview. */
  | {
      readonly jenis: "siaran";
      readonly id: string;
      readonly teks: string | null;
      readonly audiens: string | null;
    };

/** What stands between two messages of one person. Plain JSON, saved in the same commit. */
export interface Session {
  /** Grows with each question of a dialogue, so that a button of an earlier one is known to be stale. */
  readonly seq: number;
  readonly dialogue: Dialogue | null;
  /** The choices shown last, so that `1`, `setuju` or a title mean the same as the tap. */
  readonly prompt: { readonly promptId: string; readonly pilihan: readonly Pilihan[] } | null;
  /** When the person last wrote; reminders keep out of a conversation that is going on. */
  readonly aktifMs: Instant;
  /** When the person last nudged the others of a wait, so that nudging stays polite. */
  readonly colek?: { readonly waitId: WaitId; readonly atMs: Instant };
}

/** The session of somebody who has not written yet. */
export const emptySession: Session = { seq: 0, dialogue: null, prompt: null, aktifMs: 0 };
