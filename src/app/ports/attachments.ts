import type { KantorId } from "../../core/kantor/schema.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
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

/** Turns the name of a file into the file, when the message that carries it is about to be sent. */
export interface Attachments {
  /** Throws when the file cannot be made now; the message is then tried again later. */
  load(
    lampiran: Lampiran,
    kantorId: KantorId,
    maxByte: number,
  ): Promise<OutgoingFile | TooLarge | Destroyed>;
}
