import type pdfmake from "pdfmake";
import type { Content } from "pdfmake";

export type { Content, CustomTableLayout, TableCell } from "pdfmake";

/** A whole document as pdfmake takes it. */
export type Definisi = Parameters<typeof pdfmake.createPdf>[0];

/** A piece of text with one look, or with several. */
export type ContentText = Extract<Content, { text: unknown }>;

/** A table. */
export type ContentTable = Extract<Content, { table: unknown }>;
