import type { Bukti } from "../formulir/nilai.ts";

/** One file of an archive: where it lies, what it is, and whether it could be had. */
export interface IsiArsip {
  /** Folder and name within the archive. */
  readonly path: string;
  /** What it is, in words: "SK Tim", "Bukti 1.1 Indeks Kepuasan Masyarakat". */
  readonly apa: string;
  readonly bukti: Bukti;
  /** Which version of a paper; null for everything else. */
  readonly sebutan: string | null;
  /** From the register of letters. */
  readonly nomor: string | null;
  /** Missing, altered or destroyed in the store: named in the manifest, and left out. */
  readonly keadaan: "utuh" | "hilang" | "berubah" | "dimusnahkan";
  /** Where the same bytes lie already; they are packed once. */
  readonly samaDengan: string | null;
}

/** A file as it is gathered, before anybody looked whether it is there. */
export type CalonIsi = Omit<IsiArsip, "keadaan" | "samaDengan">;

/**
 * The files in their order, the same bytes only once: a second one points to the first. What is
 * missing or altered is packed nowhere, so nothing points to it.
 */
export function tanpaGanda(
  calonList: readonly CalonIsi[],
  keadaanOf: (hash: string) => IsiArsip["keadaan"],
): readonly IsiArsip[] {
  const pathByHash = new Map<string, string>();
  return calonList.map((calon) => {
    const { hash } = calon.bukti;
    const keadaan = keadaanOf(hash);
    const samaDengan = pathByHash.get(hash) ?? null;
    if (keadaan === "utuh" && samaDengan === null) pathByHash.set(hash, calon.path);
    return { ...calon, keadaan, samaDengan };
  });
}

/**
 * A place in the archive for a file that people named: the folders are ours, the name is numbered and
 * has no sign that a file system or a program that unpacks could take for something else.
 */
export function pathArsip(folderList: readonly string[], ke: number, nama: string): string {
  const folders = folderList.map((one) => aman(one) || "lain");
  return [...folders, `${String(ke).padStart(2, "0")} ${aman(nama) || "berkas"}`].join("/");
}

const NAMA_TERPANJANG = 100;

/** Letters, digits and a few signs; the ending survives a name that is cut. */
function aman(nama: string): string {
  const bersih = nama
    .normalize("NFC")
    .replace(/[^\p{L}\p{N} .()_-]+/gu, " ")
    .replace(/\.{2,}/g, ".")
    .replace(/\s+/gu, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
  const akhiran = /\.[\p{L}\p{N}]{1,8}$/u.exec(bersih)?.[0] ?? "";
  const pokok = Array.from(bersih.slice(0, bersih.length - akhiran.length));
  return `${pokok.slice(0, NAMA_TERPANJANG).join("").trimEnd()}${akhiran}`;
}
