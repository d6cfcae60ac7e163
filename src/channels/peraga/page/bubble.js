import { blocks } from "./blocks.js";
import { h } from "./dom.js";
import { drawn } from "./icons.js";
import { clockOf } from "./time.js";

/**
 * One message as it looks in the chat.
 * @param {object} pesan as the server tells it
 * @param {{ tap: (token: string) => void, say: (teks: string) => void, perintah: string[] }} acts
 */
export function bubble(pesan, acts) {
  if (pesan.jenis === "ketukan") return tapped(pesan);
  const mine = pesan.dari === "orang";
  return h(
    "li",
    { class: `gelembung ${mine ? "saya" : "kantor"}`, "data-id": pesan.id },
    h(
      "div",
      { class: "isi" },
      pesan.file === null ? null : attachment(pesan),
      ...said(pesan, acts),
      h("span", { class: "waktu" }, clockOf(pesan.atMs), mine ? ticks(pesan) : null),
    ),
    pesan.pilihan.length === 0 ? null : keyboard(pesan, acts),
  );
}

/** Laid out where the office laid it out, else as running text. */
function said({ teks, blok, dari }, acts) {
  const say = (one) => spans(one, dari, acts);
  if (blok !== undefined) return blocks(blok, say);
  return teks.length === 0 ? [] : [h("p", { class: "teks" }, ...say(teks))];
}

const tapped = (pesan) =>
  h(
    "li",
    { class: "gelembung ketukan", "data-id": pesan.id },
    h("span", { class: "isi" }, "menekan ", h("b", {}, ...drawn(textOf(pesan))), " ", ticks(pesan)),
  );

const textOf = (pesan) => pesan.teks.map(({ teks }) => teks).join("");

function ticks({ keadaan }) {
  const stored = keadaan === "diterima";
  return h(
    "span",
    { class: "centang", role: "img", "aria-label": stored ? "diterima kantor" : "sedang dikirim" },
    stored ? "✓✓" : "✓",
  );
}

function attachment({ id, file }) {
  const href = `/peraga/file/${encodeURIComponent(id)}`;
  const link = { href, download: file.nama };
  if (file.gambar === true)
    return h("a", { class: "gambar", ...link }, h("img", { src: href, alt: file.nama }));
  return h(
    "a",
    { class: "lampiran", ...link },
    h("span", { class: "lampiran-ikon", "aria-hidden": "true" }, endingOf(file.nama)),
    h("span", { class: "lampiran-nama" }, file.nama, h("small", {}, sizeOf(file.ukuranByte))),
  );
}

const endingOf = (nama) => (/\.(\w{1,5})$/.exec(nama)?.[1] ?? "file").toUpperCase();

const sizeOf = (byte) =>
  byte < 1_000_000
    ? `${Math.max(1, Math.round(byte / 1_000))} kB`
    : `${(byte / 1_000_000).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;

/** Looks as the office meant them; a command it names can be tapped. */
function spans(teks, dari, acts) {
  return teks.flatMap((span) => {
    const parts = dari === "kantor" ? span.teks.split(/(\/[a-z]+)/) : [span.teks];
    const nodes = parts.flatMap((part) => {
      if (acts.perintah.includes(part.slice(1)) && part.startsWith("/"))
        return [
          h("button", { type: "button", class: "perintah", onclick: () => acts.say(part) }, part),
        ];
      return dari === "kantor" ? drawn(part) : [part];
    });
    if (span.tebal) return [h("b", {}, ...nodes)];
    return span.miring ? [h("i", {}, ...nodes)] : nodes;
  });
}

function keyboard({ id, pilihan }, acts) {
  const button = ({ id: token, judul, peran }) =>
    h(
      "button",
      {
        type: "button",
        ...(peran && { class: peran }),
        "data-kunci": `${id}/${token}`,
        onclick: () => acts.tap(token),
      },
      ...drawn(judul),
    );
  return h(
    "div",
    { class: "tombol" },
    ...pilihan.map((row) => h("div", { class: "tombol-baris" }, ...row.map(button))),
  );
}
