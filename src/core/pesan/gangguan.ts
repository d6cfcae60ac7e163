import { gangguanText } from "../../generated/teks.ts";
import type { Ucapan } from "./teks.ts";

/** What a person reads when the program itself failed: no silence, no stack. */
export const gangguan = (): Ucapan => ({
  teks: gangguanText.umum,
});

/** What a person reads whose conversation the program cannot go on with. */
export const percakapanHilang = (): Ucapan => ({
  teks: gangguanText.percakapan,
});

/** What stands below an answer that leaves out what the program cannot read. */
export const berkasTakTerbaca = (): Ucapan => ({
  teks: gangguanText.berkas,
});
