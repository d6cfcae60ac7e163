import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { KeadaanMulai, Mulai, TokenDiperiksa } from "../../app/ports/mulai.ts";
import { takeBytes } from "../bytes.ts";
import { refuse } from "../faults.ts";

export interface ActsDeps {
  readonly mulai: Mulai;
  /** Asks the messenger whose token this is. */
  readonly periksaToken: (token: string) => Promise<TokenDiperiksa>;
  /** Keeps a token for every start to come. */
  readonly simpanToken: (token: string) => Promise<void>;
  /** Keeps how the program is started from now on. */
  readonly simpanCara: (cara: KeadaanMulai["cara"]) => Promise<void>;
  /** Starts the program anew with what was kept. */
  readonly restart: () => void;
}

/** A workbook of an office is some tens of kilobytes; one full of people stays far below this. */
const FILE_MAX_BYTE = 5_000_000;
const SMALL_BODY = { bodyLimit: 4_096 };

const Unggah = z.strictObject({ nama: z.string().min(1).max(255) });
const Muat = z.strictObject({ kunci: z.string().max(64) });
const Token = z.strictObject({ token: z.string().trim().max(256) });
const Cara = z.strictObject({ cara: z.enum(["peraga", "kantor"]) });
const Kantor = z.strictObject({ kantor: z.string().max(64) });

/** Adds what the page does: `POST /mulai/buku|muat|token|jalankan|cara|undangan`. */
export function addActs(app: FastifyInstance, deps: ActsDeps): void {
  const { mulai } = deps;
  const post = <T>(
    path: string,
    schema: z.ZodType<T>,
    act: (body: T, reply: FastifyReply) => Promise<unknown>,
  ): void => {
    app.post(path, SMALL_BODY, async (request, reply) => {
      const { success, data } = schema.safeParse(request.body);
      return success ? act(data, reply) : malformed(reply);
    });
  };

  takeBytes(app, FILE_MAX_BYTE);
  app.post("/mulai/buku", { bodyLimit: FILE_MAX_BYTE }, async (request, reply) => {
    const { success, data } = Unggah.safeParse(request.query);
    if (!success || !Buffer.isBuffer(request.body)) return malformed(reply);
    return mulai.unggah(data.nama, request.body);
  });
  post("/mulai/muat", Muat, async ({ kunci }, reply) =>
    // The office would begin at the time of the rehearsal.
    (await mulai.keadaan()).cara === "peraga"
      ? refuse(reply, 409, "demo", "The demo office is at work; set up your own first.")
      : mulai.muat(kunci),
  );

  post("/mulai/token", Token, ({ token }) => deps.periksaToken(token));
  post("/mulai/jalankan", Token, async ({ token }, reply) => {
    const known = await deps.periksaToken(token);
    if (known.kind !== "dikenal") return known;
    await deps.simpanToken(token);
    return answerAndRestart(reply, deps, known);
  });
  post("/mulai/cara", Cara, async ({ cara }, reply) => {
    const { kantorList } = await mulai.keadaan();
    // The clock of the rehearsal would run the real office too.
    if (cara === "peraga" && kantorList.length > 0)
      return refuse(reply, 409, "office-there", "There is an office already.");
    await deps.simpanCara(cara);
    return answerAndRestart(reply, deps, { ok: true });
  });

  post("/mulai/undangan", Kantor, async ({ kantor }, reply) => {
    const file = await mulai.kartu(kantor);
    if (file === null) return refuse(reply, 404, "nobody", "Nobody is without an account.");
    return reply
      .headers({ "content-disposition": `attachment; filename="${file.nama}"` })
      .type(file.mime)
      .send(Buffer.from(file.data));
  });
}

/** The answer is out before anything closes. */
function answerAndRestart(reply: FastifyReply, { restart }: ActsDeps, body: unknown): FastifyReply {
  reply.raw.once("finish", restart);
  return reply.header("connection", "close").send(body);
}

const malformed = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 400, "malformed", "That is not what the first page sends.");
