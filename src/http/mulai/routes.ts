import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Mulai } from "../../app/ports/mulai.ts";
import { refuse } from "../faults.ts";
import { addPage, pageHeaders } from "../page.ts";
import { type ActsDeps, addActs } from "./acts.ts";
import { createMulaiGuard, type MulaiGuardOptions } from "./guard.ts";

export interface MulaiDeps extends ActsDeps, MulaiGuardOptions {
  /** Folder of the page's own files. */
  readonly pageDir: string;
}

/** The first page: from a program that knows nothing to invitations in the hands of an office. */
export function createMulaiRoutes(deps: MulaiDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.addHook("onRequest", createMulaiGuard(deps));
    app.addHook("onRequest", closedWhenRunning(deps.mulai));
    addPage(app, "/mulai", deps.pageDir);
    addLooks(app, deps);
    addActs(app, deps);
  };
}

/** What is served still when an office is at work: a page that says so, and how it looks. */
const ALWAYS = new Set(["/mulai/style.css", "/mulai/icon.svg"]);

/** An office that is at work is changed from its chat and from the command line, and nowhere else. */
const closedWhenRunning =
  (mulai: Mulai) =>
  async ({ url }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const [path = ""] = url.split("?");
    if (ALWAYS.has(path) || !(await mulai.keadaan()).berjalan) return undefined;
    if (path !== "/mulai")
      return refuse(reply, 410, "closed", "The office is at work; this page is closed.");
    return reply.headers(pageHeaders).code(410).type("text/html; charset=utf-8").send(CLOSED);
  };

const CLOSED = `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>sopir — kantor berjalan</title>
    <link rel="stylesheet" href="/mulai/style.css" />
  </head>
  <body>
    <main class="tutup">
      <h1>Kantor sudah berjalan</h1>
      <p>Halaman ini ditutup begitu pegawai pertama terhubung. Selanjutnya:</p>
      <ul>
        <li>mengundang pegawai lain: ketik /undang kepada bot, atau <code>npm run sopir -- undangan kartu -o kartu.pdf</code>;</li>
        <li>mengubah pegawai dan indikator: /unduh kepada bot, atau <code>npm run sopir -- kantor load Kantor.xlsx</code>.</li>
      </ul>
    </main>
  </body>
</html>
`;

/** What the page looks at. */
function addLooks(app: FastifyInstance, { mulai, token }: MulaiDeps): void {
  app.get("/mulai/keadaan", async () => ({ ...(await mulai.keadaan()), kunciHalaman: token }));

  app.get<{ Querystring: { sop?: string } }>("/mulai/templat", async ({ query }, reply) => {
    const { nama, mime, data } = await mulai.templat((query.sop ?? "").split(","));
    return reply
      .header("content-disposition", `attachment; filename="${nama}"`)
      .type(mime)
      .send(Buffer.from(data));
  });

  app.get<{ Params: { id: string } }>("/mulai/bagan/:id", async ({ params }, reply) => {
    const png = await mulai.bagan(params.id);
    return png === null
      ? refuse(reply, 404, "not-found", "There is no such sheet.")
      : reply.type("image/png").send(Buffer.from(png));
  });

  app.get<{ Querystring: { kantor?: string } }>("/mulai/gladi", async ({ query }, reply) => {
    const gladi = await mulai.gladi(query.kantor ?? "");
    return gladi === null ? refuse(reply, 404, "not-found", "There is no such office.") : { gladi };
  });
}
