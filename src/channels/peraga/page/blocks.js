import { h } from "./dom.js";

/**
 * A message laid out: paragraphs, headings, tables, lists, and what opens at a tap.
 * @param {object[]} blokList as the server tells them
 * @param {(teks: object[]) => Node[]} say draws one text
 */
export const blocks = (blokList, say) => blokList.map((blok) => drawers[blok.jenis](blok, say));

const drawers = {
  alinea: ({ teks }, say) => h("p", { class: "teks" }, ...say(teks)),
  judul: ({ teks }, say) => h("h4", { class: "teks" }, ...say(teks)),
  tabel: table,
  daftar: ({ butirList }, say) =>
    h("ul", {}, ...butirList.map((teks) => h("li", {}, ...say(teks)))),
  rincian: ({ judul, isi }, say) =>
    h("details", {}, h("summary", {}, ...say(judul)), ...blocks(isi, say)),
};

function table({ kolom, barisList }, say) {
  const side = (at) => (kolom[at].rata === "kanan" ? { class: "kanan" } : {});
  const head = kolom.map(({ judul }, at) => h("th", { scope: "col", ...side(at) }, ...say(judul)));
  const row = (cells) => h("tr", {}, ...cells.map((teks, at) => h("td", side(at), ...say(teks))));
  return h(
    "div",
    { class: "tabel" },
    h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...barisList.map(row))),
  );
}
