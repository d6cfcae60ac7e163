import { h, table } from "./dom.js";

const BULAN =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  );
const HARI = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"];

/** The period to come, for each sheet: months with who has what on the desk, and the list below. */
export const drawCalendar = (gladi) => h("div", {}, ...gladi.map(drawSheet));

function drawSheet({ sop, periode, galat, tugasList, hariList }) {
  if (galat !== null)
    return h(
      "div",
      { class: "salah", role: "alert" },
      h("h3", {}, sop),
      h("p", {}, `SOP ini tidak dapat dicoba untuk ${periode}: ${galat}`),
    );
  return h(
    "div",
    { class: "gladi" },
    h("h3", {}, `${periode} — ${sop}`),
    h(
      "p",
      { class: "redup" },
      "Diandaikan setiap orang memakai mutu bakunya penuh dan tidak ada yang dikembalikan.",
    ),
    h(
      "div",
      { class: "bulan-deret" },
      ...months(hariList).map((month) => drawMonth(month, tugasList)),
    ),
    h(
      "details",
      {},
      h("summary", {}, `${tugasList.length} tugas menurut urutan`),
      table(
        ["Langkah", "Yang dikerjakan", "Siapa", "Mulai", "Sampai", "Batas periode"],
        tugasList.map((one) => [
          one.langkah,
          one.uraian,
          one.siapa,
          one.diterima,
          one.selesai,
          one.batas ?? "–",
        ]),
      ),
    ),
  );
}

function months(hariList) {
  const byMonth = new Map();
  for (const hari of hariList) {
    const bulan = hari.tanggal.slice(0, 7);
    byMonth.set(bulan, [...(byMonth.get(bulan) ?? []), hari]);
  }
  return [...byMonth];
}

function drawMonth([bulan, hariList], tugasList) {
  const [tahun, nomor] = bulan.split("-").map(Number);
  const first = hariList[0].tanggal;
  // Monday is the first column
  const gap = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const empty = Array.from({ length: gap }, () => h("div", { class: "hari kosong" }));
  return h(
    "div",
    { class: "bulan", role: "group", "aria-label": `${BULAN[nomor - 1]} ${tahun}` },
    h("h4", {}, `${BULAN[nomor - 1]} ${tahun}`),
    h(
      "div",
      { class: "kisi" },
      ...HARI.map((nama) => h("div", { class: "nama-hari", "aria-hidden": "true" }, nama)),
      ...empty,
      ...hariList.map((hari) => drawDay(hari, tugasList)),
    ),
  );
}

/** A desk shows the langkah and how many hold it: names are in the list, and where the pointer rests. */
function drawDay({ tanggal, kerja, libur, tugasList: open }, tugasList) {
  const groups = new Map();
  for (const at of open) {
    const { langkah, siapa } = tugasList[at];
    groups.set(langkah, [...(groups.get(langkah) ?? []), siapa]);
  }
  const chips = [...groups].map(([langkah, siapa]) =>
    h(
      "span",
      { class: "tugas", title: `Langkah ${langkah}: ${siapa.join("; ")}` },
      `${langkah} · ${siapa.length === 1 ? siapa[0] : `${siapa.length} orang`}`,
    ),
  );
  return h(
    "div",
    { class: `hari${kerja ? "" : " libur"}`, title: libur ?? null },
    h("span", { class: "tanggal" }, String(Number(tanggal.slice(8)))),
    libur !== null && h("span", { class: "nama-libur" }, libur),
    ...chips,
  );
}
