/** Words that are the same however they are written fold alike. */
export const lipat = (teks: string): string =>
  teks
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
