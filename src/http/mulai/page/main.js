import * as api from "./api.js";
import { drawCalendar } from "./calendar.js";
import { byId, h } from "./dom.js";
import { drawPreview } from "./preview.js";
import { drawSheets } from "./sheets.js";

/** Everything the page knows: what the server said last, and what is in hand. */
const view = { state: null, sop: [], upload: null, calendar: null, bot: null, cards: false };

function show(state) {
  view.state = state;
  if (view.sop.length === 0) view.sop = state.kantorList.at(-1)?.sopIdList ?? [];
  draw();
}

/** The office that is being set up: the one loaded last. */
const office = () => view.state.kantorList.at(-1) ?? null;

function draw() {
  const { state } = view;
  byId("letak").textContent =
    state.cara === "peraga" ? "Belum ada kantor" : (office()?.nama ?? "Menyiapkan kantor");
  byId("utama").replaceChildren(...(state.cara === "peraga" ? ways() : steps()));
  document.body.dataset.siap = state.cara;
}

/** At first there are two ways to go. */
function ways() {
  return [
    h(
      "section",
      { class: "kartu jalan" },
      h("h2", {}, "Coba kantor peraga"),
      h(
        "p",
        {},
        "Kantor contoh dengan ponsel setiap pegawai di layar ini. Tidak perlu bot, dan tidak ada yang terkirim.",
      ),
      h("a", { class: "tombol", href: "/peraga" }, "Coba kantor peraga"),
    ),
    h(
      "section",
      { class: "kartu jalan" },
      h("h2", {}, "Siapkan kantor"),
      h(
        "p",
        {},
        "Pilih SOP, isi satu buku kerja Excel, hubungkan bot Telegram, lalu cetak undangan. Sekitar seperempat jam.",
      ),
      button("Siapkan kantor", "utama", () =>
        attempt("Menyiapkan…", async () => {
          await api.choose("kantor");
          show(await api.until(({ cara }) => cara === "kantor"));
        }),
      ),
    ),
  ];
}

function steps() {
  const loaded = office() !== null;
  const { token } = view.state;
  return [
    step(1, "Pilih SOP", loaded, sheets()),
    step(2, "Isi dan unggah buku kerja", loaded, workbook()),
    step(3, "Lihat jadwal triwulan berikut", view.calendar !== null, loaded && calendar()),
    step(4, "Hubungkan bot Telegram", token, loaded && bot()),
    step(5, "Cetak undangan", view.cards, loaded && token && invitations()),
  ];
}

/** A step that cannot be done yet shows its title alone. */
function step(nomor, judul, selesai, isi) {
  const open = isi !== false;
  return h(
    "section",
    { class: `kartu langkah${open ? "" : " nanti"}`, "data-langkah": String(nomor) },
    h(
      "h2",
      {},
      h(
        "span",
        { class: `nomor${selesai ? " selesai" : ""}`, "aria-hidden": "true" },
        selesai ? "✓" : String(nomor),
      ),
      judul,
      selesai && h("span", { class: "tersembunyi" }, " (selesai)"),
    ),
    open && isi,
  );
}

const sheets = () =>
  drawSheets(view.state.sopList, view.sop, (sop) => {
    view.sop = sop;
    draw();
  });

function workbook() {
  const query = new URLSearchParams({ sop: view.sop.join(",") });
  const chosen = view.sop.length > 0;
  const kantor = office();
  const file = h("input", {
    type: "file",
    id: "buku",
    accept: ".xlsx",
    onchange: (event) => void take(event.target.files?.[0]),
  });
  return h(
    "div",
    {
      class: "unggah",
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files?.[0]);
      },
    },
    kantor !== null &&
      h(
        "p",
        { class: "hasil" },
        `${kantor.nama} dimuat: ${kantor.pegawai} pegawai, ${kantor.indikator} indikator. Bila ada yang perlu diubah, unggah lagi.`,
      ),
    h(
      "p",
      {},
      chosen
        ? "Unduh templat, isi lembar Kantor, Pegawai, dan Indikator, simpan sebagai .xlsx, lalu unggah di sini."
        : "Pilih SOP di atas lebih dahulu; templatnya menyesuaikan.",
    ),
    h(
      "div",
      { class: "deret" },
      chosen &&
        h(
          "a",
          { class: "tombol", href: `/mulai/templat?${query}`, download: true },
          "Unduh templat",
        ),
      h("label", { class: "tombol", for: "buku" }, "Unggah buku kerja"),
      file,
    ),
    view.upload !== null && drawPreview(view.upload, load, () => put("upload", null)),
  );
}

async function take(file) {
  if (file === undefined || file === null) return;
  await attempt("Memeriksa buku kerja…", async () => put("upload", await api.upload(file)));
  document.querySelector(".pratinjau")?.scrollIntoView({ block: "nearest" });
}

async function load(kunci) {
  await attempt("Memuat…", async () => {
    const result = await api.load(kunci);
    if (result.kind === "basi") throw new Error("Unggah buku kerja sekali lagi.");
    if (result.kind === "ditolak") throw new Error(result.sebab.join(" "));
    view.upload = null;
    view.calendar = null;
    show(await api.state());
    tell(`${result.nama} dimuat.`);
  });
}

function calendar() {
  const { id } = office();
  if (view.calendar !== null) return drawCalendar(view.calendar);
  return h(
    "div",
    {},
    h(
      "p",
      {},
      "Siapa mengerjakan apa dan kapan, dengan hari libur dan mutu baku SOP. Tidak ada yang dikirim.",
    ),
    button("Lihat jadwal", "", () =>
      attempt("Menghitung jadwal…", async () => put("calendar", await api.rehearse(id))),
    ),
  );
}

const SEBAB = {
  "bukan-token": "Itu bukan token bot. Bentuknya angka, titik dua, lalu huruf: 123456:ABC-DEF…",
  ditolak: "Telegram tidak mengenal token itu. Salin lagi dari @BotFather.",
  "tak-terjangkau": "Telegram tidak dapat dihubungi. Periksa sambungan internet, lalu ulangi.",
};

function bot() {
  if (view.state.token)
    return h("p", { class: "hasil" }, "Bot terhubung. Token tersimpan dan tidak ditampilkan lagi.");
  const input = h("input", {
    id: "token",
    type: "password",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "123456:ABC-DEF…",
  });
  const form = h(
    "form",
    {
      class: "deret",
      onsubmit: (event) => {
        event.preventDefault();
        void connect(input.value.trim());
      },
    },
    h("label", { for: "token", class: "tersembunyi" }, "Token bot"),
    input,
    h("button", { type: "submit", class: "tombol utama" }, "Periksa dan hubungkan"),
  );
  return h(
    "div",
    {},
    h(
      "p",
      {},
      "Di Telegram buka @BotFather, kirim /newbot, beri nama, lalu tempelkan token yang diberikannya. Token disimpan di komputer ini saja.",
    ),
    form,
  );
}

async function connect(token) {
  await attempt("Memeriksa token…", async () => {
    const known = await api.checkToken(token);
    if (known.kind !== "dikenal") throw new Error(SEBAB[known.kind]);
    tell(`Bot ${known.nama} (@${known.username}) dikenali. Menyalakan…`);
    await api.run(token);
    show(await api.until((state) => state.token));
    tell(`Bot ${known.nama} (@${known.username}) terhubung.`);
  });
}

function invitations() {
  const { id, pegawai, terhubung } = office();
  return h(
    "div",
    {},
    h(
      "p",
      {},
      `Satu kartu untuk setiap pegawai yang belum terhubung (${pegawai - terhubung}), delapan selembar A4: gunting, lalu serahkan langsung. Kode berlaku tujuh hari dan sekali pakai.`,
    ),
    button("Unduh kartu undangan (PDF)", "utama", () =>
      attempt("Membuat kartu…", async () => {
        save(await api.invite(id), "kartu-undangan.pdf");
        put("cards", true);
      }),
    ),
    view.cards &&
      h(
        "p",
        { class: "hasil" },
        "Kartu diunduh. Halaman ini ditutup begitu pegawai pertama terhubung; sesudah itu undangan dibuat dengan /undang.",
      ),
  );
}

function save(blob, nama) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: nama }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function put(part, value) {
  view[part] = value;
  draw();
}

const button = (judul, kelas, act) =>
  h("button", { type: "button", class: `tombol ${kelas}`.trim(), onclick: act }, judul);

/** One thing at a time; whatever goes wrong is said where everybody looks. */
async function attempt(sentence, act) {
  if (document.body.dataset.sibuk !== undefined) return;
  document.body.dataset.sibuk = "";
  tell(sentence);
  const before = byId("kabar").textContent;
  try {
    await act();
    if (byId("kabar").textContent === before) tell("");
  } catch (error) {
    tell(error.message, true);
  } finally {
    delete document.body.dataset.sibuk;
  }
}

function tell(text, wrong = false) {
  const kabar = byId("kabar");
  kabar.textContent = text;
  kabar.hidden = text === "";
  kabar.classList.toggle("salah", wrong);
}

await attempt("", async () => show(await api.state()));
