// A quarter of a sheet, played by people who make no mistake and, but for "terlambat", are on time.
import { join } from "node:path";
import { approveTriwulan, fillTriwulan } from "../../test/e2e/paringin-selatan.ts";

const root = join(import.meta.dirname, "../..");
const test = join(root, "test");

export const quarters = {
  "paringin-selatan": {
    options: { kantorFile: join(test, "e2e/uji.yaml"), mulai: "2026-03-30T09:00:00+08:00" },
    async play(office) {
      await office.moveTo("2026-04-01T07:40:00+08:00");
      await fillTriwulan(office, 1);
      await approveTriwulan(office);
    },
    periode: "2026-TW1",
  },
  // One section sends its figures after the deadline of the period, and then the Sekcam lets the draft lie.
  "paringin-selatan-terlambat": {
    options: { kantorFile: join(test, "e2e/uji.yaml"), mulai: "2026-03-30T09:00:00+08:00" },
    async play(office) {
      await office.moveTo("2026-04-01T07:40:00+08:00");
      await fill(office, "kasi-pemerintahan", "36/40", "3");
      await fill(office, "kasubbag", "15");
      await office.moveTo("2026-04-14T08:00:00+08:00");
      await fill(office, "kasi-pelayanan", "81,5", "10");
      await office.taps("kasubbag", "✅ Teruskan");
      await office.moveTo("2026-04-22T08:00:00+08:00");
      await office.taps("sekcam", "✅ Setuju");
      await office.taps("camat", "✅ Setuju");
    },
    periode: "2026-TW1",
  },
  kemlagi: {
    options: {
      kantorFile: join(test, "support/kantor/uji-kemlagi.yaml"),
      mulai: "2026-12-28T09:00:00+07:00",
    },
    async play(office) {
      await office.moveTo("2027-01-04T07:40:00+07:00");
      await office.taps("camat", "✅ Perintahkan");
      await office.taps("sekcam", "✅ Sampaikan format");
      await fill(office, "kasi-pelayanan", "86", "13");
      await fill(office, "kasi-pemerintahan", "91", "12");
      await fill(office, "kasubag-program", "96");
      await office.taps("kasubag-program", "✅ Rekap sesuai");
    },
    periode: "2026-TW4",
  },
  "mekanisme-pengukuran": {
    options: {
      kantorFile: join(test, "support/kantor/uji-mekanisme.yaml"),
      mulai: "2026-12-28T09:00:00+07:00",
    },
    play: playMekanisme,
    periode: "2026-TW4",
  },
  peraga: {
    options: {
      kantorFile: join(root, "flows/kantor/peraga.yaml"),
      mulai: "2026-12-28T09:00:00+08:00",
    },
    async play(office) {
      await office.moveTo("2027-01-04T07:40:00+08:00");
      for (const [unit, figures] of Object.entries(PERAGA))
        await fillAsAsked(office, unit, figures);
      await office.taps("kasubbag-perencanaan", "✅ Teruskan");
      await office.taps("sekcam", "✅ Setuju");
      await office.taps("camat", "✅ Setuju");
    },
    periode: "2026-TW4",
  },
};

/** One section is short of its target and says why; the others meet theirs. */
const PERAGA = {
  "kasi-pelayanan": ["86,25", "14,2", "15/15"],
  "kasi-pemerintahan": ["68,78", "38/40"],
  "kasi-pmd": ["12", "4"],
  "kasi-trantib": ["2"],
  "kasubbag-umum": ["24/24"],
  "kasubbag-perencanaan": ["96"],
};

async function fill(office, unit, ...figures) {
  await office.taps(unit, "Mulai isi");
  for (const figure of figures) await office.says(unit, figure);
  await office.taps(unit, "Kirim");
}

/** One tap is enough where something may be told, or has to be. */
const PASSED = ["Lewati", "Data desa belum masuk"];

/** Types a figure for each question, shows a photo where evidence is due, and tells no more than is asked. */
async function fillAsAsked(office, unit, figures) {
  await office.taps(unit, "Mulai isi");
  const left = [...figures];
  for (;;) {
    const person = office.person(unit);
    const pass = person.buttons.find((title) => PASSED.includes(title));
    if (person.buttons.includes("Kirim")) return office.taps(unit, "Kirim");
    if (pass !== undefined) await office.taps(unit, pass);
    else if (/✍️ Indikator/.test(person.texts.at(-1))) await office.says(unit, left.shift());
    else if (/\bfoto\b/i.test(person.texts.at(-1)))
      await office.act(() => person.photo(Buffer.from("bukti")));
    else throw new Error(person.transcript());
  }
}

async function playMekanisme(office) {
  const taps = async (id, ...titles) => {
    for (const title of titles) await office.taps(id, title);
  };
  /** Fills in a form; null leaves a field at what is proposed. */
  const isi = async (id, ...answers) => {
    await office.taps(id, /^(Isi|Ubah isian)$/);
    for (const one of answers) {
      if (one === null) await office.taps(id, /^(Pakai usulan|Tetap|Lewati|Selesai)$/);
      else await office.says(id, one);
    }
  };
  await office.moveTo("2027-01-04T07:40:00+07:00");
  await isi("camat", null, "Pengukuran kinerja Triwulan IV 2026", null, null);
  await taps("camat", "✅ Perintahkan");
  await taps("sekcam", "Sudah dibaca", "✅ Ajukan draf SK");
  await taps("camat", "✅ Tandatangani");
  await taps("sekcam", "✅ Tetapkan rencana");
  await fill(office, "kasi-pelayanan", "86", "14");
  await fill(office, "kasi-pemerintahan", "90", "12");
  await fill(office, "kasubbag-pkp", "95");
  await taps("kasubbag-pkp", "✅ Teruskan");
  await taps("sekcam", "✅ Setuju", "✅ Setuju");
  await taps("camat", "Sudah dibaca");
  await isi("camat", null, "6 Januari 2027", "10.00", null, null);
  await taps("camat", "✅ Kirim undangan");
  for (const id of ["sekcam", "kasi-pelayanan", "kasi-pemerintahan", "kasubbag-pkp"]) {
    await taps(id, "✅ Hadir");
  }
  await office.moveTo("2027-01-06T12:00:00+07:00");
  await isi("camat", null, "Capaian Triwulan IV", "Laporan disetujui", null);
  await taps("camat", "✅ Sahkan notulen");
  await taps("kasubbag-pkp", "✅ Teruskan");
  await taps("camat", "✅ Tandatangani");
  await taps("kasubbag-pkp", "✅ Sudah diserahkan");
  await isi("inspektorat", "Petugas Loket", "AG-07/2027", null);
  await taps("inspektorat", "✅ Diterima");
  await isi("kasubbag-pkp", "Lemari 2, map Laporan Kinerja", null);
  await taps("kasubbag-pkp", "✅ Simpan arsip");
}
