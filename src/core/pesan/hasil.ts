import type { Akhir } from "../engine/kabar.ts";
import type { Jawaban } from "../engine/state.ts";
import type { Kantor } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { RichText } from "./pesan.ts";
import { jabatanDi } from "./sebutan.ts";
import { fill, plain } from "./template.ts";

/** What the keyboard of a wait becomes: who did what, and when. */
export function hasilText(kantor: Kantor, jawaban: Jawaban, akhir: Akhir): RichText {
  const data = dataOf(kantor, jawaban);
  const { waktu } = data;
  switch (akhir.jenis) {
    case "meja":
      return deskText(akhir.langkah, jawaban.pilihan, data);
    case "terkirim":
      return fill("✅ Terkirim, {{waktu}}", { waktu });
    case "ditarik":
      return fill("↩️ Ditarik kembali, {{waktu}}", { waktu });
    case "semua-terkirim":
      return fill("✅ Semua sudah mengirim, {{waktu}}", { waktu });
    case "pengumpulan-ditutup":
      return fill("Pengumpulan ditutup {{jabatan}}: {{alasan}}", data);
    case "ditanggapi":
      return receiptText(jawaban.pilihan, waktu);
    case "berkas-dibatalkan":
      return batalText(kantor, jawaban);
    case "beralih":
      return akhir.ke.length === 0
        ? plain("Tidak lagi menunggu Bapak/Ibu.")
        : fill("Sudah beralih ke {{ke}}.", { ke: akhir.ke.join(" dan ") });
    case "langkah-berikutnya":
      return plain("Sudah beralih ke langkah berikutnya.");
    case "digantikan":
      return plain("Sudah digantikan yang lebih baru.");
  }
}

/** Who cancelled a berkas, and why. */
export const batalText = (kantor: Kantor, jawaban: Jawaban): RichText =>
  fill("Berkas dibatalkan {{jabatan}}: {{alasan}}", dataOf(kantor, jawaban));

const dataOf = (kantor: Kantor, { oleh, atMs, alasan = "" }: Jawaban): Data => ({
  jabatan: jabatanDi(kantor, oleh),
  waktu: formatWaktu(atMs, kantor.zonaWaktu),
  alasan,
});

type Data = Readonly<Record<"jabatan" | "waktu" | "alasan", string>>;

function deskText(jenis: Langkah["jenis"], pilihan: string, data: Data): RichText {
  if (pilihan === "kembalikan") {
    return fill("↩️ Dikembalikan {{jabatan}}, {{waktu}}: {{alasan}}", data);
  }
  if (pilihan === "ulang") return fill("Dibuka kembali {{jabatan}}, {{waktu}}", data);
  return fill(`✅ ${outcomeOf[jenis]} {{jabatan}}, {{waktu}}`, data);
}

/** What going forward means at a desk of this kind. */
const outcomeOf: Readonly<Record<Langkah["jenis"], string>> = {
  keputusan: "Disetujui",
  sosialisasi: "Disetujui",
  formulir: "Selesai oleh",
  realisasi: "Diteruskan",
  kompilasi: "Diteruskan",
  penyusunan: "Diteruskan",
};

function receiptText(pilihan: string, waktu: string): RichText {
  switch (pilihan) {
    case "hadir":
      return fill("✅ Akan hadir, {{waktu}}", { waktu });
    case "berhalangan":
      return fill("Berhalangan hadir, {{waktu}}", { waktu });
    default:
      return fill("✅ Sudah dibaca, {{waktu}}", { waktu });
  }
}
