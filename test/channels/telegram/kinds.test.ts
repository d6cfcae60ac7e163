// Every kind of update and of message the types package knows is answered, or silent for a reason.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  ALLOWED_UPDATES,
  SILENT_MESSAGE,
  SILENT_UPDATE,
} from "../../../src/channels/telegram/kinds.ts";
import { parseUpdate } from "../../../src/channels/telegram/parse.ts";

const types = readFileSync(
  join(import.meta.dirname, "../../../node_modules/@gramio/types/out/objects.d.ts"),
  "utf8",
);

function fieldsOf(name: string): readonly string[] {
  const body = new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(types)?.[1] ?? "";
  return [...body.matchAll(/^\s+([a-z_]+)\??:/gm)].map(([, field = ""]) => field);
}

/** What says how, where and by whom, and is no kind of message by itself. */
const ATTRIBUTE = new Set(
  `message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count
  sender_business_bot sender_tag receiver_user ephemeral_message_id date guest_query_id
  business_connection_id chat forward_origin is_topic_message is_automatic_forward reply_to_message
  external_reply quote reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot
  guest_bot_caller_user guest_bot_caller_chat edit_date has_protected_content is_from_offline
  is_paid_post media_group_id author_signature paid_star_count entities link_preview_options
  suggested_post_info effect_id caption caption_entities show_caption_above_media has_media_spoiler
  reply_markup`.split(/\s+/),
);
const updateKinds = fieldsOf("TelegramUpdate").filter((kind) => kind !== "update_id");
const messageKinds = fieldsOf("TelegramMessage").filter((kind) => !ATTRIBUTE.has(kind));

const media = { file_id: "F", file_unique_id: "U" };
const SAMPLE: Readonly<Record<string, unknown>> = {
  text: "86,25",
  document: media,
  photo: [media],
  video: media,
  audio: media,
  voice: media,
};

const parse = (kind: string, type: string, field = "message") =>
  parseUpdate(
    {
      update_id: 7,
      [field]: { message_id: 1, date: 1, chat: { id: 4, type }, [kind]: SAMPLE[kind] ?? {} },
    },
    "telegram",
    0,
  );

describe("kinds of update", () => {
  it("are known from the types package", () => {
    expect(updateKinds.length).toBe(27);
    expect(messageKinds.length).toBe(78);
  });

  it.each(updateKinds)("%s is asked for, or stays at Telegram for a reason", (kind) => {
    const asked = ALLOWED_UPDATES.some((one) => one === kind);
    expect(asked).toBe(SILENT_UPDATE[kind] === undefined);
  });

  it("are on no list that the types package does not know", () => {
    const known = new Set(updateKinds);
    expect(
      [...ALLOWED_UPDATES, ...Object.keys(SILENT_UPDATE)].filter((one) => !known.has(one)),
    ).toEqual([]);
    expect(Object.keys(SILENT_MESSAGE).filter((one) => !messageKinds.includes(one))).toEqual([]);
  });
});

describe("kinds of message", () => {
  it.each(messageKinds)("%s is answered in a private chat, or silent for a reason", (kind) => {
    for (const field of ["message", "edited_message"]) {
      const silent = SILENT_MESSAGE[kind] !== undefined;
      expect(parse(kind, "private", field).kind).toBe(silent ? "ignored" : "event");
    }
  });

  it.each(messageKinds)("%s in a group has the group's one key, and none in a channel", (kind) => {
    for (const type of ["group", "supergroup"])
      expect(parse(kind, type)).toMatchObject({
        event: { type: "group", eventId: "telegram:group:4" },
      });
    expect(parse(kind, "channel").kind).toBe("ignored");
  });

  it("reads an edit under a key of its own, pointing at the message", () => {
    expect(parse("text", "private", "edited_message")).toMatchObject({
      event: {
        type: "edited",
        eventId: "telegram:7",
        of: "1",
        now: { type: "text", text: "86,25" },
      },
    });
  });
});
