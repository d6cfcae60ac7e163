import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Who comes from elsewhere shows the key of the log once, and is known by a session from then on. */
export interface Entry {
  /** The key, as it is printed; null once it was used or is too old. */
  key(): string | null;
  /** Takes the key back for a session; null for any other text. */
  open(given: string): string | null;
  knows(session: string): boolean;
}

const KEY_MS = 60 * 60_000;
/** Setting up an office takes minutes; whoever comes back later starts the program anew for a new key. */
export const SESSION_MS = 4 * 60 * 60_000;

/** A key and its sessions, kept for as long as the process lives. */
export function createEntry(now: () => number): Entry {
  const madeMs = now();
  let key: string | null = secret();
  const sessions: { readonly digest: Buffer; readonly untilMs: number }[] = [];
  const current = (): string | null => (now() - madeMs < KEY_MS ? key : null);
  return {
    key: current,
    open(given) {
      const wanted = current();
      if (wanted === null || !timingSafeEqual(digest(given), digest(wanted))) return null;
      key = null;
      const session = secret();
      sessions.push({ digest: digest(session), untilMs: now() + SESSION_MS });
      return session;
    },
    knows(session) {
      const given = digest(session);
      return sessions.some((one) => one.untilMs > now() && timingSafeEqual(given, one.digest));
    },
  };
}

const secret = (): string => randomBytes(24).toString("base64url");

/** Digests are compared, so the time taken tells nothing, and a session that leaks from here opens nothing. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
