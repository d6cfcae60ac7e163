import type { Kantor } from "../../core/kantor/schema.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import { judulKartu, kartuUndangan } from "../../core/pesan/kartu-undangan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { fileName } from "../papers/file-name.ts";
import type { Channel, OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { UndanganBaru } from "./create-undangan.ts";

/** Makes an address that shows a code to the bot; null where no channel has one. */
export type TautanUndangan = (kode: string) => string | null;

/** The first address that any of these channels has for a code. */
export function tautanOf(
  channels: Iterable<Pick<Channel, "tautanUndangan">>,
  kode: string,
): string | null {
  for (const channel of channels) {
    const tautan = channel.tautanUndangan?.(kode) ?? null;
    if (tautan !== null) return tautan;
  }
  return null;
}

/** What cards are made of. */
export interface KartuBahan {
  readonly documents: Pick<Documents, "kartuUndanganPdf">;
  readonly kamus: Kamus;
  readonly kantor: Kantor;
  readonly tautan: TautanUndangan;
  readonly dibuatMs: Instant;
}

/** Fresh invitations as a file to be printed: a card for each, in the order of the office. */
export async function kartuFile(
  { documents, tautan, dibuatMs, ...office }: KartuBahan,
  undanganList: readonly UndanganBaru[],
): Promise<OutgoingFile> {
  const kartuList = undanganList.map((one) =>
    kartuUndangan(office, { ...one, tautan: tautan(one.kode) }),
  );
  const judul = judulKartu(office);
  return {
    nama: fileName(["Kartu Undangan", office.kantor.nama], "pdf"),
    mime: "application/pdf",
    data: await documents.kartuUndanganPdf({ judul, dibuatMs, kartuList }),
  };
}
