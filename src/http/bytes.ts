import type { FastifyInstance } from "fastify";

/** Takes files as bare bytes, up to a size; what else comes along stands in the address. */
export const takeBytes = (app: FastifyInstance, bodyLimit: number): void =>
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit },
    (_request, body, parsed) => parsed(null, body),
  );
