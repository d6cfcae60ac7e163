import { lembarPengesahan } from "../dokumen/lembar-pengesahan.ts";
import type { Dokumen } from "../dokumen/model.ts";
import { periodeOf, waktuOf } from "../pesan/sebutan.ts";
import { forwardExit } from "../sop/langkah.ts";
import { type BahanNaskah, kepalaPenanda, pelakuPenanda, suratDari } from "./bahan.ts";

/** The sheet that goes with a signed report: who agreed to which version, and when. */
export function lembarPengesahanDari(bahan: BahanNaskah): Dokumen {
  const { turn, langkah, oleh } = bahan;
  const { draf, waitList } = turn.state;
  const tombol = langkah.jenis === "formulir" ? langkah.tahap.at(-1)?.tombol : undefined;
  const { nama, jabatan } = pelakuPenanda(bahan);
  const compiled = waitList.some(
    ({ jawaban, langkahNo }) => jawaban?.oleh === oleh && langkahNo === drafted(bahan),
  );
  return lembarPengesahan({
    ...suratDari(bahan, kepalaPenanda(bahan)),
    naskah: "Laporan Kinerja",
    periode: periodeOf(turn),
    versi: draf?.sebutan ?? langkah.versi ?? "Final",
    persetujuan: {
      nama,
      jabatan,
      waktu: waktuOf(turn, turn.context.nowMs),
      melalui: `pilihan ${tombol?.replace(/^[^\p{L}]+/u, "") ?? forwardExit(langkah).pilihan}, langkah ${langkah.no}`,
      rangkapJabatan: compiled,
    },
  });
}

/** The langkah the last version was drawn up at. */
function drafted({ turn }: BahanNaskah): string | undefined {
  const { draf, naskahList } = turn.state;
  return naskahList.find(({ id }) => id === draf?.naskahId)?.langkahNo;
}
