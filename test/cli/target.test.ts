import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { installation, run, withPeraga } from "./run.ts";

const tahun = ["--tahun", "2026"];
const dasar = ["--dasar", "Perubahan PK Nomor 45/2026", "--tanggal", "2026-08-14"];

describe("targets, from the command line", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const listed = async () => {
    const { target } = z
      .object({ target: z.array(z.looseObject({ kode: z.string() })) })
      .parse((await sopir("target", "list", ...tahun)).json());
    return target.find(({ kode }) => kode === "1.1");
  };

  it.each<[string, readonly string[], RegExp]>([
    ["an indikator there is not", ["9.9", "--mulai", "TW4", "--target", "90"], /9\.9 tidak ada/],
    ["no triwulan", ["1.1", "--mulai", "Mei", "--target", "90"], /Mei: tulis misalnya --mulai TW3/],
    ["too few targets", ["1.1", "--mulai", "S2", "--target", "90"], /memerlukan 2 angka/],
    ["a figure that reads two ways", ["1.1", "--mulai", "TW4", "--target", "1.500"], /bukan angka/],
    [
      "a triwulan that is finished",
      ["1.1", "--mulai", "TW2", "--target", "85", "86", "87"],
      /sudah selesai dengan target yang berlaku waktu itu. Perubahan dapat berlaku mulai TW IV/,
    ],
  ])("are refused with %s", async (_, argv, sentence) => {
    const ran = await sopir("target", "set", ...argv, ...tahun, ...dasar);
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
  });

  it("change from a triwulan on, with what they were and the decree", async () => {
    const before = await listed();
    const argv = ["1.1", "--mulai", "TW4", "--target", "88,5", "--setahun", "88,5"];
    const ran = await sopir("target", "set", ...argv, ...tahun, ...dasar);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(await listed()).toMatchObject({
      targetTahunan: 88.5,
      perubahanTarget: [
        {
          mulaiTriwulan: 4,
          dasar: "Perubahan PK Nomor 45/2026",
          tanggal: "2026-08-14",
          semula: { targetTahunan: before?.["targetTahunan"] },
        },
      ],
    });
    const again = await sopir("kantor", "load", "flows/kantor/peraga.yaml");
    expect(again.code).toBe(0);
    expect(await listed()).toMatchObject({ targetTahunan: 88.5 });
  });
});
