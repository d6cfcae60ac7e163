import { angkaSel } from "./angka.js";
import { buktiSel } from "./bukti.js";
import { catatanSel } from "./catatan.js";
import { kurangOf } from "./draf.js";
import { h } from "./elemen.js";
import { t } from "./teks.js";

/**
 * One row of the table: its cells are made once, so that nobody loses the keyboard, and drawn anew from where
 * the row stands. `act` is what may be done in it.
 */
export function buatBaris(baris, nomor, act) {
  const id = (apa) => `${apa}-${nomor}`;
  const keadaan = h("span", { class: "keadaan" });
  const angka = angkaSel(baris, id, act);
  const catatan = catatanSel(baris, id, act);
  const bukti = buktiSel(baris, id, act);
  const judul = h("span", { class: "nama" }, `${nomor}. ${baris.nama} `);
  const satuan = `${baris.satuan}${baris.arah}`;
  const tr = h(
    "tr",
    {},
    h("th", { scope: "row" }, judul, keadaan),
    sel("kolomTarget", baris.target === null ? "–" : `${baris.target} ${satuan}`),
    sel("kolomLalu", baris.lalu ?? "–"),
    h("td", { class: "isian" }, ...angka.children),
    h("td", { class: "catatan" }, ...catatan.children, ...bukti.children),
  );
  let kurang = null;
  return {
    tr,
    /** Brings the keyboard to whatever the row wants. */
    fokus() {
      const { input } = { perluKeterangan: catatan, perluBukti: bukti }[kurang] ?? angka;
      input.focus();
    },
    gambar(row) {
      kurang = kurangOf(row.baris, row);
      const baru = row.draf !== undefined || row.berkas.length > 0;
      const nama = baru ? "draf" : row.baris.terisi ? "tersimpan" : "kosongBaris";
      keadaan.textContent = t(nama);
      keadaan.dataset.keadaan = nama;
      tr.classList.toggle("kurang", row.ditagih && kurang !== null);
      for (const one of [angka, catatan, bukti]) one.gambar(row);
    },
  };
}

const sel = (judul, isi) => h("td", { "data-judul": t(judul) }, isi);
