import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing, SendResult } from "../../../src/app/ports/channel.ts";
import { MEANING } from "../../../src/channels/whatsapp-cloud/errors.ts";
import type { WhatsappCloudChannel } from "../../../src/channels/whatsapp-cloud/index.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { TemplatPembuka } from "../../../src/core/pesan/templat-pembuka.ts";
import { GraphDouble, type Person } from "../../doubles/graph/index.ts";
import { type Opened, openGraph } from "./harness.ts";

const pdf = {
  nama: "Laporan.pdf",
  mime: "application/pdf",
  data: new Uint8Array([37, 80, 68, 70]),
};

const templat = TemplatPembuka.parse({
  id: "buka",
  jenis: "tugas",
  nama: "sopir_buka",
  bahasa: "id",
  kategori: "utility",
  isi: "Ada {jumlah} tugas SOP menunggu: {hal}. Ketuk tombol.",
  tombol: "Buka",
  contoh: { jumlah: "1", hal: "Realisasi" },
});

let graph: Opened;
let channel: WhatsappCloudChannel;
let person: Person;

beforeEach(async () => {
  graph = await openGraph();
  channel = graph.create({ templatList: [templat] });
  await channel.start(async () => undefined);
  person = graph.double.person("6281200000001", "Siti");
  person.heardMs = Date.now();
});

afterEach(async () => {
  await channel.stop(1_000);
  await graph.double.stop();
  expect(graph.double.complaints).toEqual([]);
});

const choicesOf = (count: number, judul = "Pilihan") =>
  Array.from({ length: count }, (_, n) => [{ id: `b.1:${n}`, judul: `${judul} ${n + 1}` }]);

const send = (rest: Partial<Outgoing>, done: readonly string[] = []): Promise<SendResult> =>
  channel.send(
    person.id,
    { teks: plain("Mohon persetujuan"), pilihan: [], file: null, ...rest },
    { done },
  );

const kinds = (): readonly string[] =>
  person.inbox.map(({ sent }) => (sent.type === "interactive" ? sent.interactive.type : sent.type));

describe("choices on the Cloud API", () => {
  it.each([
    { what: "one", pilihan: choicesOf(1), kind: "button" },
    { what: "three short ones", pilihan: choicesOf(3), kind: "button" },
    { what: "four", pilihan: choicesOf(4), kind: "list" },
    { what: "ten", pilihan: choicesOf(10), kind: "list" },
    {
      what: "one that is too long for a button",
      pilihan: choicesOf(1, "x".repeat(20)),
      kind: "list",
    },
    {
      what: "two of one name",
      pilihan: [[{ id: "a.1:1", judul: "Ya" }], [{ id: "a.1:2", judul: "Ya" }]],
      kind: "list",
    },
  ])("are a $kind for $what", async ({ pilihan, kind }) => {
    expect(await send({ pilihan, ajakan: "Lihat pilihan" })).toMatchObject({ kind: "sent" });
    expect(kinds()).toEqual([kind]);
    expect(person.last?.buttons).toEqual(pilihan.flat().map(({ judul }) => judul));
  });

  it("go below the file where they are buttons, and behind it where they are a list", async () => {
    await send({ pilihan: choicesOf(2), file: pdf });
    expect(kinds()).toEqual(["button"]);
    expect(person.last?.file?.name).toBe("Laporan.pdf");
    await send({ pilihan: choicesOf(4), file: pdf });
    expect(kinds()).toEqual(["button", "document", "list"]);
    expect(person.last?.text).toBe("Mohon persetujuan");
  });

  it("stand below the end of a text that is longer than they bear", async () => {
    const teks = plain(Array.from({ length: 300 }, (_, n) => `baris ${n}`).join("\n"));
    await send({ teks, pilihan: choicesOf(2) });
    expect(
      kinds()
        .slice(0, -1)
        .every((kind) => kind === "text"),
    ).toBe(true);
    expect(kinds().at(-1)).toBe("button");
    expect(person.texts.join("\n")).toBe(teks[0]?.teks);
  });
});

describe("sending on the Cloud API", () => {
  it("goes on with the part that did not go out", async () => {
    const teks = plain("kata ".repeat(900).trim());
    graph.double.faults.failAfter("send", 1, 500, 131_016);
    const first = await send({ teks });
    expect(first).toMatchObject({ code: "unreachable" });
    const done = first.kind === "failed" ? (first.partIdList ?? []) : [];
    expect(done).toHaveLength(1);
    expect(await send({ teks }, done)).toMatchObject({ kind: "sent" });
    expect(person.texts.join(" ")).toBe(teks[0]?.teks);
  });

  it("refuses files the service does not take, so that their message goes without", async () => {
    const zip = { nama: "arsip.zip", mime: "application/zip", data: new Uint8Array([80, 75]) };
    expect(await send({ file: zip })).toMatchObject({ code: "rejected", retryAfterMs: null });
    expect(person.inbox).toEqual([]);
  });

  it("says when a call certainly never left", async () => {
    const elsewhere = await new GraphDouble().start();
    const gone = graph.create({ apiRoot: elsewhere.url });
    await elsewhere.stop();
    const content = { teks: plain("halo"), pilihan: [], file: null };
    expect(await gone.send(person.id, content)).toMatchObject({
      code: "unreachable",
      neverLeft: true,
    });
    graph.double.faults.cutNext("send", "unanswered");
    const cut = await send({});
    expect(cut).toMatchObject({ code: "unreachable" });
    expect(cut).not.toHaveProperty("neverLeft");
  });

  it("waits as long as the answer asks for", async () => {
    graph.double.faults.failNext("send", 429, 130_429, 90);
    expect(await send({})).toMatchObject({ code: "throttled", retryAfterMs: 90_000 });
  });

  it.each(Object.entries(MEANING))("knows what %s means", async (code, meaning) => {
    graph.double.faults.failNext("send", 400, Number(code));
    const result = await send({});
    expect(result).toMatchObject({ kind: "failed", ...meaning });
  });

  it.each([
    [401, "not-ready"],
    [429, "throttled"],
    [503, "unreachable"],
    [418, "rejected"],
  ])("goes by HTTP where there is no code: %d is %s", async (status, code) => {
    graph.double.faults.failNext("send", status);
    expect(await send({})).toMatchObject({ code });
  });

  it("opens a chat with the template of the kind, in its words", async () => {
    graph.double.templates.push({
      name: "sopir_buka",
      language: "id",
      text: "Ada {{1}} tugas SOP menunggu: {{2}}. Ketuk tombol.",
      button: "Buka",
      status: "APPROVED",
    });
    const pembuka = { jenis: "tugas", bahasa: "id", jumlah: 2, hal: "Realisasi\nTW I" } as const;
    person.heardMs = null;
    expect(await channel.open?.(person.id, pembuka)).toMatchObject({ kind: "sent" });
    expect(person.texts).toEqual(["Ada 2 tugas SOP menunggu: Realisasi TW I. Ketuk tombol."]);
    const english = { ...pembuka, bahasa: "en" } as const;
    expect(await channel.open?.(person.id, english)).toMatchObject({ kind: "sent" });
    const news = { ...pembuka, jenis: "kabar" } as const;
    expect(await channel.open?.(person.id, news)).toMatchObject({ code: "rejected" });
  });
});
