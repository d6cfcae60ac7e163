import { isBerubah, isiOf, kurangOf } from "./draf.js";
import { h } from "./elemen.js";
import { masukan, tulis, tulisTeks } from "./masukan.js";
import { t } from "./teks.js";

/** The cell of a figure: one input, or the two parts of a ratio. What may be meant is offered below it. */
export function angkaSel(baris, id, act) {
  const petunjuk = h("p", { id: id("petunjuk"), class: "redup" }, baris.petunjuk);
  const galat = h("p", { id: id("salah"), class: "galat", role: "alert" });
  const calon = h("div", { class: "calon" });
  const list = bagianList(baris).map(([bagian, judul]) => ({
    bagian,
    ...masukan("input", judul, {
      ...ANGKA,
      id: id(bagian),
      "aria-describedby": `${id("salah")} ${id("petunjuk")}`,
      oninput: (event) => act.ketik(baris.kode, bagian, event.target.value),
    }),
  }));
  return {
    input: list[0].input,
    children: [
      h("div", { class: "pasangan" }, ...list.map(({ element }) => element)),
      galat,
      calon,
      petunjuk,
    ],
    gambar(row) {
      const kata = galatOf(row);
      for (const { bagian, input } of list) {
        tulis(input, isiOf(row.baris, row.draf)[bagian]);
        input.setAttribute("aria-invalid", String(kata !== ""));
      }
      tulisTeks(galat, kata);
      gambarPetunjuk(petunjuk, row);
      gambarCalon(calon, pilihanOf(row, act));
    },
  };
}

const ANGKA = {
  type: "text",
  inputmode: "decimal",
  autocomplete: "off",
  enterkeyhint: "next",
  maxlength: "200",
};

const bagianList = ({ rasio, satuan }) =>
  rasio
    ? [
        ["realisasi", t("pembilang")],
        ["penyebut", t("penyebut")],
      ]
    : [["realisasi", t("realisasi", { satuan })]];

function galatOf({ baris, draf, putusan, ditagih, berkas }) {
  if (isBerubah(baris, draf))
    return t("berubah", { nilai: baris.nilai || "–", isian: tertulis(draf) });
  const angka = putusan?.angka ?? null;
  if (angka !== null && angka.jenis !== "jelas") return angka.kata;
  const kurang = ditagih && kurangOf(baris, { draf, putusan, berkas }) === "perluAngka";
  return kurang ? t("perluAngka") : "";
}

const tertulis = ({ isi }) =>
  [isi.realisasi, isi.penyebut].filter((one) => one !== "").join("/") || "–";

/** How it is written, and once it is clear what it comes to. */
function gambarPetunjuk(petunjuk, { baris, draf, putusan }) {
  const jelas = putusan?.angka?.jenis === "jelas" ? putusan.angka.kata : "";
  const nilai = draf === undefined ? baris.nilai : jelas;
  tulisTeks(petunjuk, nilai === "" ? baris.petunjuk : `✓ ${nilai}`);
  petunjuk.classList.toggle("jelas", nilai !== "");
}

/** The choices there are, each with what it does. */
function pilihanOf({ baris, draf, putusan }, act) {
  const { kode } = baris;
  if (isBerubah(baris, draf))
    return [
      [t("pakaiKantor"), () => act.pakaiKantor(kode)],
      [t("pakaiSaya"), () => act.pakaiSaya(kode)],
    ];
  const calonList = putusan?.angka?.calonList ?? [];
  return calonList.map((one) => [one.judul, () => act.pilih(kode, one)]);
}

/** Redrawn only where it changed: a button must not go away below a finger. */
function gambarCalon(calon, pilihanList) {
  const wanted = JSON.stringify(pilihanList.map(([judul]) => judul));
  if (calon.dataset.kini === wanted) return;
  calon.dataset.kini = wanted;
  calon.replaceChildren(
    ...pilihanList.map(([judul, onclick]) => h("button", { type: "button", onclick }, judul)),
  );
}
