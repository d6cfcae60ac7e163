import type { ChannelState, ChannelStatus } from "../../app/ports/channel.ts";
import type { Instant } from "../../core/waktu/instant.ts";

/** What a person needs to link the phone; both null when there is nothing to do. */
export interface Login {
  /** The text behind the QR code. */
  readonly qr: string | null;
  /** The pairing code to type into the phone. */
  readonly code: string | null;
}

/** The state of the channel, when it became so, and what is shown for logging in. */
export interface StatusBoard {
  set(state: ChannelState, detail: string): void;
  get(): ChannelStatus;
  setLogin(login: Login): void;
  login(): Login;
}

/** Nothing to scan and nothing to type. */
export const NO_LOGIN: Login = { qr: null, code: null };

export function createStatusBoard(
  now: () => Instant,
  showLogin: (login: Login) => void,
): StatusBoard {
  let status: ChannelStatus = { state: "offline", sinceMs: now(), detail: "Not started." };
  let login = NO_LOGIN;
  return {
    set(state, detail) {
      const sinceMs = state === status.state ? status.sinceMs : now();
      status = { state, sinceMs, detail };
    },
    get: () => status,
    setLogin(next) {
      const same = next.qr === login.qr && next.code === login.code;
      login = next;
      if (!same && next !== NO_LOGIN) showLogin(next);
    },
    login: () => login,
  };
}
