// A quarter of a sheet, played over the checking Bot API double of the tests; what each person had to read, tap
// and type, and how high that stood on a phone. Run by tsx, as the tests are.
import { Office } from "../../test/e2e/office.ts";
import { quarters } from "./quarters.mjs";
import { openRuler } from "./ruler.mjs";

/** Calls that show a message. */
const SHOWS = ["sendMessage", "sendRichMessage", "sendDocument", "sendPhoto"];

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

/** What was shown to each person from now on, as it came. */
function watchShown({ telegram }) {
  const before = telegram.calls.length;
  return ({ id }) =>
    telegram.calls
      .slice(before)
      .filter(
        ({ method, params, answer }) =>
          SHOWS.includes(method) && Number(params.chat_id) === id && answer?.ok,
      );
}

async function measure({ options, play, periode }, { rich = false, ruled = false }) {
  const office = await Office.open({ ...options, rich });
  try {
    const [{ kantor, sopList }] = await office.store.listKantor();
    const watched = kantor.pegawaiList.map(({ id, peran }) => ({
      person: office.person(id),
      peran: peran[0],
      did: watch(office.person(id)),
    }));
    const shownTo = watchShown(office);
    await play(office);
    // A file that could not be made at once, as on a busy machine, comes a little later.
    while ((await office.store.outboxDepth()).pending > 0) await office.settle();
    const ends = await office.berkasEnds();
    if (!ends.includes(`${periode} selesai`)) throw new Error(`${periode}: ${ends.join(", ")}`);
    const [{ sop }] = sopList;
    const langkahList = sop.langkah
      .filter(({ no }) => sop.siklus.triwulan.some((one) => String(one) === String(no)))
      .map(({ pelaksana, mutuBaku }) => ({ peran: pelaksana.peran, waktu: mutuBaku.waktu }));
    const heights = ruled ? await rule(watched.map(({ person }) => shownTo(person))) : [];
    const people = watched.map(({ peran, did }, at) => ({ peran, ...did(), heights: heights[at] }));
    return { langkahList, people };
  } finally {
    await office.close();
  }
}

async function rule(shownList) {
  const ruler = await openRuler();
  try {
    const heights = [];
    for (const shown of shownList) heights.push(await ruler.heightsOf(shown));
    return heights;
  } finally {
    await ruler.close();
  }
}

process.on("message", async ({ sheet, rich, ruled }) => {
  try {
    process.send({ result: await measure(quarters[sheet], { rich, ruled }) });
  } catch (error) {
    process.send({ error: String(error.stack) });
  }
});
process.send({ result: "ready" });
