import type { FastifyInstance, FastifyReply } from "fastify";
import type { Isian } from "../../app/ports/isian.ts";
import type { Bahasa } from "../../core/kantor/schema.ts";
import { takeBytes } from "../bytes.ts";
import { refuse } from "../faults.ts";
import { addPage, pageHeaders } from "../page.ts";
import { createIsianGuard, type IsianGuardOptions } from "./guard.ts";
import { DikirimJson, DiperiksaJson, UnggahanQuery } from "./wire.ts";

export interface IsianRoutesDeps extends IsianGuardOptions {
  readonly isian: Isian;
  /** What stands on the page, in every language. */
  readonly teks: { readonly [B in Bahasa]: Readonly<Record<string, string>> };
  /** Folder of the page's own files. */
  readonly pageDir: string;
}

/** The largest file a figure is proved by, as in the chat. */
const FILE_MAX_BYTE = 20_000_000;
/** Three hundred rows of some sentences each. */
const SHEET_BODY = { bodyLimit: 1_048_576 };

/**
 * Telegram on the web shows pages of bots in a frame of its own; nobody else may. One script beside the page's
 * own is named by an address, the one that keeps it readable without a connection, and only that one may be.
 */
export const isianHeaders = {
  ...pageHeaders,
  "content-security-policy": pageHeaders["content-security-policy"]
    .replace("frame-ancestors 'none'", "frame-ancestors https://web.telegram.org")
    .replace("trusted-types 'none'", "trusted-types sopir-isian; worker-src 'self'"),
  "service-worker-allowed": "/isian",
} as const;

/** The page on which figures are filled in side by side, opened from within Telegram. */
export const createIsianRoutes =
  (deps: IsianRoutesDeps) =>
  (app: FastifyInstance): void => {
    app.register(async (open) => {
      open.addHook("onRequest", async (_, reply) => {
        reply.removeHeader("x-frame-options");
      });
      addPage(open, "/isian", deps.pageDir, isianHeaders);
      open.get("/isian/teks.json", async () => deps.teks);
    });
    app.register(async (guarded) => addActs(guarded, deps));
  };

/** What the page asks and does: nothing here answers whoever Telegram does not vouch for. */
function addActs(app: FastifyInstance, { isian, ...options }: IsianRoutesDeps): void {
  const guard = createIsianGuard(options);
  app.addHook("onRequest", guard.onRequest);

  app.get("/isian/meja", async (request, reply) =>
    answer(reply, await isian.meja(guard.chatOf(request))),
  );
  app.post("/isian/periksa", SHEET_BODY, async (request, reply) => {
    const { success, data } = DiperiksaJson.safeParse(request.body);
    if (!success) return malformed(reply);
    const barisList = await isian.periksa(guard.chatOf(request), data);
    return answer(reply, barisList && { barisList });
  });
  app.post("/isian/kirim", SHEET_BODY, async (request, reply) => {
    const { success, data } = DikirimJson.safeParse(request.body);
    if (!success) return malformed(reply);
    return kept(reply, () => isian.kirim(guard.chatOf(request), data));
  });

  takeBytes(app, FILE_MAX_BYTE);
  app.post("/isian/bukti", { bodyLimit: FILE_MAX_BYTE }, async (request, reply) => {
    const { success, data } = UnggahanQuery.safeParse(request.query);
    const { body } = request;
    if (!success || !Buffer.isBuffer(body) || body.length === 0) return malformed(reply);
    const { about, ...named } = data;
    const file = { ...named, data: body };
    return kept(reply, () => isian.lampirkan(guard.chatOf(request), about, file));
  });
}

/** An act that could not be stored is to be sent again, under the same id. */
async function kept(reply: FastifyReply, act: () => Promise<object | null>): Promise<object> {
  try {
    return answer(reply, await act());
  } catch (error) {
    reply.request.log.error({ err: error }, "an act of the page was not stored");
    reply.header("retry-after", "5");
    return refuse(reply, 503, "not-stored", "It could not be stored; send it again.");
  }
}

const answer = (reply: FastifyReply, body: object | null): object =>
  body ?? refuse(reply, 403, "not-linked", "This account is not linked to any office.");

const malformed = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 400, "malformed", "That is not what the page sends.");
