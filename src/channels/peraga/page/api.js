/** Told by the server with every connection; a page of an earlier start cannot act. */
let token = "";

export function setToken(next) {
  token = next;
}

const sentences = {
  "no-button": "Tombol itu sudah tidak berlaku.",
  "too-fast": "Terlalu cepat. Tunggu sebentar, lalu ulangi.",
  "stale-page": "Program baru saja dimulai ulang. Ulangi sekali lagi.",
  "clock-runs": "Jam berjalan sendiri dan tidak dapat dimajukan.",
};

/** Posts to the server; throws an Error with an Indonesian sentence when it is refused. */
async function post(path, body, type) {
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "content-type": type, "x-peraga-token": token },
      body,
    });
  } catch {
    throw new Error("Tidak terhubung dengan program. Pastikan npm start masih berjalan.");
  }
  if (response.ok) return;
  const { error } = await response.json().catch(() => ({ error: "" }));
  if (response.status === 413) throw new Error("Berkas terlalu besar; paling besar 20 MB.");
  throw new Error(sentences[error] ?? "Tidak dapat dikirim. Coba sekali lagi.");
}

const json = (path, body) => post(path, JSON.stringify(body), "application/json");

export const say = (chat, teks) => json("/peraga/say", { chat, teks });
export const tap = (chat, pesan, pilihan) => json("/peraga/tap", { chat, pesan, token: pilihan });
export const read = (chat) => json("/peraga/read", { chat });
export const push = (lompatan) => json("/peraga/clock", { lompatan });

export function upload(chat, nama, mime, data) {
  const query = new URLSearchParams({ chat, nama, mime });
  return post(`/peraga/file?${query}`, data, "application/octet-stream");
}
