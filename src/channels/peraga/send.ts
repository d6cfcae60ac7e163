import type { Capabilities, MessageRef, Outgoing, SendResult } from "../../app/ports/channel.ts";
import type { FileStore } from "../../app/ports/files.ts";
import type { PonselFile } from "../../app/ports/peraga.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { splitInto, splitText } from "../../core/pesan/split.ts";
import type { KeptChats } from "./kept-chats.ts";

export interface SendDeps extends Pick<KeptChats, "chats" | "keep"> {
  readonly caps: Capabilities;
  readonly files: FileStore;
  readonly id: () => string;
  readonly now: () => number;
}

/** Puts a message into a chat, in parts if it is long; the first has the file, the last the buttons. */
export async function send(deps: SendDeps, chat: string, content: Outgoing): Promise<SendResult> {
  const problem = problemOf(content, deps.caps);
  if (problem !== null) return failed("rejected", problem);
  const { textMax, captionMax } = deps.caps;
  const file = content.file && (await keepFile(deps.files, content.file));
  // What is laid out is one bubble, however long.
  const partList =
    content.blok === undefined
      ? splitText(content.teks, textMax, file === null ? textMax : captionMax)
      : [content.teks];
  if (partList.length === 0) partList.push([]);
  const externalIdList: string[] = [];
  for (const [at, teks] of partList.entries()) {
    const id = deps.id();
    await deps.keep({
      jenis: "pesan",
      id,
      chat,
      atMs: deps.now(),
      teks: copyOf(teks),
      ...(content.blok && { blok: content.blok }),
      pilihan: at === partList.length - 1 ? rowsOf(content) : [],
      file: at === 0 ? file : null,
    });
    externalIdList.push(id);
  }
  return { kind: "sent", externalIdList };
}

/** Replaces text and buttons, paired from the end: the last message gets the outcome. */
export async function edit(
  { caps, chats, keep }: SendDeps,
  ref: MessageRef,
  content: Outgoing,
): Promise<SendResult> {
  const { externalIdList, withFile } = ref;
  if (externalIdList.some((id) => chats.get(id)?.chat !== ref.chat))
    return failed("gone", "no such message");
  const last = externalIdList.at(-1);
  if (content.blok !== undefined && last !== undefined) {
    const { teks, blok } = content;
    await keep({ jenis: "ubahan", id: last, teks: copyOf(teks), blok, pilihan: rowsOf(content) });
    return { kind: "sent", externalIdList };
  }
  const limits = { max: caps.textMax, firstMax: withFile ? caps.captionMax : caps.textMax };
  const partList = splitInto(content.teks, externalIdList.length, limits);
  const targetList = externalIdList.slice(externalIdList.length - Math.max(1, partList.length));
  for (const [at, id] of targetList.entries()) {
    const pilihan = at === targetList.length - 1 ? rowsOf(content) : [];
    await keep({ jenis: "ubahan", id, teks: copyOf(partList[at] ?? []), pilihan });
  }
  return { kind: "sent", externalIdList };
}

function problemOf({ teks, file }: Outgoing, caps: Capabilities): string | null {
  if (file === null) return plainText(teks).trim() === "" ? "the message is empty" : null;
  if (file.data.byteLength === 0) return "the file is empty";
  return file.data.byteLength > caps.fileOutMaxByte ? "the file is too large" : null;
}

async function keepFile(
  files: FileStore,
  { nama, mime, data, gambar }: NonNullable<Outgoing["file"]>,
): Promise<PonselFile> {
  const kept = await files.put(data, nama, mime);
  return gambar === undefined ? kept : { ...kept, gambar };
}

const copyOf = (teks: RichText) => teks.map((span) => ({ ...span }));

const rowsOf = ({ pilihan }: Outgoing) =>
  pilihan.filter((row) => row.length > 0).map((row) => row.map((one) => ({ ...one })));

const failed = (code: "rejected" | "gone", detail: string): SendResult => ({
  kind: "failed",
  code,
  detail,
  retryAfterMs: null,
});
