import type { Log } from "./app/ports/log.ts";
import {
  createWhatsappChannel,
  type Login,
  type WhatsappChannel,
} from "./channels/whatsapp/index.ts";
import { systemTiming } from "./clock/system-timing.ts";
import type { Config } from "./config.ts";
import { createWhatsappLogin } from "./http/whatsapp-login.ts";

/** The WhatsApp channel, where it is turned on; what is to be scanned appears in the terminal. */
export function whatsappOf(config: Config, log: Log, now: () => number): WhatsappChannel | null {
  if (config.whatsapp === null) return null;
  const { chromiumPath, chromiumArgs, pairingNumber, polls, broadcasts } = config.whatsapp;
  return createWhatsappChannel({
    chromiumPath,
    chromiumArgs,
    polls,
    broadcasts,
    pairingNumber: pairingNumber?.reveal() ?? null,
    dataDir: config.dataDir,
    log,
    now,
    timing: systemTiming,
    showLogin: (login) => void print(login, log),
  });
}

/** The page that shows the same; none without the channel. */
export function whatsappRoutes(
  channel: WhatsappChannel | null,
): readonly ReturnType<typeof createWhatsappLogin>[] {
  if (channel === null) return [];
  const login = (): Login => channel.login();
  return [createWhatsappLogin({ login, status: () => channel.status(), draw })];
}

const draw = async (qr: string): Promise<string> =>
  (await import("qrcode")).toString(qr, { type: "svg", width: 320, margin: 2 });

/** The log never has the code, for logs travel; a terminal is read by whoever started the program. */
async function print({ qr, code }: Login, log: Log): Promise<void> {
  log.info({}, "WhatsApp waits to be linked: see /whatsapp on this machine");
  if (!process.stdout.isTTY) return;
  const { toString: drawQr } = await import("qrcode");
  const picture = qr === null ? "" : await drawQr(qr, { type: "terminal", small: true });
  const typed = code === null ? "" : `Pairing code: ${code}\n`;
  process.stdout.write(`sopir: link WhatsApp (Linked devices on the phone)\n${picture}${typed}`);
}
