import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Bukti } from "../../src/core/formulir/nilai.ts";
import { KantorId, PegawaiId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { requestOf } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { installation, run, withPeraga } from "./run.ts";

const Opened = z.object({ berkas: z.string() });
const Listed = z.object({
  bukti: z.array(z.object({ periode: z.string(), kode: z.string(), nama: z.string() })),
});
const Exported = z.object({ berkas: z.array(z.string()) });

const NOW = Date.parse("2026-11-21T08:00:00+08:00");
const kantorId = KantorId.parse("peraga");

describe("evidence, from the command line", () => {
  let home: ReturnType<typeof installation>;
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const listed = async (...argv: string[]) =>
    Listed.parse((await sopir("bukti", "list", ...argv)).json()).bukti;

  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
    const opening = ["--sop", "paringin-selatan", "--periode", "2026-TW4"];
    const { berkas: berkasId } = Opened.parse((await sopir("berkas", "open", ...opening)).json());
    const files = createFileStore(home.folder);
    const put = (nama: string): Promise<Bukti> =>
      files.put(new TextEncoder().encode(`isi ${nama}`), nama, "image/jpeg");
    const [awal, baru, keliru] = [await put("awal.jpg"), await put("baru.jpg"), await put("x.jpg")];
    const revisi = (kode: string, n: number, bukti: readonly Bukti[]) => ({
      kantorId,
      berkasId,
      periode: Periode.parse("2026-TW4"),
      kode,
      revisi: n,
      isian: { jenis: "angka", nilai: 80 } as const,
      keterangan: null,
      bukti,
      oleh: PegawaiId.parse("kasi-pelayanan"),
      atMs: NOW,
      seq: 1,
    });
    const store = await openStore({
      url: home.env["DATABASE_URL"] ?? "",
      dataDir: home.folder,
      now: () => NOW,
      log: new MemoryLog(),
    });
    await store.commit(
      requestOf(kantorId, {
        realisasi: [
          revisi("1.1", 1, [awal]),
          revisi("1.1", 2, [awal, baru]),
          revisi("1.1", 3, [baru]),
          revisi("1.2", 1, [keliru]),
          revisi("1.2", 2, []),
        ],
      }),
    );
    await store.close();
  });
  afterAll(() => home.remove());

  it("lists the files that prove figures now; what was taken back is not among them", async () => {
    expect(await listed()).toMatchObject([{ periode: "2026-TW4", kode: "1.1", nama: "baru.jpg" }]);
    expect(await listed("--kode", "1.2")).toEqual([]);
    expect(await listed("--periode", "2026-TW3")).toEqual([]);
  });

  it("writes them into a folder for each period and indikator", async () => {
    const output = join(home.folder, "keluar");
    const ran = await sopir("bukti", "export", "-o", output);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const [path = ""] = Exported.parse(ran.json()).berkas;
    expect(path).toBe("2026-TW4/1.1/01 baru.jpg");
    expect(readFileSync(join(output, path), "utf8")).toBe("isi baru.jpg");
    expect((await run(["bukti", "export"], { env: home.env })).code).toBe(2);
  });
});
