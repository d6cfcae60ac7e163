import type { Instant } from "../../core/waktu/instant.ts";
import { createStatusBoard, type StatusBoard } from "../status.ts";

/** What a person needs to link the phone; both null when there is nothing to do. */
export interface Login {
  /** The text behind the QR code. */
  readonly qr: string | null;
  /** The pairing code to type into the phone. */
  readonly code: string | null;
}

/** The state of the channel, and what is shown for logging in. */
export interface LoginBoard extends StatusBoard {
  setLogin(login: Login): void;
  login(): Login;
}

/** Nothing to scan and nothing to type. */
export const NO_LOGIN: Login = { qr: null, code: null };

export function createLoginBoard(
  now: () => Instant,
  showLogin: (login: Login) => void,
): LoginBoard {
  let login = NO_LOGIN;
  return {
    ...createStatusBoard(now),
    setLogin(next) {
      const same = next.qr === login.qr && next.code === login.code;
      login = next;
      if (!same && next !== NO_LOGIN) showLogin(next);
    },
    login: () => login,
  };
}
