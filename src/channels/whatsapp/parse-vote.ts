import { z } from "zod";
import { isPerson } from "./parse.ts";

/** A vote as it stands; addresses are still as the page gives them. */
export interface Vote {
  /** Without the chat: the last part of the poll's id. */
  readonly pollId: string;
  readonly chat: string;
  readonly voter: string;
  /** The choice, counted from 0; null when the vote was taken back. */
  readonly nomor: number | null;
  /** When it was cast, by the voter's clock, in epoch milliseconds. */
  readonly atMs: number;
}

/** Reads one vote; polls of others, and those in groups, are not for us. */
export function parseVote(raw: unknown): Vote | "malformed" | "not-for-us" {
  const { data } = RawVote.safeParse(raw);
  const key = data?.parentMsgKey ?? data?.parentMessage?.id;
  if (data === undefined || key === undefined) return "malformed";
  if (!key.fromMe || !isPerson(key.remote)) return "not-for-us";
  const { voter, selectedOptions, interractedAtTs } = data;
  const nomor = selectedOptions[0]?.localId ?? null;
  return { pollId: key.id, chat: key.remote, voter, nomor, atMs: interractedAtTs };
}

/** The page names accounts by text or by object, with the device behind the number or without. */
const Account = z
  .union([z.string(), z.object({ _serialized: z.string() }).transform((one) => one._serialized)])
  .transform((text) => text.replace(/:\d+@/, "@").replace("@s.whatsapp.net", "@c.us"));

const KEY = /^(true|false)_([^_]+)_([^_]+)/;

const Key = z.union([
  z.object({ fromMe: z.boolean(), remote: Account, id: z.string() }),
  z
    .string()
    .regex(KEY)
    .transform((text) => {
      const [, fromMe, remote = "", id = ""] = KEY.exec(text) ?? [];
      return { fromMe: fromMe === "true", remote, id };
    }),
]);

// The library knows the titles only while the page still has the poll; numbers it always knows.
const RawVote = z.object({
  voter: Account,
  selectedOptions: z.array(z.object({ localId: z.int().nonnegative() })),
  interractedAtTs: z.number().catch(0),
  parentMsgKey: Key.optional().catch(undefined),
  parentMessage: z.object({ id: Key }).optional().catch(undefined),
});
