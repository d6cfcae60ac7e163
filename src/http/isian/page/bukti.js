import { kurangOf } from "./draf.js";
import { h } from "./elemen.js";
import { tulisTeks } from "./masukan.js";
import { t } from "./teks.js";

/** Files a phone offers as evidence. */
const JENIS = "image/*,application/pdf,.doc,.docx,.xls,.xlsx,.txt,.zip";

/** Files that prove a figure: those the office has, and those that wait to be sent. */
export function buktiSel({ kode, wajibBukti }, id, act) {
  const galat = h("p", { id: id("salah-bukti"), class: "galat", role: "alert" });
  const daftar = h("ul", { class: "bukti" });
  const input = h("input", {
    id: id("bukti"),
    type: "file",
    accept: JENIS,
    multiple: true,
    "aria-describedby": id("salah-bukti"),
    onchange: (event) => {
      void act.lampirkan(kode, [...event.target.files]);
      event.target.value = "";
    },
  });
  const judul = t(wajibBukti ? "buktiWajib" : "bukti");
  const label = h("label", { for: id("bukti"), class: "unggah" }, judul);
  return {
    input,
    children: [h("div", { class: "lampiran" }, input, label), galat, daftar],
    gambar(row) {
      const kurang = row.ditagih && kurangOf(row.baris, row) === "perluBukti";
      tulisTeks(galat, row.galatBukti ?? (kurang ? t("perluBukti") : ""));
      daftar.replaceChildren(
        ...row.baris.buktiList.map((nama) => h("li", {}, `✓ ${nama}`)),
        ...row.berkas.map((one) => menunggu(one, act)),
      );
    },
  };
}

const menunggu = ({ id, nama }, act) =>
  h(
    "li",
    {},
    `${nama} — ${t("buktiMenunggu")} `,
    h(
      "button",
      {
        type: "button",
        "aria-label": `${t("buktiHapus")} ${nama}`,
        onclick: () => void act.hapus(id),
      },
      t("buktiHapus"),
    ),
  );
