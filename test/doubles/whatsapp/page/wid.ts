// WhatsApp's identifiers: of accounts and chats, and of messages.
export class Wid {
  readonly user: string;
  readonly server: string;
  readonly _serialized: string;

  constructor(text: string) {
    const parts = /^([\w-]+)@(c\.us|g\.us|lid|broadcast|s\.whatsapp\.net)$/.exec(text);
    if (parts === null) throw new Error(`wid error: invalid wid ${text}`);
    this.user = String(parts[1]);
    this.server = parts[2] === "s.whatsapp.net" ? "c.us" : String(parts[2]);
    this._serialized = `${this.user}@${this.server}`;
  }

  toString(): string {
    return this._serialized;
  }

  isLid(): boolean {
    return this.server === "lid";
  }

  isGroup(): boolean {
    return this.server === "g.us";
  }

  isUser(): boolean {
    return this.server === "lid" || this.server === "c.us";
  }

  isStatus(): boolean {
    return this.server === "broadcast";
  }
}

export function widOf(like: Wid | string | { readonly _serialized: string }): Wid {
  if (like instanceof Wid) return like;
  return new Wid(typeof like === "string" ? like : like._serialized);
}

interface KeyParts {
  readonly from: Wid;
  readonly to: Wid;
  readonly id: string;
  readonly participant?: Wid;
  readonly selfDir?: "in" | "out";
}

export class MsgKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly participant?: Wid;
  readonly _serialized: string;

  constructor({ from, to, id, participant, selfDir }: KeyParts) {
    this.fromMe = selfDir === "out";
    this.remote = this.fromMe ? to : from;
    this.id = id;
    if (participant !== undefined) this.participant = participant;
    const tail = participant === undefined ? "" : `_${participant._serialized}`;
    this._serialized = `${this.fromMe}_${this.remote._serialized}_${id}${tail}`;
  }

  /** The key of a message the service told of. */
  static of(serialized: string): MsgKey {
    const [fromMe, remote, id, participant] = serialized.split("_");
    const chat = new Wid(String(remote));
    return new MsgKey({
      from: chat,
      to: chat,
      id: String(id),
      selfDir: fromMe === "true" ? "out" : "in",
      ...(participant === undefined ? {} : { participant: new Wid(participant) }),
    });
  }

  static fromString(serialized: string): MsgKey {
    return MsgKey.of(serialized);
  }

  toString(): string {
    return this._serialized;
  }

  static async newId(): Promise<string> {
    return `3EB0${randomHex(9)}`;
  }
}

export function randomHex(bytes: number): string {
  const values = [...crypto.getRandomValues(new Uint8Array(bytes))];
  return values.map((one) => one.toString(16).padStart(2, "0").toUpperCase()).join("");
}
