import { formatTanggal } from "../waktu/format.ts";
import type { Dokumen } from "./model.ts";
import { kepalaNaskah, type Surat, suratDokumen, tandaTanganSurat } from "./surat.ts";
import { alinea, rincian } from "./susun.ts";

/** A note from one desk of an office to another. */
export interface NotaDinas extends Surat {
  readonly kepada: string;
  readonly dari: string;
  readonly tembusan: string | null;
  readonly sifat: string;
  readonly lampiran: string | null;
  readonly hal: string;
  /** One text for each paragraph. */
  readonly isiList: readonly string[];
}

/** The note with its seven lines, its text and the signature. */
export const notaDinas = (nota: NotaDinas): Dokumen =>
  suratDokumen(nota, "Nota Dinas", [
    ...kepalaNaskah("Nota Dinas", nota.nomor),
    rincian([
      ["Yth.", nota.kepada],
      ["Dari", nota.dari],
      ...(nota.tembusan === null ? [] : [["Tembusan", nota.tembusan] as const]),
      ["Tanggal", nota.tanggal === null ? null : formatTanggal(nota.tanggal)],
      ["Sifat", nota.sifat],
      ["Lampiran", nota.lampiran ?? "-"],
      ["Hal", nota.hal],
    ]),
    ...nota.isiList.map((isi) => alinea(isi)),
    tandaTanganSurat(nota),
  ]);
