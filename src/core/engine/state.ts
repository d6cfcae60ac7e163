import type { JenisNaskah } from "../dokumen/jenis.ts";
import type { Bukti, IsiFormulir } from "../formulir/nilai.ts";
import type { Pejabat } from "../kantor/pejabat.ts";
import type { KantorId, PegawaiId, Pencatat, Peran } from "../kantor/schema.ts";
import type { Indikator, Isian } from "../kinerja/indikator.ts";
import type { Narasi } from "../kinerja/narasi.ts";
import type { Periode } from "../kinerja/periode.ts";

import type { LangkahNo, SopId } from "../sop/reference.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Pada } from "../waktu/pada.ts";
import type { Jeda } from "../waktu/tenggat.ts";

/** Identity of a berkas: ten lower-case letters or digits, drawn by the caller that opens it. */
export type BerkasId = string;

/** Identity of a wait: `<berkasId>.<n>`, so a button finds its berkas even after it closed. */
export type WaitId = string;

/**
 * The entry of the office's log that something began with: order is told by it and never by the
 * clock. Absent in what version 0.1 wrote.
 */
export type Seq = number;

/**
 * Why somebody is waited for; `pembukaan` is the head's leave to open a finished berkas again. Receipts
 * (`baca`), answers to an invitation (`hadir`) and the coordinator's desk hold nothing up.
 */
export type WaitMacam = "meja" | "unit" | "koordinator" | "pembukaan" | "baca" | "hadir";

/**
 * Who may answer a wait: whoever holds one of the roles when answering, or one named person. The
 * members of a team that was formed in this berkas stand in for the role `tim`.
 */
export type Pemegang =
  | {
      readonly jenis: "peran";
      readonly peran: readonly Peran[];
      readonly anggota?: readonly PegawaiId[];
      /** Only for those whose own post it is: nobody who stands in may answer. */
      readonly definitif?: true;
    }
  | { readonly jenis: "pegawai"; readonly pegawaiId: PegawaiId };

/** What closed a wait. */
export interface Jawaban {
  readonly oleh: PegawaiId | "sistem";
  readonly pilihan: string;
  readonly atMs: Instant;
  readonly alasan?: string;
  readonly seq?: Seq;
  /** In what capacity; absent where the program answered, and in what earlier versions wrote. */
  readonly pejabat?: Pejabat;
}

/** Somebody put their own reminders of a wait off. */
export interface Tunda {
  readonly oleh: PegawaiId;
  readonly atMs: Instant;
  readonly sampaiMs: Instant;
}

/** The last time a colleague asked somebody after a wait. */
export interface Colek {
  readonly kepada: PegawaiId;
  readonly oleh: PegawaiId;
  readonly atMs: Instant;
}

/** One answer that is owed. Buttons, timers and text codes point at its id and at nothing else. */
export interface Wait {
  readonly id: WaitId;
  readonly langkahNo: LangkahNo;
  readonly macam: WaitMacam;
  readonly pemegang: Pemegang;
  /** Which part of a formulir is waited for, from 0; absent elsewhere. */
  readonly tahap?: number;
  /** Which line of the list that part is asked for each of, from 1; absent elsewhere. */
  readonly butir?: number;
  readonly diterimaMs: Instant;
  readonly diterimaSeq?: Seq;
  /** When the mutu baku runs out; null where the sheet gives no duration. */
  readonly tenggatMs: Instant | null;
  /** The calendar deadline of the period for this langkah; null where none is set. */
  readonly batasMs: Instant | null;
  /** Office calendar the two deadlines were counted with. */
  readonly kalenderVersi: string;
  /** Deadlines before the last change of the calendar; kept, oldest first. */
  readonly tenggatLama: readonly {
    readonly tenggatMs: Instant | null;
    /** The one of the period, where there was one. */
    readonly batasMs?: Instant;
    readonly kalenderVersi: string;
  }[];
  readonly jawaban: Jawaban | null;
  /** Oldest first; absent where nobody did. */
  readonly tundaList?: readonly Tunda[];
  /** One for each person who was asked; absent where nobody was. */
  readonly colekList?: readonly Colek[];
}

/** The current figure of one indikator in this berkas; earlier ones live in the realisasi revisions. */
export interface IsianTercatat {
  readonly isian: Isian;
  readonly keterangan: string | null;
  readonly narasi?: Narasi;
  readonly bukti: readonly Bukti[];
  /** Whoever sent it; a figure that came with an office file is the operator's. */
  readonly oleh: Pencatat;
  readonly atMs: Instant;
  readonly revisi: number;
}

/** One passage through a langkah: when it arrived, when it left, and how. */
export interface Kunjungan {
  readonly langkahNo: LangkahNo;
  readonly putaran: number;
  readonly masukMs: Instant;
  readonly keluarMs: Instant | null;
  readonly masukSeq?: Seq;
  readonly keluarSeq?: Seq;
  readonly tenggatMs: Instant | null;
  readonly hasil: string | null;
  readonly oleh: PegawaiId | "sistem" | null;
  readonly alasan: string | null;
  /** Which version of the report lay on the desk when the berkas came; null before the first. */
  readonly drafVersi: number | null;
}

/** How a berkas came to a desk: a return names its reason and may concern one unit only. */
export interface Arrival {
  readonly alasan: string | null;
  readonly oleh: PegawaiId | "sistem" | null;
  readonly unit: PegawaiId | null;
}

/** Identity of a paper: `<berkasId>-n<number>`, counted within its berkas. */
export type NaskahId = string;

/** A paper of a berkas, without its content: what `/dokumen` lists and other papers refer to. */
export interface Naskah extends Pada {
  readonly id: NaskahId;
  readonly jenis: JenisNaskah;
  /** What it is called: "SK Tim", "Draf Laporan Kinerja Triwulan". */
  readonly nama: string;
  /** Which version a report is: "Draf 2", "Final", "Bertanda tangan"; null for letters and forms. */
  readonly sebutan: string | null;
  /** Counted from 1 within its kind. */
  readonly versi: number;
  readonly langkahNo: LangkahNo;
  readonly oleh: PegawaiId | "sistem";
  /** From the register of letters. */
  readonly nomor: string | null;
  /** The file somebody sent in place of the one we would draw. */
  readonly unggahan: Bukti | null;
  /** What changed against the version before, in words; null for a first version. */
  readonly perubahan: string | null;
  /** What it says, in a word that another paper saying the same has too; absent where nothing was drawn. */
  readonly sidik?: string;
}

/** What a draft said, and when it was made. */
export interface IsiDraf {
  readonly versi: number;
  readonly padaMs: Instant;
  /** What the office calls this version: "Draf 2", "Final". */
  readonly sebutan: string;
  readonly isianByKode: Readonly<Record<string, Isian>>;
  /** The paper of this version. */
  readonly naskahId: NaskahId;
  /** Of a roll-up: figures of its parts that were corrected since the version before; absent without any. */
  readonly ralatList?: readonly Ralat[];
}

/** The newest draft and what changed against the one before. */
export interface Draf extends IsiDraf {
  /** Earlier drafts, oldest first: each reader is told what changed since the one they saw last. */
  readonly sebelumnya: readonly IsiDraf[];
  readonly perubahan: readonly {
    readonly kode: string;
    readonly lama: Isian | null;
    readonly baru: Isian | null;
  }[];
  /** The money of the year was given after this text was edited: the edited text does not tell it. */
  readonly tanpaAnggaran?: true;
}

/** A figure that is not what it was. */
export interface Ralat {
  readonly periode: Periode;
  readonly kode: string;
  readonly lama: Isian | null;
  readonly baru: Isian | null;
}

/** How an opening ended: the head agreed to the correction, or what stood before stands on. */
export type HasilPembukaan = "disahkan" | "ditolak" | "waktu-habis" | "dihentikan";

/** One time a finished berkas was opened again: asked for, agreed to by the head, and over. */
export interface Pembukaan {
  readonly oleh: PegawaiId;
  readonly alasan: string;
  /** Figures that may be corrected; none in a roll-up, whose figures are those of its parts. */
  readonly kodeList: readonly string[];
  readonly hariKerja: number;
  /** Until when: counted from the request, and anew from the head's tap. */
  readonly batasMs: Instant;
  readonly mulaiMs: Instant;
  readonly mulaiSeq: Seq;
  /** What stands unless a correction is agreed to. */
  readonly semula: {
    readonly langkahNo: LangkahNo;
    readonly selesaiMs: Instant | null;
    readonly selesaiSeq?: Seq;
    readonly drafVersi: number | null;
    readonly isianByKode: Readonly<Record<string, IsianTercatat>>;
  };
  /** The head's tap; null until then. */
  readonly disetujui: { readonly oleh: PegawaiId; readonly atMs: Instant } | null;
  /** How it ended; null while it lasts. */
  readonly usai: {
    readonly hasil: HasilPembukaan;
    readonly oleh: PegawaiId | "sistem";
    readonly atMs: Instant;
    readonly seq: Seq;
    readonly alasan: string | null;
  } | null;
}

/** Where one running SOP stands. Plain JSON: saved and reloaded between any two events. */
export interface BerkasState {
  readonly skema: 1;
  readonly id: BerkasId;
  readonly kantorId: KantorId;
  readonly sopId: SopId;
  /** Content hash of the sheet this berkas runs by; editing the file changes nothing here. */
  readonly sopHash: string;
  readonly periode: Periode;
  readonly status: "berjalan" | "selesai" | "dibatalkan";
  readonly langkahNo: LangkahNo;
  readonly dibukaMs: Instant;
  readonly selesaiMs: Instant | null;
  readonly dibukaSeq?: Seq;
  readonly selesaiSeq?: Seq;
  /** Indikator with names, targets and method as they were when the period opened. */
  readonly indikatorList: readonly Indikator[];
  readonly isianByKode: Readonly<Record<string, IsianTercatat>>;
  readonly draf: Draf | null;
  /** What was filled into the forms of each langkah. */
  readonly formulirByLangkah: Readonly<Record<LangkahNo, IsiFormulir>>;
  /** Every paper of this berkas, oldest first. */
  readonly naskahList: readonly Naskah[];
  readonly waitList: readonly Wait[];
  readonly waitSeq: number;
  readonly kunjunganList: readonly Kunjungan[];
  /** When the program was down in office hours, oldest first; absent where it never was. */
  readonly jedaList?: readonly Jeda[];
  /** When whoever watches over the office last asked after it; absent where nobody has. */
  readonly diingatkanMs?: Instant;
  /** Every time it was opened again, oldest first. */
  readonly pembukaanList: readonly Pembukaan[];
  /** Figures of its parts that were corrected after this report was finished with the old ones. */
  readonly ralatList: readonly Ralat[];
}
