import { expect } from "vitest";
import type { Person } from "../../doubles/telegram/index.ts";
import { rowsOf, wordsOf } from "../../doubles/telegram/rich.ts";
import { inlineButtons } from "../../doubles/telegram/transcript.ts";
import {
  type ChannelHarness,
  describeChannel,
  type LaidOut,
  type ShownMessage,
} from "../contract.ts";
import { openTelegram } from "./harness.ts";

describeChannel("Telegram", () => openHarness(true));
describeChannel("Telegram before rich messages", () => openHarness(false));

type Message = Person["inbox"][number];

async function openHarness(rich: boolean): Promise<ChannelHarness> {
  const { double, create } = await openTelegram({ rich });
  const person = double.person(4_711, "Siti");
  const once = (act: () => void): void => {
    act();
    double.deliverTwice = false;
  };
  return {
    channel: create(),
    chat: String(person.id),
    says: (text) => once(() => person.says(text)),
    taps: (title) => once(() => person.taps(title)),
    answers(text) {
      const { last } = person;
      if (last === undefined) throw new Error("nothing to answer");
      person.answers(last, text);
    },
    uploads: ({ nama, mime, data }, caption) =>
      once(() => person.uploads(nama, data, mime, caption)),
    shown: () => person.inbox.map((message) => shownOf(person, message)),
    failNextSend(how) {
      const { faults } = double;
      if (how === "unreachable") faults.cutNext("sendMessage");
      else if (how === "blocked") faults.failNext("sendMessage", 403, "Forbidden: blocked");
      else faults.failNext("sendMessage", 429, "Too Many Requests", { retry_after: 7 });
    },
    failNextFetch(how) {
      const { faults } = double;
      if (how === "unreachable") faults.failNext("getFile", 502, "Bad Gateway");
      else if (how === "cut") faults.cutNext("download");
      else faults.failNext("getFile", 429, "Too Many Requests", { retry_after: 2 });
    },
    repeatNext: () => {
      double.deliverTwice = true;
    },
    until: (predicate) => double.until(predicate),
    async close() {
      expect(double.complaints).toEqual([]);
      await double.stop();
    },
  };
}

function shownOf(person: Person, message: Message): ShownMessage {
  const text = wordsOf(message);
  const entities = message.entities ?? message.caption_entities ?? [];
  const markup = message.reply_markup;
  return {
    text,
    buttons: markup && "inline_keyboard" in markup ? markup.inline_keyboard.map(titlesOf) : [],
    bold: entities
      .filter(({ type }) => type === "bold")
      .map(({ offset, length }) => text.slice(offset, offset + length)),
    ...(message.rich_message && { laidOut: laidOutOf(message) }),
    file: fileOf(person, message),
  };
}

function laidOutOf(message: Message): LaidOut {
  const blocks = message.rich_message?.blocks ?? [];
  const buttons = inlineButtons(message).flat();
  const styled = (one: "success" | "danger"): readonly string[] =>
    buttons.filter(({ style }) => style === one).map(({ text }) => text);
  return { rows: rowsOf(blocks), forward: styled("success"), back: styled("danger") };
}

function fileOf(person: Person, message: Message): ShownMessage["file"] {
  const { document, photo } = message;
  if (document === undefined && photo === undefined) return null;
  const gambar = photo !== undefined;
  return { nama: document?.file_name ?? "", data: person.opens(message), gambar };
}

const titlesOf = (row: readonly { text: string }[]): string[] => row.map(({ text }) => text);
