import { isiOf, kurangOf } from "./draf.js";
import { h } from "./elemen.js";
import { masukan, tulis, tulisTeks } from "./masukan.js";
import { t } from "./teks.js";

/** Whatever explains a figure: what stood in the way, what follows, what helped, what became of a promise. */
export function catatanSel(baris, id, act) {
  const kalimat = Object.fromEntries(
    ["keterangan", "tindakLanjut", "pendukung"].map((bagian) => [
      bagian,
      kalimatSel(baris.kode, bagian, { id, act }),
    ]),
  );
  const rincian = h(
    "details",
    {},
    h("summary", {}, t("tambahCatatan")),
    ...Object.values(kalimat).map(({ element }) => element),
  );
  const janji = baris.janji === null ? null : janjiSel(baris, id, act);
  return {
    input: kalimat.keterangan.input,
    children: [...(janji === null ? [] : [janji.element]), rincian],
    gambar(row) {
      const { putusan } = row;
      const isi = isiOf(row.baris, row.draf);
      const wajib = isWajib(row);
      const kurang = kurangOf(row.baris, row) === "perluKeterangan";
      if (wajib) rincian.open = true;
      if (janji !== null) tulis(janji.input, isi.pelaksanaan);
      for (const [bagian, one] of Object.entries(kalimat))
        one.gambar({
          nilai: isi[bagian],
          judul: t(wajib && bagian === "keterangan" ? "penghambat" : bagian),
          galat: putusan?.salah[bagian] ?? "",
          tampak: bagian === "keterangan" || wajib || isi[bagian] !== "",
        });
      if (kurang) kalimat.keterangan.tagih(t("perluKeterangan"));
    },
  };
}

/** Whether the figure has to explain itself. */
const isWajib = ({ baris, draf, putusan }) =>
  (draf === undefined ? baris : putusan)?.perluKeterangan === true;

function kalimatSel(kode, bagian, { id, act }) {
  const galat = h("p", { id: id(`salah-${bagian}`), class: "galat", role: "alert" });
  const { label, input, element } = masukan("textarea", "", {
    id: id(bagian),
    rows: "2",
    maxlength: "2000",
    "aria-describedby": id(`salah-${bagian}`),
    oninput: (event) => act.ketik(kode, bagian, event.target.value),
  });
  element.append(galat);
  const tagih = (kata) => {
    tulisTeks(galat, kata);
    input.setAttribute("aria-invalid", String(kata !== ""));
  };
  return {
    element,
    input,
    tagih,
    gambar(said) {
      element.hidden = !said.tampak;
      tulis(input, said.nilai);
      tulisTeks(label, said.judul);
      tagih(said.galat);
    },
  };
}

/** What became of what was to follow the period before. */
function janjiSel({ kode, janji }, id, act) {
  const opsi = [
    ["", t("pelaksanaanPilih")],
    ["sudah", t("sudah")],
    ["sebagian", t("sebagian")],
    ["belum", t("belumDilaksanakan")],
  ];
  const one = masukan(
    "select",
    t("pelaksanaan"),
    {
      id: id("pelaksanaan"),
      "aria-describedby": id("janji"),
      onchange: (event) => act.ketik(kode, "pelaksanaan", event.target.value),
    },
    ...opsi.map(([value, judul]) => h("option", { value }, judul)),
  );
  one.element.prepend(h("p", { id: id("janji"), class: "redup" }, janji));
  return one;
}
