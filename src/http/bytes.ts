import type { FastifyInstance } from "fastify";
import { z } from "zod";

/** Takes files as bare bytes, up to a size; what else comes along stands in the address. */
export const takeBytes = (app: FastifyInstance, bodyLimit: number): void =>
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit },
    (_request, body, parsed) => parsed(null, body),
  );

/** What stands there of a file; what is no type counts as bare bytes. */
export const fileFields = {
  nama: z.string().min(1).max(255),
  mime: z
    .string()
    .max(127)
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .catch("application/octet-stream"),
};
