import { riwayatText } from "../../generated/teks.ts";
import { JenisNaskah, sebutanNaskah } from "../dokumen/jenis.ts";
import type { CatatanData } from "../engine/effect.ts";
import { labelPeriode, Periode } from "../kinerja/periode.ts";
import { fillAny } from "./teks.ts";
import { inPlainWords, type Pembaca } from "./ucap.ts";

/** What one entry of the event log says, in a sentence; an unknown kind is named as it is. */
export function catatanText(pembaca: Pembaca, jenis: string, data: CatatanData): string {
  if (!isKnown(jenis)) return jenis.replaceAll("-", " ");
  const words = Object.entries(data).map(([nama, value]) => [nama, wordOf(pembaca, nama, value)]);
  const putaran = typeof data["putaran"] === "number" ? data["putaran"] : 1;
  const isi = { ...tanpaIsi, ...Object.fromEntries(words), putaran };
  // what was left empty leaves no colon behind
  return inPlainWords(pembaca, fillAny(riwayatText[jenis], isi)).replace(/[:\s]+$/, "");
}

const isKnown = (jenis: string): jenis is keyof typeof riwayatText =>
  Object.hasOwn(riwayatText, jenis);

/** An entry may lack what others of its kind have. */
const tanpaIsi: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "untuk periode langkah alasan menuju kode nilai versi pilihan dari ke sebab sebutan nomor " +
    "register naskah tersimpan"
  )
    .split(" ")
    .map((nama) => [nama, ""]),
);

function wordOf({ kata }: Pembaca, nama: string, value: CatatanData[string]): string {
  if (value === null) return "";
  const word = typeof value === "object" ? value.join(", ") : String(value);
  const jenis = nama === "naskah" ? JenisNaskah.safeParse(word) : null;
  if (jenis?.success === true) return sebutanNaskah(jenis.data);
  const periode = Periode.safeParse(value);
  return periode.success ? labelPeriode(periode.data, kata.istilahTriwulan) : word;
}
