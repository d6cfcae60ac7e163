import type { FastifyInstance } from "fastify";
import { refuse } from "./faults.ts";
import { addPage } from "./page.ts";
import { type ActsDeps, addActs } from "./peraga-acts.ts";
import { addEvents, type EventsDeps } from "./peraga-events.ts";
import { createGuard, type GuardOptions } from "./peraga-guard.ts";

export interface PeragaDeps extends ActsDeps, EventsDeps, GuardOptions {
  /** Folder of the page's own files. */
  readonly pageDir: string;
}

/** The simulator: a page with everybody's phone, what they do there, and the office behind it. */
export function createPeragaRoutes(deps: PeragaDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.addHook("onRequest", createGuard(deps));
    addPage(app, "/peraga", deps.pageDir);
    addEvents(app, deps);
    addActs(app, deps);
    addFiles(app, deps);
  };
}

/** Always a download: a file from a chat must never open as a page of ours. */
function addFiles(app: FastifyInstance, { ponsel }: PeragaDeps): void {
  app.get<{ Params: { id: string } }>("/peraga/file/:id", async (request, reply) => {
    const file = await ponsel.file(request.params.id);
    if (file === null) return refuse(reply, 404, "not-found", "There is no such file.");
    return reply
      .headers({
        "content-security-policy": "default-src 'none'; sandbox",
        "content-disposition": `attachment; filename*=UTF-8''${encodeName(file.nama)}`,
        "cross-origin-resource-policy": "same-origin",
      })
      .type(file.mime)
      .send(Buffer.from(file.data));
  });
}

/** RFC 8187, which wants more letters escaped than encodeURIComponent does; half a character has no escape. */
const encodeName = (nama: string): string =>
  encodeURIComponent(nama.replace(/\p{Cs}/gu, "_")).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
