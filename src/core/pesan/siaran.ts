import { siaranText } from "../../generated/teks.ts";
import { fill, type Ucapan } from "./teks.ts";

/** What the receivers of a broadcast read. */
export const siaranPesan = (teks: string): Ucapan => ({ teks: fill(siaranText.pesan, { teks }) });
