import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { z } from "zod";
import { bulanOf } from "../../app/send/passage.ts";
import { findChromium } from "../../channels/whatsapp/index.ts";
import type { Config } from "../../config.ts";
import type { CliIo } from "../io.ts";
import { withStore } from "../with-store.ts";
import { sentenceOf, totalOf } from "./whatsapp.ts";

/** Whether the browser is there that WhatsApp Web needs, and what the running bot says of its login. */
export async function checkWhatsapp({ whatsapp, http }: Config): Promise<string> {
  if (whatsapp === null) return "tidak dinyalakan";
  const path = findChromium(whatsapp.chromiumPath);
  if (path === null) throw new Error("Chromium tidak ada: pasang, atau isi WHATSAPP_CHROMIUM_PATH");
  await access(path, constants.X_OK);
  const channel = await askRunning(http, "whatsapp");
  if (channel === null) return `${path}; apakah nomornya terhubung, terlihat setelah npm start`;
  if (!WORKING.has(channel.state)) throw new Error(`${channel.state}: ${channel.detail}`);
  return `${path}; ${channel.state}`;
}

const WORKING = new Set(["online", "degraded", "connecting"]);
const ANSWER_MS = 3_000;

const Ready = z.object({
  channels: z.array(z.object({ id: z.string(), state: z.string(), detail: z.string() })),
});

/** What the running bot says of the Cloud API, and what this month has cost. */
export async function checkWhatsappCloud(io: CliIo): Promise<string | { readonly awas: string }> {
  const { whatsappCloud, http } = io.config();
  if (whatsappCloud === null) return "tidak dinyalakan";
  const { perMonthMax } = whatsappCloud;
  const jumlah = await withStore(io, async ({ store, clock }) =>
    totalOf(await store.pemakaian(bulanOf(clock.now()))),
  );
  const cost = `bulan ini ${sentenceOf(jumlah, perMonthMax)}`;
  const channel = await askRunning(http, "whatsapp-cloud");
  if (channel !== null && !WORKING.has(channel.state))
    throw new Error(`${channel.state}: ${channel.detail}`);
  const state = channel === null ? "terlihat setelah npm start" : channel.state;
  if (perMonthMax === null || jumlah < perMonthMax * NEARLY) return `${state}; ${cost}`;
  return { awas: `${state}; ${cost}: pengingat dan siaran ditahan; naikkan batasnya atau tunggu` };
}

/** From here on reminders and broadcasts wait. */
const NEARLY = 0.8;

/** Only the running bot knows whether the phone still lets it in; null when none answers here. */
async function askRunning(
  { host, port }: Config["http"],
  channelId: string,
): Promise<z.infer<typeof Ready>["channels"][number] | null> {
  const here = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const name = here.includes(":") ? `[${here}]` : here;
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`http://${name}:${port}/readyz`, { signal });
    const { channels } = Ready.parse(await response.json());
    return channels.find(({ id }) => id === channelId) ?? null;
  } catch {
    return null;
  }
}
