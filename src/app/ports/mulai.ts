import type { MasalahSel } from "../../core/berkas-kantor/buku/model.ts";
import type { OutgoingFile } from "./channel.ts";

/** Where the first run stands, as its page shows it. */
export interface KeadaanMulai {
  /** Whether the program plays the demo office, or waits for an office of its own. */
  readonly cara: "peraga" | "kantor";
  readonly kantorList: readonly KantorMulai[];
  /** Whether there is a token. */
  readonly token: boolean;
  /** Whether anything is connected to a messenger, and somebody of an office has an account there. */
  readonly berjalan: boolean;
  readonly sopList: readonly SopMulai[];
}

export interface KantorMulai {
  readonly id: string;
  readonly nama: string;
  readonly pegawai: number;
  readonly indikator: number;
  readonly terhubung: number;
  readonly sopIdList: readonly string[];
}

export interface SopMulai {
  readonly id: string;
  readonly nama: string;
  readonly instansi: string;
  readonly langkah: number;
  /** "tiap triwulan, tiap tahun". */
  readonly siklus: string;
}

/** What an uploaded workbook comes to. */
export interface BukuDiunggah {
  readonly galatList: readonly MasalahSel[];
  readonly peringatanList: readonly MasalahSel[];
  /** What loading it would do; null where it cannot be loaded. */
  readonly pratinjau: PratinjauBuku | null;
}

export interface PratinjauBuku {
  /** Shown again by whoever agrees, so that nothing else is loaded than was seen. */
  readonly kunci: string;
  readonly nama: string;
  readonly baru: boolean;
  /** Whether it would leave everything as it is. */
  readonly tetap: boolean;
  /** What is added, changed and removed, a sentence each. */
  readonly ubahan: readonly string[];
  /** Why it cannot be loaded so. */
  readonly tolakanList: readonly string[];
  readonly pegawaiList: readonly {
    readonly nama: string;
    readonly jabatan: string;
    readonly peran: string;
  }[];
  readonly indikatorList: readonly {
    readonly kode: string;
    readonly nama: string;
    readonly siapa: string;
    readonly target: string;
  }[];
}

/** What became of loading what was seen. */
export type BukuDimuat =
  | { readonly kind: "dimuat"; readonly kantorId: string; readonly nama: string }
  | { readonly kind: "ditolak"; readonly sebab: readonly string[] }
  /** Nothing of this key was uploaded, or something else since. */
  | { readonly kind: "basi" };

/** A sheet rehearsed for the period that is collected next. */
export interface GladiMulai {
  readonly sop: string;
  readonly periode: string;
  /** Why it cannot be played; everything else is empty then. */
  readonly galat: string | null;
  readonly tugasList: readonly {
    readonly langkah: string;
    readonly uraian: string;
    readonly siapa: string;
    readonly diterima: string;
    readonly selesai: string;
    readonly batas: string | null;
  }[];
  readonly hariList: readonly {
    readonly tanggal: string;
    readonly kerja: boolean;
    readonly libur: string | null;
    readonly tugasList: readonly number[];
  }[];
}

/** The office side of the first run: workbook in, office made, period rehearsed, invitations out. */
export interface Mulai {
  keadaan(): Promise<KeadaanMulai>;
  /** The workbook to fill in, these sheets chosen already. */
  templat(sopIdList: readonly string[]): Promise<OutgoingFile>;
  /** Holds a workbook against the rules; loads nothing. */
  unggah(nama: string, data: Uint8Array): Promise<BukuDiunggah>;
  /** Loads the workbook that was uploaded last, if it is the one that was seen. */
  muat(kunci: string): Promise<BukuDimuat>;
  /** The flow chart of a sheet as bytes of a PNG file; null where there is no such sheet. */
  bagan(sopId: string): Promise<Uint8Array | null>;
  /** The next period of an office, one entry a sheet; null where there is no such office. */
  gladi(kantorId: string): Promise<readonly GladiMulai[] | null>;
  /** Fresh invitations of everybody without an account, to be printed; null where there is nobody. */
  kartu(kantorId: string): Promise<OutgoingFile | null>;
}

/** What is known of a bot's token. */
export type TokenDiperiksa =
  | { readonly kind: "dikenal"; readonly nama: string; readonly username: string }
  | { readonly kind: "ditolak" | "tak-terjangkau" | "bukan-token" };
