import { h } from "./dom.js";
import { sign } from "./icons.js";
import { samplePhoto } from "./sample.js";

/**
 * The line one writes in, with the commands' menu and the paper clip.
 * @param {{ nama: string, perintah: { nama: string, keterangan: string }[],
 *   say: (teks: string) => void, upload: (nama: string, mime: string, data: Blob) => void }} phone
 */
export function composer(phone) {
  const menu = h("div", { class: "menu", hidden: true });
  const toggle = (button, items) => {
    const same = menu.dataset.pemilik === button.dataset.menu && !menu.hidden;
    menu.hidden = same;
    menu.dataset.pemilik = button.dataset.menu;
    if (same) return;
    menu.replaceChildren(...items);
    menu.querySelector("button")?.focus();
  };
  const close = () => {
    menu.hidden = true;
  };
  const form = h(
    "form",
    { class: "tulis", onsubmit: (event) => submit(event, phone) },
    menuButton(menus.perintah, (button) => toggle(button, commandItems(phone, close))),
    menuButton(menus.lampiran, (button) => toggle(button, fileItems(phone, close))),
    field(phone.nama),
    h("button", { type: "submit", class: "kirim", "aria-label": "Kirim pesan" }, sign("➤")),
  );
  const box = h("div", { class: "penulis" }, menu, form);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    close();
    box.querySelector(`[data-menu="${menu.dataset.pemilik}"]`)?.focus();
  });
  return box;
}

function field(nama) {
  const label = `Tulis pesan sebagai ${nama}`;
  const area = h("textarea", {
    rows: "1",
    placeholder: "Tulis pesan",
    "aria-label": label,
    maxlength: "4096",
    autocomplete: "off",
  });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    area.form?.requestSubmit();
  });
  area.addEventListener("input", () => {
    area.rows = Math.min(5, area.value.split("\n").length);
  });
  return area;
}

function submit(event, phone) {
  event.preventDefault();
  const area = event.currentTarget.querySelector("textarea");
  const teks = area.value.trim();
  if (teks === "") return;
  area.value = "";
  area.rows = 1;
  phone.say(teks);
}

const menus = {
  perintah: { name: "perintah", label: "Daftar perintah", tanda: "☰" },
  lampiran: { name: "lampiran", label: "Kirim berkas", tanda: "📎" },
};

const menuButton = ({ name, label, tanda }, press) =>
  h(
    "button",
    {
      type: "button",
      class: "ikon",
      "data-menu": name,
      "aria-label": label,
      title: label,
      onclick: ({ currentTarget }) => press(currentTarget),
    },
    sign(tanda),
  );

const commandItems = (phone, close) =>
  phone.perintah.map(({ nama, keterangan }) =>
    menuItem(`/${nama}`, keterangan, () => {
      close();
      phone.say(`/${nama}`);
    }),
  );

function fileItems(phone, close) {
  const input = h("input", { type: "file", hidden: true, "aria-label": "Berkas yang dikirim" });
  input.addEventListener("change", () => {
    const [file] = input.files;
    close();
    if (file) phone.upload(file.name, file.type || "application/octet-stream", file);
  });
  return [
    input,
    menuItem("Pilih berkas…", "foto, PDF, Excel, paling besar 20 MB", () => input.click()),
    menuItem("Foto contoh", "gambar bukti dukung yang dibuat di sini", async () => {
      close();
      phone.upload("bukti-dukung.png", "image/png", await samplePhoto(phone.nama));
    }),
  ];
}

const menuItem = (judul, keterangan, onclick) =>
  h("button", { type: "button", onclick }, h("b", {}, judul), h("small", {}, keterangan));
