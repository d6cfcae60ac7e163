import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { CommitRequest } from "../../src/app/ports/commit.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Bukti } from "../../src/core/formulir/nilai.ts";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { berkasOf, NOW, requestOf, sop } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { unzip } from "../support/unzip.ts";
import { installation, run } from "./run.ts";

const Jadwal = z.object({
  lewat: z.array(z.object({ jenis: z.string(), apa: z.string(), kunci: z.string() })),
  sidik: z.string().nullable(),
});
const Doctor = z.object({
  pemeriksaan: z.array(z.object({ periksa: z.string(), keterangan: z.string() })),
});

const kantorId = KantorId.parse("peraga");
const kasi = PegawaiId.parse("kasi-pelayanan");
const BERKAS = "berkaslama";
/** Six years after the berkas was closed in 2026. */
const LATER = Date.parse("2032-01-02T08:00:00+08:00");

describe("what is kept how long, seen from the command line", () => {
  let home: ReturnType<typeof installation>;
  let bukti: Bukti;
  beforeAll(async () => {
    home = installation();
    await sopir(NOW, "kantor", "load", "flows/kantor/peraga.yaml");
    const files = createFileStore(home.folder);
    bukti = await files.put(new TextEncoder().encode("hasil survei"), "survei.pdf", "text/plain");
    await within(async (store) => {
      await store.saveSop(sop, "hash-uji", NOW);
      const state = {
        ...berkasOf(kantorId, BERKAS),
        status: "selesai" as const,
        selesaiMs: NOW,
      };
      const revisi: CommitRequest["realisasi"][number] = {
        kantorId,
        berkasId: BERKAS,
        periode: Periode.parse("2026-TW3"),
        kode: "1.1",
        revisi: 1,
        isian: { jenis: "angka", nilai: 86 },
        keterangan: null,
        bukti: [bukti],
        oleh: kasi,
        atMs: NOW,
        seq: 1,
      };
      await store.commit(requestOf(kantorId, { berkas: [{ state, sop }], realisasi: [revisi] }));
    });
  });
  afterAll(() => home.remove());

  const sopir = (now: number, ...argv: string[]) =>
    run([...argv, "--json"], { env: home.env, now });

  async function within<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const url = home.env["DATABASE_URL"] ?? "";
    const log = new MemoryLog();
    const store = await openStore({ url, dataDir: home.folder, now: () => NOW, log });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  const jadwal = async (now: number) => Jadwal.parse((await sopir(now, "arsip", "jadwal")).json());

  it("nothing is past its time while it is kept, and then it is listed and stays", async () => {
    expect(await jadwal(NOW)).toEqual({ lewat: [], sidik: null });
    const { lewat, sidik } = await jadwal(LATER);
    // besides the invitations that nobody used
    expect(lewat.filter(({ jenis }) => jenis !== "undangan")).toMatchObject([
      { jenis: "bukti", kunci: bukti.hash },
    ]);
    expect(sidik).toMatch(/^[0-9a-f]{10}$/);
    expect(await jadwal(LATER)).toEqual({ lewat, sidik });
    const { out } = await run(["arsip", "jadwal"], { env: home.env, now: LATER });
    expect(out).toContain("Tidak ada yang dihapus sendiri");
    expect(out).toContain(`--konfirmasi ${sidik}`);
  });

  it("the data of one person are one zip file, and the log says that it was given out", async () => {
    const output = join(home.folder, "kasi.zip");
    const ran = await sopir(NOW, "pegawai", "data", kasi, "-o", output);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.json()).toMatchObject({ jumlah: { angka: 1, bukti: 1, akun: 0 } });
    const files = await unzip(readFileSync(output));
    const text = (path: string): string => files.find((one) => one.path === path)?.text ?? "";
    expect(files.map(({ path }) => path)).toEqual([
      "baca-dahulu.txt",
      "profil.json",
      "akun.json",
      "pesan.json",
      "jawaban.json",
      "angka.json",
      "log.jsonl",
      "log.txt",
      "bukti/01 survei.pdf",
    ]);
    expect(JSON.parse(text("profil.json"))).toMatchObject({ pegawai: { id: kasi } });
    expect(JSON.parse(text("angka.json"))).toMatchObject([
      { kode: "1.1", bukti: [{ nama: "survei.pdf", sha256: bukti.hash }] },
    ]);
    expect(text("bukti/01 survei.pdf")).toBe("hasil survei");
    const log = await within((store) => store.readLog(kantorId, 0, 100));
    expect(log.at(-1)).toMatchObject({ jenis: "data-pegawai", data: { untuk: kasi } });
    const unknown = await sopir(NOW, "pegawai", "data", "siapa-ini", "-o", output);
    expect(unknown.code).toBe(1);
  });

  it("only the list that was seen is destroyed, and the log keeps what it was", async () => {
    const wanted = ["arsip", "musnahkan", "--dasar", "Berita Acara 1/2032"];
    const wrong = await sopir(LATER, ...wanted, "--konfirmasi", "0123456789");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("tidak ada yang dihapus");
    const { sidik } = await jadwal(LATER);
    const early = await sopir(NOW, ...wanted, "--konfirmasi", sidik ?? "");
    expect(early.code).toBe(1);
    const ran = await sopir(LATER, ...wanted, "--konfirmasi", sidik ?? "");
    expect(ran).toMatchObject({ code: 0 });
    expect(await createFileStore(home.folder).verify(bukti.hash)).toBe("dimusnahkan");
    expect(await jadwal(LATER)).toEqual({ lewat: [], sidik: null });
    const log = await within((store) => store.readLog(kantorId, 0, 100));
    const entry = log.findLast(({ berkasId }) => berkasId === BERKAS);
    expect(entry).toMatchObject({
      jenis: "arsip-dimusnahkan",
      oleh: "operator:baris perintah",
      data: { arsip: "bukti", jumlah: 1, dasar: "Berita Acara 1/2032" },
    });
    expect(JSON.stringify(entry?.data)).toContain(bukti.hash);
    const chain = await within((store) => store.verifyLog(kantorId));
    expect(chain).toMatchObject({ brokenSeq: null });
    const { pemeriksaan } = Doctor.parse((await sopir(LATER, "doctor")).json());
    expect(pemeriksaan.find(({ periksa }) => periksa === "berkas tersimpan")?.keterangan).toBe(
      "1 diperiksa, semua utuh atau dimusnahkan menurut jadwal (1)",
    );
  });

  it("copies made before migrations go as well, and nothing that lies beside them", async () => {
    const { createCopies } = await import("../../src/store/copies.ts");
    const { mkdir, writeFile } = await import("node:fs/promises");
    const folder = join(home.folder, "cadangan");
    await mkdir(folder, { recursive: true });
    const old = "sopir-2026-10-01T00-00-00-000Z-0a1b2c3d.db";
    for (const nama of [old, "catatan.txt"]) await writeFile(join(folder, nama), "x");
    expect(await createCopies(home.folder).list()).toEqual([
      { nama: old, ukuranByte: 1, dibuatMs: NOW },
    ]);
    const { lewat, sidik } = await jadwal(LATER);
    expect(lewat).toMatchObject([{ jenis: "salinan", kunci: old }]);
    await sopir(LATER, "arsip", "musnahkan", "--dasar", "BA 2", "--konfirmasi", sidik ?? "");
    expect(await readdir(folder)).toEqual(["catatan.txt"]);
  });

  it("whoever left is forgotten by name; whoever is there is not", async () => {
    const there = await sopir(NOW, "pegawai", "anonim", kasi);
    expect(there.code).toBe(1);
    expect(there.err).toContain("masih bertugas");
    const baru = ["--nama", "Nama Asli", "--jabatan", "Kasi Baru", "--peran", "kasi"];
    await sopir(NOW, "pegawai", "add", "kasi-baru", ...baru);
    await sopir(NOW, "pegawai", "leave", "kasi-baru");
    const before = await within((store) => store.loadKantor(kantorId));
    expect(JSON.stringify(before?.kantor)).toContain("Nama Asli");
    const ran = await sopir(NOW, "pegawai", "anonim", "kasi-baru");
    expect(ran).toMatchObject({ code: 0 });
    const after = await within((store) => store.loadKantor(kantorId));
    expect(JSON.stringify(after?.kantor)).not.toContain("Nama Asli");
    expect(JSON.stringify(after?.kantor)).toContain("Pegawai (anonim)");
    const undangan = await within((store) => store.listUndangan(kantorId));
    expect(undangan.map(({ pegawaiId }) => String(pegawaiId))).not.toContain("kasi-baru");
    const again = await sopir(NOW, "pegawai", "anonim", "kasi-baru");
    expect(again.err).toContain("Tidak ada lagi nama");
    const log = await within((store) => store.readLog(kantorId, 0, 100));
    expect(log.at(-1)).toMatchObject({ jenis: "pegawai-anonim", data: { untuk: "kasi-baru" } });
  });
});
