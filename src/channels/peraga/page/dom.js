export { byId, h } from "./elemen.js";

/** Replaces what is in a container; whoever had the keyboard keeps it, found by `data-kunci`. */
export function fill(container, ...children) {
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  const kunci = focused?.getAttribute("data-kunci") ?? null;
  container.replaceChildren(...children.filter((child) => child !== null && child !== false));
  if (kunci === null) return;
  const again = [...container.querySelectorAll("[data-kunci]")];
  again.find((element) => element.getAttribute("data-kunci") === kunci)?.focus();
}
