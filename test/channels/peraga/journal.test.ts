import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InboundEvent, Outgoing } from "../../../src/app/ports/channel.ts";
import type { PonselPesan } from "../../../src/app/ports/peraga.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { rich } from "../../support/teks.ts";
import { openFolder, until } from "./harness.ts";

const chat = "camat";

describe("the chats of the simulator", () => {
  let folder: ReturnType<typeof openFolder>;
  beforeEach(() => {
    folder = openFolder();
  });
  afterEach(() => folder.remove());

  it("are the same after a restart: texts, buttons, files, edits and what was read", async () => {
    const channel = await folder.open();
    const stored: InboundEvent[] = [];
    await channel.start(async (event) => void stored.push(event));
    const teks = rich("**Tebal** {{nama}}", { nama: "<img src=x onerror=alert(1)>" });
    const sent = await channel.send(chat, { ...message, teks, pilihan: [[setuju]], file });
    await channel.send(chat, message);
    await channel.ponsel.read(chat);
    await channel.ponsel.say(chat, "apa kabar");
    await until(() => stored.length === 3);
    const ref = { chat, externalIdList: idsOf(sent), withFile: true };
    await channel.edit?.(ref, { ...message, teks: plain("✅ Disetujui") });
    await channel.send(chat, message);
    await channel.stop(1_000);

    const again = await folder.open();
    expect(again.ponsel.list(chat)).toEqual(channel.ponsel.list(chat));
    expect(looksOf(again.ponsel.list(chat))).toEqual([
      ["kantor", "dibaca"],
      ["kantor", "dibaca"],
      ["orang", "diterima"],
      ["kantor", "baru"],
    ]);
    expect((await again.ponsel.file(idsOf(sent)[0] ?? ""))?.data).toEqual(file.data);
  });

  it("hand over what was not stored before the end, once more and with the same key", async () => {
    const channel = await folder.open();
    const keys: string[] = [];
    await channel.start(async (event) => {
      keys.push(event.eventId);
      throw new Error("the database is down");
    });
    await channel.ponsel.say(chat, "satu");
    await until(() => keys.length > 0);
    await channel.stop(1_000);
    await channel.ponsel.say(chat, "dua");

    const again = await folder.open();
    const stored: InboundEvent[] = [];
    await again.start(async (event) => void stored.push(event));
    await until(() => stored.length === 2);
    expect(stored.map((event) => event.type === "text" && event.text)).toEqual(["satu", "dua"]);
    expect(stored[0]?.eventId).toBe(keys[0]);
    await again.stop(1_000);

    const third = await folder.open();
    expect(third.ponsel.list(chat).map(({ keadaan }) => keadaan)).toEqual(["diterima", "diterima"]);
  });

  it("survive half a line and a line of something else", async () => {
    const channel = await folder.open();
    await channel.send(chat, message);
    await channel.send(chat, { ...message, teks: plain("terpotong") });
    truncateSync(folder.journal, readFileSync(folder.journal).byteLength - 20);
    const again = await folder.open();
    await again.send(chat, { ...message, teks: plain("sesudahnya") });
    appendFileSync(folder.journal, '{"jenis":"entah"}\n');
    const texts = (await folder.open()).ponsel.list(chat).map(({ teks }) => teks[0]?.teks);
    expect(texts).toEqual(["Mohon persetujuan", "sesudahnya"]);
  });

  it("take a tap only on a button that is there", async () => {
    const channel = await folder.open();
    const sent = await channel.send(chat, { ...message, pilihan: [[setuju]] });
    const [id = ""] = idsOf(sent);
    expect(await channel.ponsel.tap(chat, id, "ab12cd34ef.3:lain")).toBe(false);
    expect(await channel.ponsel.tap("sekcam", id, setuju.id)).toBe(false);
    expect(await channel.ponsel.tap(chat, "tak-ada", setuju.id)).toBe(false);
    expect(await channel.ponsel.tap(chat, id, setuju.id)).toBe(true);
    await channel.edit?.({ chat, externalIdList: [id], withFile: false }, message);
    expect(await channel.ponsel.tap(chat, id, setuju.id)).toBe(false);
  });

  it("tell watchers of new and changed messages, and the office what was read", async () => {
    const channel = await folder.open();
    const seen: PonselPesan[] = [];
    const events: InboundEvent[] = [];
    await channel.start(async (event) => void events.push(event));
    const stop = channel.ponsel.watch((pesan) => seen.push(pesan));
    const [id = ""] = idsOf(await channel.send(chat, message));
    await channel.ponsel.read(chat);
    await channel.ponsel.read(chat);
    stop();
    await channel.send(chat, message);
    expect(seen.map(({ keadaan }) => keadaan)).toEqual(["baru", "dibaca"]);
    expect(events).toMatchObject([{ type: "receipt", state: "read", externalId: id, chat }]);
  });

  it("start empty in a folder of their own", async () => {
    writeFileSync(folder.journal, "");
    expect((await folder.open()).ponsel.list(chat)).toEqual([]);
  });
});

const setuju = { id: "ab12cd34ef.3:setuju", judul: "✅ Setuju" };
const message: Outgoing = { teks: plain("Mohon persetujuan"), pilihan: [], file: null };
const file = { nama: "Rekap.xlsx", mime: "a/b", data: Buffer.from([80, 75, 3, 4]) };

const looksOf = (list: readonly PonselPesan[]) => list.map(({ dari, keadaan }) => [dari, keadaan]);

const idsOf = (result: { kind: string; externalIdList?: readonly string[] }): readonly string[] =>
  result.externalIdList ?? [];
