// What the page and the service side of the double say to each other. Types only: both sides import it.

/** Where a message stands on its way: −1 refused, 0 on its way, 1 at the service, 2 on the phone, 3 read. */
export type Ack = -1 | 0 | 1 | 2 | 3;

export interface FileData {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  /** Where the bytes are fetched, as `/double/media/<n>`. */
  readonly path: string;
}

/** A message as the service passes it to the page. */
export interface MessageData {
  /** `<fromMe>_<chat>_<id>`, and in a group `_<author>` behind it. */
  readonly id: string;
  readonly chat: string;
  readonly author: string;
  readonly type: string;
  readonly text: string;
  readonly file: FileData | null;
  readonly poll: readonly string[] | null;
  readonly quoted: string | null;
  readonly ack: Ack;
  /** Epoch seconds, as WhatsApp counts. */
  readonly t: number;
}

export interface ContactData {
  readonly id: string;
  readonly name: string;
  /** The phone number behind a LID, if it is known. */
  readonly pn: string | null;
}

export interface ChatData {
  readonly id: string;
  readonly unread: number;
}

/** How one person's vote in a poll stands; nothing ticked means it was taken back. */
export interface VoteData {
  readonly poll: string;
  readonly from: string;
  readonly options: readonly number[];
  readonly atMs: number;
}

/** What a linked page is given when it comes online. */
export interface SyncData {
  readonly contacts: readonly ContactData[];
  readonly chats: readonly ChatData[];
  readonly messages: readonly MessageData[];
  readonly votes: readonly VoteData[];
}

/** A linked device; the token makes the page's session real. */
export interface Link {
  readonly pn: string;
  readonly lid: string;
  readonly token: string;
}

/** From the service to the page. */
export type Down =
  | { readonly kind: "qr"; readonly ref: string }
  | ({ readonly kind: "login" } & Link)
  | {
      readonly kind: "message";
      readonly contact: ContactData;
      readonly chat: ChatData;
      readonly message: MessageData;
      /** The page shows it anew although it has it, as after a broken connection. */
      readonly again: boolean;
    }
  | { readonly kind: "ack"; readonly id: string; readonly ack: Ack }
  | ({ readonly kind: "vote" } & VoteData)
  /** The page drops a message from memory, as it does with old ones. */
  | { readonly kind: "forget"; readonly id: string }
  | { readonly kind: "edit"; readonly id: string; readonly text: string }
  | { readonly kind: "revoke"; readonly id: string }
  /** What was sent until now is too old to be changed. */
  | { readonly kind: "seal" }
  | { readonly kind: "state"; readonly state: string }
  | { readonly kind: "loggedOut" };

/** From the page to the service, each with its answer. */
export interface Up {
  readonly hello: {
    readonly ask: { readonly token: string | null };
    readonly answer: { readonly linked: boolean; readonly ref: string };
  };
  readonly pairing: {
    readonly ask: { readonly phone: string };
    readonly answer: { readonly code: string };
  };
  readonly sync: { readonly ask: object; readonly answer: SyncData };
  readonly online: { readonly ask: object; readonly answer: object };
  readonly message: {
    readonly ask: MessageData;
    readonly answer: { readonly ok: boolean; readonly error: string | null };
  };
  readonly edit: {
    readonly ask: { readonly id: string; readonly text: string };
    readonly answer: object;
  };
  readonly revoke: { readonly ask: { readonly id: string }; readonly answer: object };
  readonly seen: { readonly ask: { readonly chat: string }; readonly answer: object };
  readonly typing: { readonly ask: { readonly chat: string }; readonly answer: object };
  readonly logout: { readonly ask: object; readonly answer: object };
  readonly missing: { readonly ask: { readonly name: string }; readonly answer: object };
  readonly trouble: { readonly ask: { readonly error: string }; readonly answer: object };
}

export type UpKind = keyof Up;
