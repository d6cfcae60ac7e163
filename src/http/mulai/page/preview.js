import { h, table } from "./dom.js";

/** What an uploaded workbook comes to: everything to mend at once, or what is going to be made. */
export function drawPreview({ galatList, peringatanList, pratinjau }, load, cancel) {
  if (pratinjau === null)
    return h(
      "div",
      { class: "pratinjau salah", role: "alert" },
      h("h3", {}, `${galatList.length} sel perlu diperbaiki`),
      h("p", {}, "Perbaiki di buku kerja, simpan, lalu unggah lagi. Belum ada yang dimuat."),
      cells(galatList),
      warnings(peringatanList),
    );
  const { kunci, nama, baru, tetap, ubahan, tolakanList, pegawaiList, indikatorList } = pratinjau;
  return h(
    "div",
    { class: "pratinjau" },
    h("h3", {}, baru ? `Kantor baru: ${nama}` : `Perubahan pada ${nama}`),
    h("ul", { class: "ubahan" }, ...ubahan.map((one) => h("li", {}, one))),
    warnings(peringatanList),
    fold(
      `${pegawaiList.length} pegawai`,
      table(
        ["Nama", "Jabatan", "Peran"],
        pegawaiList.map((one) => [one.nama, one.jabatan, one.peran]),
      ),
    ),
    fold(
      `${indikatorList.length} indikator`,
      table(
        ["Kode", "Indikator", "Penanggung jawab", "Target TW I–IV"],
        indikatorList.map((one) => [one.kode, one.nama, one.siapa, one.target]),
      ),
    ),
    tolakanList.length > 0 &&
      h("div", { class: "salah", role: "alert" }, ...tolakanList.map((one) => h("p", {}, one))),
    h(
      "div",
      { class: "deret" },
      tolakanList.length === 0 &&
        !tetap &&
        h(
          "button",
          { type: "button", class: "tombol utama", onclick: () => load(kunci) },
          baru ? "Buat kantor ini" : "Muat perubahan ini",
        ),
      h("button", { type: "button", class: "tombol", onclick: cancel }, tetap ? "Tutup" : "Batal"),
    ),
  );
}

const fold = (judul, isi) => h("details", { open: true }, h("summary", {}, judul), isi);

const cells = (list) =>
  table(
    ["Sel", "Yang perlu diperbaiki"],
    list.map(({ sel, pesan }) => [sel, pesan]),
  );

const warnings = (list) =>
  list.length > 0 &&
  h("div", { class: "awas" }, h("h3", {}, "Perlu diperhatikan, tidak menghalangi"), cells(list));
