import type { LembarBuku } from "../../core/berkas-kantor/buku/model.ts";
import type {
  BerkasDitolak,
  IsiBerkas,
  RencanaMasuk,
} from "../../core/conversation/incoming/isi-berkas.ts";
import type { LembarGrafik } from "../../core/dokumen/grafik.ts";
import type { LembarKartu } from "../../core/dokumen/kartu.ts";
import type { Dokumen } from "../../core/dokumen/model.ts";
import type { FormatIsian } from "../../core/kinerja/format/index.ts";
import type { Rekap } from "../../core/rekap/index.ts";
import type { RekapKabupaten } from "../../core/rekap/kabupaten.ts";
import type { Chart } from "../../core/sop/chart/model.ts";
import type { Instant } from "../../core/waktu/instant.ts";

/** One file of an archive; its content is asked for when its turn comes, and not held. */
export interface IsiZip {
  /** Folders and name with "/" between them, without "..": whoever unpacks it trusts that. */
  readonly path: string;
  readonly atMs: Instant;
  /** Text shrinks; pictures, PDF and Word files are packed already. */
  readonly padatkan: boolean;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** Makes files from what the core computed, and reads those that people send back. */
export interface Documents {
  /** The workbook of a rekap, as bytes of an .xlsx file. */
  rekapXlsx(rekap: Rekap): Promise<Uint8Array>;
  /** The workbook of all offices of a kabupaten, as bytes of an .xlsx file. */
  rekapKabupatenXlsx(rekap: RekapKabupaten): Promise<Uint8Array>;
  /** A document as bytes of a PDF file. */
  dokumenPdf(dokumen: Dokumen): Promise<Uint8Array>;
  /** Invitations to be cut out and handed over, as bytes of a PDF file. */
  kartuUndanganPdf(lembar: LembarKartu): Promise<Uint8Array>;
  /**
   * A document as bytes of a Word file. `tanda` names it in the properties of the file, where it
   * stays when somebody edits the text and sends it back.
   */
  dokumenDocx(dokumen: Dokumen, tanda?: string): Promise<Uint8Array>;
  /** The sheet of figures of one unit, as bytes of an .xlsx file. */
  formatXlsx(format: FormatIsian): Promise<Uint8Array>;
  /** The workbook an office is set up with, as bytes of an .xlsx file. */
  bukuKantorXlsx(lembarList: readonly LembarBuku[]): Promise<Uint8Array>;
  /** A chart for a chat, as bytes of a PNG file. */
  grafikPng(lembar: LembarGrafik): Promise<Uint8Array>;
  /** The pages of a flow chart below each other, as bytes of a PNG file. */
  baganPng(chart: Chart): Promise<Uint8Array>;
  /**
   * What a Word or Excel file from outside holds, or why it is not read; null for any other file.
   * Never throws because of what the file contains, and never runs any of it.
   */
  bacaBerkas(data: Uint8Array, nama: string, mime: string): Promise<IsiBerkas | null>;
  /** Every table of such a file by its name, whatever it holds; or why it is not read. */
  bacaRencana(data: Uint8Array, nama: string): Promise<RencanaMasuk | BerkasDitolak>;
  /** How many electronic signatures a PDF from outside carries; 0 for any other file. Whether they hold is not checked. */
  tandaTanganPdf(data: Uint8Array): Promise<number>;
  /** A zip file in this order, piece by piece; fails when one of the contents does. */
  zip(isiList: readonly IsiZip[]): AsyncIterable<Uint8Array>;
}
