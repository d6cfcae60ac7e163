/**
 * Makes an element. Texts become text nodes and nothing else, so nothing of a workbook is ever read as
 * markup.
 * @param {string} tag
 * @param {Record<string, string | boolean | null | ((event: Event) => void)>} props attributes; `on…` are listeners, false and null leave out
 * @param {...(Node | string | null | false)} children
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A table whose cells stand below each other on a narrow screen, each with its title. */
export function table(titles, rows) {
  const head = h("tr", {}, ...titles.map((title) => h("th", { scope: "col" }, title)));
  const body = rows.map((row) =>
    h("tr", {}, ...row.map((cell, at) => h("td", { "data-judul": titles[at] }, cell))),
  );
  return h("table", {}, h("thead", {}, head), h("tbody", {}, ...body));
}
