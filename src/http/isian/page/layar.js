import { buatBaris } from "./baris.js";
import { isiOf } from "./draf.js";
import { byId, h } from "./elemen.js";
import { antre, berkasOf, drafOf, kini, lembarKini, lembarList, orang, rowOf } from "./meja.js";
import { t } from "./teks.js";

/** One sentence above the table, by the name of its text; null for none. */
export const kabar = (nama, jenis = "redup", data = {}) =>
  kabarKata(nama === null ? "" : t(nama, data), jenis);

/** The same in words that came from the server. */
export function kabarKata(kata, jenis) {
  const element = byId("kabar");
  element.hidden = kata === "";
  element.textContent = kata;
  element.className = `kabar ${jenis}`;
}

/** Draws everything from where it stands; cells keep what is being typed. */
export function gambar(act) {
  const lembar = lembarKini();
  byId("judul").textContent = lembar?.judul ?? t("judul");
  byId("unit").textContent = lembar?.unit ?? orang()?.kantor ?? "";
  if (lembar === undefined) gambarKosong(act);
  else if (kini.meringkas) gambarRingkasan(lembar);
  else gambarTabel(lembar, act);
  gambarKaki(act);
  document.body.dataset.siap = "ya";
}

const tabel = { sign: "", barisByKode: new Map() };

function gambarKosong(act) {
  tabel.sign = "";
  const known = orang() !== null;
  byId("utama").replaceChildren(
    ...(known && !kini.terkirim ? [h("p", { class: "kosong" }, t("kosong"))] : []),
    ...(known ? [tombol("tutup", act.tutup, { class: "utama" })] : []),
  );
}

function gambarTabel(lembar, act) {
  const { tanda, barisList } = lembar;
  const rows = barisList.map(({ kode }) => kode).join(" ");
  const sign = `${tanda.waitId} ${document.documentElement.lang} ${rows}`;
  if (tabel.sign !== sign || byId("tabel") === null) {
    tabel.sign = sign;
    tabel.barisByKode = new Map(
      barisList.map((baris, at) => [baris.kode, buatBaris(baris, at + 1, act)]),
    );
    byId("utama").replaceChildren(...pemilih(lembar, act), kerangka());
  }
  for (const { kode } of barisList) gambarBaris(kode);
}

function kerangka() {
  const judul = ["kolomIndikator", "kolomTarget", "kolomLalu", "kolomRealisasi", "kolomCatatan"];
  const kepala = h("tr", {}, ...judul.map((one) => h("th", { scope: "col" }, t(one))));
  const rows = [...tabel.barisByKode.values()].map(({ tr }) => tr);
  return h("table", { id: "tabel" }, h("thead", {}, kepala), h("tbody", {}, ...rows));
}

/** Draws one row from where it stands. */
export function gambarBaris(kode) {
  const lembar = lembarKini();
  const baris = lembar?.barisList.find((one) => one.kode === kode);
  if (baris === undefined) return;
  const { ditagih, galatBukti } = kini;
  const row = { baris, ...rowOf(lembar.tanda.waitId, kode), ditagih, galatBukti: galatBukti[kode] };
  tabel.barisByKode.get(kode)?.gambar(row);
}

/** Brings the keyboard to what a row wants. */
export const fokus = (kode) => tabel.barisByKode.get(kode)?.fokus();

/** Somebody who stands in for another unit is asked for several tables. */
function pemilih(lembar, act) {
  if (lembarList().length < 2) return [];
  const opsi = lembarList().map(({ tanda: { waitId }, judul, unit }) =>
    h("option", { value: waitId, selected: waitId === lembar.tanda.waitId }, `${judul} — ${unit}`),
  );
  const props = { id: "pilih", onchange: (event) => act.pilihLembar(event.target.value) };
  return [h("p", {}, h("label", { for: "pilih" }, t("pilihLembar")), h("select", props, ...opsi))];
}

function gambarRingkasan({ tanda, barisList }) {
  const row = (baris) => {
    const { draf, putusan, berkas } = rowOf(tanda.waitId, baris.kode);
    const { keterangan } = isiOf(baris, draf);
    const jumlah = baris.buktiList.length + berkas.length;
    return h(
      "li",
      {},
      `${baris.nama}: `,
      h("strong", {}, putusan?.angka?.kata ?? baris.nilai),
      keterangan === "" ? null : ` — ${keterangan}`,
      jumlah === 0 ? null : ` — ${t("buktiJumlah", { jumlah })}`,
    );
  };
  byId("utama").replaceChildren(
    h("h2", { id: "ringkasan", tabindex: "-1" }, t("ringkasan")),
    h("ol", { class: "ringkasan" }, ...barisList.map(row)),
    h("p", { class: "redup" }, t("ringkasanPetunjuk")),
  );
}

/** How far it is, and what can be done next. */
export function gambarKaki(act) {
  const kaki = byId("kaki");
  const lembar = lembarKini();
  kaki.hidden = lembar === undefined;
  if (lembar === undefined) return;
  const jumlah = jumlahText(lembar);
  const disabled = kini.sibuk || antre() !== null;
  const [lagi, maju] = kini.meringkas
    ? [
        tombol("kembali", act.kembali, { disabled }),
        tombol("kirimSekarang", act.kirimSekarang, { disabled, class: "utama" }),
      ]
    : [
        tombol("simpan", act.simpan, { disabled: disabled || drafCount(lembar) === 0 }),
        tombol("kirim", act.kirim, { disabled, class: "utama" }),
      ];
  const wanted = JSON.stringify([jumlah, kini.meringkas, lagi.disabled, maju.disabled]);
  if (kaki.dataset.kini === wanted) return;
  kaki.dataset.kini = wanted;
  kaki.replaceChildren(h("p", {}, jumlah), h("div", { class: "tombol" }, lagi, maju));
}

function jumlahText(lembar) {
  const draf = drafOf(lembar.tanda.waitId);
  const isTyped = (kode) => (draf[kode]?.isi.realisasi.trim() ?? "") !== "";
  const terisi = lembar.barisList.filter((one) => one.terisi || isTyped(one.kode)).length;
  const count = drafCount(lembar);
  const sisa = count === 0 ? "" : ` · ${t("jumlahDraf", { draf: count })}`;
  return `${t("jumlah", { terisi, semua: lembar.barisList.length })}${sisa}`;
}

const drafCount = ({ tanda: { waitId } }) =>
  new Set([...Object.keys(drafOf(waitId)), ...berkasOf(waitId).map(({ kode }) => kode)]).size;

const tombol = (nama, onclick, props) =>
  h("button", { type: "button", onclick, ...props }, t(nama));
