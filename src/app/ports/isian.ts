import type { LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";
import type { PutusanBaris } from "../../core/conversation/tanya/form/isian/table-check.ts";
import type { LembarIsian } from "../../core/conversation/tanya/form/isian/table-view.ts";
import type { Bahasa } from "../../core/kantor/schema.ts";
import type { TandaFormat } from "../../core/kinerja/format/index.ts";
import type { OutgoingFile } from "./channel.ts";

/** Everything one person is asked for in figures now, nearest deadline first. */
export interface MejaIsian {
  readonly bahasa: Bahasa;
  readonly nama: string;
  readonly kantor: string;
  readonly lembarList: readonly LembarIsian[];
}

/** Rows to be looked at; nothing is taken. */
export type Diperiksa = Pick<LembarMasuk, "tanda" | "barisList">;

/** Figures to be taken. `id` names what is sent in, so that a second try changes nothing. */
export interface Dikirim extends LembarMasuk {
  readonly id: string;
}

/** A file that proves a figure. */
export interface Dilampirkan {
  readonly id: string;
  readonly tanda: TandaFormat;
  readonly kode: string;
}

/** What became of what was sent in: where the person stands now, and whether it is decided already. */
export interface Diterima extends MejaIsian {
  /** False while the process that works on the office has not come to it. */
  readonly diputuskan: boolean;
}

/**
 * The page on which figures are filled in side by side. Each act is one of a person's chat; null where nobody
 * known to an office has it.
 */
export interface Isian {
  meja(chat: string): Promise<MejaIsian | null>;
  periksa(chat: string, diperiksa: Diperiksa): Promise<readonly PutusanBaris[] | null>;
  kirim(chat: string, dikirim: Dikirim): Promise<Diterima | null>;
  lampirkan(
    chat: string,
    dilampirkan: Dilampirkan,
    file: OutgoingFile,
  ): Promise<Diterima | { readonly ditolak: string } | null>;
}
