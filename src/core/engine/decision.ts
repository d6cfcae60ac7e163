import type { BukuNomor } from "../kantor/nomor.ts";
import type { SebabPerubahan } from "../kantor/perubahan.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { RealisasiByKode } from "../kinerja/indikator.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { EngineEffect } from "./effect.ts";
import type { BerkasState } from "./state.ts";

/** Why something asked for was not done; each code has one Indonesian sentence in `pesan/penolakan.ts`. */
export type RefusalCode =
  | SebabPerubahan
  | "bukan-pelaksana"
  | "khusus-definitif"
  | "penugasan-usai"
  | "sedang-diwakili"
  | "sudah-dijawab"
  | "sudah-beralih"
  | "berkas-selesai"
  | "belum-selesai"
  | "sudah-dibuka"
  | "tidak-dapat-dibuka"
  | "lingkup-wajib"
  | "waktu-pembukaan"
  | "tidak-dibuka"
  | "pilihan-tidak-dikenal"
  | "alasan-wajib"
  | "indikator-tidak-dikenal"
  | "bukan-indikator-anda"
  | "pengumpulan-selesai"
  | "isian-belum-lengkap"
  | "penghambat-wajib"
  | "bukti-wajib"
  | "bukti-terlalu-kecil"
  | "bukti-tidak-ada"
  | "tidak-berwenang"
  | "berkas-sudah-ada"
  | "isian-tidak-dikenal"
  | "belum-waktunya"
  | "bukan-pindaian"
  | "formulir-belum-lengkap"
  | "nomor-terpakai"
  | "periode-tidak-dijalankan"
  | "tahun-belum-siap"
  | "kantor-nonaktif"
  | "tanpa-penerus"
  | "tanpa-pemegang"
  | "tidak-terlambat"
  | "hari-ini-diingatkan"
  | "koordinator-tanpa-akun"
  | "target-berjalan"
  | "target-selesai"
  | "tahun-terpakai"
  | "target-tahun-tertutup"
  | "tunda-di-luar-jam"
  | "tunda-habis"
  | "tunda-lewat-batas"
  | "baru-diingatkan";

/** A refusal: one sentence for the person, nothing changed. `data` fills the sentence. */
export interface Refusal {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string>>;
}

/** The state that follows and what must be done about it. */
export interface Accepted<E = EngineEffect> {
  readonly kind: "accepted";
  readonly state: BerkasState;
  readonly effects: readonly E[];
}

export type Decision<E = EngineEffect> = Accepted<E> | Refusal;

/** All the engine may know besides sheet and state: time, order, calendar and who holds which office. */
export interface EngineContext extends BukuNomor {
  /** The newest entry of the office's log; what is decided now follows it. */
  readonly logSeq: number;
  readonly calendar: OfficeCalendar;
  /** Who has a chat account; others are not written to. */
  readonly terhubung: ReadonlySet<PegawaiId>;
  /** Whose chat can open the page where figures are filled in as a table; nobody's where it is absent. */
  readonly bertabel?: ReadonlySet<PegawaiId>;
  /** Figures of the year and the one before, for comparisons and roll-ups. */
  readonly realisasi: RealisasiByKode;
  /** `<sopId>/<periode>` of every complete berkas, for the roll-up to semester and year. */
  readonly periodeSelesai: ReadonlySet<string>;
}

/** Makes a refusal. */
export const refuse = (code: RefusalCode, data: Refusal["data"] = {}): Refusal => ({
  kind: "refused",
  code,
  data,
});
