import { h } from "./dom.js";

/** The sheets to choose from, each with its flow chart. */
export function drawSheets(sopList, chosen, choose) {
  const items = sopList.map((sop) =>
    item(sop, chosen.includes(sop.id), (on) => {
      const rest = chosen.filter((id) => id !== sop.id);
      choose(on ? [...rest, sop.id] : rest);
    }),
  );
  return h(
    "div",
    {},
    h(
      "p",
      {},
      "SOP mana yang dijalankan kantor? Boleh lebih dari satu. Bila ragu, lihat bagannya.",
    ),
    h("ul", { class: "sop" }, ...items),
  );
}

function item({ id, nama, instansi, langkah, siklus }, on, choose) {
  const box = h("input", {
    type: "checkbox",
    id: `sop-${id}`,
    checked: on,
    onchange: (event) => choose(event.target.checked),
  });
  const bagan = h("details", {}, h("summary", {}, "Lihat bagan"));
  bagan.addEventListener("toggle", () => {
    if (!bagan.open || bagan.querySelector("img") !== null) return;
    const src = `/mulai/bagan/${encodeURIComponent(id)}`;
    bagan.append(
      h(
        "a",
        { href: src, target: "_blank", rel: "noopener", class: "bagan" },
        h("img", { src, alt: `Bagan alir SOP ${nama}` }),
      ),
    );
  });
  return h(
    "li",
    {},
    box,
    h(
      "div",
      {},
      h("label", { for: `sop-${id}` }, nama),
      h("p", { class: "redup" }, `${instansi} · ${langkah} langkah, ${siklus} · kode ${id}`),
      bagan,
    ),
  );
}
