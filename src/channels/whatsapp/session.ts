import type { ChannelState } from "../../app/ports/channel.ts";
import { backoffMs } from "../../core/backoff.ts";
import { toError } from "./fault.ts";
import { type Ended, type Ending, type LifeDeps, live } from "./life.ts";
import type { Profile } from "./profile.ts";
import type { WaClient } from "./seam.ts";

export interface SessionDeps extends LifeDeps {
  /** Makes a client; nothing is started. */
  readonly open: () => Promise<WaClient>;
  readonly profile: Profile;
}

/** Keeps WhatsApp connected until the channel stops: one client after another, never two at once. */
export async function supervise(deps: SessionDeps): Promise<void> {
  const release = await holdProfile(deps);
  if (release === null) return;
  try {
    await keepLiving(deps);
  } finally {
    release();
  }
}

const BACKOFF = { firstMs: 2_000, capMs: 300_000 } as const;
const LOCK_RETRY_MS = 15_000;
/** Whoever was online so long had no trouble starting. */
const STABLE_MS = 60_000;

interface Verdict {
  readonly state: ChannelState;
  readonly detail: string;
  readonly level: "info" | "warn" | "error";
  /** The next client starts after so long at the earliest. */
  readonly leastMs: number;
}

/** What each ending means and what comes next. */
const VERDICT: Readonly<Record<Exclude<Ending, "stopped">, Verdict>> = {
  "not-started": {
    state: "failed",
    detail:
      "WhatsApp Web cannot be opened; trying again. Check the network and that Chromium is installed (WHATSAPP_CHROMIUM_PATH).",
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

/** Null when the channel stopped before the profile was free. */
async function holdProfile(deps: SessionDeps): Promise<(() => void) | null> {
  const { profile, status, timing, log, signal } = deps;
  while (!signal.aborted) {
    const release = await profile.lock();
    if (release !== null) return release;
    status.set("failed", "Another sopir uses this WhatsApp profile. Stop it, or set DATA_DIR.");
    log.error({}, "the WhatsApp profile is in use by another process");
    await timing.sleep(LOCK_RETRY_MS, signal);
  }
  return null;
}

async function keepLiving(deps: SessionDeps): Promise<void> {
  const { status, timing, log, signal, profile } = deps;
  let failures = 0;
  while (!signal.aborted) {
    if (failures === 0) status.set("connecting", "Starting WhatsApp Web.");
    const { ending, onlineMs } = await liveOnce(deps);
    if (ending === "stopped") return;
    const { state, detail, level, leastMs } = VERDICT[ending];
    // Nobody at hand to scan is no trouble of ours, and must not make the next code come late.
    failures = onlineMs >= STABLE_MS || ending === "login-expired" ? 1 : failures + 1;
    status.set(state, detail);
    log[level]({ ending, failures }, detail);
    if (ending === "logged-out") {
      failures = 1;
      await profile.remove();
    }
    await timing.sleep(Math.max(backoffMs(failures, BACKOFF), leastMs), signal);
  }
}

async function liveOnce(deps: SessionDeps): Promise<Ended> {
  try {
    await deps.profile.free();
    return await live(await deps.open(), deps);
  } catch (thrown) {
    deps.log.error({ err: toError(thrown) }, "the WhatsApp client could not be made");
    return { ending: "not-started", onlineMs: 0 };
  }
}
