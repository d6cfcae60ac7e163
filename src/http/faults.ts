import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";

/** The part of an error that concerns HTTP; fastify's own errors have it. */
const WithStatus = z.object({
  statusCode: z.number().int().min(400).max(499),
  message: z.string(),
});

/** Answers `statusCode` with a code and one sentence, as every refusal of this server does. */
export function refuse(
  reply: FastifyReply,
  statusCode: number,
  error: string,
  message: string,
): FastifyReply {
  return reply.code(statusCode).send({ ok: false, error, message, requestId: reply.request.id });
}

/** What a caller did wrong is said; what we did wrong is logged, and only its request id is told. */
export function addFaults(app: FastifyInstance): void {
  app.setNotFoundHandler((_, reply) => refuse(reply, 404, "not-found", "There is nothing here."));
  app.setErrorHandler((error, request, reply) => {
    const mistake = WithStatus.safeParse(error);
    if (mistake.success)
      return refuse(reply, mistake.data.statusCode, "bad-request", mistake.data.message);
    request.log.error({ err: error }, "request failed");
    return refuse(
      reply,
      500,
      "internal",
      "Something went wrong; look for this request id in the log.",
    );
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const fields = { method, route: routeOptions.url, status: reply.statusCode };
    request.log.debug(fields, "request answered");
  });
}
