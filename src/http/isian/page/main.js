import * as api from "./api.js";
import { dipilih, diteruskan, diubah, kurangOf } from "./draf.js";
import { byId } from "./elemen.js";
import {
  fokus,
  gambarBaris,
  gambarKaki,
  gambar as gambarLayar,
  kabar,
  kabarKata,
} from "./layar.js";
import { pakaiPekerja } from "./luring.js";
import {
  antre,
  bacaBerkas,
  berkasOf,
  catatAntre,
  catatDraf,
  drafOf,
  kini,
  lembarKini,
  lembarOf,
  orang,
  periksa,
  rowOf,
  terima,
} from "./meja.js";
import { kirimkan } from "./pengiriman.js";
import { hapusBerkas, idBaru, simpanBerkas } from "./simpanan.js";
import { pakaiBahasa, t } from "./teks.js";
import { initData, isDark, tell } from "./telegram.js";

/** A pause in typing after which a row is looked at. */
const JEDA_MS = 500;
/** After so long it is asked once more what became of what was sent. */
const TUNDA_MS = 3_000;
const BERKAS_TERBESAR = 20_000_000;
/** The end of a name says what kind of file it is. */
const NAMA_TERPANJANG = 200;

const waitKini = () => lembarKini().tanda.waitId;
const barisKini = (kode) => lembarKini().barisList.find((one) => one.kode === kode);
const drafKini = (kode) => drafOf(waitKini())[kode];

/** Everything that can be done on the page. */
const act = {
  ketik(kode, bagian, nilai) {
    catatDraf(waitKini(), kode, diubah(barisKini(kode), drafKini(kode), bagian, nilai));
    gambarBaris(kode);
    gambarKaki(act);
    nanti();
  },
  pilih(kode, calon) {
    catatDraf(waitKini(), kode, dipilih(drafKini(kode), calon));
    gambarBaris(kode);
    void periksaSekarang();
  },
  pakaiKantor(kode) {
    catatDraf(waitKini(), kode, null);
    gambar();
  },
  pakaiSaya(kode) {
    catatDraf(waitKini(), kode, diteruskan(barisKini(kode), drafKini(kode)));
    void periksaSekarang();
  },
  async lampirkan(kode, files) {
    delete kini.galatBukti[kode];
    for (const file of files) await lampirkan(kode, file);
    if (kini.ditagih) hitung();
    gambarBaris(kode);
    gambarKaki(act);
  },
  async hapus(id) {
    const kode = kini.berkas.find((one) => one.id === id)?.kode;
    kini.berkas = kini.berkas.filter((one) => one.id !== id);
    await hapusBerkas(id);
    gambarBaris(kode);
    gambarKaki(act);
  },
  pilihLembar(waitId) {
    Object.assign(kini, { waitId, putusan: {}, galatBukti: {}, ditagih: false });
    void periksaSekarang();
  },
  kembali() {
    kini.meringkas = false;
    gambar();
  },
  simpan: () => void antrekan(false),
  kirim: () => void mauKirim(),
  kirimSekarang: () => void antrekan(true),
  tutup: () => tell("web_app_close"),
};

const gambar = () => gambarLayar(act);

async function lampirkan(kode, file) {
  if (file.size > BERKAS_TERBESAR) kini.galatBukti[kode] = t("buktiBesar");
  else if (file.size === 0) kini.galatBukti[kode] = t("buktiKosong");
  else {
    const { name: nama, type } = file;
    const mime = type || "application/octet-stream";
    const isi = await file.arrayBuffer();
    const one = {
      id: idBaru(),
      waitId: waitKini(),
      kode,
      nama: nama.slice(-NAMA_TERPANJANG),
      mime,
      isi,
    };
    await simpanBerkas(one);
    kini.berkas = [...kini.berkas, one];
  }
}

let jeda = 0;
function nanti() {
  clearTimeout(jeda);
  jeda = setTimeout(() => void periksaSekarang(), JEDA_MS);
}

/** Looks at the drafts where that can be done now; without a connection it waits. */
async function periksaSekarang() {
  try {
    await periksa();
    if (kini.ditagih) hitung();
    else if (byId("kabar").classList.contains("luring")) kabar(null);
  } catch (cause) {
    keluhkan(cause);
  }
  gambar();
}

/** Asks the office where it stands, and sends what waits for that. */
async function segarkan() {
  try {
    await terima(await api.meja());
    pakaiBahasa(orang().bahasa);
    if (!kini.terkirim) kabar(null);
    await periksa();
  } catch (cause) {
    keluhkan(cause);
  }
  gambar();
  await jalankan();
}

/** Hands everything in after it was looked at as a whole; without a connection that has to wait. */
async function mauKirim() {
  try {
    await periksa();
  } catch (cause) {
    return cause instanceof api.Tolakan ? keluhkan(cause) : antrekan(true);
  }
  if (kurangList().length > 0) return tagih();
  kini.meringkas = true;
  kabar(null);
  gambar();
  byId("ringkasan").focus();
}

function antrekan(kirim) {
  kini.galatBukti = {};
  catatAntre({ waitId: waitKini(), id: idBaru(), kirim });
  return jalankan();
}

/** Sends what waits to be sent, as soon as that is possible. */
async function jalankan() {
  if (antre() === null || kini.sibuk) return;
  const { waitId, kirim } = antre();
  kini.sibuk = true;
  kabar("mengirim");
  gambarKaki(act);
  try {
    const hasil = await kirimkan();
    if (hasil === "tunda") setTimeout(() => void jalankan(), TUNDA_MS);
    else selesai(hasil === "kurang", kirim && lembarOf(waitId) === undefined);
  } catch (cause) {
    gagal(cause);
  }
  kini.sibuk = false;
  gambar();
}

function selesai(kurang, terkirim) {
  catatAntre(null);
  Object.assign(kini, { meringkas: false, terkirim });
  if (kurang) tagih();
  else kabar(terkirim ? "terkirim" : "tersimpanSemua", "baik");
}

/** What the server refuses is not tried again; what did not reach it is. */
function gagal(cause) {
  if (cause instanceof api.Tolakan) {
    const [berkas] = berkasOf(antre().waitId);
    if (cause.kata !== null && berkas !== undefined) kini.galatBukti[berkas.kode] = cause.kata;
    catatAntre(null);
    kini.meringkas = false;
  }
  keluhkan(cause);
}

const KATA = {
  "too-old": "basi",
  "not-signed": "ditolak",
  "not-linked": "belumTerhubung",
  "too-fast": "terlaluCepat",
  "too-large": "buktiBesar",
};

function keluhkan(cause) {
  if (!(cause instanceof api.Tolakan)) terputus();
  else if (cause.kata === null) kabar(KATA[cause.kode] ?? "gagal", "salah");
  else kabarKata(cause.kata, "salah");
}

const terputus = () => kabar(antre() === null ? "luring" : "menunggu", "redup luring");

const kurangList = () =>
  lembarKini().barisList.filter(
    (baris) =>
      kini.galatBukti[baris.kode] !== undefined ||
      kurangOf(baris, rowOf(waitKini(), baris.kode)) !== null,
  );

/** How many rows still want something; once none does, nothing is said of it any more. */
function hitung() {
  const { length: jumlah } = kurangList();
  kini.ditagih = jumlah > 0;
  if (jumlah > 0) kabar("periksaLagi", "salah", { jumlah });
  else kabar(null);
}

/** Shows what each row still wants, and brings the keyboard to the first of them. */
function tagih() {
  const kurang = kurangList();
  kini.ditagih = true;
  if (kurang.length === 0) kabar("gagal", "salah");
  else kabar("periksaLagi", "salah", { jumlah: kurang.length });
  gambar();
  if (kurang.length > 0) fokus(kurang[0].kode);
}

async function mulai() {
  const gelap = isDark();
  if (gelap !== null) document.documentElement.dataset.tema = gelap ? "gelap" : "terang";
  tell("web_app_ready");
  tell("web_app_expand");
  pakaiPekerja();
  if (initData === "") {
    kabar("dariTelegram", "salah");
    return gambar();
  }
  pakaiBahasa(orang()?.bahasa);
  await bacaBerkas();
  if (orang() === null) kabar("memuat");
  else gambar();
  await segarkan();
  addEventListener("online", () => void segarkan());
  addEventListener("offline", terputus);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void segarkan();
  });
}

await mulai();
