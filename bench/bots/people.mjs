// A quarter of a sheet, played over the checking Bot API double of the tests by people who make no mistake;
// what each of them had to read, tap and type. Run by tsx, as the tests are.
import { join } from "node:path";
import { Office } from "../../test/e2e/office.ts";
import { approveTriwulan, fillTriwulan } from "../../test/e2e/paringin-selatan.ts";

const test = join(import.meta.dirname, "../../test");

const quarters = {
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
};

async function fill(office, unit, ...figures) {
  await office.taps(unit, "Mulai isi");
  for (const figure of figures) await office.says(unit, figure);
  await office.taps(unit, "Kirim");
}

/** What somebody does from now on. */
function watch(person) {
  const before = person.inbox.length;
  const typed = [];
  const says = person.says.bind(person);
  person.says = (text) => {
    typed.push(text);
    return says(text);
  };
  return () => ({
    messages: person.texts.slice(before),
    taps: person.tapsMade.length,
    typed,
  });
}

async function measure({ options, play, periode }) {
  const office = await Office.open(options);
  try {
    const [{ kantor, sopList }] = await office.store.listKantor();
    const watched = kantor.pegawaiList.map(({ id, peran }) => ({
      peran: peran[0],
      did: watch(office.person(id)),
    }));
    await play(office);
    const ends = await office.berkasEnds();
    if (!ends.includes(`${periode} selesai`)) throw new Error(`${periode}: ${ends.join(", ")}`);
    const [{ sop }] = sopList;
    const langkahList = sop.langkah
      .filter(({ no }) => sop.siklus.triwulan.some((one) => String(one) === String(no)))
      .map(({ pelaksana, mutuBaku }) => ({ peran: pelaksana.peran, waktu: mutuBaku.waktu }));
    const people = watched.map(({ peran, did }) => ({ peran, ...did() }));
    return { langkahList, people };
  } finally {
    await office.close();
  }
}

process.on("message", async ({ sheet }) => {
  try {
    process.send({ result: await measure(quarters[sheet]) });
  } catch (error) {
    process.send({ error: String(error.stack) });
  }
});
process.send({ result: "ready" });
