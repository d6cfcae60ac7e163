import { backoffMs } from "../../core/backoff.ts";
import { VERDICT } from "./ending.ts";
import { toError } from "./fault.ts";
import { type Ended, type LifeDeps, live } from "./life.ts";
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
