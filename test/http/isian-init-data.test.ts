import { describe, expect, it } from "vitest";
import { BERLAKU_MS, type InitData, readInitData } from "../../src/http/isian/init-data.ts";
import { signed } from "../doubles/telegram/init-data.ts";

const token = "7000000001:a-token-of-a-bot-that-is-thirty-five";
const nowMs = Date.parse("2027-01-04T07:40:00+08:00");
const seconds = (ms: number): string => String(Math.floor(ms / 1_000));

const fields = {
  query_id: "AAHdF6IQAAAAAN0XohDhrOrc",
  user: JSON.stringify({ id: 101, first_name: 'Kasi & "Pelayanan" = 1', language_code: "id" }),
  auth_date: seconds(nowMs),
  // Belongs to a second signature of Telegram's own, and is signed like any other field.
  signature: "c2lnbmF0dXJl",
};

const good: InitData = { kind: "pengguna", chat: "101" };
const no = (sebab: Extract<InitData, { kind: "ditolak" }>["sebab"]): InitData => ({
  kind: "ditolak",
  sebab,
});

/** A text that was signed, with something of it changed afterwards. */
function changed(change: (params: URLSearchParams) => void): string {
  const params = new URLSearchParams(signed(fields, token));
  change(params);
  return String(params);
}

describe("what Telegram says of whoever opens the page", () => {
  it.each<[string, string, InitData]>([
    ["is believed as it was signed", signed(fields, token), good],
    [
      "in whatever order its fields come",
      String(new URLSearchParams([...new URLSearchParams(signed(fields, token))].toReversed())),
      good,
    ],
    [
      "not by another bot's token",
      signed(fields, token.replace("a-token", "b-token")),
      no("tanda-salah"),
    ],
    [
      "not as somebody else",
      changed((params) => params.set("user", JSON.stringify({ id: 102 }))),
      no("tanda-salah"),
    ],
    [
      "not with a field more",
      changed((params) => params.set("chat_type", "private")),
      no("tanda-salah"),
    ],
    ["not with a field less", changed((params) => params.delete("query_id")), no("tanda-salah")],
    [
      "not with a field twice",
      changed((params) => params.append("user", JSON.stringify({ id: 102 }))),
      no("cacat"),
    ],
    ["not without its signature", changed((params) => params.delete("hash")), no("tanpa-tanda")],
    ["not with an empty signature", changed((params) => params.set("hash", "")), no("tanda-salah")],
    [
      "not with the signature in capitals",
      changed((params) => params.set("hash", (params.get("hash") ?? "").toUpperCase())),
      no("tanda-salah"),
    ],
    ["not where nothing is said", "", no("tanpa-tanda")],
    ["not at any length", `${signed(fields, token)}&x=${"y".repeat(9_000)}`, no("cacat")],
    [
      "until a day later",
      signed({ ...fields, auth_date: seconds(nowMs - BERLAKU_MS) }, token),
      good,
    ],
    [
      "and not after that",
      signed({ ...fields, auth_date: seconds(nowMs - BERLAKU_MS - 1_000) }, token),
      no("basi"),
    ],
    [
      "from a clock that is a little ahead",
      signed({ ...fields, auth_date: seconds(nowMs + 4 * 60_000) }, token),
      good,
    ],
    [
      "and not from the future",
      signed({ ...fields, auth_date: seconds(nowMs + 10 * 60_000) }, token),
      no("belum"),
    ],
    ["not without a date", signed({ user: fields.user }, token), no("cacat")],
    ["not with a date that is none", signed({ ...fields, auth_date: "-1" }, token), no("cacat")],
    ["not without a person", signed({ auth_date: fields.auth_date }, token), no("tanpa-pengguna")],
    [
      "not with a person that has no number",
      signed({ ...fields, user: '{"id":"101"}' }, token),
      no("tanpa-pengguna"),
    ],
    [
      "not with a person that is no JSON",
      signed({ ...fields, user: "{" }, token),
      no("tanpa-pengguna"),
    ],
  ])("%s", (_, text, expected) => {
    expect(readInitData(text, { token, nowMs })).toEqual(expected);
  });
});
