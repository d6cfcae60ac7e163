import type { KantorId } from "../../core/kantor/schema.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import type { UjungCatatan } from "../../core/rekap/sidik.ts";
import type { OutgoingFile } from "./channel.ts";

/** A file that is larger than a channel carries: its name and size, without its bytes. */
export interface TooLarge {
  readonly nama: string;
  readonly ukuranByte: number;
}

/** A file that was destroyed by the schedule: its name, which is all that is left. */
export interface Destroyed {
  readonly nama: string;
  readonly dimusnahkan: true;
}

/** What of a message is made when it is about to be sent: the file it names, the digest it promises. */
export interface Attachments {
  /** Throws when the file cannot be made now; the message is then tried again later. */
  load(
    lampiran: Lampiran,
    kantorId: KantorId,
    maxByte: number,
  ): Promise<OutgoingFile | TooLarge | Destroyed>;
  /** This entry of an office's log, and what covers it and all before. Throws when it is not there. */
  ujung(kantorId: KantorId, seq: number): Promise<UjungCatatan>;
}
