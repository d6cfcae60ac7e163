import { h } from "./elemen.js";

export { byId, h } from "./elemen.js";

/** A table whose cells stand below each other on a narrow screen, each with its title. */
export function table(titles, rows) {
  const head = h("tr", {}, ...titles.map((title) => h("th", { scope: "col" }, title)));
  const body = rows.map((row) =>
    h("tr", {}, ...row.map((cell, at) => h("td", { "data-judul": titles[at] }, cell))),
  );
  return h("table", {}, h("thead", {}, head), h("tbody", {}, ...body));
}
