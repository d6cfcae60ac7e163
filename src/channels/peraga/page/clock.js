import { fill, h } from "./dom.js";

const jumps = [
  ["15-menit", "+15 menit"],
  ["1-jam", "+1 jam"],
  ["hari-kerja", "Hari kerja berikutnya"],
  ["tenggat", "Ke tenggat berikutnya"],
];

/** The office clock; while it stands, the buttons push it on. */
export function drawClock(container, { teks, latihan }, busy, push) {
  fill(
    container,
    h(
      "div",
      { class: "jam-kini" },
      h("span", { class: "redup" }, latihan ? "Jam latihan" : "Jam kantor"),
      h("time", { "aria-live": "polite" }, teks),
    ),
    latihan &&
      h(
        "div",
        { class: "jam-tombol", role: "group", "aria-label": "Majukan jam" },
        ...jumps.map(([lompatan, judul]) =>
          h(
            "button",
            {
              type: "button",
              "data-kunci": lompatan,
              // Not `disabled`: that would take the keyboard away from whoever just pressed it.
              "aria-disabled": String(busy),
              onclick: () => push(lompatan),
            },
            judul,
          ),
        ),
      ),
  );
}
