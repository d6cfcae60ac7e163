/** Something about an office file: a `galat` keeps it from being loaded, a `peringatan` does not. */
export interface TemuanKantor {
  readonly tingkat: "galat" | "peringatan";
  /** Keys and positions that lead to it in the file. */
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}
