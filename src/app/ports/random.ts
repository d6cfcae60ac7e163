/** Chance, from outside: ids and invitation codes. */
export interface Random {
  /** Ten lower-case letters and digits, no two alike in practice. */
  id(): string;
  /** An invitation code people can type: upper case, no look-alikes, at least 50 bits. */
  kodeUndangan(): string;
  /** SHA-256 in hex. */
  hash(text: string): string;
}
