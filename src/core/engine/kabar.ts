import type { Jawab } from "../formulir/nilai.ts";
import type { Halangan } from "../kantor/halangan.ts";
import type { PegawaiId, Pemantau } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { JenisLangkah } from "../sop/langkah.ts";
import type { Durasi } from "../waktu/durasi.ts";
import type { Arrival, BerkasId, Jawaban, NaskahId, Pembukaan, Ralat, Wait } from "./state.ts";

/** Somebody is asked for something: which of these it is follows from what their wait is for. */
export type KabarTugas =
  /** A desk, a unit's figures, or the collection to be watched over. */
  | { readonly jenis: "tugas"; readonly wait: Wait; readonly arrival: Arrival }
  /** The report to be read, in the version it had when it was passed on. */
  | {
      readonly jenis: "edaran-laporan";
      readonly wait: Wait;
      readonly sebutan: string | null;
      readonly naskahId: NaskahId | null;
    }
  /** A paper of a form to be read or answered, with what was filled in there. */
  | {
      readonly jenis: "edaran-naskah";
      readonly wait: Wait;
      readonly naskahId: NaskahId | null;
      readonly isi: readonly Jawab[];
    };

/** Figures, or with none of them a whole task, that somebody else answers for now. */
export interface Peralihan {
  /** What the two are called; whoever left is no more in the office. */
  readonly dari: string;
  readonly ke: string;
  readonly kodeList: readonly string[];
}

/** What somebody is to learn of a berkas: what happened and its data, in no language. Plain JSON. */
export type Kabar =
  | KabarTugas
  | { readonly jenis: "tugas-beralih"; readonly tugas: KabarTugas; readonly peralihan: Peralihan }
  | { readonly jenis: "indikator-beralih"; readonly peralihanList: readonly Peralihan[] }
  | { readonly jenis: "tanpa-pemegang"; readonly wait: Wait }
  /** A desk waits for somebody who is away, and nobody stands in. */
  | { readonly jenis: "pemegang-berhalangan"; readonly wait: Wait; readonly halangan: Halangan }
  /** Whoever stands in may not answer this desk; it waits for whoever holds the post. */
  | { readonly jenis: "khusus-definitif"; readonly wait: Wait }
  | { readonly jenis: "pengumpulan-ditutup"; readonly oleh: PegawaiId; readonly alasan: string }
  | { readonly jenis: "tenggat-berubah"; readonly wait: Wait }
  | { readonly jenis: "arsip-siap"; readonly naskahId: NaskahId }
  /** Whoever watches over the office asks after what is late; the first of it has waited longest. */
  | {
      readonly jenis: "diingatkan";
      readonly dari: Pemantau;
      readonly terlambat: readonly Wait[];
      /** What of it waits for the reader themselves. */
      readonly milik: Wait | null;
    }
  | { readonly jenis: "berkas-selesai" }
  /** The same for whoever keeps the digest of the log outside the office. */
  | { readonly jenis: "catatan-disimpan" }
  | { readonly jenis: "pembukaan-disetujui" }
  /** How an opening ended, and what it has corrected. */
  | {
      readonly jenis: "pembukaan-usai";
      readonly pembukaan: Pembukaan;
      readonly ralatList: readonly Ralat[];
    }
  | {
      readonly jenis: "surat-ralat";
      readonly naskahId: NaskahId;
      readonly untuk: "inspektorat" | "pemohon";
    }
  | { readonly jenis: "ralat-bagian"; readonly ralatList: readonly Ralat[] }
  | { readonly jenis: "berkas-dibatalkan"; readonly jawaban: Jawaban };

/** One thing that is owed and due; `eskalasi` when somebody else owes it. */
export interface TugasDiingatkan {
  readonly berkasId: string;
  readonly periode: Periode;
  /** The words of the sheet. */
  readonly uraian: string;
  readonly bakuMutu: Durasi | null;
  readonly wait: Wait;
  /** How many figures a unit has not filled in; null where none are asked for. */
  readonly kurang: number | null;
  readonly eskalasi: boolean;
  /** Working minutes for which its mutu baku stood still because the program was down. */
  readonly jedaMenit: number;
  /** Whether the reader may put it off once more. */
  readonly dapatDitunda: boolean;
}

/** Everything one person is reminded of at a time. */
export interface KabarPengingat {
  readonly jenis: "pengingat";
  readonly tugasList: readonly TugasDiingatkan[];
  /** The berkas whose board is looked at beside it: in a recap of what others owe, never in a daily one. */
  readonly papan?: { readonly berkasId: BerkasId; readonly periode: Periode };
  /** Messages that reached nobody, for somebody of the office to say. */
  readonly suratIdList: readonly string[];
}

/** What became of a wait, where its answer alone does not tell. */
export type Akhir =
  | { readonly jenis: "meja"; readonly langkah: JenisLangkah }
  | { readonly jenis: "beralih"; readonly ke: readonly string[] }
  | {
      readonly jenis:
        | "terkirim"
        | "ditarik"
        | "semua-terkirim"
        | "pengumpulan-ditutup"
        | "ditanggapi"
        | "digantikan"
        | "langkah-berikutnya"
        | "pembukaan"
        | "berkas-dibatalkan";
    };
