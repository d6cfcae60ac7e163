import { fill, h } from "./dom.js";
import { drawn } from "./icons.js";

/** Every berkas as its sheet: executors across, langkah down, and who holds it now. */
export function drawBoard(container, berkasList, show) {
  if (berkasList.length === 0) {
    fill(container, h("p", { class: "redup" }, "Belum ada berkas yang berjalan."));
    return;
  }
  fill(container, ...berkasList.map((berkas, at) => sheet(berkas, at === 0, show)));
}

const statusText = { berjalan: "berjalan", selesai: "✅ selesai", dibatalkan: "dibatalkan" };

function sheet(berkas, open, show) {
  return h(
    "details",
    { class: `berkas ${berkas.status}`, open: open || berkas.status === "berjalan" },
    h(
      "summary",
      {},
      h("b", {}, berkas.judul),
      h("span", { class: "redup" }, ` ${berkas.sop} · `, ...drawn(statusText[berkas.status])),
    ),
    h(
      "div",
      { class: "lembar-gulir", tabindex: "0", role: "group", "aria-label": berkas.judul },
      h(
        "table",
        { class: "lembar" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, "Langkah"),
            ...berkas.kolom.map((judul) => h("th", { scope: "col" }, judul)),
          ),
        ),
        h("tbody", {}, ...berkas.baris.map((baris) => row(baris, berkas.kolom, show))),
      ),
    ),
  );
}

function row(baris, kolom, show) {
  const late = baris.pemegang.some(({ keadaan }) => keadaan === "terlambat");
  return h(
    "tr",
    {
      class: `${baris.keadaan}${late ? " terlambat" : ""}`,
      "aria-current": baris.keadaan === "kini" ? "step" : null,
    },
    h(
      "th",
      { scope: "row" },
      h("span", { class: "nomor" }, baris.keadaan === "lewat" ? "✓" : baris.no),
      h("span", {}, baris.uraian, note(baris)),
    ),
    ...kolom.map((judul, at) =>
      h(
        "td",
        { "data-kolom": judul, class: hasPart(baris, at) ? null : "tanpa-peran" },
        shape(baris, at),
        ...holders(baris, { at, judul }, show),
      ),
    ),
  );
}

/** On a narrow screen only the columns that take part are shown. */
const hasPart = ({ kolom, ikut, pemegang }, at) =>
  kolom.includes(at) || ikut.includes(at) || pemegang.some((one) => one.kolom === at);

function note({ waktu, keluar, putaran, pemegang }) {
  const due = pemegang.find(({ tenggat }) => tenggat !== null);
  const parts = [
    keluar ?? (waktu === null ? null : `baku mutu ${waktu}`),
    due === undefined ? null : `batas ${due.tenggat}`,
    putaran > 1 ? `putaran ke-${putaran}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : h("small", {}, parts.join(" · "));
}

/** The signs of a flow chart: a box for work, a diamond for a decision, a dot for who takes part. */
function shape({ jenis, kolom, ikut }, at) {
  if (kolom.includes(at))
    return h("span", { class: `bentuk ${jenis}`, role: "img", "aria-label": "pelaksana" });
  return ikut.includes(at)
    ? h("span", { class: "bentuk ikut", role: "img", "aria-label": "ikut serta" })
    : null;
}

const sign = { terlambat: "!", selesai: "✓" };

function holders({ pemegang }, { at, judul }, show) {
  return pemegang
    .filter(({ kolom }) => kolom === at)
    .map(({ chat, nama, keadaan, tenggat }) =>
      h(
        "button",
        {
          type: "button",
          class: `pemegang ${keadaan}`,
          "data-kunci": `papan/${chat}`,
          "aria-label": `${nama}, ${keadaan}`,
          title: tenggat === null ? `${nama}: sudah` : `${nama}: batas ${tenggat}`,
          onclick: () => show(chat),
        },
        keadaan in sign && h("span", { class: "tanda" }, sign[keadaan]),
        h("span", {}, withoutPrefix(nama, judul)),
      ),
    );
}

/** The heading of the column says "Kasi" already. */
const withoutPrefix = (nama, judul) =>
  nama.startsWith(`${judul} `) ? nama.slice(judul.length + 1) : nama;
