import { bacaBuku } from "../../core/berkas-kantor/buku/baca.ts";
import type { MasalahSel } from "../../core/berkas-kantor/buku/model.ts";
import { bukuSebagian } from "../../core/berkas-kantor/buku/sebagian.ts";
import { type IsiBuku, tulisBuku } from "../../core/berkas-kantor/buku/tulis.ts";
import { dikenalDari } from "../../core/berkas-kantor/impor/dikenal.ts";
import { type Usulan, usulkan } from "../../core/berkas-kantor/impor/impor.ts";
import type { BerkasDitolak } from "../../core/conversation/incoming/isi-berkas.ts";
import { XLSX_MIME } from "../papers/build-rekap.ts";
import type { Documents } from "../ports/documents.ts";

/** A file by its name. */
interface Berkas {
  readonly nama: string;
  readonly data: Uint8Array;
}

/** What a document comes to; or why it is not read. */
export type RencanaDibaca =
  | { readonly kind: "usulan"; readonly usulan: Usulan }
  | { readonly kind: "ditolak"; readonly sebab: BerkasDitolak["sebab"] };

/** Reads an office's own document beside what the office has already; null for one that begins. */
export async function readRencana(
  documents: Pick<Documents, "bacaRencana">,
  { nama, data }: Berkas,
  { isi, tahun }: { readonly isi: IsiBuku | null; readonly tahun: number | null },
): Promise<RencanaDibaca> {
  const read = await documents.bacaRencana(data, nama);
  if (read.jenis === "ditolak") return { kind: "ditolak", sebab: read.sebab };
  const dikenal = dikenalDari(isi ?? { pegawai: [], indikator: [] });
  return { kind: "usulan", usulan: usulkan(read.tabelList, { tahun, dikenal }) };
}

/** The workbook of an office with the rows that are proposed below its own, as bytes of an .xlsx file. */
export const workbookWith = (
  documents: Pick<Documents, "bukuKantorXlsx">,
  isi: IsiBuku | null,
  { sopIdList, usulan }: { readonly sopIdList: readonly string[]; readonly usulan: Usulan },
): Promise<Uint8Array> =>
  documents.bukuKantorXlsx(tulisBuku(isi, sopIdList, { usulList: usulan.barisList }));

/** A workbook that is not whole yet; or everything of it that would be lost if it were written again. */
export type BukuTerisi =
  | { readonly kind: "isi"; readonly isi: IsiBuku }
  | { readonly kind: "ditolak"; readonly masalahList: readonly MasalahSel[] };

/** Reads a workbook to be gone on with. */
export async function readPartial(
  documents: Pick<Documents, "bacaBerkas">,
  { nama, data }: Berkas,
): Promise<BukuTerisi> {
  const read = await documents.bacaBerkas(data, "buku.xlsx", XLSX_MIME);
  if (read?.jenis !== "buku") {
    const pesan = "bukan buku kerja kantor; pilih nama berkas lain";
    return { kind: "ditolak", masalahList: [{ sel: nama, pesan }] };
  }
  return bukuSebagian(bacaBuku(read.lembarList), read.lembarList);
}
