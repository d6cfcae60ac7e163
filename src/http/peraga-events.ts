import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { PeragaView, Ponsel, PonselPesan } from "../app/ports/peraga.ts";
import { refuse } from "./faults.ts";

export interface EventsDeps {
  readonly ponsel: Ponsel;
  /** The office as it stands now; null when it is not there. */
  readonly view: () => Promise<PeragaView | null>;
  /** Tells whenever something may look different, until the returned function is called. */
  readonly watch: (changed: () => void) => () => void;
  readonly token: string;
}

/** Pages that may be open at once. */
const STREAM_MAX = 24;
/** Proxies end a silent connection; and what nobody told us of is drawn then at the latest. */
const REFRESH_MS = 20_000;

/**
 * Adds `GET /peraga/events`: first everything (`awal`), then each message as it comes or changes
 * (`pesan`) and the office whenever it changed (`papan`). A page that lost the line starts anew.
 */
export function addEvents(app: FastifyInstance, deps: EventsDeps): void {
  const streams = new Set<ServerResponse>();
  const tellAll = (event: string, data: unknown): void => {
    for (const stream of streams) stream.write(frame(event, data));
  };
  const board = createBoard(deps.view, (view) => tellAll("papan", view), app.log);
  const stops = [
    deps.ponsel.watch((pesan) => tellAll("pesan", pesan)),
    deps.watch(() => board.changed()),
  ];
  const refresh = setInterval(() => streams.size > 0 && board.changed(), REFRESH_MS).unref();

  app.get("/peraga/events", async (_request, reply) => {
    if (streams.size >= STREAM_MAX)
      return refuse(reply, 503, "too-many-pages", "Too many pages are open; close some.");
    const view = await board.now();
    if (view === null) return refuse(reply, 404, "no-office", "The demo office is not loaded.");
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders()))
      raw.setHeader(name, value ?? "");
    raw.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
    raw.on("close", () => streams.delete(raw));
    // Read and joined in one go: no message falls between the two.
    raw.write(frame("awal", { token: deps.token, view, ...chatsOf(deps.ponsel, view) }));
    streams.add(raw);
    return reply;
  });

  app.addHook("preClose", async () => {
    clearInterval(refresh);
    for (const stop of stops) stop();
    for (const stream of streams) stream.end();
  });
}

interface Board {
  now(): Promise<PeragaView | null>;
  changed(): void;
}

/** Draws one at a time; changes that come meanwhile make one more drawing, not many. */
function createBoard(
  view: EventsDeps["view"],
  drawn: (view: PeragaView) => void,
  log: FastifyInstance["log"],
): Board {
  let last: Promise<unknown> = Promise.resolve();
  let asked = false;
  const now = (): Promise<PeragaView | null> => {
    const mine = last.then(view);
    last = mine.catch(() => undefined);
    return mine;
  };
  const redraw = async (): Promise<void> => {
    await last;
    asked = false;
    const next = await now();
    if (next !== null) drawn(next);
  };
  return {
    now,
    changed() {
      if (asked) return;
      asked = true;
      redraw().catch((cause: unknown) => log.error({ err: cause }, "the board cannot be drawn"));
    },
  };
}

function chatsOf(ponsel: Ponsel, { pegawai }: PeragaView) {
  const chatList = pegawai.map(({ chat }) => chat);
  return {
    pesan: chatList.flatMap((chat): readonly PonselPesan[] => ponsel.list(chat)),
    perintah: Object.fromEntries(chatList.map((chat) => [chat, ponsel.commands(chat)])),
  };
}

/** JSON has no raw line break, so a message is one line. */
const frame = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
