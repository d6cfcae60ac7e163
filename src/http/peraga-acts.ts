import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { LompatanJam, Ponsel } from "../app/ports/peraga.ts";
import { fileFields, takeBytes } from "./bytes.ts";
import { refuse } from "./faults.ts";

export interface ActsDeps {
  readonly ponsel: Ponsel;
  /** Whether this person has a phone here. */
  readonly knows: (chat: string) => Promise<boolean>;
  /** Pushes the clock; resolves when all that was due has happened. Null while it runs by itself. */
  readonly push: ((lompatan: LompatanJam) => Promise<unknown>) | null;
}

/** What a person may send; the limits are those of a phone. */
const TEXT_MAX = 4_096;
const FILE_MAX_BYTE = 20_000_000;
const SMALL_BODY = { bodyLimit: 32_768 };

const Chat = z.string().min(1).max(64);
const Say = z.strictObject({ chat: Chat, teks: z.string().trim().min(1).max(TEXT_MAX) });
const Tap = z.strictObject({ chat: Chat, pesan: z.string().max(64), token: z.string().max(128) });
const Read = z.strictObject({ chat: Chat });
const Push = z.strictObject({ lompatan: z.enum(["15-menit", "1-jam", "hari-kerja", "tenggat"]) });
const Upload = z.strictObject({
  chat: Chat,
  ...fileFields,
  keterangan: z.string().max(1_024).default(""),
});

/** Adds what people do: `POST /peraga/say|tap|file|read`, and `clock`. Each is answered once kept. */
export function addActs(app: FastifyInstance, deps: ActsDeps): void {
  const { ponsel, push } = deps;
  const post = <T extends { readonly chat: string }>(
    path: string,
    schema: z.ZodType<T>,
    act: (body: T, reply: FastifyReply) => Promise<unknown>,
  ): void => {
    app.post(path, SMALL_BODY, async (request, reply) => {
      const { success, data } = schema.safeParse(request.body);
      if (!success) return malformed(reply);
      return (await deps.knows(data.chat)) ? act(data, reply) : noPhone(reply);
    });
  };

  post("/peraga/say", Say, ({ chat, teks }) => ponsel.say(chat, teks).then(done));
  post("/peraga/read", Read, ({ chat }) => ponsel.read(chat).then(done));
  post("/peraga/tap", Tap, async ({ chat, pesan, token }, reply) =>
    (await ponsel.tap(chat, pesan, token))
      ? done()
      : refuse(reply, 409, "no-button", "That button is not there any more."),
  );

  app.post("/peraga/clock", SMALL_BODY, async (request, reply) => {
    const { success, data } = Push.safeParse(request.body);
    if (!success) return malformed(reply);
    if (push === null)
      return refuse(reply, 409, "clock-runs", "The clock runs by itself; see CLOCK.");
    await push(data.lompatan);
    return done();
  });

  takeBytes(app, FILE_MAX_BYTE);
  app.post("/peraga/file", { bodyLimit: FILE_MAX_BYTE }, async (request, reply) => {
    const { success, data } = Upload.safeParse(request.query);
    if (!success || !Buffer.isBuffer(request.body)) return malformed(reply);
    if (!(await deps.knows(data.chat))) return noPhone(reply);
    const { chat, nama, mime, keterangan } = data;
    await ponsel.upload(chat, { nama, mime, data: request.body }, keterangan);
    return done();
  });
}

const done = (): { ok: true } => ({ ok: true });

const malformed = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 400, "malformed", "That is not what the simulator's page sends.");

const noPhone = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 404, "no-phone", "Nobody of that name has a phone here.");
