import * as api from "./api.js";
import { barisOf } from "./draf.js";
import { baca, berkasList, hapusBerkas, idBaru, simpan } from "./simpanan.js";

/** What is kept on this phone. */
const kept = baca();

/** What the page knows beside that, until it is closed. */
export const kini = {
  /** Files that wait to be sent. */
  berkas: [],
  /** What the server says of each draft of the open table, by kode. */
  putusan: {},
  /** Why a file was not taken, by kode. */
  galatBukti: {},
  /** The table that was chosen, where there are several. */
  waitId: null,
  /** Whether everything that lacks is shown. */
  ditagih: false,
  meringkas: false,
  sibuk: false,
  terkirim: false,
};

export const orang = () => kept.meja;
export const lembarList = () => kept.meja?.lembarList ?? [];
export const lembarOf = (waitId) => lembarList().find(({ tanda }) => tanda.waitId === waitId);
export const lembarKini = () => lembarOf(kini.waitId) ?? lembarList()[0];
export const berkasOf = (waitId) => kini.berkas.filter((one) => one.waitId === waitId);
export const drafOf = (waitId) => kept.draf[waitId] ?? {};

/** Where a row stands: its draft, what is known of it, the files that wait. */
export const rowOf = (waitId, kode) => ({
  draf: drafOf(waitId)[kode],
  putusan: kini.putusan[kode],
  berkas: berkasOf(waitId).filter((one) => one.kode === kode),
});

/** Keeps a draft, or with null drops it. What waits to be sent is something else from here on. */
export function catatDraf(waitId, kode, draf) {
  const { [kode]: _, ...others } = drafOf(waitId);
  kept.draf = { ...kept.draf, [waitId]: draf === null ? others : { ...others, [kode]: draf } };
  delete kini.putusan[kode];
  if (kept.antre?.waitId === waitId) kept.antre = { ...kept.antre, id: idBaru() };
  simpan(kept);
}

/** What waits to be sent; null where nothing does. */
export const antre = () => kept.antre;

export function catatAntre(next) {
  kept.antre = next;
  simpan(kept);
}

export async function bacaBerkas() {
  kini.berkas = await berkasList();
}

/** Takes what the office says of the person now; drafts and files of what is asked no more go. */
export async function terima({ bahasa, kantor, lembarList: list }) {
  const open = new Set(list.map(({ tanda }) => tanda.waitId));
  kept.meja = { bahasa, kantor, lembarList: list };
  kept.draf = Object.fromEntries(Object.entries(kept.draf).filter(([waitId]) => open.has(waitId)));
  simpan(kept);
  await bacaBerkas();
  const gone = kini.berkas.filter(({ waitId }) => !open.has(waitId));
  await Promise.all(gone.map(({ id }) => hapusBerkas(id)));
  kini.berkas = kini.berkas.filter((one) => !gone.includes(one));
}

/** Asks what the drafts of the open table would come to. */
export async function periksa() {
  const lembar = lembarKini();
  if (lembar === undefined) return;
  const { waitId } = lembar.tanda;
  const before = drafOf(waitId);
  const rows = Object.entries(before).map(([kode, draf]) => barisOf(kode, draf));
  const said = rows.length === 0 ? [] : await api.periksa(lembar.tanda, rows);
  // Whoever typed on meanwhile is looked at once more.
  const held = said.filter(({ kode }) => drafOf(waitId)[kode] === before[kode]);
  kini.putusan = Object.fromEntries(held.map((one) => [one.kode, one]));
}
