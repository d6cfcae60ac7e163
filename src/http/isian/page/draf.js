/** The parts of a row that two people may fill in against each other. */
const DIJAGA = ["realisasi", "penyebut", "keterangan"];

const sama = (one, other, bagianList = Object.keys(one)) =>
  bagianList.every((bagian) => one[bagian] === other[bagian]);

/** What stands in a row: the draft, else what is recorded. */
export const isiOf = (baris, draf) => draf?.isi ?? baris.tercatat;

/** The draft once a part was typed; null where it says nothing else than what is recorded. */
export function diubah(baris, draf, bagian, nilai) {
  const before = draf ?? { isi: baris.tercatat, yakin: false, semula: baris.tercatat };
  const angka = bagian === "realisasi" || bagian === "penyebut";
  const isi = { ...before.isi, [bagian]: nilai };
  return sama(isi, baris.tercatat) ? null : { ...before, isi, yakin: before.yakin && !angka };
}

/** The draft with one of the figures that a doubtful one may mean. */
export const dipilih = (draf, { realisasi, penyebut, yakin }) => ({
  ...draf,
  isi: { ...draf.isi, realisasi, penyebut },
  yakin,
});

/** Whether a row was answered elsewhere since its draft was begun, with something else. */
export const isBerubah = (baris, draf) =>
  draf !== undefined &&
  !sama(baris.tercatat, draf.semula, DIJAGA) &&
  !sama(baris.tercatat, draf.isi, DIJAGA);

/** The draft on top of what is recorded by now: from here on it is meant to take its place. */
export const diteruskan = (baris, draf) => ({ ...draf, semula: baris.tercatat });

/** Whether what was sent has been taken: what is recorded changed, or says the same. */
export const isTercatat = (baris, { isi, semula }) =>
  sama(baris.tercatat, isi) || !sama(baris.tercatat, semula);

/** A row as the server takes it. */
export const barisOf = (kode, { isi, yakin, semula }) => ({ kode, isi, yakin, semula });

/** What keeps a row from being sent: the name of its text, or `periksa` where a cell says so itself. */
export function kurangOf(baris, { draf, putusan, berkas }) {
  if (draf === undefined) {
    return baris.terisi ? bukaOf(baris, isiOf(baris), berkas) : "perluAngka";
  }
  if (!isJelas(baris, draf, putusan)) return "periksa";
  return putusan.angka === null ? "perluAngka" : bukaOf(putusan, draf.isi, berkas);
}

/** What a figure that is clear still wants beside it. */
function bukaOf({ perluKeterangan, perluBukti }, { keterangan }, berkas) {
  if (perluKeterangan && keterangan.trim() === "") return "perluKeterangan";
  return perluBukti && berkas.length === 0 ? "perluBukti" : null;
}

/** Whether a draft can be taken as it is, whatever else its row may want. */
export const isJelas = (baris, draf, putusan) =>
  !isBerubah(baris, draf) &&
  putusan !== undefined &&
  (putusan.angka === null || putusan.angka.jenis === "jelas") &&
  Object.keys(putusan.salah).length === 0;
