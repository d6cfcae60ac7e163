import type { MasalahSel } from "../berkas-kantor/buku/model.ts";
import type { BerkasKantor } from "../berkas-kantor/schema.ts";
import type { BerkasId, WaitId } from "../engine/state.ts";
import type { Bukti, NilaiFormulir } from "../formulir/nilai.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { TabelCocok } from "../kinerja/format/tabel.ts";
import type { Isian } from "../kinerja/indikator.ts";
import type { Pilihan } from "../pesan/pesan.ts";
import type { Instant } from "../waktu/instant.ts";

interface AboutWait {
  readonly waitId: WaitId;
}

interface AboutPegawai {
  readonly pegawaiId: PegawaiId;
}

/** What each kind of dialogue is about. */
export interface Hal {
  /** The figures of a unit. */
  readonly isian: AboutWait;
  /** The form of a desk. */
  readonly formulir: AboutWait;
  /** Why a desk sends a berkas back, and to whom. */
  readonly kembalikan: AboutWait;
  /** Why the coordinator goes on without some units. */
  readonly tutup: AboutWait;
  readonly hentikan: { readonly berkasId: BerkasId };
  /** Opening a finished berkas again. */
  readonly bukakembali: { readonly berkasId: BerkasId };
  /** A Word file that may or may not be meant as the next version. */
  readonly suntingan: AboutWait & {
    readonly bukti: Bukti;
    readonly perubahan: string | null;
    /** The version it was made from; null for a file that is none of ours. */
    readonly asal: string | null;
    /** What its writers left open, in words. */
    readonly terbuka?: string;
  };
  /** Files for a form that asks for several kinds: which of them they are is asked. */
  readonly lampiran: AboutWait & { readonly buktiList: readonly Bukti[] };
  /** A table that is no sheet of ours, to be taken or not. */
  readonly tabel: AboutWait & {
    readonly bukti: Bukti;
    /** What its file would prove; null where nothing was being filled in. */
    readonly kode: string | null;
    readonly tabel: TabelCocok;
  };
  /** A linked phone showed the invitation of somebody else. */
  readonly pindah: {
    readonly undanganId: string;
    readonly pegawaiId: PegawaiId;
    readonly berlakuSampaiMs: Instant;
  };
  /** An absence, or with an id who stands in for one. */
  readonly halangan: { readonly halanganId: string | null };
  /** Whoever was away is back. */
  readonly "hadir-kembali": { readonly halanganId: string };
  /** Somebody new. */
  readonly "pegawai-masuk": Readonly<Record<string, never>>;
  readonly "pegawai-ubah": AboutPegawai & {
    readonly apa: "jabatan" | "peran" | "atasan" | "indikator";
  };
  readonly "pegawai-keluar": AboutPegawai;
  /** Somebody who left is forgotten by name. */
  readonly "pegawai-anonim": AboutPegawai;
  /** Destroying what is past its time: exactly the list this word stands for. */
  readonly musnahkan: { readonly sidik: string };
  /** Somebody's phone is lost, stolen or replaced. */
  readonly "putus-akun": AboutPegawai;
  /** One more free day. */
  readonly "libur-tambah": Readonly<Record<string, never>>;
  /** A free day is worked. */
  readonly "libur-hapus": Readonly<Record<string, never>>;
  /** The free days of a year. */
  readonly "libur-tahun": { readonly tahun: number };
  /** Other targets from a triwulan of this year on. */
  readonly target: { readonly tahun: number };
  /** The programs of a year with their money. */
  readonly anggaran: { readonly tahun: number };
  /** The workbook of the office, read and not yet loaded. */
  readonly "buku-kantor": {
    readonly berkas: BerkasKantor;
    /** What was passed over, or is odd. */
    readonly peringatanList: readonly MasalahSel[];
  };
  /** The indikator of a year to come. */
  readonly "tahun-baru": { readonly tahun: number };
  /** Putting one's own reminders off. */
  readonly tunda: Readonly<Record<string, never>>;
  /** Opening a berkas. */
  readonly mulai: Readonly<Record<string, never>>;
  /** A broadcast. */
  readonly siaran: Readonly<Record<string, never>>;
}

/** Every kind of dialogue. */
export type Jenis = keyof Hal;

/** What a dialogue is about, with its kind. */
export type Perihal = {
  readonly [J in Jenis]: { readonly jenis: J; readonly hal: Hal[J] };
}[Jenis];

/** What somebody may answer: a figure, or whatever a field of a form holds. */
export type Nilai = Isian | NilaiFormulir;

/** An answer that is asked back before it is taken. */
export interface Ragu {
  /** What it may mean, as it was typed first. */
  readonly calon: readonly Nilai[];
  /** Why it is asked back, with the words that say so. */
  readonly sebab: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Where somebody is in answering, whatever the questions are. */
interface Tanya {
  readonly id: string;
  /** Kode of the fields still to be asked, the current one first. */
  readonly antrean: readonly string[];
  /** Answers kept here until all are given, by kode. */
  readonly jawaban: Readonly<Record<string, string>>;
  /** The answer to the current field that is asked back. */
  readonly ragu: Ragu | null;
  /** The kode answered last: a file that follows belongs to it. */
  readonly terakhir: string | null;
}

/** What one person is in the middle of. One at a time, on whatever channel they write. */
export type Dialogue = Perihal & Tanya;

/** A dialogue of one kind. */
export type DialogueOf<J extends Jenis> = Extract<Dialogue, { readonly jenis: J }>;

/** What stands between two messages of one person. Plain JSON, saved in the same commit. */
export interface Session {
  /** Grows with each question of a dialogue, so that a button of an earlier one is known to be stale. */
  readonly seq: number;
  readonly dialogue: Dialogue | null;
  /** The choices shown last, so that `1`, `setuju` or a title mean the same as the tap. */
  readonly prompt: { readonly promptId: string; readonly pilihan: readonly Pilihan[] } | null;
  /** The account the open question was asked on. */
  readonly ditanyaDi?: string;
  /** When the person last wrote; reminders keep out of a conversation that is going on. */
  readonly aktifMs: Instant;
  /** When the person was last reminded of anything: once in a stretch of work is enough. */
  readonly diingatkanMs?: Instant;
}

/** The session of somebody who has not written yet. */
export const emptySession: Session = { seq: 0, dialogue: null, prompt: null, aktifMs: 0 };

/** The wait the open dialogue is about; null where it is about none. */
export const waitOf = (dialogue: Dialogue | null): WaitId | null =>
  dialogue !== null && "waitId" in dialogue.hal ? (dialogue.hal.waitId ?? null) : null;
