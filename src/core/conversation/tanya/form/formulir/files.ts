import { formulirText } from "../../../../../generated/teks.ts";
import type { Bukti } from "../../../../formulir/nilai.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";

/** The files of a field with further ones; the same file once. */
export const withFiles = (kept: readonly Bukti[], added: readonly Bukti[]): Bukti[] => [
  ...new Map([...kept, ...added].map((one) => [one.hash, one])).values(),
];

/** What was put into a field, and how many files it has now. */
export function filesText(added: readonly Bukti[], jumlah: number): Teks {
  const [first, second] = added;
  return second === undefined
    ? fill(formulirText.berkasTersimpan, { berkas: first?.nama ?? "", jumlah })
    : fill(formulirText.berkasBanyak, { banyak: added.length, jumlah });
}

/** What was taken as the signed report; of an electronic signature only that it is there. */
export function pindaianGema([file]: readonly Bukti[]): Teks {
  const berkas = file?.nama ?? "";
  return file?.tandaTangan === undefined
    ? fill(formulirText.pindaianTersimpan, { berkas })
    : fill(formulirText.elektronikTersimpan, { berkas, jumlah: file.tandaTangan });
}
