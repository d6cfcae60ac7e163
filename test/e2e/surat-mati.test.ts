import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readinessOf } from "../../src/http/readiness.ts";
import { run } from "../cli/run.ts";
import { documents } from "../support/documents.ts";
import { Office, type OfficeOptions } from "./office.ts";

/** Pauses of minutes pass in tenths of seconds; the office's clock stands. */
const TEMPO = 600;

let office: Office;

const open = async (options: Partial<OfficeOptions> = {}): Promise<void> => {
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2027-01-04T08:00:00+08:00",
    tempo: TEMPO,
    ...options,
  });
};

const sopir = (...argv: string[]) =>
  run(argv, {
    env: { DATABASE_URL: `file:${join(office.dir, "sopir.db")}`, DATA_DIR: office.dir },
    now: office.nowMs,
  });

const texts = (id: string): readonly string[] =>
  office.person(id).inbox.map(({ text, caption }) => text ?? caption ?? "");

const logged = (message: string) => () =>
  office.logLines.filter((line) => line.includes(message)).length;

const soon = (look: () => unknown) => expect.poll(look, { timeout: 15_000 });

const deadIds = async (): Promise<readonly string[]> =>
  (await office.store.listLetters(["gagal"])).map(({ id }) => id);

/** The one that was given up: the log says so a moment before it is written down. */
async function deadId(): Promise<string> {
  await soon(async () => (await deadIds()).length).toBe(1);
  const [id = ""] = await deadIds();
  return id;
}

/** What the admin was told of, digest by digest. */
const told = (): readonly string[] =>
  texts("sekcam").filter((text) => text.includes("Tidak sampai"));

afterEach(async () => {
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

describe("a refusal nobody knows", () => {
  it("ends as a dead letter that is named everywhere, and arrives when it is sent again", async () => {
    await open();
    const kasi = office.person("kasi-pelayanan");
    const before = texts("kasi-pelayanan").length;
    const heal = office.telegram.faults.failChat(kasi.id, 400, "Bad Request: strange");
    kasi.says("/bantuan");
    await soon(logged("a message was given up")).toBe(1);
    // Every try had its plain second one, and the person was asked nothing of.
    const calls = office.telegram.calls.filter(
      ({ method, params }) => method === "sendMessage" && Number(params["chat_id"]) === kasi.id,
    );
    expect(calls.length - before).toBe(10);

    const id = await deadId();
    const listed = await sopir("outbox", "list");
    expect(listed).toMatchObject({ code: 0, err: "" });
    expect(listed.out).toMatch(/gagal\s+Kasi Pelayanan\s+telegram.*rejected: 400/);
    expect(listed.out).not.toContain(String(kasi.id));
    const shown = await sopir("outbox", "show", id);
    expect(shown.out).toContain("/tugas");
    const body = shown.out.trimEnd().split("\n").at(-1) ?? "";
    expect(logged(body)()).toBe(0);
    const doctor = await sopir("doctor");
    expect(doctor.code).toBe(1);
    expect(doctor.err).toMatch(new RegExp(`SALAH +surat mati +1 .*${id} kepada Kasi Pelayanan`));
    expect(
      await readinessOf({
        store: office.store,
        behind: async () => [],
        kind: "sqlite",
        channels: [],
      }),
    ).toMatchObject({
      outbox: { dead: 1, letters: [id] },
    });

    await office.moveTo("2027-01-04T08:09:00+08:00");
    expect(told()).toEqual([]);
    await office.moveTo("2027-01-04T08:11:00+08:00");
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/^⚠️ Tidak sampai — 1 pesan\nKepada Kasi Pelayanan: /);
    await office.moveTo("2027-01-06T12:00:00+08:00");
    expect(told()).toHaveLength(1);

    heal();
    const arrived = texts("kasi-pelayanan").length;
    expect((await sopir("outbox", "retry", id)).code).toBe(0);
    await soon(() => texts("kasi-pelayanan").length).toBeGreaterThan(arrived);
    expect(texts("kasi-pelayanan").at(-1)).toContain(body);
    expect(await deadIds()).toEqual([]);
    expect((await sopir("doctor")).out).toContain("tidak ada");
  }, 60_000);

  it("is named nowhere any more once it was given up for good", async () => {
    await open();
    const kasi = office.person("kasi-pelayanan");
    const heal = office.telegram.faults.failChat(kasi.id, 400, "Bad Request: strange");
    kasi.says("/bantuan");
    await soon(logged("a message was given up")).toBe(1);
    heal();
    const before = texts("kasi-pelayanan").length;
    const id = await deadId();
    expect((await sopir("outbox", "drop", id)).code).toBe(0);
    expect(await deadIds()).toEqual([]);
    expect((await sopir("outbox", "list", "--semua")).out).not.toContain(id);
    expect((await sopir("outbox", "retry", id)).code).toBe(1);
    expect((await sopir("doctor")).out).toMatch(/baik +surat mati +tidak ada/);
    await office.moveTo("2027-01-04T09:00:00+08:00");
    expect(told()).toEqual([]);
    expect(texts("kasi-pelayanan")).toHaveLength(before);
  }, 60_000);

  it("of the shape leaves the text, and the choices can be typed", async () => {
    await open();
    office.telegram.faults.failNext("sendMessage", 400, "Bad Request: can't parse entities");
    await office.says("kasi-pelayanan", "/saya");
    const { last } = office.person("kasi-pelayanan");
    expect(last?.text).toMatch(/\nBalas(: 1 | dengan angka:\n1 )/);
    expect([last?.entities, last?.reply_markup]).toEqual([undefined, undefined]);
    expect(await deadIds()).toEqual([]);
    const before = texts("kasi-pelayanan").length;
    await office.says("kasi-pelayanan", "1");
    expect(texts("kasi-pelayanan").length).toBeGreaterThan(before);
    expect(texts("kasi-pelayanan").at(-1)).not.toContain("belum saya pahami");
  });
});

describe("a file that cannot be made", () => {
  it("holds nobody up: the message says so, the file stays and comes when it is sent again", async () => {
    let broken = true;
    const rekapXlsx: typeof documents.rekapXlsx = async (rekap) => {
      if (broken) throw new Error("planted fault");
      return documents.rekapXlsx(rekap);
    };
    await open({ mulai: "2026-12-28T09:00:00+08:00", documents: { ...documents, rekapXlsx } });
    await office.moveTo("2027-01-04T08:00:00+08:00");
    await office.says("kasi-pemerintahan", "1=36/40 2=3");
    await office.taps("kasi-pemerintahan", "Kirim");
    const kasi = office.person("kasi-pemerintahan");
    kasi.says("/rekap");
    await soon(logged("a message could not be prepared")).toBe(1);
    kasi.says("/bantuan");
    await soon(logged("a message went without its file")).toBe(1);
    await soon(() => texts("kasi-pemerintahan").at(-1)).toContain("/tugas");
    const said = texts("kasi-pemerintahan").find((text) => text.includes("belum dapat dibuat"));
    expect(said).toContain("⚠️ Berkas rekap TW IV 2026 belum dapat dibuat; pengelola sopir");
    const id = await deadId();
    expect((await sopir("doctor")).err).toContain("berkas tidak dapat dibuat: Error");

    broken = false;
    expect((await sopir("outbox", "retry", "--semua")).code).toBe(0);
    await soon(() => kasi.last?.document?.file_name).toContain("Rekap");
    expect(kasi.last?.caption).toBe("📄 Berkas menyusul: rekap TW IV 2026");
    expect(id).toMatch(/\.berkas$/);
    expect(await deadIds()).toEqual([]);
  }, 60_000);
});

describe("while the office's clock stands", () => {
  it("a message that failed is tried again, without the clock being pushed", async () => {
    await open();
    for (let n = 0; n < 4; n += 1)
      office.telegram.faults.failNext("sendMessage", 500, "Internal Server Error");
    const nowMs = office.nowMs;
    const before = texts("camat").length;
    office.person("camat").says("/bantuan");
    await soon(() => texts("camat").length).toBe(before + 1);
    expect(office.nowMs).toBe(nowMs);
  });

  it("a move of the clock answers after the second try of what failed for a moment", async () => {
    await open({ mulai: "2026-12-28T09:00:00+08:00" });
    office.telegram.faults.failNext("sendMessage", 502, "Bad Gateway");
    await office.moveTo("2027-01-04T08:00:00+08:00");
    for (const id of ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag"])
      expect(texts(id).at(-1)).toMatch(/^📋 Realisasi Triwulan IV 2026/);
  });
});

describe("the command line of the outbox", () => {
  const rows: readonly (readonly [argv: string, code: number, says: RegExp])[] = [
    ["outbox list", 0, /^Tidak ada surat mati/],
    ["outbox list --semua --json", 0, /^\{"surat":\[\]\}/],
    ["outbox show x", 1, /^Tidak ada surat x/],
    ["outbox retry x", 1, /^Tidak ada surat x/],
    ["outbox drop x --json", 1, /^Tidak ada surat x/],
    ["outbox retry", 2, /^Sebutkan ID surat/],
    ["outbox drop x --semua", 2, /^Sebutkan ID surat/],
    ["outbox show", 2, /missing required argument/],
    ["outbox drop --semua", 0, /^0 pesan dibuang/],
  ];

  it("says in an office without any what there is not, and what is missing", async () => {
    await open();
    for (const [argv, code, says] of rows) {
      const ran = await sopir(...argv.split(" "));
      expect(ran.code, argv).toBe(code);
      expect(code === 0 ? ran.out : ran.err, argv).toMatch(says);
    }
  });
});
