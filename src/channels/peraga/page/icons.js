import { h } from "./dom.js";

/** The signs of the office's messages, drawn here: not every computer has a font for them. */
const drawings = {
  "✅": [
    ["circle", { cx: 12, cy: 12, r: 10, fill: "#0b6b63" }],
    ["path", { d: "M7.5 12.4l3.1 3.1 6-6.4", stroke: "#fff" }],
  ],
  "⚠️": [
    ["path", { d: "M12 3.2L22 20.5H2z", fill: "#f0a202", stroke: "#b36b00" }],
    ["path", { d: "M12 9.5v5M12 17.4v.2", stroke: "#3b2600" }],
  ],
  "↩️": [["path", { d: "M9 5L4 10l5 5M4.5 10H15a5 5 0 0 1 0 10h-3", stroke: "#8a4b00" }]],
  "📄": [
    ["path", { d: "M6 2.5h8.5L19 7v14.5H6z", fill: "#fff", stroke: "#55625f" }],
    ["path", { d: "M14.5 2.5V7H19M9 11.5h7M9 15h7M9 18.5h4", stroke: "#55625f" }],
  ],
  "📋": [
    ["path", { d: "M5 4.5h14v17H5z", fill: "#fff", stroke: "#8a4b00" }],
    ["path", { d: "M9 2.5h6v4H9zM8.5 11h7M8.5 14.5h7M8.5 18h4.5", stroke: "#8a4b00" }],
  ],
  "✍️": [
    ["path", { d: "M4 20l1.2-4.8L16 4.4l3.6 3.6L8.8 18.8zM13.6 6.8l3.6 3.6", stroke: "#0b6b63" }],
  ],
  "📎": [
    [
      "path",
      {
        d: "M19.5 11.5l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7-7",
      },
    ],
  ],
  "⏰": [
    ["circle", { cx: 12, cy: 13, r: 8, fill: "#fff", stroke: "#b3261e" }],
    ["path", { d: "M12 8.5V13l3 2M4 5.5L7 3M20 5.5L17 3", stroke: "#b3261e" }],
  ],
  "☰": [["path", { d: "M4 7h16M4 12h16M4 17h16" }]],
  "➤": [["path", { d: "M4 4.5l17 7.5-17 7.5 3-7.5zM7 12h8" }]],
};

const SIGNS = new RegExp(`(${Object.keys(drawings).join("|")})`, "u");

/** A text with our signs drawn; what is copied or read aloud is the text as it was. */
export const drawn = (text) =>
  text.split(SIGNS).flatMap((part) => (part === "" ? [] : [part in drawings ? sign(part) : part]));

/** One sign as a picture. */
export const sign = (name) =>
  h("span", { class: "lambang" }, picture(name), h("span", { class: "tersembunyi" }, name));

function picture(name) {
  const svg = node("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  svg.append(...drawings[name].map(([shape, look]) => node(shape, look)));
  return svg;
}

function node(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
