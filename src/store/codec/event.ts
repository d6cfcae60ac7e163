import { z } from "zod";
import type { FromPerson } from "../../app/ports/channel.ts";
import { BuktiMasuk, LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";

const event = {
  channelId: z.string(),
  eventId: z.string(),
  atMs: z.number(),
  from: z.strictObject({ channelId: z.string(), chat: z.string() }),
  nama: z.string().nullable(),
  messageId: z.string().exactOptional(),
};

const messageIds = z.array(z.string());

const text = {
  type: z.literal("text"),
  text: z.string(),
  quoted: messageIds.exactOptional(),
};
const command = { type: z.literal("command"), name: z.string(), args: z.string() };
const file = {
  type: z.literal("file"),
  file: z.strictObject({
    id: z.string(),
    nama: z.string(),
    mime: z.string(),
    ukuranByte: z.number().nullable(),
  }),
  caption: z.string(),
};
const unsupported = { type: z.literal("unsupported"), what: z.string() };

const WrittenJson = z.discriminatedUnion("type", [
  z.strictObject(text),
  z.strictObject(command),
  z.strictObject(file),
  z.strictObject(unsupported),
]);

/** What a person did, as the column of updates set aside holds it. */
export const EventJson = z.union([
  z.strictObject({ ...event, ...text }),
  z.strictObject({ ...event, ...command }),
  z.strictObject({ ...event, ...file }),
  z.strictObject({ ...event, ...unsupported }),
  z.strictObject({ ...event, type: z.literal("sheet"), ...LembarMasuk.shape }),
  z.strictObject({ ...event, type: z.literal("evidence"), ...BuktiMasuk.shape }),
  z.strictObject({ ...event, type: z.literal("choice"), token: z.string() }),
  z.strictObject({
    ...event,
    type: z.literal("vote"),
    poll: messageIds,
    nomor: z.number().nullable(),
  }),
  z.strictObject({ ...event, type: z.literal("reach"), reachable: z.literal(false) }),
  z.strictObject({
    ...event,
    type: z.literal("reach"),
    reachable: z.literal(true),
    saidMs: z.number().exactOptional(),
  }),
  z.strictObject({
    ...event,
    type: z.literal("edited"),
    of: z.string(),
    now: WrittenJson,
    last: z.boolean(),
  }),
  z.strictObject({ ...event, type: z.literal("deleted"), of: z.string() }),
]) satisfies z.ZodType<FromPerson>;
