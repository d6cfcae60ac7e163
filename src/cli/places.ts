import { resolve } from "node:path";
import { unescape } from "node:querystring";
import type { Moved, Side } from "../store/move/move.ts";
import { type Outcome, refused } from "./outcome.ts";

/** A database as it may be shown: where it is, never by which password. Null where it is no URL of one. */
export function placeOf(url: string): string | null {
  if (url.startsWith("file:")) return `file:${resolve(url.slice("file:".length))}`;
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  return `postgresql://${hostname}:${port || DEFAULT_PORT}${pathname}`;
}

const DEFAULT_PORT = "5432";

/** Whatever a driver puts into its sentence, without the passwords of these URLs. */
export function withoutPasswords(text: string, urls: readonly string[]): string {
  const passwords = urls.flatMap((url) => {
    const password = URL.canParse(url) ? new URL(url).password : "";
    return password === "" ? [] : [password, unescape(password)];
  });
  return passwords.reduce((said, password) => said.replaceAll(password, "[secret]"), text);
}

/** Both sides of a move as they may be shown. */
export interface Places {
  readonly sumber: string;
  readonly tujuan: string;
}

/** Why nothing was moved, and what to do. */
export function unmoved(
  moved: Exclude<Moved, { readonly kind: "moved" }>,
  places: Places,
): Outcome {
  switch (moved.kind) {
    case "in-use":
      return refused(inUse(moved, places));
    case "nothing-there":
      return refused(`Tidak ada yang dipindahkan: ${places.sumber} kosong.`);
    case "not-empty":
      return refused(
        `${places.tujuan} tidak kosong (${moved.tables.join(", ")}). Pakai database yang kosong.`,
      );
    case "moved-before":
      return refused(
        `${places.tujuan} sudah berisi pindahan yang selesai. Untuk memindahkan lagi, pakai database yang kosong.`,
      );
    case "other-source":
      return refused(
        `${places.tujuan} berisi pindahan yang terputus dari data lain, atau ${places.sumber} sudah berubah sejak itu. ${ULANGI}`,
      );
    case "changed":
      return refused(`${places.sumber} berubah selagi disalin. ${HENTIKAN} ${ULANGI}`);
    case "log-broken":
      return refused(brokenLog(moved));
    case "differs":
      return refused(differs(moved), { tabel: moved.tables });
  }
}

const HENTIKAN = "Hentikan bot dan semua yang memakainya.";
const ULANGI = "Kosongkan tujuan, lalu jalankan sekali lagi.";

type Of<K extends Moved["kind"]> = Extract<Moved, { readonly kind: K }>;

function inUse({ side, others }: Of<"in-use">, places: Places): string {
  const what =
    others === null
      ? `Bot sedang berjalan pada ${places[side]}.`
      : `Masih ada ${others} sambungan lain ke ${places[side]}.`;
  return `${what} ${HENTIKAN} Lalu jalankan sekali lagi.`;
}

function brokenLog({ side, broken }: Of<"log-broken">): string {
  const lines = broken.map(
    ({ kantorId, seq }) =>
      `Log ${kantorId} pada ${side} tidak utuh: catatan ke-${seq} tidak sesuai rantainya.`,
  );
  return [...lines, SESUDAH_LOG[side]].join("\n");
}

const SESUDAH_LOG: { readonly [S in Side]: string } = {
  sumber: "Tidak ada yang disalin. Kembalikan sumber dari cadangan yang utuh.",
  tujuan: ULANGI,
};

const differs = ({ tables }: Of<"differs">): string =>
  [
    ...tables.map(
      ({ table: nama, count, arrived: there }) =>
        `Tabel ${nama} tidak sama: ${count} baris di sumber, ${there} di tujuan.`,
    ),
    ULANGI,
  ].join("\n");
