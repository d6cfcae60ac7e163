import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { openStore } from "../../src/store/open.ts";
import { NOW, requestOf } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { installation, run } from "./run.ts";

const Loaded = z.object({
  kantor: z.string(),
  baru: z.boolean(),
  realisasiBaru: z.number(),
  berkasBerubah: z.number(),
  undangan: z.array(z.object({ pegawai: z.string(), kode: z.string(), berlakuSampai: z.string() })),
});
const Listed = z.object({
  berkas: z.array(
    z.object({
      periode: z.string(),
      status: z.string(),
      langkah: z.string(),
      pemegang: z.array(z.string()),
    }),
  ),
});

describe("an installation seen from its command line", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(() => {
    home = installation();
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });

  it("has no office at first, and says what to do", async () => {
    expect((await sopir("kantor", "list")).json()).toEqual({ kantor: [] });
    const ran = await sopir("undangan", "create", "camat");
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("sopir kantor load FILE");
  });

  it("loads an office with its figures and one invitation per pegawai", async () => {
    const ran = await sopir("kantor", "load", "flows/kantor/peraga.yaml");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const loaded = Loaded.parse(ran.json());
    expect(loaded).toMatchObject({ kantor: "peraga", baru: true, realisasiBaru: 30 });
    expect(loaded.undangan).toHaveLength(10);
    expect(new Set(loaded.undangan.map(({ kode }) => kode)).size).toBe(10);
    expect(loaded.undangan[0]?.kode).toMatch(/^[2-9A-HJKMNP-Z]{11}$/);
    expect(loaded.undangan[0]?.berlakuSampai).toBe("2026-11-28T08:00:00+08:00");
  });

  it("changes nothing when the same office is loaded again", async () => {
    const loaded = Loaded.parse((await sopir("kantor", "load", "flows/kantor/peraga.yaml")).json());
    expect(loaded).toMatchObject({ baru: false, realisasiBaru: 0, berkasBerubah: 0 });
    const list = Listed.parse((await sopir("berkas", "list", "--semua")).json());
    expect(list.berkas.map(({ periode, status }) => `${periode} ${status}`).toSorted()).toEqual([
      "2026-S1 selesai",
      "2026-TW1 selesai",
      "2026-TW2 selesai",
      "2026-TW3 selesai",
    ]);
    expect((await sopir("kantor", "list")).json()).toMatchObject({
      kantor: [{ id: "peraga", pegawai: 10, terhubung: 0, sop: ["paringin-selatan"] }],
    });
  });

  it("leaves a closed period as it is when the file says otherwise, and says so", async () => {
    const file = join(home.folder, "peraga.yaml");
    const text = readFileSync("flows/kantor/peraga.yaml", "utf8");
    writeFileSync(file, text.replace("nilai: 83.2 }", "nilai: 83.4 }"));
    const ran = await run(["kantor", "load", file], { env: home.env });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(
      "Realisasi Triwulan III 2026 dari berkas tidak dipakai (1.1): periodenya sudah ditutup",
    );
  });

  it("refuses an office file that is broken, with every problem, and leaves the office alone", async () => {
    const file = join(home.folder, "rusak.yaml");
    const text = readFileSync("flows/kantor/peraga.yaml", "utf8");
    writeFileSync(
      file,
      text.replace("peran: [camat]", "peran: [cmat]").replace("arah: naik", "arah: atas"),
    );
    const ran = await run(["kantor", "load", file], { env: home.env });
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/rusak\.yaml:\d+:\d+: peran \(butir 1\): "cmat" tidak dikenal/),
      expect.stringMatching(
        /rusak\.yaml:\d+:13: arah: "atas" tidak dikenal, pilihannya: naik, turun/,
      ),
    ]);
  });

  it("invites one pegawai by id, and knows who is there when the id is wrong", async () => {
    const ran = await sopir("undangan", "create", "kasi-pmd");
    expect(ran.json()).toMatchObject({ pegawai: "kasi-pmd" });
    const wrong = await sopir("undangan", "create", "lurah");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("Yang ada: camat, sekcam");
    expect((await sopir("undangan", "create", "camat", "--kantor", "lain")).code).toBe(1);
  });

  it("opens a berkas once, and only for a period that is not there", async () => {
    const open = (periode: string, sop = "paringin-selatan") =>
      sopir("berkas", "open", "--kantor", "peraga", "--sop", sop, "--periode", periode);
    expect((await open("2026-TW4")).json()).toMatchObject({
      kantor: "peraga",
      periode: "2026-TW4",
      langkah: "1",
    });
    for (const [periode, sop] of [
      ["2026-TW4"],
      ["2026-TW3"],
      ["2026-TW4", "antah-berantah"],
    ] as const) {
      const ran = await open(periode, sop);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).not.toBe("");
    }
    const list = Listed.parse((await sopir("berkas", "list", "--kantor", "peraga")).json());
    expect(list.berkas).toMatchObject([{ periode: "2026-TW4", status: "berjalan", langkah: "1" }]);
    expect(list.berkas[0]?.pemegang).toHaveLength(6);
  });

  it("counts running deadlines again when the office's calendar changes", async () => {
    const file = join(home.folder, "peraga.yaml");
    const text = readFileSync("flows/kantor/peraga.yaml", "utf8");
    writeFileSync(
      file,
      `${text}\nkalender:\n  libur: [{ tanggal: 2027-01-07, nama: Hari Jadi, jenis: libur_daerah }]\n`,
    );
    const loaded = Loaded.parse((await sopir("kantor", "load", file, "--apply")).json());
    expect(loaded.berkasBerubah).toBe(1);
    expect(Loaded.parse((await sopir("kantor", "load", file)).json()).berkasBerubah).toBe(0);
  });

  it("writes the rekap as a workbook, and none of a year without indikator", async () => {
    const output = join(home.folder, "rekap.xlsx");
    const ran = await sopir("rekap", "export", "--tahun", "2026", "--triwulan", "3", "-o", output);
    expect(ran.json()).toMatchObject({ berkas: output, kantor: "peraga", periode: "2026-TW3" });
    expect(readFileSync(output).subarray(0, 2).toString()).toBe("PK");
    expect((await sopir("rekap", "export", "--tahun", "2031", "-o", output)).code).toBe(1);
  });

  it.each([
    { what: "capaian", argv: ["capaian", "--periode", "2026-TW3"], code: 0 },
    { what: "a trend", argv: ["tren", "1.1", "--periode", "2026-TW3"], code: 0 },
    { what: "a year without figures", argv: ["capaian", "--periode", "2031-TW1"], code: 1 },
    { what: "a berkas nobody knows", argv: ["papan", "--berkas", "lain"], code: 1 },
    { what: "a period nobody knows", argv: ["ketepatan", "--periode", "kapan"], code: 2 },
  ])("draws $what as a picture, or says why not", async ({ argv, code }) => {
    const output = join(home.folder, "grafik.png");
    const ran = await sopir("grafik", ...argv, "-o", output);
    expect(ran.code).toBe(code);
    if (code === 0) expect(readFileSync(output).subarray(1, 4).toString("latin1")).toBe("PNG");
    else expect(ran.err).not.toBe("");
  });

  it("counts with the calendar of the office in the database", async () => {
    const ran = await sopir(
      "hitung",
      "tenggat",
      "--kantor",
      "peraga",
      "--mulai",
      "2027-01-06T15:30:00+08:00",
      "--durasi",
      "60 menit",
    );
    expect(ran.json()).toEqual({ tenggat: "2027-01-08T08:00:00+08:00" });
  });

  it("proves its log, and finds itself in good health", async () => {
    expect((await sopir("log", "verify")).json()).toMatchObject({
      kantor: [{ id: "peraga", rusakPada: null }],
    });
    const ran = await sopir("doctor");
    expect(ran.code).toBe(0);
  });

  it("is told by doctor who else may look into its data", async () => {
    chmodSync(home.folder, 0o755);
    const ran = await sopir("doctor");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("chmod 700");
    chmodSync(home.folder, 0o700);
    expect((await sopir("doctor")).out).not.toContain("chmod 700");
  });

  it("is told by doctor who else may read the token", async () => {
    const file = join(home.folder, "sopir.env");
    writeFileSync(file, "PERAGA=false\n", { mode: 0o644 });
    chmodSync(file, 0o644);
    const ran = await sopir("doctor");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(
      `${file} dapat dibaca pengguna lain di komputer ini: chmod 600 ${file}`,
    );
    chmodSync(file, 0o600);
    expect((await sopir("doctor")).out).not.toContain("dapat dibaca pengguna lain");
    rmSync(file);
  });

  it("names in its health whoever cannot be written to any more, by office and since when", async () => {
    const kantorId = KantorId.parse("peraga");
    const log = new MemoryLog();
    const url = home.env["DATABASE_URL"] ?? "";
    const store = await openStore({ url, dataDir: home.folder, now: Date.now, log });
    const pegawaiId = PegawaiId.parse("kasi-pelayanan");
    const address = { channelId: "telegram", chat: "77" };
    const undangan = [{ id: "u77", pegawaiId, kodeHash: "h77", berlakuSampaiMs: NOW }];
    const links = [{ accountId: "a77", pegawaiId, undanganId: "u77", address, utama: true }];
    await store.commit(requestOf(kantorId, { undangan }));
    await store.commit(requestOf(kantorId, { links }));
    const mark = (takTerjangkauMs: number | null) => {
      const reach = [{ accountId: "a77", takTerjangkauMs, saidMs: null }];
      return store.commit(requestOf(kantorId, { reach }));
    };
    await mark(NOW);
    const ran = await sopir("doctor");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(
      "tidak terjangkau: Kasi Pelayanan (peraga) sejak Kam 1 Okt, 08.00 WITA",
    );
    await mark(null);
    expect((await sopir("doctor")).code).toBe(0);
    await store.close();
  });
});
