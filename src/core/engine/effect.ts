import type { Bukti } from "../formulir/nilai.ts";
import type { RegisterNomor } from "../kantor/nomor.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type {
  KantorId,
  KantorTercatat,
  PegawaiId,
  Pemantau,
  Pencatat,
  Peran,
} from "../kantor/schema.ts";
import type { Isian } from "../kinerja/indikator.ts";
import type { Narasi } from "../kinerja/narasi.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { SopId } from "../sop/reference.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Eskalasi } from "../waktu/pengingat.ts";
import type { Akhir, Kabar, KabarPengingat } from "./kabar.ts";
import type { BerkasId, BerkasState, Jawaban, Naskah, NaskahId, Ralat, WaitId } from "./state.ts";

/** Why the clock should come back; carried by a timer until it fires. */
export type TimerIsi =
  | {
      readonly jenis: "pengingat";
      readonly berkasId: BerkasId;
      readonly waitId: WaitId;
      readonly jam: "baku-mutu" | "batas-periode";
      /** The rule's place in the list; null where the person chose the hour themselves. */
      readonly aturan: number | null;
      readonly ke: number;
      readonly eskalasi: Eskalasi | null;
      /** Only this person: they were not to be reminded when the others were, or chose the hour. */
      readonly hanya: PegawaiId | null;
    }
  | { readonly jenis: "buka-berkas"; readonly sopId: SopId; readonly periode: Periode }
  /** Whether the time of an opening has run out. */
  | { readonly jenis: "pembukaan"; readonly berkasId: BerkasId }
  /** A roll-up over this period, running or finished, rests on figures that were corrected. */
  | {
      readonly jenis: "ralat-bagian";
      readonly sopId: SopId;
      readonly periode: Periode;
      readonly ralatList: readonly Ralat[];
    }
  /** Whether the year to come has everything it opens with, or its free days alone. */
  | { readonly jenis: "periksa-tahun"; readonly tahun: number; readonly hanya?: "kalender" }
  /** An absence has begun, or ended: its desks have other holders. */
  | { readonly jenis: "halangan"; readonly halanganId: string }
  /** Reports how a broadcast stands; `lalu` is how it was the last time, and how long ago that is. */
  | {
      readonly jenis: "siaran";
      readonly siaranId: string;
      readonly lalu?: { readonly sisa: number; readonly jedaMs: number };
    }
  | KirimanKantor
  /** A message that may not have arrived; `sudah` are the accounts it was tried on. */
  | { readonly jenis: "cadangan"; readonly outboxId: string; readonly sudah: readonly string[] }
  /** Whether a whole backup was made after one had failed. */
  | { readonly jenis: "cadangan-malam"; readonly gagalMs: Instant }
  /** An account that took no messages; perhaps it does again. */
  | { readonly jenis: "jangkauan"; readonly akunId: string }
  /** What is pinned in people's chats is to be brought up to date. */
  | { readonly jenis: "sematan" };

/**
 * What an office that watches over others sends one of them. It arrives as a timer of the receiving
 * office: that one alone decides what follows, and whether the sender may.
 */
export type KirimanKantor =
  | { readonly jenis: "ingatkan-kantor"; readonly berkasId: BerkasId; readonly dari: Pemantau }
  | {
      readonly jenis: "siaran-kantor";
      readonly siaranId: string;
      readonly teks: string;
      /** Whom it is for; null for everybody. */
      readonly peran: Peran | null;
      readonly dari: Pemantau;
    };

/** The key a broadcast waits under in each office it was sent to. */
export const kunciSiaran = (siaranId: string): string => `siaran-kantor:${siaranId}`;

/** JSON that an entry of the event log may carry. */
export type CatatanData = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** Somebody is to learn something; it gets its words behind the decision (`pesan/say.ts`). */
export interface Told<K> {
  readonly kind: "kabar";
  readonly kepada: PegawaiId;
  readonly prioritas: "tugas" | "pengingat";
  readonly kabar: K;
}

/** What must follow a decision of the engine: facts for people, and everything nobody reads. */
export type EngineEffect =
  | PlainEffect
  | Told<Kabar>
  /** A paper came into being: behind the decision it is drawn from the berkas as it stood then. */
  | { readonly kind: "naskah"; readonly naskah: Naskah; readonly berkas: BerkasState }
  /** A wait ended: wherever it was asked for, its outcome stands in the place of the keyboard. */
  | {
      readonly kind: "tutup-wait";
      readonly waitId: WaitId;
      readonly jawaban: Jawaban;
      readonly akhir: Akhir;
    };

/** What must follow a sweep of reminders. */
export type RemindEffect = PlainEffect | Told<KabarPengingat>;

/** What must follow and needs no words. Values only: `app/effects` turns each kind into rows. */
export type PlainEffect =
  /** Sets a timer; one with the same key in the same kantor is replaced. */
  | {
      readonly kind: "timer";
      readonly kunci: string;
      readonly atMs: Instant;
      readonly isi: TimerIsi;
    }
  /** Sends something to another office, where it waits under this key until that one takes it. */
  | {
      readonly kind: "kirim-kantor";
      readonly kantorId: KantorId;
      readonly kunci: string;
      readonly isi: KirimanKantor;
    }
  /** Removes every timer whose key starts so. */
  | { readonly kind: "batal-timer"; readonly awalan: string }
  /** One more revision of a figure; earlier ones stay. */
  | {
      readonly kind: "realisasi";
      readonly berkasId: BerkasId;
      readonly periode: Periode;
      readonly kode: string;
      readonly isian: Isian;
      readonly keterangan: string | null;
      readonly narasi?: Narasi;
      readonly bukti: readonly Bukti[];
      readonly oleh: Pencatat;
      readonly revisi: number;
    }
  /** A number of the office's register of letters is used, by a paper or outside the program. */
  | {
      readonly kind: "nomor";
      readonly register: RegisterNomor;
      readonly tahun: number;
      readonly urut: number;
      /** As it is printed; null where it was used outside. */
      readonly nomor: string | null;
      readonly perihal: string;
      readonly berkasId: BerkasId | null;
      readonly oleh: PegawaiId;
    }
  /** The numbers of a berkas are cancelled; they stay in the register with the reason. */
  | { readonly kind: "batal-nomor"; readonly berkasId: BerkasId; readonly alasan: string }
  /** One entry of the office's event log. */
  | {
      readonly kind: "catat";
      readonly jenis: string;
      readonly berkasId: BerkasId | null;
      readonly oleh: Pencatat;
      readonly data: CatatanData;
    }
  | {
      readonly kind: "siaran";
      readonly siaranId: string;
      readonly oleh: PegawaiId;
      readonly teks: string;
      readonly penerima: readonly { readonly pegawaiId: PegawaiId; readonly akunId: string }[];
      /** Whose accounts are all on channels that bear no messages to many. */
      readonly pribadi: readonly PegawaiId[];
    }
  | { readonly kind: "batal-siaran"; readonly siaranId: string; readonly oleh: PegawaiId }
  /** Links the account that wrote to a pegawai, using an invitation up. */
  | { readonly kind: "hubungkan"; readonly pegawaiId: PegawaiId; readonly undanganId: string }
  /** Unlinks an account, the one that wrote where none is named; what was being asked there ends. */
  | { readonly kind: "putuskan"; readonly pegawaiId: PegawaiId; readonly akunId?: string }
  /** Who works in the office or stands in for whom, and when it works, is so from now on. */
  | {
      readonly kind: "kantor";
      readonly kantor: KantorTercatat;
      readonly calendar: OfficeCalendar;
      readonly perubahanList: readonly Perubahan[];
      /** The whole of it was loaded, as from its file. */
      readonly muat?: true;
    }
  /** Makes this account the one its person is written to. */
  | { readonly kind: "utamakan"; readonly pegawaiId: PegawaiId; readonly akunId: string }
  /**
   * An account takes no messages since then, or takes them again (null). What was written for it until
   * `sampaiMs` has been said otherwise.
   */
  | {
      readonly kind: "jangkauan";
      readonly akunId: string;
      readonly takTerjangkauMs: Instant | null;
      readonly sampaiMs: Instant | null;
    }
  /** A new invitation; the code itself is stored only as a hash. */
  | {
      readonly kind: "undangan";
      readonly pegawaiId: PegawaiId;
      readonly kode: string;
      readonly berlakuSampaiMs: Instant;
      readonly oleh: PegawaiId;
    }
  /** A reminder went out; counted so that nudging stays polite. */
  | {
      readonly kind: "ingatan";
      readonly waitId: WaitId;
      readonly pegawaiId: PegawaiId;
      readonly jenis: "pengingat" | "eskalasi" | "colek";
    }
  /** What was kept is destroyed: the content of papers, invitations, and then the files with these hashes. */
  | {
      readonly kind: "musnahkan";
      readonly naskahIdList: readonly NaskahId[];
      readonly undanganIdList: readonly string[];
      readonly hashList: readonly string[];
    }
  /** Somebody left for good: their accounts, sessions, invitations, messages and traces go. */
  | { readonly kind: "lupakan"; readonly pegawaiId: PegawaiId }
  /** Somebody of the office is told of dead letters; each is named once. */
  | { readonly kind: "surat-disebut"; readonly idList: readonly string[] };

/** How many entries these effects add to the office's log. */
export const countEntries = (effects: readonly { readonly kind: string }[]): number =>
  effects.filter(({ kind }) => kind === "catat").length;
