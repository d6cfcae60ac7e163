import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Who opened a page of the bot, or why that is not believed. */
export type InitData =
  | { readonly kind: "pengguna"; readonly chat: string }
  | {
      readonly kind: "ditolak";
      readonly sebab: "cacat" | "tanpa-tanda" | "tanda-salah" | "basi" | "belum" | "tanpa-pengguna";
    };

export interface InitDataRule {
  readonly token: string;
  /** The time of the world, which Telegram stamps by. */
  readonly nowMs: number;
}

/** A page that was opened in the morning may still send in the evening. */
export const BERLAKU_MS = 24 * 60 * 60_000;
/** So far a clock may be behind Telegram's. */
const SELISIH_MS = 5 * 60_000;
/** Telegram sends some hundred letters. */
const PALING_PANJANG = 8_192;

const User = z.object({ id: z.int().positive() });

/**
 * Checks what Telegram hands a page of the bot, as core.telegram.org/bots/webapps ("Validating data received via
 * the Mini App") has it: all fields but `hash`, sorted, a line each, signed with HMAC-SHA-256 by a key that is
 * the HMAC of the token under "WebAppData". In a private chat the chat has the number of its user.
 */
export function readInitData(text: string, { token, nowMs }: InitDataRule): InitData {
  if (text.length > PALING_PANJANG) return ditolak("cacat");
  const entries = [...new URLSearchParams(text)];
  const fields = new Map(entries);
  // Of two fields of one name it is not clear which one was signed.
  if (fields.size !== entries.length) return ditolak("cacat");
  const hash = fields.get("hash");
  if (hash === undefined) return ditolak("tanpa-tanda");
  if (!isSigned(fields, hash, token)) return ditolak("tanda-salah");
  const authDate = fields.get("auth_date") ?? "";
  if (!/^\d{1,12}$/.test(authDate)) return ditolak("cacat");
  const ageMs = nowMs - Number(authDate) * 1_000;
  if (ageMs > BERLAKU_MS) return ditolak("basi");
  if (ageMs < -SELISIH_MS) return ditolak("belum");
  const user = User.safeParse(jsonOf(fields.get("user") ?? ""));
  return user.success
    ? { kind: "pengguna", chat: String(user.data.id) }
    : ditolak("tanpa-pengguna");
}

/** Digests are compared, so neither length nor first wrong letter shows in the time taken. */
function isSigned(fields: ReadonlyMap<string, string>, hash: string, token: string): boolean {
  const lines = [...fields]
    .filter(([name]) => name !== "hash")
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("\n");
  const key = createHmac("sha256", "WebAppData").update(token).digest();
  const expected = createHmac("sha256", key).update(lines).digest("hex");
  return timingSafeEqual(digest(hash), digest(expected));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const ditolak = (sebab: Extract<InitData, { kind: "ditolak" }>["sebab"]): InitData => ({
  kind: "ditolak",
  sebab,
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
