import { bubble } from "./bubble.js";
import { composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { betweenPresses } from "./press.js";
import { dayOf } from "./time.js";

/**
 * One phone: a chat, its keyboard and its line to write in.
 * @param {{ chat: string, nama: string, wajah: Element, perintah: { nama: string, keterangan: string }[] }} owner
 * @param {{ say: Function, tap: Function, upload: Function }} acts
 */
export function createPhone({ chat, nama, wajah, perintah }, acts) {
  const list = h("ol", { class: "percakapan", role: "log", "aria-label": `Percakapan ${nama}` });
  const scroll = h(
    "div",
    { class: "gulir", tabindex: "0", role: "group", "aria-label": nama },
    list,
  );
  const task = h("span", { class: "redup" });
  const element = h(
    "article",
    { class: "ponsel", "data-chat": chat, "aria-label": `Ponsel ${nama}` },
    h("header", {}, wajah, h("div", {}, h("h3", {}, nama), task)),
    scroll,
    composer({
      nama,
      perintah,
      say: (teks) => acts.say(chat, teks),
      upload: (file, mime, data) => acts.upload(chat, file, mime, data),
    }),
  );
  const bubbleActs = {
    perintah: perintah.map((one) => one.nama),
    say: (teks) => acts.say(chat, teks),
  };
  const lookById = new Map();
  const draw = (pesan) => {
    lookById.set(pesan.id, lookOf(pesan));
    return bubble(pesan, { ...bubbleActs, tap: (token) => acts.tap(chat, pesan.id, token) });
  };

  return {
    element,
    /** Shows the whole chat. */
    setList(pesanList) {
      empty(list);
      for (const pesan of pesanList) append(list, pesan.atMs, draw(pesan));
      toEnd(scroll);
    },
    /** Adds a message, or shows how it looks now. */
    put(pesan) {
      if (lookById.get(pesan.id) === lookOf(pesan)) return;
      const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 160;
      const next = draw(pesan);
      const shown = [...list.children].some((item) => item.dataset.id === pesan.id);
      if (shown) betweenPresses(`${chat}/${pesan.id}`, () => swap(list, next));
      else append(list, pesan.atMs, next);
      if (near || !shown) toEnd(scroll);
    },
    setTasks(count) {
      task.textContent = count === 0 ? "tidak ada tugas" : `${count} tugas menunggu`;
    },
  };
}

/** Whether the office's message was read does not show on the phone of whoever read it. */
const lookOf = ({ dari, keadaan, teks, pilihan, file }) =>
  JSON.stringify([dari === "orang" && keadaan, teks, pilihan, file]);

/** Puts a message in the place of what it looked like before. */
function swap(list, next) {
  const old = [...list.children].find((item) => item.dataset.id === next.dataset.id);
  const kunci = old?.contains(document.activeElement)
    ? document.activeElement.getAttribute("data-kunci")
    : null;
  old?.replaceWith(next);
  if (kunci === null) return;
  const again = [...next.querySelectorAll("[data-kunci]")];
  // The buttons are gone: the keyboard goes on from the line one writes in.
  const target =
    again.find((element) => element.getAttribute("data-kunci") === kunci) ??
    next.closest(".ponsel")?.querySelector("textarea");
  target?.focus();
}

function empty(list) {
  delete list.dataset.hari;
  fill(list, h("li", { class: "kosong" }, "Belum ada pesan. Ketik /bantuan kapan saja."));
}

/** Puts a message below the others, and its day above it where it is the first of that day. */
function append(list, atMs, item) {
  list.querySelector(".kosong")?.remove();
  const day = dayOf(atMs);
  if (list.dataset.hari !== day) list.append(h("li", { class: "hari" }, day));
  list.dataset.hari = day;
  list.append(item);
}

const toEnd = (scroll) =>
  requestAnimationFrame(() => {
    scroll.scrollTop = scroll.scrollHeight;
  });
