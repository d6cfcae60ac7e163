import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installation, run, withPeraga } from "./run.ts";

const surat = ["--surat", "Surat Perintah 800/12/2026"];

describe("who stands in, from the command line", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const listed = async () =>
    z
      .object({ halangan: z.array(z.looseObject({ mulai: z.string(), sampai: z.string() })) })
      .parse((await sopir("plh", "list")).json()).halangan;

  it.each<[string, readonly string[], RegExp]>([
    ["somebody unknown", ["bupati", "--sampai", "2026-11-25"], /bupati bukan pejabat kantor ini/],
    ["the Inspektorat", ["inspektorat", "--sampai", "2026-11-25"], /bukan pejabat kantor ini/],
    ["no reason", ["camat", "--sampai", "2026-11-25"], /Sebutkan --alasan: cuti, dinas, sakit/],
    [
      "no date",
      ["camat", "--alasan", "cuti", "--sampai", "Rabu"],
      /Rabu: tulis tanggalnya seperti/,
    ],
    [
      "a first day that is over",
      ["camat", "--alasan", "cuti", "--mulai", "2026-11-20", "--sampai", "2026-11-25"],
      /20 November 2026 sudah lewat/,
    ],
    [
      "a last day before the first",
      ["camat", "--alasan", "cuti", "--mulai", "2026-11-25", "--sampai", "2026-11-24"],
      /./,
    ],
    [
      "a letter that names nobody",
      ["camat", "--alasan", "cuti", "--sampai", "2026-11-25", ...surat],
      /--wakil dan --surat disebut bersama/,
    ],
    [
      "an absence nobody recorded",
      ["camat", "--wakil", "sekcam", ...surat],
      /Tidak ada halangan Camat yang belum diwakili/,
    ],
    ["nothing", ["camat"], /Sebutkan --sampai; tanpa itu/],
  ])("is refused with %s", async (_, argv, sentence) => {
    const ran = await sopir("plh", "set", ...argv);
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
    expect(await listed()).toEqual([]);
  });

  it("is recorded with the absence, seen in both lists, and over with its end", async () => {
    const cuti = ["--alasan", "cuti", "--sampai", "2026-11-27"];
    const ran = await run(["plh", "set", "camat", ...cuti, "--wakil", "sekcam", ...surat], {
      env: home.env,
    });
    expect(ran).toMatchObject({
      code: 0,
      out: "Camat: cuti, 21 November 2026 s.d. 27 November 2026; Plh. Sekretaris Kecamatan (Surat Perintah 800/12/2026).\n",
    });
    expect(await listed()).toMatchObject([
      { wakil: { jenis: "plh", pegawaiId: "sekcam", surat: "Surat Perintah 800/12/2026" } },
    ]);
    const again = await sopir("plh", "set", "camat", ...cuti);
    expect(again).toMatchObject({ code: 1, out: "" });
    const { out } = await run(["pegawai", "list"], { env: home.env });
    expect(out).toContain("cuti sampai 27 November 2026");
    expect(await sopir("plh", "end", "camat")).toMatchObject({ code: 0, err: "" });
    expect(await listed()).toEqual([]);
    expect((await sopir("plh", "end", "camat")).err).toContain("camat tidak tercatat berhalangan");
  });

  it("is named afterwards for an absence of which there are several", async () => {
    const away = (mulai: string, sampai: string, alasan = "dinas") =>
      sopir("plh", "set", "camat", "--alasan", alasan, "--mulai", mulai, "--sampai", sampai);
    await away("2026-11-24", "2026-11-25");
    await away("2026-12-01", "2026-12-31", "lowong");
    const names = ["--wakil", "sekcam", ...surat];
    const which = await sopir("plh", "set", "camat", ...names);
    expect(which).toMatchObject({
      code: 1,
      err: "Ada beberapa: 24 November 2026 s.d. 25 November 2026; 1 Desember 2026 s.d. 31 Desember 2026. Sebutkan --mulai, misalnya 2026-11-24.\n",
    });
    await sopir("plh", "set", "camat", "--mulai", "2026-12-01", ...names);
    expect(await listed()).toMatchObject([
      { mulai: "2026-11-24", wakil: null },
      { mulai: "2026-12-01", wakil: { jenis: "plt", pegawaiId: "sekcam" } },
    ]);
    await sopir("plh", "end", "camat", "--mulai", "2026-11-24");
    expect(await listed()).toMatchObject([{ mulai: "2026-12-01" }]);
  });
});
