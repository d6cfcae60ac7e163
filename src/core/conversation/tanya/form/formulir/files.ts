import type { Bukti } from "../../../../formulir/nilai.ts";
import { formulirText } from "../../../../pesan/isian-formulir.ts";
import type { RichText } from "../../../../pesan/pesan.ts";
import { fill } from "../../../../pesan/template.ts";

/** The files of a field with further ones; the same file once. */
export const withFiles = (kept: readonly Bukti[], added: readonly Bukti[]): Bukti[] => [
  ...new Map([...kept, ...added].map((one) => [one.hash, one])).values(),
];

/** What was put into a field, and how many files it has now. */
export function filesText(added: readonly Bukti[], jumlah: number): RichText {
  const [first, second] = added;
  return second === undefined
    ? fill(formulirText.berkasTersimpan, { berkas: first?.nama ?? "", jumlah })
    : fill(formulirText.berkasBanyak, { banyak: added.length, jumlah });
}
