import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { checkWhatsapp } from "../../src/cli/command/doctor-whatsapp.ts";
import { type Config, parseConfig } from "../../src/config.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A bot that says this of its WhatsApp, and the settings under which it runs. */
async function running(state: string, detail: string): Promise<Config> {
  const channels = [
    { id: "telegram", state: "online", detail: "" },
    { id: "whatsapp", state, detail },
  ];
  server = createServer((_, response) => response.end(JSON.stringify({ ok: false, channels })));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return settings(port);
}

// Any executable will do: only its presence is looked at.
const settings = (port: number, enabled = "true"): Config =>
  parseConfig({
    WHATSAPP_ENABLED: enabled,
    WHATSAPP_CHROMIUM_PATH: process.execPath,
    PORT: String(port),
  });

describe("the doctor, asked about WhatsApp", () => {
  it("passes on what the running bot says is to be done", async () => {
    const config = await running("login-required", "Scan the QR code shown in the terminal.");
    await expect(checkWhatsapp(config)).rejects.toThrow(
      "login-required: Scan the QR code shown in the terminal.",
    );
  });

  it.each(["online", "degraded", "connecting"])("finds nothing wrong with %s", async (state) => {
    expect(await checkWhatsapp(await running(state, "…"))).toBe(`${process.execPath}; ${state}`);
  });

  it("says where to look where no bot is running", async () => {
    expect(await checkWhatsapp(settings(1))).toContain("terlihat setelah npm start");
    expect(await checkWhatsapp(settings(1, "false"))).toBe("tidak dinyalakan");
  });

  it("misses a browser that is not there", async () => {
    const config = parseConfig({ WHATSAPP_ENABLED: "true", WHATSAPP_CHROMIUM_PATH: "/no/browser" });
    await expect(checkWhatsapp(config)).rejects.toThrow("/no/browser");
  });
});
