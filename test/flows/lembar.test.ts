import { describe, expect, it } from "vitest";
import { LangkahNo } from "../../src/core/sop/reference.ts";
import { bacaKantor, Jalan, kantorUji, keluaranOf } from "../support/jalan.ts";

const jalanOf = async (kantor: string, periode = "2026-TW4"): Promise<Jalan> =>
  new Jalan(await kantorUji(kantor), periode);

const tahunanLakip = [
  '5: laporan "Draf LAKIP"',
  '6: laporan "Draf terkoreksi"',
  '7: undangan, daftar-hadir, notulen, laporan "Draf final"',
  '8: laporan "Disetujui"',
  '9: lembar-pengesahan, laporan "Bertanda tangan"',
];
const triwulanLakip = [
  "1: nota-dinas",
  "2: catatan-langkah",
  "3: data-kinerja",
  '4: laporan "Hasil analisis"',
];

describe("what a sheet prints as output comes out of its langkah", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "mekanisme",
      "2026-TW4",
      [
        "1: surat-perintah, sk-tim",
        "2: sk-tim",
        "2a: sk-tim",
        "3: rencana-kegiatan",
        '4: data-kinerja, laporan "Konsep"',
        '5: laporan "Draf 1"',
        '6: laporan "Draf 2"',
        '7: laporan "Draf 3"',
        '8: undangan, daftar-hadir, notulen, laporan "Draf 4"',
        '9: laporan "Final Draf"',
        '10: lembar-pengesahan, laporan "Bertanda tangan"',
        "11: tanda-terima",
        "12: arsip",
      ],
    ],
    ["pasrujambe", "2026-TW4", triwulanLakip],
    [
      "pasrujambe",
      "2026",
      [
        ...tahunanLakip,
        "10: -",
        "11: surat-pengantar",
        "12: catatan-langkah",
        "13: catatan-langkah",
        "13a: arsip",
      ],
    ],
    ["kemlagi", "2026-TW4", triwulanLakip],
    [
      "kemlagi",
      "2026",
      [
        ...tahunanLakip,
        "10: surat-pengantar",
        "11: catatan-langkah",
        "12: catatan-langkah",
        "12a: arsip",
      ],
    ],
    [
      "dinas",
      "2026-TW4",
      [
        "1: lembar-disposisi",
        "2: surat-perintah",
        "3: sk-tim",
        "4: catatan-langkah",
        "5: sk-tim",
        '6: data-kinerja, laporan "Konsep"',
        '6a: laporan "Draf Laporan"',
        '7: undangan, daftar-hadir, notulen, laporan "Draf terverifikasi"',
        '8: lembar-pengesahan, laporan "Final"',
        "9: rencana-tindak-lanjut",
        "9a: arsip",
      ],
    ],
  ])("%s, %s", async (kantor, periode, expected) => {
    const jalan = (await jalanOf(kantor, periode)).maju();
    expect(jalan.state.status).toBe("selesai");
    expect(keluaranOf(jalan)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    [
      "2026-TW4",
      [
        "1: perjanjian-kinerja, rencana-aksi",
        "2: data-kinerja",
        '3: laporan "Draf 1"',
        "4: -",
        '4a: laporan "Final"',
      ],
    ],
    ["2026-S2", ['5: data-kinerja, laporan "Konsep"', '6: laporan "Draf 2"', "7: -"]],
    ["2026", ['8: laporan "Draf 1"', '8a: laporan "Final"', "8b: arsip"]],
  ])("paringin-selatan, %s", async (periode, expected) => {
    const jalan = new Jalan(await bacaKantor("flows/kantor/peraga.yaml"), periode).maju();
    expect(keluaranOf(jalan)).toEqual(expected);
  });
});

describe("a form costs one tap", () => {
  it.each([
    ["mekanisme", "2026-TW4", ["8 tanggal", "8 keputusan", "12 lokasi"]],
    ["pasrujambe", "2026", ["7 tanggal", "7 keputusan", "13a lokasi"]],
    ["kemlagi", "2026-TW4", []],
    ["dinas", "2026-TW4", ["7 tanggal", "7 keputusan", "9a lokasi"]],
  ])("but for what only a person can know: %s, %s", async (kantor, periode, expected) => {
    const jalan = (await jalanOf(kantor, periode)).maju();
    expect(jalan.diisi).toEqual(expected);
  });
});

describe("the way back", () => {
  it("leads the Kadis' refusal of the decree to the Sekdis, who decides whether it goes to the planner", async () => {
    const jalan = (await jalanOf("dinas")).maju("5");
    jalan.jawab(jalan.meja(), "kembalikan", "Tambahkan bidang layanan.");
    expect(jalan.state.langkahNo).toBe("4");
    jalan.jawab(jalan.meja(), "kembalikan", "Tambahkan bidang layanan.");
    expect(jalan.state.langkahNo).toBe("3");
  });

  it("leads from the meeting to the team's draft, and from there to the figures", async () => {
    const jalan = (await jalanOf("dinas")).maju("7");
    jalan.lanjut();
    jalan.jawab(jalan.meja(), "kembalikan", "Angka anggaran belum cocok.");
    expect(jalan.state.langkahNo).toBe("6a");
    jalan.jawab(jalan.meja(), "kembalikan", "Periksa angka anggaran.");
    expect(jalan.state.langkahNo).toBe("6");
    jalan.maju();
    expect(keluaranOf(jalan)).toContain(
      '6a: laporan "Draf Laporan", laporan "Draf Laporan (perbaikan 1)", laporan "Draf Laporan (perbaikan 2)"',
    );
  });

  it("makes the corrected version once more after the Sekretaris Tim returned it", async () => {
    const jalan = (await jalanOf("mekanisme")).maju("6");
    jalan.jawab(jalan.meja(), "kembalikan", "Lengkapi analisis.");
    expect(jalan.state.langkahNo).toBe("5");
    expect(jalan.maju().state.status).toBe("selesai");
  });
});

describe("who is concerned", () => {
  it("is invited: those who work on the langkah and those who answer for figures", async () => {
    const dinas = (await jalanOf("dinas")).maju("7").lanjut();
    expect(dinas.ditunggu("hadir")).toEqual(["perencana", "analis-data", "bidang-layanan"]);
    const kecamatan = (await jalanOf("mekanisme")).maju("8").lanjut();
    expect(kecamatan.ditunggu("hadir")).toEqual([
      "sekcam",
      "kasi-pemerintahan",
      "kasi-pelayanan",
      "kasubbag-pkp",
    ]);
  });

  it("stands in the minutes once they said they come, the host among them", async () => {
    const jalan = (await jalanOf("mekanisme")).maju();
    expect(jalan.state.formulirByLangkah[LangkahNo.parse("8")]?.["pesertaHadir"]).toMatchObject({
      idList: ["camat", "sekcam", "kasi-pemerintahan", "kasi-pelayanan", "kasubbag-pkp"],
    });
  });

  it("is the chosen team, its head among them, to whom the signed decree goes", async () => {
    const jalan = (await jalanOf("mekanisme")).maju("3");
    expect(jalan.ditunggu("baca", "2a")).toEqual([
      "sekcam",
      "kasi-pemerintahan",
      "kasi-pelayanan",
      "kasubbag-pkp",
      "staf",
    ]);
  });

  it("confirms with the Inspektorat that the report has arrived", async () => {
    const jalan = (await jalanOf("mekanisme")).maju("11");
    jalan.jawab(jalan.meja(), "selesai");
    expect(jalan.ditunggu("meja")).toEqual(["inspektorat"]);
  });
});

describe("numbers and duplicates", () => {
  it("numbers letters as the office does", async () => {
    const jalan = (await jalanOf("kemlagi", "2026")).maju();
    expect(jalan.nomorList).toEqual(["800/1/416-315/2027", "800/2/416-315/2027"]);
  });

  it("gives the draft of a decree no number of the order it comes out of", async () => {
    const { state } = (await jalanOf("mekanisme")).maju("3");
    expect(state.naskahList.map(({ jenis, nomor }) => [jenis, nomor])).toEqual([
      ["surat-perintah", "000.8/1/400.10/2027"],
      ["sk-tim", null],
      ["sk-tim", null],
      ["sk-tim", "000.8/2/400.10/2027"],
    ]);
  });

  it("asks a second meeting for a day and minutes of its own", async () => {
    const jalan = (await jalanOf("pasrujambe", "2026")).maju("8");
    jalan.jawab(jalan.meja(), "kembalikan", "Lampirkan perjanjian kinerja.");
    expect(jalan.maju().diisi.filter((one) => one.startsWith("7 "))).toEqual([
      "7 tanggal",
      "7 keputusan",
      "7 tanggal",
      "7 keputusan",
    ]);
  });

  it("gives every invitation a number of its own: put off, and to a second meeting", async () => {
    const jalan = (await jalanOf("pasrujambe", "2026")).maju("7").lanjut();
    jalan.jawab(jalan.meja(), "ulang");
    jalan.maju("8").jawab(jalan.meja(), "kembalikan", "Lampirkan perjanjian kinerja.");
    const { naskahList } = jalan.maju("8").state;
    expect(naskahList.flatMap(({ jenis, nomor }) => (jenis === "undangan" ? [nomor] : []))).toEqual(
      ["700/1/427.92/2027", "700/2/427.92/2027", "700/3/427.92/2027"],
    );
  });

  it("passes what is printed twice, and says why", async () => {
    const jalan = (await jalanOf("pasrujambe", "2026")).maju("9");
    jalan.jawab(jalan.meja(), "selesai");
    expect(jalan.state.langkahNo).toBe("11");
    expect(jalan.effects).toContainEqual(
      expect.objectContaining({
        jenis: "langkah-otomatis",
        data: expect.objectContaining({
          sebab: "tercetak dua kali di lembar; sudah dikerjakan sebagai langkah 9",
        }),
      }),
    );
  });
});
