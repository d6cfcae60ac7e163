// How high messages stand on a phone: the simulator's own page draws them, in a real browser.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { launchChromium } from "../../test/e2e/browser/desk.ts";

export const PHONE = { width: 390, height: 700 };

const page = join(import.meta.dirname, "../../src/channels/peraga/page");
const TYPES = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

/** Measures calls of the Bot API as the messages they show; close it in the end. */
export async function openRuler() {
  const files = new Map();
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://127.0.0.1");
    const [, , kind, id] = pathname.split("/");
    if (pathname === "/") return response.setHeader("content-type", "text/html").end(SHEET);
    if (kind === "file") return response.end(files.get(id));
    const name = pathname.split("/").at(-1);
    const data = await readFile(join(page, name)).catch(() => null);
    if (data === null) response.statusCode = 404;
    response.setHeader("content-type", TYPES[name.split(".").at(-1)] ?? "text/plain").end(data);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  const tab = await browser.newPage({ viewport: PHONE });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => window.heightsOf !== undefined);
  return {
    /** Height of each in pixels, with the gap below it; what is folded away stays folded. */
    heightsOf(calls) {
      const messages = calls.map((call, at) => messageOf(call, at, files));
      return tab.evaluate((list) => window.heightsOf(list), messages);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

const SHEET = `<!doctype html><html lang="id"><meta charset="utf-8">
<link rel="stylesheet" href="/peraga/style.css"><link rel="stylesheet" href="/peraga/phone.css">
<body style="margin:0"><script type="module">
import { createPhone } from "/peraga/phone.js";
window.heightsOf = async (messages) => {
  const owner = { chat: "1", nama: "Pegawai", wajah: document.createElement("span"), perintah: [] };
  const acts = { say() {}, tap() {}, upload() {} };
  const phone = createPhone(owner, acts);
  document.body.replaceChildren(phone.element);
  phone.element.style.height = "${PHONE.height}px";
  phone.setList(messages);
  await Promise.all([...document.images].map((one) => one.decode().catch(() => null)));
  const gap = Number.parseFloat(getComputedStyle(document.querySelector(".percakapan")).rowGap);
  return messages.map(({ id }) =>
    document.querySelector('[data-id="' + id + '"]').getBoundingClientRect().height + gap);
};
</script>`;

/** A call that shows a message, as the simulator's page is told of one. */
function messageOf({ params, files: uploads, atMs }, at, files) {
  const id = String(at);
  const { text = params.caption ?? "", entities = params.caption_entities ?? [] } = params;
  const { rich_message, reply_markup } = params;
  const [upload] = Object.values(uploads);
  if (upload !== undefined) files.set(id, upload.data);
  return {
    id,
    dari: "kantor",
    jenis: "pesan",
    atMs,
    teks: spansOf(text, entities),
    ...(rich_message && { blok: rich_message.blocks.map(blokOf) }),
    pilihan: keysOf(reply_markup),
    file: upload === undefined ? null : fileOf(upload, params),
  };
}

const fileOf = ({ name, data }, { photo }) => ({
  nama: name,
  ukuranByte: data.length,
  ...(photo !== undefined && { gambar: true }),
});

const keysOf = (markup) =>
  (markup?.inline_keyboard ?? []).map((row) =>
    row.map((one) => ({ id: one.callback_data, judul: one.text, peran: PERAN[one.style] })),
  );

const PERAN = { success: "maju", danger: "mundur" };

function spansOf(text, entities) {
  const spans = [];
  let from = 0;
  for (const { type, offset, length } of entities) {
    if (offset > from) spans.push({ teks: text.slice(from, offset) });
    const look = type === "bold" ? { tebal: true } : { miring: true };
    spans.push({ teks: text.slice(offset, offset + length), ...look });
    from = offset + length;
  }
  return from < text.length ? [...spans, { teks: text.slice(from) }] : spans;
}

function blokOf(block) {
  switch (block.type) {
    case "paragraph":
      return { jenis: "alinea", teks: runsOf(block.text) };
    case "heading":
      return { jenis: "judul", teks: runsOf(block.text) };
    case "table": {
      const [head = [], ...rows] = block.cells;
      const kolom = head.map(({ text, align }) => ({
        judul: runsOf(text),
        rata: align === "right" ? "kanan" : "kiri",
      }));
      return {
        jenis: "tabel",
        kolom,
        barisList: rows.map((row) => row.map(({ text }) => runsOf(text))),
      };
    }
    case "list":
      return {
        jenis: "daftar",
        butirList: block.items.map(({ blocks }) => blocks.flatMap(({ text }) => runsOf(text))),
      };
    case "details":
      return { jenis: "rincian", judul: runsOf(block.summary), isi: block.blocks.map(blokOf) };
    default:
      throw new Error(`no such block: ${block.type}`);
  }
}

function runsOf(text, look = {}) {
  if (typeof text === "string") return [{ teks: text, ...look }];
  if (Array.isArray(text)) return text.flatMap((one) => runsOf(one, look));
  if (text.type === "bold") return runsOf(text.text, { ...look, tebal: true });
  if (text.type === "italic") return runsOf(text.text, { ...look, miring: true });
  return runsOf(text.text, look);
}
