/** Told by the server with its state; a page of an earlier start cannot act. */
let kunciHalaman = "";

const sentences = {
  "too-fast": "Terlalu cepat. Tunggu sebentar, lalu ulangi.",
  "stale-page": "Program baru saja dimulai ulang. Muat ulang halaman ini.",
  "not-local":
    "Halaman ini hanya untuk komputer tempat sopir berjalan, atau lewat tautan sekali pakai di log. Mulai ulang sopir untuk tautan baru.",
  closed:
    "Kantor sudah berjalan, halaman ini ditutup. Muat ulang halaman untuk petunjuk selanjutnya.",
  "office-there": "Kantor sudah dimuat; kantor peraga tidak dapat dijalankan di sampingnya.",
  demo: "Program sedang menjalankan kantor peraga. Pilih Siapkan kantor lebih dahulu.",
  nobody: "Semua pegawai sudah punya akun; tidak ada yang perlu diundang.",
};

const TERPUTUS = "Tidak terhubung dengan program. Pastikan sopir masih berjalan, lalu ulangi.";

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error(TERPUTUS);
  }
  if (response.ok) return response;
  if (response.status === 413)
    throw new Error("Berkas terlalu besar; buku kerja paling besar 5 MB.");
  const { error } = await response.json().catch(() => ({ error: "" }));
  throw new Error(sentences[error] ?? "Tidak dapat dikerjakan. Coba sekali lagi.");
}

function post(path, body, type = "application/json") {
  const headers = { "content-type": type, "x-mulai-token": kunciHalaman };
  return ask(path, { method: "POST", headers, body });
}

const postJson = async (path, body) => (await post(path, JSON.stringify(body))).json();

/** Where the first run stands. */
export async function state() {
  const { kunciHalaman: kunci, ...rest } = await (await ask("/mulai/keadaan")).json();
  kunciHalaman = kunci;
  return rest;
}

export const choose = (cara) => postJson("/mulai/cara", { cara });
export const load = (kunci) => postJson("/mulai/muat", { kunci });
export const checkToken = (token) => postJson("/mulai/token", { token });
export const run = (token) => postJson("/mulai/jalankan", { token });

export async function upload(file) {
  const query = new URLSearchParams({ nama: file.name });
  return (await post(`/mulai/buku?${query}`, file, "application/octet-stream")).json();
}

export async function rehearse(kantor) {
  return (await (await ask(`/mulai/gladi?${new URLSearchParams({ kantor })}`)).json()).gladi;
}

/** Fresh invitations as a file. */
export const invite = async (kantor) =>
  (await post("/mulai/undangan", JSON.stringify({ kantor }))).blob();

/** Waits until the program has started anew and is as wanted. */
export async function until(wanted) {
  for (let tries = 0; tries < 120; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await state().catch(() => null);
    if (now !== null && wanted(now)) return now;
  }
  throw new Error(
    "Program belum kembali sesudah satu menit. Lihat log-nya, lalu muat ulang halaman.",
  );
}
