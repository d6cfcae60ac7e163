import type { NaskahId } from "../engine/state.ts";
import type { MacamKabupaten, PermintaanGrafik } from "../grafik/permintaan.ts";
import type { Bahasa, PegawaiId } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Pada } from "../waktu/pada.ts";
import type { Blok } from "./blok.ts";

/** A run of text with one look; channels turn runs into entities or markup of their own. */
export interface Span {
  readonly teks: string;
  readonly tebal?: true;
  readonly miring?: true;
  /** The run names this instant; a service that can shows it by the clock of whoever reads. */
  readonly saat?: Instant;
}

/** Text free of any markup language: nothing a user typed can be interpreted. */
export type RichText = readonly Span[];

/** A block of a message, its texts said. */
export type BlokTeks = Blok<RichText>;

/**
 * One choice of a prompt. `id` is either what the prompt's wait or dialogue expects ("setuju"),
 * or a command with its slash ("/tugas"), which works without any prompt.
 */
export interface Pilihan {
  readonly id: string;
  readonly judul: string;
  readonly peran?: PeranPilihan;
  readonly halaman?: Halaman;
}

/** A page of ours that a choice opens; where a channel opens none, the choice is not shown. */
export type Halaman = "isian";

/** Where a choice leads: the work goes on, or back; most choices are neither. */
export type PeranPilihan = "maju" | "mundur";

/** What one message of ours asked, as it is looked up when somebody points at that message. */
export interface Pertanyaan {
  /** Empty where the choices are commands, which answer no prompt. */
  readonly promptId: string;
  readonly pilihan: readonly Pilihan[];
  /** A typed number is a figure and no choice. */
  readonly tanpaNomor: boolean;
}

/** It was one of ours, but so long ago that what it asked is folded away. */
export type Dilipat = "dilipat";

/** To be read and printed, or to be worked on in Word. */
export type BentukLaporan = "pdf" | "docx";

/** `zip` is an archive, `asli` the file somebody sent. */
export type BentukNaskah = BentukLaporan | "zip" | "asli";

/** A file a message carries, named by how to make it; it is made when the message is sent. */
export type Lampiran =
  | (Pada & {
      /** Figures as they stood then, so a late send shows what the text speaks of. */
      readonly jenis: "rekap";
      readonly tahun: number;
      readonly periode: Periode;
      /** Only the rows of this person, or all. */
      readonly unit: PegawaiId | null;
    })
  | (Pada & {
      /** A chart of figures as they stood then, to be looked at in the chat. */
      readonly jenis: "grafik";
      readonly minta: PermintaanGrafik;
    })
  | {
      /** Every office the sender's watches over in one workbook, as they stood then. */
      readonly jenis: "rekap-kabupaten";
      readonly periode: Periode;
      readonly padaMs: Instant;
    }
  | {
      /** The same offices as a picture. */
      readonly jenis: "grafik-kabupaten";
      readonly macam: MacamKabupaten;
      readonly periode: Periode;
      readonly padaMs: Instant;
    }
  | {
      /** A paper of a berkas, made once and kept from then on. */
      readonly jenis: "naskah";
      readonly naskahId: NaskahId;
      readonly bentuk: BentukNaskah;
    }
  | {
      /** The flow chart of a sheet, as it is stored under this hash. */
      readonly jenis: "bagan";
      readonly sopHash: string;
    }
  | {
      /** The sheet of figures one unit is asked for, with what it has answered by the time of sending. */
      readonly jenis: "format";
      readonly berkasId: string;
      readonly waitId: string;
    }
  | {
      /** The workbook of an office: empty, as it stands when it is sent, or with the rows of a year to come. */
      readonly jenis: "buku";
      readonly apa: "templat" | "kantor";
      readonly tahun?: number;
      /** With the indikator of an office's own document, by the hash it is kept under. */
      readonly rencana?: { readonly hash: string; readonly nama: string };
    }
  | (Pada & {
      /** What somebody who left hands over to whoever goes on with it. */
      readonly jenis: "memori";
      readonly dariId: PegawaiId;
      readonly dari: string;
      readonly jabatan: string;
      readonly ke: PegawaiId;
    })
  | {
      /** What proves a year to evaluators, as it is when the message is sent. */
      readonly jenis: "lke";
      readonly tahun: number;
    }
  /** What of the office is past its time, as it is when the message is sent. */
  | { readonly jenis: "lewat-masa" }
  /** Everything kept of one person, who may have left. */
  | { readonly jenis: "data-pegawai"; readonly pegawaiId: PegawaiId }
  | {
      readonly jenis: "tersimpan";
      readonly hash: string;
      readonly nama: string;
      readonly mime: string;
    };

/**
 * A sign on the message this one answers says as much: where the service can put it there, nothing is sent.
 * `pada` is that message as the service calls it; unknown until it is about to be written down.
 */
export interface Reaksi {
  readonly tanda: "👍";
  readonly pada?: string;
}

/** Whether a message is pinned from now on, or let go of. */
export type Sematan = "pasang" | "lepas";

/** One message of sopir, before any channel has seen it. */
export interface Pesan {
  readonly teks: RichText;
  /** The whole of `teks` laid out, and what is folded away beside it, for services that can show it. */
  readonly blok?: readonly BlokTeks[];
  /** What it is said in, where that is not Indonesian: what sending adds is said in it too. */
  readonly bahasa?: Exclude<Bahasa, "id">;
  /** Rows of choices; typed numbers count through them from 1. */
  readonly pilihan?: readonly (readonly Pilihan[])[];
  /** What the choices answer: a wait of a berkas or a dialogue of a session. */
  readonly promptId?: string;
  readonly lampiran?: Lampiran;
  /** The digest of the log up to this entry is said below it; it is known once the entry is written. */
  readonly sidik?: number;
  readonly reaksi?: Reaksi;
  /** The message is to stay pinned in its chat, without a sound, or not any more. */
  readonly sematan?: Sematan;
  /** Set where a typed number is a figure: the choices are then answered by their words alone. */
  readonly tanpaNomor?: true;
  /**
   * On a replacement: what is said in a message of its own where the earlier one can no longer be
   * changed. Without it nothing is said there.
   */
  readonly singkat?: RichText;
}
