import { initData } from "./telegram.js";

/** The server said no; `kode` says why, `kata` how it is told where the server has words for it. */
export class Tolakan extends Error {
  constructor(kode, kata = null) {
    super(kode);
    this.kode = kode;
    this.kata = kata;
  }
}

const PATIENCE_MS = 60_000;
const AWAY = [502, 503, 504];

/** Rejects with a `Tolakan` where the server refuses, with anything else where it cannot be reached. */
async function ask(path, options = {}) {
  const response = await fetch(path, {
    ...options,
    headers: { authorization: `tma ${initData}`, ...options.headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 413) throw new Tolakan("too-large");
  const body = await response.json().catch(() => null);
  // A proxy whose program is away, and a page to log in at, are no answers of ours.
  if (body === null || AWAY.includes(response.status)) throw new Error("away");
  if (!response.ok) throw new Tolakan(body.error);
  if (body.ditolak !== undefined) throw new Tolakan("bukti-ditolak", body.ditolak);
  return body;
}

const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Where the person stands now. */
export const meja = () => ask("/isian/meja");

/** What rows would come to. */
export const periksa = async (tanda, barisList) =>
  (await post("/isian/periksa", { tanda, barisList })).barisList;

export const kirim = (dikirim) => post("/isian/kirim", dikirim);

export function bukti(tanda, { id, kode, nama, mime, isi }) {
  const query = new URLSearchParams({ ...tanda, id, kode, nama, mime });
  return ask(`/isian/bukti?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: isi,
  });
}
