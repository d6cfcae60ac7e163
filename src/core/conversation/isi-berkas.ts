import type { FormatMasuk } from "../kinerja/format.ts";

/** The text of a Word file that was sent in, and the mark of the document it is a version of. */
export interface NaskahMasuk {
  readonly jenis: "naskah";
  /** Null for a Word file that is none of ours. */
  readonly tanda: string | null;
  /** Paragraphs in reading order, those of table cells too; without the empty ones. */
  readonly alineaList: readonly string[];
  /** The text of the document it is a version of, read from our own copy; null where there is none. */
  readonly dasar: readonly string[] | null;
}

/** Why the content of a file was not read. */
export interface BerkasDitolak {
  readonly jenis: "ditolak";
  readonly sebab:
    | "rusak"
    | "terkunci"
    | "terlalu-besar"
    | "makro"
    | "bukan-docx"
    | "bukan-xlsx"
    /** A workbook in good order that is no sheet of figures of ours. */
    | "bukan-format"
    /** A workbook with several sheets of figures: it is not clear which one holds. */
    | "format-ganda";
}

/** What was found in a Word or Excel file. */
export type IsiBerkas = FormatMasuk | NaskahMasuk | BerkasDitolak;
