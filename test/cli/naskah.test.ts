import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { NaskahRow, NomorRow } from "../../src/app/ports/naskah.ts";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { LangkahNo } from "../../src/core/sop/reference.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { suratByNama } from "../core/dokumen/sample.ts";
import { requestOf } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { unzip } from "../support/unzip.ts";
import { installation, run, withPeraga } from "./run.ts";

const Opened = z.object({ berkas: z.string() });
const Exported = z.object({ output: z.string(), sha256: z.string(), ukuranByte: z.number() });
const Listed = z.object({
  naskah: z.array(
    z.object({
      id: z.string(),
      jenis: z.string(),
      sebutan: z.string().nullable(),
      nomor: z.string().nullable(),
      oleh: z.string(),
      pada: z.string(),
      file: z.array(z.object({ bentuk: z.string(), sha256: z.string() })),
    }),
  ),
});
const Doctor = z.object({
  pemeriksaan: z.array(
    z.object({ periksa: z.string(), baik: z.boolean(), keterangan: z.string() }),
  ),
});

const NOW = Date.parse("2026-11-21T08:00:00+08:00");
const kantorId = KantorId.parse("peraga");

const row = (berkasId: string | null, urut: number, part: Partial<NomorRow> = {}): NomorRow => ({
  kantorId,
  register: "surat-keluar",
  tahun: 2026,
  urut,
  nomor: `800/${urut}/2026`,
  perihal: "Undangan rapat",
  berkasId,
  oleh: PegawaiId.parse("sekcam"),
  atMs: NOW,
  batal: null,
  ...part,
});

const pathOf = (folder: string, hash = ""): string =>
  join(folder, "berkas", hash.slice(0, 2), hash.slice(2));

describe("papers, registers and archives seen from the command line", () => {
  let home: ReturnType<typeof installation>;
  let berkasId = "";
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const plainly = (...argv: string[]) => run(argv, { env: home.env });

  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
  });
  afterAll(() => home.remove());

  async function commit(part: Parameters<typeof requestOf>[1]): Promise<void> {
    const url = home.env["DATABASE_URL"] ?? "";
    const options = { url, dataDir: home.folder, now: () => NOW, log: new MemoryLog() };
    const store = await openStore(options);
    expect(await store.commit(requestOf(kantorId, part))).toBe("committed");
    await store.close();
  }

  const paper = (n: number, part: Partial<NaskahRow["naskah"]>): NaskahRow => ({
    kantorId,
    berkasId,
    periode: Periode.parse("2026-TW4"),
    naskah: {
      id: `${berkasId}-n${n}`,
      jenis: "sk-tim",
      nama: "SK Tim",
      sebutan: null,
      versi: 1,
      langkahNo: LangkahNo.parse("1"),
      padaMs: NOW,
      padaSeq: 99,
      oleh: PegawaiId.parse("camat"),
      nomor: null,
      unggahan: null,
      perubahan: null,
      ...part,
    },
    isi: null,
  });

  it("say that there is nothing yet, and what is wrong with an id", async () => {
    expect((await sopir("naskah", "list")).json()).toEqual({ naskah: [] });
    expect((await sopir("nomor", "list", "--tahun", "2026")).json()).toEqual({ nomor: [] });
    expect((await plainly("naskah", "list", "--berkas", "tidak-ada")).code).toBe(1);
    const output = join(home.folder, "arsip.zip");
    const ran = await plainly("arsip", "export", "--berkas", "tidak-ada", "-o", output);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("sopir berkas list --semua");
    expect((await plainly("nomor", "list", "--tahun", "26")).code).toBe(2);
    expect((await plainly("arsip", "export", "--berkas", "x")).code).toBe(2);
  });

  it("refuse to export an archive that no langkah has made", async () => {
    const ran = await sopir("berkas", "open", "--sop", "paringin-selatan", "--periode", "2026-TW4");
    berkasId = Opened.parse(ran.json()).berkas;
    const output = join(home.folder, "arsip.zip");
    const refused = await plainly("arsip", "export", "--berkas", berkasId, "-o", output);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("belum diarsipkan");
  });

  it("export the newest archive of a berkas, which tells of itself", async () => {
    const letter = { ...paper(1, { nomor: "800/1/2026" }), isi: suratByNama["sk tim"] };
    const unggahan = await createFileStore(home.folder).put(
      new TextEncoder().encode("pindaian"),
      "ttd.pdf",
      "application/pdf",
    );
    const signed = { jenis: "laporan", sebutan: "Bertanda tangan", unggahan } as const;
    const arsip = { jenis: "arsip", nama: "Arsip Berkas" } as const;
    await commit({
      naskah: [letter, paper(2, arsip), paper(3, signed), paper(4, { ...arsip, versi: 2 })],
    });
    const output = join(home.folder, "arsip.zip");
    const ran = await sopir("arsip", "export", "--berkas", berkasId, "-o", output);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const exported = Exported.parse(ran.json());
    const data = readFileSync(output);
    expect(data.byteLength).toBe(exported.ukuranByte);
    const paths = (await unzip(data)).map(({ path }) => path);
    expect(paths).toContain("naskah/01 SK Tim - Kecamatan Peraga - konsep.pdf");
    expect(paths.some((path) => path.includes("Bertanda tangan"))).toBe(true);
    const again = Exported.parse(
      (await sopir("arsip", "export", "--berkas", berkasId, "-o", output)).json(),
    );
    expect(again.sha256).toBe(exported.sha256);
  });

  it("list the papers with their SHA-256", async () => {
    const { naskah } = Listed.parse((await sopir("naskah", "list", "--berkas", berkasId)).json());
    expect(naskah.map(({ jenis }) => jenis)).toEqual(["sk-tim", "arsip", "laporan", "arsip"]);
    expect(naskah[0]).toMatchObject({
      id: `${berkasId}-n1`,
      nomor: "800/1/2026",
      oleh: "camat",
      pada: "2026-11-21T08:00:00+08:00",
    });
    expect(naskah[0]?.file.map(({ bentuk }) => bentuk).toSorted()).toEqual(["docx", "pdf"]);
    expect(naskah[1]?.file).toEqual([]);
    const { out } = await plainly("naskah", "list");
    expect(out).toContain("belum dibuat");
    expect(out).toContain(naskah[0]?.file[0]?.sha256);
  });

  it("list the register with cancelled numbers and their reason", async () => {
    await commit({
      nomor: [row(null, 1, { nomor: null }), row("lain", 2), row(berkasId, 10)],
      cancelNomor: [{ berkasId: "lain", alasan: "Berkas dibatalkan" }],
    });
    const ran = await sopir("nomor", "list", "--tahun", "2026", "--kantor", "peraga");
    expect(ran.json()).toMatchObject({
      nomor: [
        { urut: 1, nomor: null, batal: null },
        { urut: 2, batal: "Berkas dibatalkan" },
        { urut: 10, nomor: "800/10/2026", pada: "2026-11-21T08:00:00+08:00" },
      ],
    });
    const { out } = await plainly("nomor", "list", "--tahun", "2026");
    expect(out).toContain("BATAL: Berkas dibatalkan");
    expect(out).toContain("(di luar sopir)");
  });

  it("are looked after by doctor: a lost or altered file is named with what to do", async () => {
    const before = Doctor.parse((await sopir("doctor")).json()).pemeriksaan;
    const stored = before.find(({ periksa }) => periksa === "berkas tersimpan");
    expect(stored).toEqual({
      periksa: "berkas tersimpan",
      baik: true,
      keterangan: "4 diperiksa, semua utuh",
    });
    const { naskah } = Listed.parse((await sopir("naskah", "list")).json());
    writeFileSync(pathOf(home.folder, naskah[0]?.file[0]?.sha256), "diubah orang");
    rmSync(pathOf(home.folder, naskah[2]?.file[0]?.sha256));
    const ran = await sopir("doctor");
    expect(ran.code).toBe(1);
    const after = Doctor.parse(ran.json()).pemeriksaan;
    const { baik, keterangan } = after.find(({ periksa }) => periksa === "berkas tersimpan") ?? {};
    expect(baik).toBe(false);
    expect(keterangan).toMatch(/^2 tidak utuh dari 4 yang diperiksa: /);
    expect(keterangan).toMatch(/Naskah \S+-n1 \(SK Tim\) sebagai \w+ dari berkas \S+ berubah/);
    expect(keterangan).toMatch(/Naskah \S+-n3 \(SK Tim, Bertanda tangan\) dari berkas \S+ hilang/);
    expect(keterangan).toContain("dari cadangan");
  });
});
