import type { Kolom } from "../../core/pesan/blok.ts";
import type { BlokTeks, RichText, Span } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";

/** A text of a rich message, as far as ours go. */
export type RichPart =
  | string
  | readonly RichPart[]
  | { readonly type: "bold" | "italic"; readonly text: RichPart }
  | {
      readonly type: "date_time";
      readonly text: RichPart;
      readonly unix_time: number;
      readonly date_time_format: string;
    };

interface RichCell {
  readonly text: RichPart;
  readonly is_header?: true;
  readonly align: "left" | "right";
  readonly valign: "top";
}

/** A block of a rich message, as far as ours go. */
export type RichBlock =
  | { readonly type: "paragraph"; readonly text: RichPart }
  | { readonly type: "heading"; readonly text: RichPart; readonly size: number }
  | {
      readonly type: "table";
      readonly cells: readonly (readonly RichCell[])[];
      readonly is_striped: true;
      readonly is_compact: true;
    }
  | { readonly type: "list"; readonly items: readonly { readonly blocks: readonly RichBlock[] }[] }
  | { readonly type: "details"; readonly summary: RichPart; readonly blocks: readonly RichBlock[] };

/** What Telegram calls an InputRichMessage. */
export interface RichMessage {
  readonly blocks: readonly RichBlock[];
  readonly skip_entity_detection: true;
}

/** The blocks as a rich message of Bot API 10.2; null where they are more than one may hold. */
export function toRichMessage(blokList: readonly BlokTeks[]): RichMessage | null {
  const size = blokList.map(sizeOf).reduce(sum, NOTHING);
  if (size.letters > LETTERS_MAX || size.blocks > BLOCKS_MAX || size.columns > COLUMNS_MAX)
    return null;
  // A figure such as 1.2 or a number of a letter is no address or phone number.
  return { blocks: blokList.map(blockOf), skip_entity_detection: true };
}

function blockOf(blok: BlokTeks): RichBlock {
  switch (blok.jenis) {
    case "alinea":
      return { type: "paragraph", text: textOf(blok.teks) };
    case "judul":
      return { type: "heading", text: textOf(blok.teks), size: HEADING_SIZE };
    case "tabel":
      return {
        type: "table",
        cells: [
          blok.kolom.map((kolom): RichCell => ({ ...cellOf(kolom, kolom.judul), is_header: true })),
          ...blok.barisList.map((row) =>
            blok.kolom.map((kolom, at) => cellOf(kolom, row[at] ?? [])),
          ),
        ],
        is_striped: true,
        is_compact: true,
      };
    case "daftar":
      return {
        type: "list",
        items: blok.butirList.map((teks) => ({
          blocks: [{ type: "paragraph", text: textOf(teks) }],
        })),
      };
    case "rincian":
      return { type: "details", summary: textOf(blok.judul), blocks: blok.isi.map(blockOf) };
  }
}

const cellOf = ({ rata }: Kolom<RichText>, teks: RichText): RichCell => ({
  text: textOf(teks),
  align: rata === "kanan" ? "right" : "left",
  valign: "top",
});

const textOf = (teks: RichText): RichPart => teks.map(runOf);

function runOf(span: Span): RichPart {
  const { teks, tebal, miring, saat } = span;
  const dated: RichPart =
    saat === undefined
      ? teks
      : // Without a format it reads as the office wrote it, and a tap tells it by the reader's clock.
        {
          type: "date_time",
          text: teks,
          unix_time: Math.floor(saat / 1_000),
          date_time_format: "",
        };
  const slanted: RichPart = miring === true ? { type: "italic", text: dated } : dated;
  return tebal === true ? { type: "bold", text: slanted } : slanted;
}

interface Size {
  /** In UTF-16 units, which is never fewer than Telegram's characters. */
  readonly letters: number;
  readonly blocks: number;
  /** Of the widest table. */
  readonly columns: number;
}

/** Rows and items count too: what Telegram counts as a block is not published to the last detail. */
function sizeOf(blok: BlokTeks): Size {
  switch (blok.jenis) {
    case "alinea":
    case "judul":
      return { letters: lengthOf(blok.teks), blocks: 1, columns: 0 };
    case "tabel": {
      const cellList = [blok.kolom.map(({ judul }) => judul), ...blok.barisList].flat();
      const letters = cellList.map(lengthOf).reduce((a, b) => a + b, 0);
      return { letters, blocks: 1 + blok.barisList.length, columns: blok.kolom.length };
    }
    case "daftar": {
      const letters = blok.butirList.map(lengthOf).reduce((a, b) => a + b, 0);
      return { letters, blocks: 1 + 2 * blok.butirList.length, columns: 0 };
    }
    case "rincian":
      return blok.isi
        .map(sizeOf)
        .reduce(sum, { letters: lengthOf(blok.judul), blocks: 1, columns: 0 });
  }
}

const NOTHING: Size = { letters: 0, blocks: 0, columns: 0 };

const sum = (a: Size, b: Size): Size => ({
  letters: a.letters + b.letters,
  blocks: a.blocks + b.blocks,
  columns: Math.max(a.columns, b.columns),
});

const lengthOf = (teks: RichText): number => plainText(teks).length;

/** Limits the Bot API publishes for a rich message. */
const LETTERS_MAX = 32_768;
const BLOCKS_MAX = 500;
const COLUMNS_MAX = 20;
/** Of six sizes one that stands out from running text and no more. */
const HEADING_SIZE = 4;
