import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TelegramChannel } from "../../../src/channels/telegram/index.ts";
import { type Opened, openTelegram } from "./harness.ts";

describe("a sign on a message on Telegram", () => {
  let opened: Opened;
  let channel: TelegramChannel;

  beforeEach(async () => {
    opened = await openTelegram();
    channel = opened.create();
  });

  afterEach(() => opened.double.stop());

  it("stands on what the person wrote, once however often it is put there", async () => {
    const person = opened.double.person(4_711, "Siti");
    const { message_id } = person.says("terima kasih");
    for (let n = 0; n < 2; n += 1)
      expect(await channel.react?.("4711", String(message_id), "👍")).toMatchObject({
        kind: "sent",
      });
    expect(person.reactions).toEqual(["👍"]);
    expect(person.inbox).toEqual([]);
    expect(opened.double.complaints).toEqual([]);
  });

  it.each([
    {
      what: "the message is gone",
      code: 400,
      description: "Bad Request: message to react not found",
    },
    { what: "signs are not allowed", code: 400, description: "Bad Request: REACTION_INVALID" },
    { what: "an older server does not know it", code: 404, description: "Not Found" },
  ])("is refused as such where $what", async ({ code, description }) => {
    opened.double.person(4_711, "Siti").says("terima kasih");
    opened.double.faults.failNext("setMessageReaction", code, description);
    expect(await channel.react?.("4711", "101", "👍")).toMatchObject({ code: "rejected" });
  });

  it("may have arrived where no answer came", async () => {
    opened.double.person(4_711, "Siti").says("terima kasih");
    opened.double.faults.cutNext("setMessageReaction");
    expect(await channel.react?.("4711", "101", "👍")).toMatchObject({ code: "unreachable" });
  });
});
