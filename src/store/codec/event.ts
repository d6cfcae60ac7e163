import { z } from "zod";
import type { FromPerson } from "../../app/ports/channel.ts";

const event = {
  channelId: z.string(),
  eventId: z.string(),
  atMs: z.number(),
  from: z.strictObject({ channelId: z.string(), chat: z.string() }),
  nama: z.string().nullable(),
};

const messageIds = z.array(z.string());

/** What a person did, as the column of updates set aside holds it. */
export const EventJson = z.discriminatedUnion("type", [
  z.strictObject({
    ...event,
    type: z.literal("text"),
    text: z.string(),
    quoted: messageIds.exactOptional(),
  }),
  z.strictObject({ ...event, type: z.literal("command"), name: z.string(), args: z.string() }),
  z.strictObject({ ...event, type: z.literal("choice"), token: z.string() }),
  z.strictObject({
    ...event,
    type: z.literal("vote"),
    poll: messageIds,
    nomor: z.number().nullable(),
  }),
  z.strictObject({
    ...event,
    type: z.literal("file"),
    file: z.strictObject({
      id: z.string(),
      nama: z.string(),
      mime: z.string(),
      ukuranByte: z.number().nullable(),
    }),
    caption: z.string(),
  }),
  z.strictObject({ ...event, type: z.literal("unsupported"), what: z.string() }),
]) satisfies z.ZodType<FromPerson>;
