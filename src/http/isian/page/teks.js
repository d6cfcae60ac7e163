/** Everything the page says, in every language; the language of the person is known once they are. */
const semua = await (await fetch("/isian/teks.json")).json();

let bahasa = "id";

export function pakaiBahasa(pilihan) {
  bahasa = pilihan in semua ? pilihan : "id";
  document.documentElement.lang = bahasa;
}

/** A text with its slots filled. */
export const t = (nama, data = {}) =>
  semua[bahasa][nama].replace(/\{(\w+)\}/g, (slot, isi) => String(data[isi] ?? slot));
