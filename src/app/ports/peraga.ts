import type { BlokTeks, Pilihan, RichText } from "../../core/pesan/pesan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { ChannelCommand, OutgoingFile } from "./channel.ts";

/** A file in a chat; its bytes lie in the file store under `hash`. */
export interface PonselFile {
  readonly hash: string;
  readonly nama: string;
  readonly mime: string;
  readonly ukuranByte: number;
  /** A picture to be looked at in the chat itself. */
  readonly gambar?: true;
}

/**
 * One bubble of a chat. What the office wrote is `baru` until it was seen; what a person did is
 * `dikirim` until the office has stored it.
 */
export interface PonselPesan {
  readonly id: string;
  readonly chat: string;
  readonly dari: "kantor" | "orang";
  readonly jenis: "pesan" | "ketukan";
  readonly keadaan: "baru" | "dibaca" | "dikirim" | "diterima";
  readonly atMs: Instant;
  readonly teks: RichText;
  readonly blok?: readonly BlokTeks[];
  readonly pilihan: readonly (readonly Pilihan[])[];
  readonly file: PonselFile | null;
}

/** The phones of the demo office, as the page handles them. Every act resolves once it is kept. */
export interface Ponsel {
  /** The newest messages of a chat, oldest first. */
  list(chat: string): readonly PonselPesan[];
  commands(chat: string): readonly ChannelCommand[];
  say(chat: string, teks: string): Promise<void>;
  /** False when the message has no such button any more. */
  tap(chat: string, pesanId: string, token: string): Promise<boolean>;
  upload(chat: string, file: OutgoingFile, keterangan: string): Promise<void>;
  /** Marks everything in the chat as seen. */
  read(chat: string): Promise<void>;
  /** The file of a message; null when there is none. */
  file(pesanId: string): Promise<OutgoingFile | null>;
  /** Tells of every new and every changed message, until the returned function is called. */
  watch(listener: (pesan: PonselPesan) => void): () => void;
}

/** One person of the demo office. */
export interface PeragaPegawai {
  readonly chat: string;
  readonly nama: string;
  /** What waits for this person now. */
  readonly tugas: number;
}

/** Somebody a langkah waits for, or has waited for. */
export interface PeragaPemegang {
  readonly chat: string;
  readonly nama: string;
  /** Column of the sheet the person stands in. */
  readonly kolom: number;
  readonly keadaan: "ditunggu" | "terlambat" | "selesai";
  readonly tenggat: string | null;
}

/** One row of the sheet. `kolom` are the executors, `ikut` those who supply or receive. */
export interface PeragaBaris {
  readonly no: string;
  readonly uraian: string;
  readonly jenis: string;
  readonly waktu: string | null;
  readonly kolom: readonly number[];
  readonly ikut: readonly number[];
  readonly keadaan: "lewat" | "kini" | "nanti";
  readonly putaran: number;
  readonly keluar: string | null;
  readonly pemegang: readonly PeragaPemegang[];
}

/** A berkas drawn as its sheet: executors across, langkah down. */
export interface PeragaBerkas {
  readonly id: string;
  readonly judul: string;
  readonly sop: string;
  readonly status: "berjalan" | "selesai" | "dibatalkan";
  readonly kolom: readonly string[];
  readonly baris: readonly PeragaBaris[];
}

/** One entry of the event log, in words. */
export interface PeragaCatatan {
  readonly seq: number;
  readonly waktu: string;
  readonly siapa: string;
  readonly teks: string;
}

/** One thing to do on the first walk through a quarter; `chat` is the phone it is done on. */
export interface PeragaPanduan {
  readonly id: string;
  readonly teks: string;
  readonly chat: string | null;
  readonly selesai: boolean;
}

/** Everything on the page but the chats. */
export interface PeragaView {
  readonly kantor: { readonly nama: string; readonly kabupaten: string };
  readonly jam: { readonly nowMs: Instant; readonly teks: string; readonly latihan: boolean };
  readonly zona: string;
  readonly pegawai: readonly PeragaPegawai[];
  readonly berkas: readonly PeragaBerkas[];
  readonly catatan: readonly PeragaCatatan[];
  readonly panduan: readonly PeragaPanduan[];
}

/** How far the rehearsal clock is to be moved. */
export type LompatanJam = "15-menit" | "1-jam" | "hari-kerja" | "tenggat";
