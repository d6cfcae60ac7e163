import type { ChannelState } from "../../app/ports/channel.ts";

/** Why a client's life ended; the session decides by it what comes next. */
export type Ending =
  | "stopped"
  | "no-browser"
  | "not-started"
  | "never-ready"
  | "login-expired"
  | "auth-failure"
  | "logged-out"
  | "conflict"
  | "banned"
  | "dropped"
  | "browser-gone"
  | "unresponsive";

/** What an ending means to the operator, and how soon the next client may start. */
export interface Verdict {
  readonly state: ChannelState;
  readonly detail: string;
  readonly level: "info" | "warn" | "error";
  /** The next client starts after so long at the earliest, in milliseconds. */
  readonly leastMs: number;
}

/** The ending behind a failed start: the browser's driver says in words that it has no browser. */
export const startEnding = ({ message }: Error): Ending =>
  /launch the browser|find chrome|browser was not found|find the browser/i.test(message)
    ? "no-browser"
    : "not-started";

/** The ending behind the library's reason for `disconnected`. */
export function endingOf(reason: string): Ending {
  if (reason === "LOGOUT") return "logged-out";
  if (reason === "CONFLICT") return "conflict";
  if (reason === "TOS_BLOCK" || reason === "SMB_TOS_BLOCK") return "banned";
  return "dropped";
}

/** What each ending means and what comes next. */
export const VERDICT: Readonly<Record<Exclude<Ending, "stopped">, Verdict>> = {
  "no-browser": {
    state: "failed",
    detail:
      "Chromium cannot be started; trying again. Install it, or set WHATSAPP_CHROMIUM_PATH and WHATSAPP_CHROMIUM_ARGS.",
    level: "error",
    leastMs: 0,
  },
  "not-started": {
    state: "failed",
    detail: "WhatsApp Web cannot be opened; trying again. Check the network.",
    level: "error",
    leastMs: 0,
  },
  "never-ready": {
    state: "failed",
    detail:
      "WhatsApp Web did not become ready; trying again. If it stays so, unlink the device on the phone and scan anew.",
    level: "error",
    leastMs: 0,
  },
  "login-expired": {
    state: "login-required",
    detail: "The QR code has expired; a new one comes in a moment. Scan it within a minute.",
    level: "info",
    leastMs: 10_000,
  },
  "auth-failure": {
    state: "login-required",
    detail: "WhatsApp does not accept the stored session; a new QR code comes in a moment.",
    level: "error",
    leastMs: 0,
  },
  "logged-out": {
    state: "login-required",
    detail: "The phone has unlinked this device; a new QR code to scan comes in a moment.",
    level: "error",
    leastMs: 0,
  },
  conflict: {
    state: "failed",
    detail:
      "This session is in use by another program. Stop the other one; this one tries again by itself.",
    level: "error",
    leastMs: 120_000,
  },
  banned: {
    state: "failed",
    detail:
      "WhatsApp has blocked this number. Open WhatsApp on the phone to see why, or link another number.",
    level: "error",
    leastMs: 3_600_000,
  },
  dropped: {
    state: "connecting",
    detail: "WhatsApp has closed the connection; connecting anew.",
    level: "warn",
    leastMs: 0,
  },
  "browser-gone": {
    state: "connecting",
    detail: "The browser has ended; starting it anew. If it repeats, give the machine more memory.",
    level: "warn",
    leastMs: 0,
  },
  unresponsive: {
    state: "connecting",
    detail: "WhatsApp Web does not answer any more; starting it anew.",
    level: "warn",
    leastMs: 0,
  },
};
