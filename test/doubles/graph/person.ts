// A person with WhatsApp on a phone: writes, taps, sends files, and sees what the office's number sent.
import type { Inbound, Sent } from "./shapes.ts";

/** A file as the service keeps it. */
export interface StoredMedia {
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
}

/** A message of the office as it stands in the chat; nothing there ever changes. */
export interface Entry {
  readonly id: string;
  readonly sent: Sent;
  readonly text: string;
  /** Titles of reply buttons, of rows of a list, or of the button of a template. */
  readonly buttons: readonly string[];
  readonly file: (StoredMedia & { readonly picture: boolean }) | null;
}

type Content = {
  readonly [K in Inbound["type"]]: Omit<Extract<Inbound, { type: K }>, keyof From>;
}[Inbound["type"]];
interface From {
  from: string;
  id: string;
  timestamp: string;
}

/** What a person needs of the service. */
export interface Service {
  /** Takes what a person does; the id is the service's. */
  receive(person: Person, content: Content): string;
  store(file: StoredMedia): { readonly id: string; readonly sha256: string };
}

export class Person {
  readonly id: string;
  readonly name: string;
  readonly inbox: Entry[] = [];
  /** When they last did something; the service counts from there. */
  heardMs: number | null = null;
  /** No phone of that number has WhatsApp. */
  isGone = false;
  readonly #service: Service;

  constructor(id: string, name: string, service: Service) {
    this.id = id;
    this.name = name;
    this.#service = service;
  }

  get last(): Entry | undefined {
    return this.inbox.at(-1);
  }

  get texts(): readonly string[] {
    return this.inbox.map(({ text }) => text);
  }

  transcript(): string {
    return this.inbox
      .map(({ text, buttons }) => `${text}\n[${buttons.join("] [")}]`)
      .join("\n---\n");
  }

  says(text: string): string {
    return this.#service.receive(this, { type: "text", text: { body: text } });
  }

  answers(entry: Entry, text: string): string {
    const context = { from: OFFICE, id: entry.id };
    return this.#service.receive(this, { type: "text", text: { body: text }, context });
  }

  /** Taps the newest button or row whose title has this in it. */
  taps(title: string): string {
    const entry = this.inbox.findLast(({ buttons }) => buttons.some((one) => one.includes(title)));
    if (entry === undefined) throw new Error(`no ${title}\n${this.transcript()}`);
    return this.#service.receive(this, tapOf(entry, title));
  }

  uploads({ name, mime, data }: StoredMedia, caption = ""): string {
    const media = { ...this.#service.store({ name, mime, data }), mime_type: mime };
    const said = caption === "" ? {} : { caption };
    return this.#service.receive(this, {
      type: "document",
      document: { ...media, filename: name, ...said },
    });
  }

  photo(data: Uint8Array, caption = ""): string {
    const mime = "image/jpeg";
    const media = { ...this.#service.store({ name: "", mime, data }), mime_type: mime };
    return this.#service.receive(this, { type: "image", image: { ...media, caption } });
  }

  sticker(): string {
    const mime = "image/webp";
    const stored = this.#service.store({ name: "", mime, data: new Uint8Array([1]) });
    const sticker = { ...stored, mime_type: mime, animated: false };
    return this.#service.receive(this, { type: "sticker", sticker });
  }

  reacts(entry: Entry): string {
    const reaction = { message_id: entry.id, emoji: "👍" };
    return this.#service.receive(this, { type: "reaction", reaction });
  }
}

/** The office's number, as messages of people name whom they answer. */
export const OFFICE = "6285200000001";

function tapOf({ id, sent }: Entry, title: string): Content {
  const context = { from: OFFICE, id };
  if (sent.type === "template") {
    const payload = sent.template.components.flatMap((one) =>
      one.type === "button" ? one.parameters.map((parameter) => parameter.payload) : [],
    )[0];
    return { type: "button", button: { payload: payload ?? title, text: title }, context };
  }
  if (sent.type !== "interactive") throw new Error("nothing to tap");
  const { interactive } = sent;
  if (interactive.type === "button") {
    const reply = interactive.action.buttons.find((one) => one.reply.title.includes(title))?.reply;
    if (reply === undefined) throw new Error(`no button ${title}`);
    return {
      type: "interactive",
      interactive: { type: "button_reply", button_reply: reply },
      context,
    };
  }
  const rows = interactive.action.sections.flatMap((section) => section.rows);
  const row = rows.find((one) => `${one.title} ${one.description ?? ""}`.includes(title));
  if (row === undefined) throw new Error(`no row ${title}`);
  return { type: "interactive", interactive: { type: "list_reply", list_reply: row }, context };
}
