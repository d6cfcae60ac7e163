import { expect } from "vitest";
import type { Entry } from "../../doubles/graph/index.ts";
import { type ChannelHarness, describeChannel, type ShownMessage } from "../contract.ts";
import { openGraph } from "./harness.ts";

describeChannel("WhatsApp by the Cloud API", openHarness);

async function openHarness(): Promise<ChannelHarness> {
  const { double, create } = await openGraph();
  const person = double.person("6281200000001", "Siti");
  person.heardMs = Date.now();
  return {
    channel: create(),
    chat: person.id,
    says: (text) => void person.says(text),
    taps: (title) => void person.taps(title),
    answers(text) {
      const { last } = person;
      if (last === undefined) throw new Error("nothing to answer");
      person.answers(last, text);
    },
    uploads: ({ nama, mime, data }, caption) =>
      void person.uploads({ name: nama, mime, data }, caption),
    shown: () => person.inbox.map(shownOf),
    failNextSend(how) {
      const { faults } = double;
      if (how === "unreachable") faults.cutNext("send");
      else if (how === "blocked") faults.failNext("send", 400, 131_026);
      else faults.failNext("send", 429, 130_429);
    },
    failNextFetch(how) {
      const { faults } = double;
      if (how === "unreachable") faults.failNext("media", 503);
      else if (how === "cut") faults.cutNext("download");
      else faults.failNext("download", 429);
    },
    repeatNext: () => {
      double.repeatNext = true;
    },
    until: (predicate) => double.until(predicate),
    async close() {
      await double.stop();
      expect(double.complaints).toEqual([]);
    },
  };
}

const shownOf = ({ text, file, buttons }: Entry): ShownMessage => ({
  text: withoutMarks(text.replace(BOLD, "$1")),
  buttons: buttons.length === 0 ? [] : [buttons],
  bold: [...text.matchAll(BOLD)].map(([, bold]) => withoutMarks(bold ?? "")),
  file: file && { nama: file.name, data: file.data, gambar: file.picture },
});

/** As phones read it: a pair of stars that touch the word, and that nothing invisible keeps apart. */
const BOLD =
  /(?<![\p{L}\p{N}\u2060])\*(?![\s\u2060])([^*\n]+?)(?<![\s\u2060])\*(?![\p{L}\p{N}\u2060])/gu;

const withoutMarks = (text: string): string => text.replaceAll("\u2060", "");
