import type { Log } from "../../app/ports/log.ts";

/**
 * The library starts work in event handlers and drops its promises; when a browser ends, they reject
 * with nobody to catch them, which would end this process. While this channel runs, those are logged.
 * Every other unhandled rejection ends the process as ever.
 */
export function guardRejections(log: Log): () => void {
  const guard = (reason: unknown): void => {
    if (!isOfLibrary(reason)) throw reason;
    log.warn({ err: reason }, "the WhatsApp library dropped a failure");
  };
  process.on("unhandledRejection", guard);
  return () => void process.off("unhandledRejection", guard);
}

/** Thrown by the library, or by the browser's driver on its behalf; some of them are bare strings. */
export function isOfLibrary(reason: unknown): boolean {
  if (!(reason instanceof Error)) return reason === "auth timeout" || reason === "ready timeout";
  return (
    DRIVER_ERROR.has(reason.name) ||
    /node_modules[\\/](whatsapp-web\.js|puppeteer(-core)?)[\\/]/.test(reason.stack ?? "")
  );
}

const DRIVER_ERROR = new Set(["TargetCloseError", "ProtocolError", "ConnectionClosedError"]);
