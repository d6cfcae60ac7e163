import { describe, expect, it } from "vitest";
import type {
  BarisLembar,
  IsiBaris,
} from "../../../src/core/conversation/incoming/lembar-masuk.ts";
import { sheetOf } from "../../../src/core/conversation/tanya/form/isian/sheet.ts";
import {
  type PutusanBaris,
  periksaLembar,
} from "../../../src/core/conversation/tanya/form/isian/table-check.ts";
import {
  type LembarIsian,
  lembarIsian,
} from "../../../src/core/conversation/tanya/form/isian/table-view.ts";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import { formatOf } from "../../support/format.ts";
import { Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

const kosong: IsiBaris = {
  realisasi: "",
  penyebut: "",
  keterangan: "",
  tindakLanjut: "",
  pendukung: "",
  pelaksanaan: "",
};

const baris = (
  kode: string,
  isi: Partial<IsiBaris>,
  rest: Partial<Omit<BarisLembar, "kode" | "isi">> = {},
): BarisLembar => ({ kode, isi: { ...kosong, ...isi }, yakin: false, semula: kosong, ...rest });

function opened(): Stage {
  const stage = new Stage(
    worldOf({ bertabel: new Set([PegawaiId.parse("pelayanan"), PegawaiId.parse("pemerintahan")]) }),
  );
  stage.open();
  return stage;
}

const tandaOf = (stage: Stage, unit = "pelayanan") => formatOf(stage, unit).tanda;

function seen(stage: Stage, unit = "pelayanan"): LembarIsian {
  const sheet = sheetOf(stage.world, tandaOf(stage, unit).waitId);
  if (sheet === null) throw new Error("no sheet");
  return lembarIsian(sheet);
}

function looked(stage: Stage, one: BarisLembar, unit = "pelayanan"): PutusanBaris {
  const sheet = sheetOf(stage.world, tandaOf(stage, unit).waitId);
  const [putusan] = sheet === null ? [] : periksaLembar(sheet, [one]);
  if (putusan === undefined) throw new Error("nothing was said of it");
  return putusan;
}

const sends = (
  stage: Stage,
  barisList: readonly BarisLembar[],
  { kirim = false, unit = "pelayanan" } = {},
): string =>
  stage.act(unit, {
    masukan: { jenis: "lembar", tanda: tandaOf(stage, unit), barisList, kirim },
  });

const proves = (stage: Stage, kode: string): string =>
  stage.act("pelayanan", {
    masukan: {
      jenis: "bukti-lembar",
      tanda: tandaOf(stage),
      kode,
      bukti: { hash: "hash-foto", nama: "foto.jpg", mime: "image/jpeg", ukuranByte: 900 },
    },
  });

const isianOf = (stage: Stage, kode: string) => stage.berkas().state.isianByKode[kode];

const penuh = [
  baris("1.1", { realisasi: "86,25" }),
  baris("1.2", { realisasi: "39", penyebut: "40" }),
  baris("1.3", { realisasi: "8,5" }),
];

describe("the choice Isi di tabel", () => {
  it("stands below the question of whoever is asked for three figures and can open it", () => {
    const stage = opened();
    expect(stage.titles("pelayanan")).toEqual(["Mulai isi", "Isi lewat Excel", "Isi di tabel"]);
    expect(stage.titles("pemerintahan")).toEqual(["Mulai isi", "Isi lewat Excel"]);
  });

  it("is not there where no page is served", () => {
    const stage = new Stage(worldOf());
    stage.open();
    expect(stage.titles("pelayanan")).toEqual(["Mulai isi", "Isi lewat Excel"]);
  });

  it("says, typed, how the table is opened, with the question once more", () => {
    const stage = opened();
    expect(stage.act("pelayanan", "isi di tabel")).toContain(
      "Tabel dibuka dengan memilih Isi di tabel",
    );
    expect(stage.titles("pelayanan")).toContain("Isi di tabel");
    expect(stage.last("pelayanan").pilihan?.at(-1)).toEqual([
      { id: "tabel", judul: "Isi di tabel", halaman: "isian" },
    ]);
  });
});

describe("the table", () => {
  it("shows each indikator with target, last figure and what is recorded", () => {
    const stage = opened();
    expect(seen(stage)).toMatchObject({
      judul: "Realisasi Triwulan IV 2026",
      barisList: [
        { kode: "1.1", satuan: "nilai", target: "85", terisi: false, tercatat: kosong },
        { kode: "1.2", satuan: "persen", rasio: true },
        { kode: "1.3", satuan: "menit", arah: " (makin kecil makin baik)", wajibBukti: true },
      ],
    });
    stage.act("pelayanan", "1=86,25 2=39/40");
    expect(seen(stage).barisList.map(({ nilai, tercatat }) => [nilai, tercatat])).toEqual([
      ["86,25 nilai (101,47 %)", { ...kosong, realisasi: "86,25" }],
      ["39/40 = 97,5 persen (162,5 %)", { ...kosong, realisasi: "39", penyebut: "40" }],
      ["", kosong],
    ]);
  });
});

describe("a row that is looked at", () => {
  it.each<[string, BarisLembar, Partial<PutusanBaris>]>([
    ["says nothing while it is blank", baris("1.1", {}), { angka: null }],
    [
      "is clear",
      baris("1.1", { realisasi: "86,25" }),
      { angka: { jenis: "jelas", kata: "86,25 nilai (101,47 %)" }, perluKeterangan: false },
    ],
    [
      "has to explain itself below the threshold",
      baris("1.1", { realisasi: "60" }),
      { angka: { jenis: "jelas", kata: "60 nilai (70,59 %)" }, perluKeterangan: true },
    ],
    [
      "is no number",
      baris("1.1", { realisasi: "banyak" }),
      { angka: { jenis: "salah", kata: expect.stringContaining("tidak terbaca sebagai angka") } },
    ],
    [
      "lacks a part of a ratio",
      baris("1.2", { realisasi: "39" }),
      { angka: { jenis: "salah", kata: expect.stringContaining("penyebutnya belum diisi") } },
    ],
    [
      "has a note that is no sentence",
      baris("1.1", { realisasi: "86", keterangan: "?" }),
      { salah: { keterangan: expect.stringContaining("belum berupa kalimat") } },
    ],
    ["wants evidence", baris("1.3", { realisasi: "8,5" }), { perluBukti: true }],
    [
      "was answered elsewhere since",
      baris("1.1", { realisasi: "86" }, { semula: { ...kosong, realisasi: "80" } }),
      { berubah: true },
    ],
  ])("%s", (_, one, expected) => {
    expect(looked(opened(), one)).toMatchObject(expected);
  });

  it("is asked back as in the chat, and each answer says in the cell what it means", () => {
    const stage = opened();
    const { angka } = looked(stage, baris("1.1", { realisasi: "862,5" }));
    if (angka?.jenis !== "ragu") throw new Error("it is taken");
    expect(angka.kata).toContain("Indeks Kepuasan Masyarakat");
    expect(angka.calonList.map(({ realisasi, yakin }) => [realisasi, yakin])).toEqual([
      ["86,25", true],
      ["862,5", true],
    ]);
    const meant = looked(stage, baris("1.1", { realisasi: "862,5" }, { yakin: true }));
    expect(meant.angka?.jenis).toBe("jelas");
    expect(stage.act("pelayanan", "1=862,5")).toContain("862,5 perlu dipastikan");
  });

  it("may be doubtful in its turn once it was read", () => {
    const stage = opened();
    const { angka } = looked(stage, baris("2.1", { realisasi: "1.500" }), "pemerintahan");
    if (angka?.jenis !== "ragu") throw new Error("it is taken");
    expect(angka.calonList.map(({ realisasi, yakin }) => [realisasi, yakin])).toEqual([
      ["1500", false],
      ["1,5", false],
    ]);
  });
});

describe("figures sent in from the table", () => {
  it("stand in the berkas as if they had been typed, and the chat goes on with what is left", () => {
    const stage = opened();
    expect(sends(stage, penuh.slice(0, 2))).toBe(
      "✅ Tercatat dari tabel: 2 isian\n" +
        "1.1 Indeks Kepuasan Masyarakat: 86,25 (101,47 %)\n" +
        "1.2 Persentase desa tertib administrasi: 39/40 = 97,5 (162,5 %)\n\n" +
        "✍️ Indikator 3 dari 3 — Waktu layanan rata-rata (makin kecil makin baik)\n" +
        "Target TW IV: 10 menit\n" +
        "Yang diminta: rata-rata Triwulan IV saja.\n" +
        "Ketik angkanya, misalnya 10,5.",
    );
    const typed = opened();
    typed.act("pelayanan", "1=86,25 2=39/40");
    expect(isianOf(stage, "1.1")).toEqual(isianOf(typed, "1.1"));
    expect(isianOf(stage, "1.2")).toEqual(isianOf(typed, "1.2"));
  });

  it("are handed in at once where nothing lacks, which is told in one message", () => {
    const stage = opened();
    expect(proves(stage, "1.3")).toBe("");
    expect(sends(stage, penuh, { kirim: true })).toBe(
      "✅ Realisasi Triwulan IV 2026 terkirim — 3 indikator, Sen 4 Jan, 09.00 WITA\n" +
        "Terima kasih. Bila ada yang perlu diperbaiki, Bapak/Ibu akan diberi tahu di sini.",
    );
    expect(isianOf(stage, "1.3")).toMatchObject({ isian: { jenis: "angka", nilai: 8.5 } });
    expect(isianOf(stage, "1.3")?.bukti).toHaveLength(1);
    expect(stage.session("pelayanan").dialogue).toBeNull();
  });

  it("are kept and not handed in while evidence lacks, which the chat asks for", () => {
    const stage = opened();
    const said = sends(stage, penuh, { kirim: true });
    expect(said).toContain("✅ Tercatat dari tabel: 3 isian");
    expect(said).toContain("bukti");
    expect(isianOf(stage, "1.1")).toBeDefined();
    expect(stage.session("pelayanan").dialogue?.antrean[0]).toBe("1.3/bukti");
  });

  it("bring a note, what follows and what helped with them", () => {
    const stage = opened();
    sends(stage, [
      baris("1.1", {
        realisasi: "60",
        keterangan: "Loket rusak dua pekan",
        tindakLanjut: "Loket diganti bulan depan",
        pendukung: "Petugas bersedia lembur",
      }),
    ]);
    expect(isianOf(stage, "1.1")).toMatchObject({
      keterangan: "Loket rusak dua pekan",
      narasi: { tindakLanjut: "Loket diganti bulan depan", pendukung: "Petugas bersedia lembur" },
    });
    expect(stage.lastText("pelayanan")).toContain("Indikator 2 dari 3");
  });

  it("are asked back in the chat where the page did not", () => {
    const stage = opened();
    const said = sends(stage, [baris("1.1", { realisasi: "862,5" })], { kirim: true });
    expect(said).toContain("⚠️ Belum dicatat dari tabel: 1");
    expect(isianOf(stage, "1.1")).toBeUndefined();
    sends(stage, [baris("1.1", { realisasi: "862,5" }, { yakin: true })]);
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 862.5 } });
  });

  it("write over nothing that was answered in the chat meanwhile, and nothing is handed in", () => {
    const stage = opened();
    stage.act("pelayanan", "1=90");
    const said = sends(stage, penuh, { kirim: true });
    expect(said).toContain("1.1 Indeks Kepuasan Masyarakat: sudah diisi di tempat lain");
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 90 } });
    expect(isianOf(stage, "1.2")).toMatchObject({ isian: { nilai: 97.5 } });
    sends(stage, [baris("1.1", { realisasi: "86" }, { semula: { ...kosong, realisasi: "90" } })]);
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 86 } });
  });

  it("carry no passphrase into anything", () => {
    const stage = opened();
    const rahasia = "passphrase saya Kucing#2026";
    const said = sends(stage, [baris("1.1", { realisasi: "60", tindakLanjut: rahasia })]);
    expect(said).not.toContain("Kucing");
    expect(JSON.stringify(stage.berkas().state)).not.toContain("Kucing");
  });

  it("are those of the unit that was asked, and only until it has sent", () => {
    const stage = opened();
    const tanda = tandaOf(stage);
    const foreign = { jenis: "lembar", tanda, barisList: penuh, kirim: true } as const;
    expect(stage.act("pemerintahan", { masukan: foreign })).toContain("milik Kasi Pelayanan");
    expect(stage.berkas().state.isianByKode).toEqual({});
    proves(stage, "1.3");
    sends(stage, penuh, { kirim: true });
    expect(stage.act("pelayanan", { masukan: foreign })).toContain("sudah tercatat");
  });

  it("leave rows alone that are none of the sheet", () => {
    const stage = opened();
    expect(sends(stage, [baris("2.1", { realisasi: "9" })])).toContain("2.1");
    expect(stage.berkas().state.isianByKode).toEqual({});
  });
});
