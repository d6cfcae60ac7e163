import { akhirText, umumText } from "../../generated/teks.ts";
import type { Akhir } from "../engine/kabar.ts";
import type { Jawaban } from "../engine/state.ts";
import { sebutanPejabat } from "../kantor/pejabat.ts";
import type { Kantor } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { jabatanDi } from "./sebutan.ts";
import { fill, joined, type Teks } from "./teks.ts";
import { sebutWaktu } from "./waktu.ts";

/** What the keyboard of a wait becomes: who did what, and when. */
export function hasilText(kantor: Kantor, jawaban: Jawaban, akhir: Akhir): Teks {
  const data = dataOf(kantor, jawaban);
  const { waktu } = data;
  switch (akhir.jenis) {
    case "meja":
      return deskText(akhir.langkah, jawaban.pilihan, data);
    case "terkirim":
      return fill(akhirText.terkirim, { waktu });
    case "ditarik":
      return fill(akhirText.ditarik, { waktu });
    case "semua-terkirim":
      return fill(akhirText.semuaTerkirim, { waktu });
    case "pengumpulan-ditutup":
      return fill(akhirText.ditutup, data);
    case "ditanggapi":
      return receiptText(jawaban.pilihan, waktu);
    case "berkas-dibatalkan":
      return batalText(kantor, jawaban);
    case "beralih":
      return successorText(akhir.ke);
    case "pembukaan":
      return openingText(jawaban.pilihan, data);
    case "langkah-berikutnya":
      return akhirText.langkahBerikut;
    case "digantikan":
      return akhirText.digantikan;
  }
}

/** Who cancelled a berkas, and why. */
export const batalText = (kantor: Kantor, jawaban: Jawaban): Teks =>
  fill(akhirText.dibatalkan, dataOf(kantor, jawaban));

const dataOf = (kantor: Kantor, { oleh, pejabat, atMs, alasan = "" }: Jawaban): Data => ({
  jabatan: pejabat === undefined ? jabatanDi(kantor, oleh) : sebutanPejabat(pejabat),
  waktu: sebutWaktu(atMs, kantor.zonaWaktu),
  alasan,
});

type Data = Readonly<Record<"jabatan" | "waktu" | "alasan", Teks>>;

function deskText(jenis: Langkah["jenis"], pilihan: string, data: Data): Teks {
  if (pilihan === "kembalikan") {
    return fill(akhirText.dikembalikan, data);
  }
  if (pilihan === "ulang") return fill(akhirText.dibuka, data);
  return fill(akhirText.maju, { jenis, jabatan: data.jabatan, waktu: data.waktu });
}

/** The head's answer to a request, or that what was asked in an opening is not wanted any more. */
function openingText(pilihan: string, data: Data): Teks {
  switch (pilihan) {
    case "setuju":
      return fill(akhirText.dibukaKembali, data);
    case "kembalikan":
      return fill(akhirText.takDibuka, data);
    default:
      return fill(akhirText.pembukaanUsai, data);
  }
}

const successorText = (ke: readonly string[]): Teks =>
  ke.length === 0
    ? akhirText.takMenunggu
    : fill(akhirText.beralih, { ke: joined(ke, umumText.dan) });

function receiptText(pilihan: string, waktu: Teks): Teks {
  switch (pilihan) {
    case "hadir":
      return fill(akhirText.hadir, { waktu });
    case "berhalangan":
      return fill(akhirText.berhalangan, { waktu });
    default:
      return fill(akhirText.dibaca, { waktu });
  }
}
