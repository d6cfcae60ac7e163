import { orang } from "./telegram.js";

/** Names what is sent, so that a second try of it changes nothing. */
export const idBaru = () => crypto.randomUUID();

/** What is kept on this phone: the table as it was seen last, drafts, and what waits to be sent. */
const KUNCI = `sopir-isian/${orang}`;
const kosong = { meja: null, draf: {}, antre: null };

/** What was kept; nothing where it cannot be read. */
export function baca() {
  try {
    return { ...kosong, ...JSON.parse(localStorage.getItem(KUNCI) ?? "{}") };
  } catch {
    return { ...kosong };
  }
}

/** A full or forbidden store keeps nothing; the page goes on all the same. */
export function simpan(keadaan) {
  try {
    localStorage.setItem(KUNCI, JSON.stringify(keadaan));
  } catch {
    // Nothing to do about it here: what is on the screen stays.
  }
}

/** Files are too large for that; they have a store of their own. */
const NAMA = "sopir-isian";
const TOKO = "berkas";

function buka() {
  const request = indexedDB.open(NAMA, 1);
  request.addEventListener("upgradeneeded", () =>
    request.result.createObjectStore(TOKO, { keyPath: "id" }),
  );
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

async function pakai(mode, act) {
  const db = await buka();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(TOKO, mode);
      const request = act(transaction.objectStore(TOKO));
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("abort", () => reject(transaction.error));
    });
  } finally {
    db.close();
  }
}

/** Files of this person that wait to be sent. */
export async function berkasList() {
  const all = await pakai("readonly", (toko) => toko.getAll()).catch(() => []);
  return all.filter((one) => one.orang === orang);
}

export const simpanBerkas = (berkas) =>
  pakai("readwrite", (toko) => toko.put({ ...berkas, orang }));

export const hapusBerkas = (id) => pakai("readwrite", (toko) => toko.delete(id));
