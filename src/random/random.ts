import { createHash, randomBytes } from "node:crypto";
import type { Random } from "../app/ports/random.ts";

const HURUF_ID = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Without 0 and O, 1 and I and L: people copy codes from paper. */
const HURUF_KODE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** Eleven letters out of 31 are 54 bits. */
const PANJANG_KODE = 11;

/** Chance from the operating system. */
export const systemRandom: Random = {
  id: () => draw(HURUF_ID, 10),
  kodeUndangan: () => draw(HURUF_KODE, PANJANG_KODE),
  hash: (text) => createHash("sha256").update(text).digest("hex"),
};

function draw(alphabet: string, length: number): string {
  // Bytes beyond the last whole alphabet would make its first letters likelier.
  const bound = 256 - (256 % alphabet.length);
  let drawn = "";
  while (drawn.length < length) {
    const byte = nextByte();
    if (byte < bound) drawn += alphabet.charAt(byte % alphabet.length);
  }
  return drawn;
}

/** Asked of the system in one go: a turn draws a hundred. Each is given out once. */
let drawnBytes = randomBytes(4_096);
let at = 0;

function nextByte(): number {
  if (at === drawnBytes.length) {
    drawnBytes = randomBytes(drawnBytes.length);
    at = 0;
  }
  const byte = drawnBytes.readUInt8(at);
  at += 1;
  return byte;
}
