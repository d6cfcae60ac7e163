import type { Bukti, NilaiFormulir } from "../formulir/nilai.ts";
import type { Kantor, PegawaiId, Pemantau, Pencatat } from "../kantor/schema.ts";
import type { Isian } from "../kinerja/indikator.ts";
import type { HasilPelaksanaan, Narasi } from "../kinerja/narasi.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Jeda } from "../waktu/tenggat.ts";
import type { Ralat, WaitId } from "./state.ts";

/** What may happen to a berkas. Everything else is conversation and stays outside. */
export type BerkasEvent =
  | {
      /** A choice at a wait: `selesai`, `setuju`, `kembalikan`, `baca`. */
      readonly kind: "pilihan";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly pilihan: string;
      readonly alasan?: string;
      /** Whose figures are to be corrected, when a compiler returns one unit's part. */
      readonly unit?: PegawaiId;
    }
  | {
      /** One figure, saved at once; nothing is lost when the person leaves here. */
      readonly kind: "isian";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly kode: string;
      readonly isian: Isian;
      readonly keterangan?: string | null;
      /** More that is told of it; what is not named stays. */
      readonly narasi?: Omit<Narasi, "pelaksanaan"> & { readonly pelaksanaan?: HasilPelaksanaan };
    }
  | {
      readonly kind: "bukti";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly kode: string;
      readonly bukti: Bukti;
    }
  /** The owner takes evidence back while the figure is open; what was sent stays in the history. */
  | {
      readonly kind: "cabut-bukti";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly kode: string;
      readonly hash: string;
    }
  /** One field of a form, saved at once; null empties it. */
  | {
      readonly kind: "isi-formulir";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly kode: string;
      readonly nilai: NilaiFormulir | null;
    }
  /** The report comes back edited: it is the next version from here on. */
  | {
      readonly kind: "unggah-naskah";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly bukti: Bukti;
      /** What its text changed against the version before, in words. */
      readonly perubahan: string | null;
    }
  /** A unit hands in its figures. */
  | { readonly kind: "kirim"; readonly waitId: WaitId; readonly oleh: PegawaiId }
  /** A unit takes back what it sent, while the others are still waited for. */
  | { readonly kind: "tarik"; readonly waitId: WaitId; readonly oleh: PegawaiId }
  /** The coordinator goes on without the units that have not sent, and says why. */
  | {
      readonly kind: "tutup";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly alasan: string;
    }
  /** Somebody puts their own reminders of what they owe off. */
  | {
      readonly kind: "tunda";
      readonly waitId: WaitId;
      readonly oleh: PegawaiId;
      readonly sampaiMs: Instant;
    }
  /** A colleague asks after what these people owe. */
  | {
      readonly kind: "colek";
      readonly oleh: PegawaiId;
      readonly sasaranList: readonly { readonly waitId: WaitId; readonly kepada: PegawaiId }[];
    }
  /** The program was down in between: nobody could be asked, and nobody could answer. */
  | { readonly kind: "gangguan"; readonly jeda: Jeda }
  | { readonly kind: "batal"; readonly oleh: PegawaiId; readonly alasan: string }
  /** Somebody who watches over the office asks after a berkas that is late. */
  | { readonly kind: "ingatkan"; readonly dari: Pemantau }
  /** Somebody asks the head to open a finished berkas again, for these figures and so long. */
  | {
      readonly kind: "buka-kembali";
      readonly oleh: PegawaiId;
      readonly kodeList: readonly string[];
      readonly alasan: string;
      readonly hariKerja: number;
    }
  /** The time of an opening has run out. */
  | { readonly kind: "pembukaan-habis" }
  /** Figures of a part of this roll-up were corrected. */
  | { readonly kind: "ralat-bagian"; readonly ralatList: readonly Ralat[] }
  /**
   * The office file was loaded, or people changed: open deadlines are counted again, the old ones kept, and what waited
   * for somebody who answers for it no more moves on. `sebelum` is the office until now.
   */
  | { readonly kind: "kantor"; readonly oleh: Pencatat; readonly sebelum: Kantor };
