import { createHash } from "node:crypto";
import { type Logo, ukurGambar } from "../../src/core/kantor/logo.ts";
import { gambarPng } from "../../src/documents/gambar/gambar-png.ts";

/** A shield as a PNG of so many pixels. */
export const perisai = (lebar: number, tinggi: number): Uint8Array =>
  gambarPng(
    {
      lebar,
      tinggi,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${lebar}" height="${tinggi}" viewBox="0 0 90 120" preserveAspectRatio="none"><path d="M5 5H85V70Q85 100 45 116Q5 100 5 70Z" fill="#0b5d2a" stroke="#d9a400" stroke-width="6"/><circle cx="45" cy="52" r="20" fill="#d9a400"/></svg>`,
    },
    1,
  );

/** A green page of 120 × 160 pixels as a progressive JPEG. */
export const jpeg: Uint8Array = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wgARCACgAHgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAQL/2gAMAwEAAhADEAAAAZiZAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//8QAFBABAAAAAAAAAAAAAAAAAAAAgP/aAAgBAQABBQIWf//EABQRAQAAAAAAAAAAAAAAAAAAAGD/2gAIAQMBAT8BIf/EABQRAQAAAAAAAAAAAAAAAAAAAGD/2gAIAQIBAT8BIf/EABQQAQAAAAAAAAAAAAAAAAAAAID/2gAIAQEABj8CFn//xAAUEAEAAAAAAAAAAAAAAAAAAACA/9oACAEBAAE/IRZ//9oADAMBAAIAAwAAABD77777777777777777777777777777777777777777777777777777777777777777777777777777777/xAAUEQEAAAAAAAAAAAAAAAAAAABg/9oACAEDAQE/ECH/xAAUEQEAAAAAAAAAAAAAAAAAAABg/9oACAECAQE/ECH/xAAUEAEAAAAAAAAAAAAAAAAAAACA/9oACAEBAAE/EBZ//9k=",
  "base64",
);

/** A picture as an office names it once it is stored. */
export function logoOf(data: Uint8Array, nama = "logo.png"): Logo {
  const gambar = ukurGambar(data);
  if (gambar === null) throw new Error("no picture");
  const hash = createHash("sha256").update(data).digest("hex");
  return { ...gambar, hash, nama, ukuranByte: data.byteLength };
}
