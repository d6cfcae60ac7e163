import { h } from "./elemen.js";

/** An input with its label above it. */
export function masukan(tag, judul, props, ...children) {
  const label = h("label", { for: props.id }, judul);
  const input = h(tag, props, ...children);
  return { label, input, element: h("div", {}, label, input) };
}

/** Whoever is typing there is not disturbed. */
export function tulis(input, nilai) {
  if (input.value !== nilai) input.value = nilai;
}

/** Words that may be none. */
export function tulisTeks(element, teks) {
  if (element.textContent !== teks) element.textContent = teks;
  element.hidden = teks === "";
}
