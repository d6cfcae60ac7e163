import type { LembarMasuk } from "../../berkas-kantor/buku/model.ts";
import type { TabelDokumen } from "../../berkas-kantor/impor/dokumen.ts";
import type { LiburMasuk } from "../../berkas-kantor/lembar-libur.ts";
import type { FormatMasuk, TabelMasuk } from "../../kinerja/format/index.ts";

/** The text of a Word file that was sent in, and the mark of the document it is a version of. */
export interface NaskahMasuk {
  readonly jenis: "naskah";
  /** Null for a Word file that is none of ours. */
  readonly tanda: string | null;
  /** Paragraphs in reading order, those of table cells, notes, headers and footers too; none empty. */
  readonly alineaList: readonly string[];
  /** What its writers left open: changes nobody accepted, comments nobody removed. */
  readonly terbuka: { readonly perubahan: number; readonly komentar: number };
  /** The text of the document it is a version of, read from our own copy; null where there is none. */
  readonly dasar: readonly string[] | null;
  /** Its tables, where it is none of ours and has one of indikator. */
  readonly tabelList?: readonly TabelDokumen[];
}

/** The tables of an office's own document, at least one of them of indikator; not yet believed. */
export interface RencanaMasuk {
  readonly jenis: "rencana";
  readonly tabelList: readonly TabelDokumen[];
}

/** The workbook of an office: the cells of its sheets, not yet believed. */
export interface BukuMasuk {
  readonly jenis: "buku";
  readonly lembarList: readonly LembarMasuk[];
}

/** Why the content of a file was not read. */
export interface BerkasDitolak {
  readonly jenis: "ditolak";
  readonly sebab:
    | "rusak"
    | "terkunci"
    | "terlalu-besar"
    | "makro"
    /** Opening it runs it. */
    | "program"
    /** A text or a table of another kind of file than those that are read. */
    | "bukan-docx"
    | "bukan-xlsx"
    /** Our sheet of figures, saved as such another kind. */
    | "format-bukan-xlsx"
    /** A workbook in good order that is no sheet of figures of ours. */
    | "bukan-format"
    /** A workbook with several sheets of figures: it is not clear which one holds. */
    | "format-ganda";
}

/** What was found in a Word or Excel file. */
export type IsiBerkas =
  | FormatMasuk
  | TabelMasuk
  | LiburMasuk
  | BukuMasuk
  | RencanaMasuk
  | NaskahMasuk
  | BerkasDitolak;
