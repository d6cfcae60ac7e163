import type { FileStore } from "../../app/ports/files.ts";
import { type Dokumen, logoDari } from "../../core/dokumen/model.ts";
import type { Logo } from "../../core/kantor/logo.ts";
import { isTerlukis } from "./terlukis.ts";

/** A logo with its bytes. */
export interface LogoTerbaca {
  readonly logo: Logo;
  readonly data: Uint8Array;
}

/** A box a logo is drawn in, in centimetres: both sides at most, its shape kept. */
interface Kotak {
  readonly lebarCm: number;
  readonly tinggiCm: number;
}

/** In a letterhead and on a cover. */
export const kotakLogo = {
  kop: { lebarCm: 2.6, tinggiCm: 2 },
  sampul: { lebarCm: 4, tinggiCm: 3 },
} as const satisfies Readonly<Record<string, Kotak>>;

/** How large a logo is drawn: as much as fits into the box. */
export function ukuranLogo({ lebarPx, tinggiPx }: Logo, kotak: Kotak): Kotak {
  const cmPerPx = Math.min(kotak.lebarCm / lebarPx, kotak.tinggiCm / tinggiPx);
  return { lebarCm: lebarPx * cmPerPx, tinggiCm: tinggiPx * cmPerPx };
}

/**
 * The logo of a document; null where it has none, or its file is gone or cannot be drawn: a letter does
 * without.
 */
export async function bacaLogo(
  dokumen: Dokumen,
  files: Pick<FileStore, "get">,
): Promise<LogoTerbaca | null> {
  const logo = logoDari(dokumen);
  const data = logo === null ? null : await files.get(logo.hash);
  return logo === null || data === null || !isTerlukis(data) ? null : { logo, data };
}
