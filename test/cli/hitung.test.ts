import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installation, run } from "./run.ts";

describe("hitung tenggat", () => {
  it.each([
    ["2026-11-26T15:30:00+08:00", "60 menit", "2026-11-27T08:00:00+08:00"],
    ["2026-11-27T11:00:00+08:00", "60 menit", "2026-11-27T13:30:00+08:00"],
    ["2026-11-23T12:15:00+08:00", "30 menit", "2026-11-23T13:30:00+08:00"],
    ["2026-11-28T09:00:00+08:00", "15 menit", "2026-11-30T07:45:00+08:00"],
    ["2026-11-24T17:10:00+08:00", "10 menit", "2026-11-25T07:40:00+08:00"],
    ["2026-12-23T15:00:00+08:00", "2 jam", "2026-12-28T08:30:00+08:00"],
    ["2026-11-23T10:00:00+08:00", "330 menit", "2026-11-24T08:00:00+08:00"],
    ["2026-11-26T14:00:00+08:00", "1 hari", "2026-11-27T16:30:00+08:00"],
  ])("counts %s + %s in office hours to %s", async (mulai, durasi, tenggat) => {
    const ran = await run(["hitung", "tenggat", "--mulai", mulai, "--durasi", durasi, "--json"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.json()).toEqual({ tenggat });
  });

  it("counts a hari as 450 minutes when asked to", async () => {
    const mulai = "2026-11-26T14:00:00+08:00";
    const ran = await run([
      "hitung",
      "tenggat",
      "--mulai",
      mulai,
      "--durasi",
      "1 hari",
      "--ketat",
      "--json",
    ]);
    expect(ran.json()).toEqual({ tenggat: "2026-11-27T14:30:00+08:00" });
  });

  it.each([
    ["2026-11-26T15:30:00+07:00", "2026-11-27T08:00:00+07:00"],
    ["2026-11-26T15:30:00+09:00", "2026-11-27T08:00:00+09:00"],
    ["2026-11-26T15:30", "2026-11-27T08:00:00+08:00"],
  ])("takes the zone of %s where no office is named", async (mulai, tenggat) => {
    const ran = await run(["hitung", "tenggat", "--mulai", mulai, "--durasi", "1 jam", "--json"]);
    expect(ran.json()).toEqual({ tenggat });
  });

  it("reads an instant of another zone in the zone of a named office file", async () => {
    const ran = await run([
      "hitung",
      "tenggat",
      "--kantor",
      "flows/kantor/peraga.yaml",
      "--mulai",
      "2026-11-26T07:30:00Z",
      "--durasi",
      "60 menit",
      "--json",
    ]);
    expect(ran.json()).toEqual({ tenggat: "2026-11-27T08:00:00+08:00" });
  });

  it("tells people the time in their own words", async () => {
    const mulai = "2026-11-26T15:30:00+08:00";
    const ran = await run(["hitung", "tenggat", "--mulai", mulai, "--durasi", "60 menit"]);
    expect(ran.out).toBe("Jum 27 Nov 2026, 08.00 WITA\n");
  });

  it.each([
    [["--mulai", "kemarin", "--durasi", "60 menit"], "--mulai ditulis"],
    [["--mulai", "2026-02-30T08:00", "--durasi", "60 menit"], "--mulai ditulis"],
    [["--mulai", "2026-11-26T15:30:00+08:00", "--durasi", "sejam"], "--durasi ditulis"],
    [["--durasi", "60 menit"], "required option '--mulai <iso>'"],
  ])("is wrong usage with %j", async (options, reason) => {
    const ran = await run(["hitung", "tenggat", ...options, "--json"]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(reason);
  });

  describe("for a named office", () => {
    let home: ReturnType<typeof installation>;
    beforeAll(() => {
      home = installation();
    });
    afterAll(() => home.remove());
    const count = (kantor: string) =>
      run(
        [
          "hitung",
          "tenggat",
          "--kantor",
          kantor,
          "--json",
          "--mulai",
          "2026-11-26T15:30:00+08:00",
          "--durasi",
          "60 menit",
        ],
        { env: home.env },
      );

    it("knows the offices it ships, and refuses one that is nowhere", async () => {
      expect((await count("peraga")).json()).toEqual({ tenggat: "2026-11-27T08:00:00+08:00" });
      const ran = await count("antah-berantah");
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toContain("Kantor antah-berantah tidak ada");
    });

    it("names every problem of an office file that cannot be read", async () => {
      const ran = await count("flows/kantor/tidak-ada.yaml");
      expect(ran.code).toBe(1);
      expect(ran.err).toContain("flows/kantor/tidak-ada.yaml:1:1:");
    });
  });
});

describe("hitung capaian", () => {
  it.each([
    ["10", "12", "naik", 120, "Sangat Tinggi"],
    ["10", "12", "turun", 80, "Tinggi"],
    ["10", "5", "turun", 150, "Sangat Tinggi"],
    ["10", "25", "turun", 0, "Sangat Rendah"],
    ["10", "0", "turun", 200, "Sangat Tinggi"],
    ["0", "0", "turun", 100, "Sangat Tinggi"],
    ["100", "50,99", "naik", 50.99, "Sangat Rendah"],
    ["100", "51", "naik", 51, "Rendah"],
    ["100", "65,99", "naik", 65.99, "Rendah"],
    ["100", "66", "naik", 66, "Sedang"],
    ["100", "75,5", "naik", 75.5, "Sedang"],
    ["100", "76", "naik", 76, "Tinggi"],
    ["100", "90,99", "naik", 90.99, "Tinggi"],
    ["100", "91", "naik", 91, "Sangat Tinggi"],
    ["100", "137", "naik", 137, "Sangat Tinggi"],
    ["10", "-5", "naik", 0, "Sangat Rendah"],
    ["9007199254740991", "9007199254740991", "naik", 100, "Sangat Tinggi"],
    ["9007199254740991", "4503599627370496", "naik", 50, "Sangat Rendah"],
    ["1", "9007199254740991", "naik", 900_719_925_474_099_100, "Sangat Tinggi"],
    ["9007199254740991", "0", "turun", 200, "Sangat Tinggi"],
  ])("of target %s, realisasi %s, %s is %d (%s)", async (...row) => {
    const [target, realisasi, arah, persen, kategori] = row;
    const ran = await run([
      "hitung",
      "capaian",
      "--target",
      target,
      "--realisasi",
      realisasi,
      "--arah",
      arah,
      "--json",
    ]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.json()).toEqual({ capaianPersen: persen, kategori });
  });

  it.each([
    ["0", "5", "naik", "target nol, tidak dapat dibagi"],
    ["0", "5", "turun", "target nol, tidak dapat dibagi"],
    ["10", "belum", "naik", "realisasi kosong"],
    ["", "5", "naik", "target kosong"],
  ])(
    "of target %j, realisasi %j, %s is none, and says why",
    async (target, realisasi, arah, alasan) => {
      const ran = await run([
        "hitung",
        "capaian",
        "--target",
        target,
        "--realisasi",
        realisasi,
        "--arah",
        arah,
        "--json",
      ]);
      expect(ran.json()).toEqual({ capaianPersen: null, kategori: null, alasan });
    },
  );

  it("may use formula B", async () => {
    const ran = await run([
      "hitung",
      "capaian",
      "--target",
      "10",
      "--realisasi",
      "12",
      "--arah",
      "turun",
      "--formula",
      "B",
      "--json",
    ]);
    expect(ran.json()).toEqual({ capaianPersen: 83.33, kategori: "Tinggi" });
  });

  it("tells people when the target is passed", async () => {
    const ran = await run([
      "hitung",
      "capaian",
      "--target",
      "85",
      "--realisasi",
      "86,25",
      "--arah",
      "naik",
    ]);
    expect(ran.out).toBe("101,47 % (Sangat Tinggi, melampaui target)\n");
  });

  it.each([
    [["--target", "banyak", "--realisasi", "5", "--arah", "naik"], "--target bukan angka"],
    [["--target", "1.500", "--realisasi", "5", "--arah", "naik"], "--target dapat dibaca dua cara"],
    [
      ["--target", "88O", "--realisasi", "5", "--arah", "naik"],
      "--target tidak terbaca seluruhnya",
    ],
    [
      ["--target", "10", "--realisasi", "5", "--arah", "samping"],
      "Allowed choices are naik, turun",
    ],
    [["--target", "10", "--realisasi", "5"], "required option '--arah <arah>'"],
  ])("is wrong usage with %j", async (options, reason) => {
    const ran = await run(["hitung", "capaian", ...options]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(reason);
  });
});

describe("hitung angka", () => {
  it.each([
    ["1.234,5", { nilai: 1234.5, ambigu: false, jenis: "angka" }],
    ["1,5", { nilai: 1.5, ambigu: false, jenis: "angka" }],
    ["4.25", { nilai: 4.25, ambigu: false, jenis: "angka" }],
    ["93%", { nilai: 93, ambigu: false, jenis: "angka" }],
    ["0", { nilai: 0, ambigu: false, jenis: "angka" }],
    ["-5", { nilai: -5, ambigu: false, jenis: "angka" }],
    ["1.500", { nilai: null, ambigu: true, pilihan: [1500, 1.5], jenis: "angka" }],
    ["nihil", { nilai: null, ambigu: false, jenis: "nihil" }],
    ["belum", { nilai: null, ambigu: false, jenis: "belum" }],
    ["banyak", { nilai: null, ambigu: false, jenis: "bukan-angka" }],
  ])("reads %s", async (teks, expected) => {
    const ran = await run(["hitung", "angka", teks, "--json"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.json()).toEqual(expected);
  });

  it.each([
    ["88O", [], { pilihan: [88], sisa: ["O"] }, "terbaca 88; “O” tidak terbaca"],
    ["8S", [], { pilihan: [8], sisa: ["S"] }, "terbaca 8; “S” tidak terbaca"],
    ["1,5e3", [], { pilihan: [1.5], sisa: ["e3"] }, "terbaca 1,5; “e3” tidak terbaca"],
    ["4 dari", [], { pilihan: [4], sisa: ["dari"] }, "terbaca 4; “dari” tidak terbaca"],
    ["1,5 M", [], { pilihan: [1.5e9, 1.5] }, "dapat dibaca 1.500.000.000 atau 1,5"],
    [
      "87,5 menit",
      ["--satuan", "nilai"],
      { pilihan: [87.5], satuanLain: "menit" },
      "terbaca 87,5; satuannya nilai, tertulis menit",
    ],
  ])("asks about %s %j", async (teks, options, expected, says) => {
    const ran = await run(["hitung", "angka", teks, ...options, "--json"]);
    expect(ran.json()).toEqual({ nilai: null, ambigu: true, jenis: "angka", ...expected });
    expect((await run(["hitung", "angka", teks, ...options])).out).toBe(`${says}\n`);
  });

  it.each([
    ["2 trilyun", [], { nilai: 2e12, asal: "2 trilyun" }],
    ["1,5 jam", ["--satuan", "menit"], { nilai: 90, asal: "1,5 jam" }],
    ["12:15", ["--rasio", "--satuan", "persen"], { nilai: 80, pembilang: 12, penyebut: 15 }],
    ["9007199254740991", [], { nilai: Number.MAX_SAFE_INTEGER }],
  ])("takes %s %j", async (teks, options, expected) => {
    const ran = await run(["hitung", "angka", teks, ...options, "--json"]);
    expect(ran.json()).toEqual({ ambigu: false, jenis: "angka", ...expected });
  });

  it("takes a clock time for no figure", async () => {
    const ran = await run(["hitung", "angka", "10:30", "--json"]);
    expect(ran.json()).toEqual({ nilai: null, ambigu: false, jenis: "bukan-angka" });
  });

  it("tells people of both readings", async () => {
    expect((await run(["hitung", "angka", "1.500"])).out).toBe("dapat dibaca 1.500 atau 1,5\n");
  });
});
