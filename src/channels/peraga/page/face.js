import { h } from "./dom.js";

/**
 * A round sign for each of these people: two letters and a colour, no two alike.
 * @param {string[]} namaList
 * @returns {(nomor: number) => Element} the sign of the person at that place
 */
export function faces(namaList) {
  const marks = namaList.reduce((taken, nama) => [...taken, markOf(nama, taken)], []);
  return (nomor) => {
    const element = h("span", { class: "wajah", "aria-hidden": "true" }, marks[nomor]);
    element.style.setProperty("--rona", String((172 + nomor * 67) % 360));
    return element;
  };
}

/** "KP" of "Kasi Pelayanan"; where somebody has that already, "Pe", "Pl" and so on. */
function markOf(nama, taken) {
  const [first = "?", second = first] = nama.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const initials = second === first ? first.slice(0, 2) : first[0] + second[0];
  const others = Array.from(second.slice(1), (letter) => second[0] + letter);
  return [initials, ...others].find((mark) => !taken.includes(mark)) ?? initials;
}
