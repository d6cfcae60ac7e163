import * as api from "./api.js";
import { barisOf, isJelas, isTercatat, kurangOf } from "./draf.js";
import { antre, berkasOf, catatDraf, kini, lembarOf, periksa, rowOf, terima } from "./meja.js";
import { hapusBerkas } from "./simpanan.js";
import { t } from "./teks.js";

/**
 * Sends what waits: files first, then the rows that are clear, and with them the wish to hand everything in.
 * What the office has taken is a draft no more. Answers what came of it: `kurang` where rows want something
 * before all of it can be handed in, `tunda` where the office has not come to it, else `selesai`.
 */
export async function kirimkan() {
  const { waitId, kirim } = antre();
  if (!(await kirimBerkas(waitId))) return "tunda";
  if (Object.keys(kini.galatBukti).length > 0) return "kurang";
  await periksa();
  const rows = rowsOf(waitId);
  if (kirim && rows.some(({ baris, ...row }) => kurangOf(baris, row) !== null)) return "kurang";
  const clear = rows.filter(
    ({ baris, draf, putusan }) => draf !== undefined && isJelas(baris, draf, putusan),
  );
  if (rows.length === 0 || (clear.length === 0 && !kirim)) return "selesai";
  const taken = await kirimBaris(clear.map(({ baris, draf }) => barisOf(baris.kode, draf)));
  if (!taken) return "tunda";
  return kirim && lembarOf(waitId) !== undefined ? "kurang" : "selesai";
}

const rowsOf = (waitId) =>
  (lembarOf(waitId)?.barisList ?? []).map((baris) => ({ baris, ...rowOf(waitId, baris.kode) }));

/** False while the office has not come to one of them. */
async function kirimBerkas(waitId) {
  for (const berkas of berkasOf(waitId)) {
    const lembar = lembarOf(waitId);
    if (lembar === undefined) return true;
    const { length: before } = buktiOf(lembar, berkas);
    const diterima = await api.bukti(lembar.tanda, berkas);
    if (!diterima.diputuskan) return false;
    await hapusBerkas(berkas.id);
    await terima(diterima);
    const after = buktiOf(lembarOf(waitId), berkas);
    if (after.length === before && !after.includes(berkas.nama))
      kini.galatBukti[berkas.kode] = t("buktiTakDiterima");
  }
  return true;
}

/** The files the office has of the figure that one is for. */
const buktiOf = (lembar, { kode }) =>
  lembar?.barisList.find((one) => one.kode === kode)?.buktiList ?? [];

/** False while the office has not come to them. */
async function kirimBaris(barisList) {
  const { waitId, id, kirim } = antre();
  const { tanda } = lembarOf(waitId);
  const diterima = await api.kirim({ id, tanda, barisList, kirim });
  if (!diterima.diputuskan) return false;
  await terima(diterima);
  const sesudah = lembarOf(waitId)?.barisList ?? [];
  for (const { kode, ...draf } of barisList) {
    const baris = sesudah.find((one) => one.kode === kode);
    if (baris !== undefined && isTercatat(baris, draf)) catatDraf(waitId, kode, null);
  }
  return true;
}
