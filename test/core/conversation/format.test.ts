import { describe, expect, it } from "vitest";
import type { BerkasDitolak } from "../../../src/core/conversation/incoming/isi-berkas.ts";
import {
  type BarisMasuk,
  type FormatMasuk,
  type SelMasuk,
  type TabelMasuk,
  TandaFormat,
} from "../../../src/core/kinerja/format/index.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { formatOf } from "../../support/format.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

const sel = (alamat: string, teks: string): SelMasuk =>
  teks === "" ? { jenis: "kosong", alamat } : { jenis: "teks", alamat, teks };

/** Figure, denominator and note of one kode. */
type Isi = readonly [kode: string, realisasi: string, penyebut?: string, keterangan?: string];

const rows = (isiList: readonly Isi[]): readonly BarisMasuk[] =>
  isiList.map(([kode, realisasi, penyebut = "", keterangan = ""], index) => ({
    nomor: index + 8,
    kode,
    realisasi: sel(`F${index + 8}`, realisasi),
    penyebut: sel(`G${index + 8}`, penyebut),
    keterangan: sel(`H${index + 8}`, keterangan),
  }));

function opened(): Stage {
  const stage = new Stage();
  stage.open();
  return stage;
}

/** The act of sending the sheet back, with these cells filled in. */
const sent = (tanda: TandaFormat, isiList: readonly Isi[]): Act => {
  const format: FormatMasuk = { jenis: "format", tanda, barisList: rows(isiList) };
  return { file: "format.xlsx", isi: format };
};

const fill = (stage: Stage, ...isiList: readonly Isi[]): string =>
  stage.act("pelayanan", sent(formatOf(stage, "pelayanan").tanda, isiList));

const isianOf = (stage: Stage, kode: string) => stage.berkas().state.isianByKode[kode];
const penuh: readonly Isi[] = [
  ["1.1", "86,25"],
  ["1.2", "39", "40"],
  ["1.3", "8,5", "", "Petugas bertambah"],
];

describe("the button Isi lewat Excel", () => {
  it("brings the sheet and says how to send it back", () => {
    const stage = opened();
    expect(stage.titles("pelayanan")).toEqual(["Mulai isi", "Isi lewat Excel"]);
    expect(stage.act("pelayanan", { tap: "Isi lewat Excel" })).toBe(
      "📄 Format Excel — realisasi Triwulan IV 2026, 3 indikator\n" +
        "Isi sel kuning, simpan, lalu kirim berkasnya kembali di percakapan ini.",
    );
    expect(stage.last("pelayanan").lampiran).toEqual({
      jenis: "format",
      berkasId: stage.berkas().state.id,
      waitId: formatOf(stage, "pelayanan").tanda.waitId,
    });
  });

  it("is meant by its words", () => {
    const stage = opened();
    expect(stage.act("pelayanan", "isi lewat excel")).toContain("📄 Format Excel");
  });

  it("is for the unit that was asked, and only until it has sent", () => {
    const stage = opened();
    const token = stage.token("pelayanan", "Isi lewat Excel");
    expect(stage.act("pemerintahan", { token })).toContain("Ini menunggu Kasi Pelayanan");
    stage.act("pelayanan", { tap: "Mulai isi" });
    for (const teks of ["86", "39/40", "8,5"]) stage.act("pelayanan", teks);
    stage.act("pelayanan", { file: "bukti.pdf" });
    stage.act("pelayanan", { tap: "Kirim" });
    expect(stage.act("pelayanan", { token })).toContain("Sudah tercatat");
  });
});

describe("a sheet that comes back", () => {
  it("is echoed cell by cell and leads to the summary", () => {
    const stage = opened();
    const reply = fill(stage, ...penuh);
    expect(reply).toContain(
      "✅ Terbaca dari Excel: 3 isian\n" +
        "F8 Indeks Kepuasan Masyarakat: 86,25 (101,47 %)\n" +
        "F9 Persentase desa tertib administrasi: 39/40 = 97,5 (162,5 %)\n" +
        "F10 Waktu layanan rata-rata: 8,5 (115 %) — Petugas bertambah",
    );
    expect(reply).toContain("📋 Ringkasan — 3 indikator, Triwulan IV 2026");
    expect(isianOf(stage, "1.2")?.isian).toEqual({
      jenis: "angka",
      nilai: 97.5,
      pembilang: 39,
      penyebut: 40,
    });
    expect(isianOf(stage, "1.3")?.keterangan).toBe("Petugas bertambah");
  });

  it("has what is ambiguous, implausible or no figure asked back next, and the rest saved", () => {
    const stage = opened();
    const reply = fill(stage, ["1.1", "86.250"], ["1.2", "kurang lebih", "40"], ["1.3", "8,5"]);
    expect(reply).toContain("✅ Terbaca dari Excel: 1 isian\nF10 Waktu layanan rata-rata: 8,5");
    expect(reply).toContain(
      "⚠️ Belum dicatat: 2\n" +
        "F8 Indeks Kepuasan Masyarakat: 86.250 dapat dibaca dua cara.\n" +
        "F9 Persentase desa tertib administrasi: kurang lebih/40 bukan pembilang/penyebut",
    );
    expect(reply).toContain(
      "Jawab dalam satu pesan, misalnya 1.1=83,5 1.2=12/40, atau satu per satu:",
    );
    expect(reply).toContain("✍️ Indikator 1 dari 3 — Indeks Kepuasan Masyarakat");
    expect(isianOf(stage, "1.1")).toBeUndefined();
    expect(fill(stage, ["1.1", "860"])).toContain(
      "F8 Indeks Kepuasan Masyarakat: 860 perlu dipastikan",
    );
    stage.act("pelayanan", "1.1=86,25 1.2=39/40");
    expect(Object.keys(stage.berkas().state.isianByKode).toSorted()).toEqual(["1.1", "1.2", "1.3"]);
  });

  it("is read like anything typed: what is left over in a cell is named", () => {
    const stage = opened();
    const reply = fill(stage, ["1.1", "88O"], ["1.2", "39 desa", "4O"], ["1.3", "0,2 jam"]);
    expect(reply).toContain("F10 Waktu layanan rata-rata: 12, dari 0,2 jam (80 %)");
    expect(reply).toContain("F8 Indeks Kepuasan Masyarakat: terbaca 88; “O” tidak terbaca.");
    expect(reply).toContain("terbaca 39/4 = 975; “O” tidak terbaca.");
    expect(Object.keys(stage.berkas().state.isianByKode)).toEqual(["1.3"]);
  });

  it("keeps a note until its figure is clear", () => {
    const stage = opened();
    const reply = fill(
      stage,
      ["1.1", "86.250", "", "Survei baru selesai"],
      ["1.2", "", "", "Menunggu desa"],
    );
    expect(reply).toContain("H8 Indeks Kepuasan Masyarakat: keterangan dicatat, menunggu angkanya");
    stage.act("pelayanan", "86,25");
    stage.act("pelayanan", "10/40");
    expect(isianOf(stage, "1.1")?.keterangan).toBe("Survei baru selesai");
    expect(isianOf(stage, "1.2")?.keterangan).toBe("Menunggu desa");
    stage.act("pelayanan", { tap: "Lewati" });
    stage.act("pelayanan", { tap: "Lewati" });
    expect(stage.lastText("pelayanan")).toContain("✍️ Indikator 3 dari 3");
  });

  it("takes a note alone for a figure that is recorded, and a blank cell takes nothing away", () => {
    const stage = opened();
    fill(stage, ...penuh);
    const before = isianOf(stage, "1.3");
    const reply = fill(stage, ["1.1", "", "", "Survei lengkap"], ["1.2", ""], ["1.3", "8,5"]);
    expect(reply).toContain("H8 Indeks Kepuasan Masyarakat: keterangan tersimpan — Survei lengkap");
    expect(isianOf(stage, "1.1")).toMatchObject({
      isian: { nilai: 86.25 },
      keterangan: "Survei lengkap",
    });
    expect(isianOf(stage, "1.2")?.isian).toMatchObject({ nilai: 97.5 });
    expect(isianOf(stage, "1.3")).toEqual(before);
  });

  it("tells blank, nihil, belum and 0 apart", () => {
    const stage = opened();
    fill(stage, ["1.1", "belum"], ["1.2", "nihil"], ["1.3", ""]);
    expect(isianOf(stage, "1.1")?.isian).toEqual({ jenis: "belum" });
    expect(isianOf(stage, "1.2")?.isian).toEqual({ jenis: "nihil" });
    expect(isianOf(stage, "1.3")).toBeUndefined();
    fill(stage, ["1.3", "0"]);
    expect(isianOf(stage, "1.3")?.isian).toEqual({ jenis: "angka", nilai: 0 });
  });

  it("asks for a note where the figure needs one and none was written", () => {
    const stage = opened();
    expect(fill(stage, ["1.1", "50"], ["1.2", "39", "40"], ["1.3", "8,5"])).toContain(
      "⚠️ Capaian 58,82 % (Rendah).",
    );
  });

  it("tells rows nobody knows, and cells that are no figure, with their place", () => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    const [first] = rows([["1.1", ""]]);
    if (first === undefined) throw new Error("no row");
    const barisList: readonly BarisMasuk[] = [
      { ...first, realisasi: { jenis: "rumus", alamat: "F8" } },
      { ...first, kode: "2.1", nomor: 9 },
      { ...first, kode: null, nomor: 10, realisasi: sel("F10", "7") },
      { ...first, kode: "1.3", nomor: 11 },
      { ...first, kode: "1.3", nomor: 12 },
    ];
    const reply = stage.act("pelayanan", {
      file: "format.xlsx",
      isi: { jenis: "format", tanda, barisList },
    });
    expect(reply).toContain(
      "⚠️ Belum dicatat: 4\n" +
        "F8 berisi rumus tanpa hasil; mohon ketik angkanya.\n" +
        "Baris 9: indikator 2.1 tidak ada dalam format Bapak/Ibu, jadi tidak dicatat.\n" +
        "Baris 10: bukan baris dari format ini, jadi tidak dicatat.\n" +
        "Baris 11 dan 12: Waktu layanan rata-rata ada lebih dari sekali, jadi belum dicatat.",
    );
    expect(reply).toContain("✍️ Indikator 1 dari 3");
  });

  it("lists no more than people read, and repeats no more of a cell than that", () => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    const [first] = rows([["9.9", ""]]);
    if (first === undefined) throw new Error("no row");
    const strange = Array.from({ length: 500 }, (_, at) => ({ ...first, nomor: at + 20 }));
    const barisList = [...rows([["1.1", "tujuh puluh ".repeat(80)]]), ...strange];
    const reply = stage.act("pelayanan", {
      file: "format.xlsx",
      isi: { jenis: "format", tanda, barisList },
    });
    expect(reply).toContain("⚠️ Belum dicatat: 501");
    expect(reply).toContain("\n… dan 471 lainnya.");
    expect(reply.length).toBeLessThan(4_000);
  });

  it("says so when it is empty", () => {
    const stage = opened();
    expect(fill(stage, ["1.1", ""])).toContain("Format Excel itu belum berisi angka");
  });

  it.each([
    ["x".repeat(501), "H8: keterangan lebih dari 500 huruf"],
    ["2026", "H8: keterangan 2026 belum berupa kalimat"],
    ["passphrase: Rahasia123", "H8: keterangan tidak dicatat; jangan menulis passphrase"],
  ])("takes the figure without a note like %s", (keterangan, said) => {
    const stage = opened();
    expect(fill(stage, ["1.1", "86,25", "", keterangan])).toContain(said);
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 86.25 }, keterangan: null });
  });

  it("goes on from the figures that were typed", () => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "86");
    expect(fill(stage, ["1.3", "8,5"])).toContain("✍️ Indikator 2 dari 3");
    expect(isianOf(stage, "1.1")?.isian).toMatchObject({ nilai: 86 });
  });
});

const baris = (realisasi: SelMasuk, kode = "1.1"): BarisMasuk => ({
  nomor: 8,
  kode,
  realisasi,
  penyebut: null,
  keterangan: null,
});
const sends = (stage: Stage, unit: string, one: BarisMasuk): string =>
  stage.act(unit, {
    file: "format.xlsx",
    isi: { jenis: "format", tanda: formatOf(stage, unit).tanda, barisList: [one] },
  });

const parse = (teks: string): Tanggal => Tanggal.parse(teks);

describe("a cell of another program", () => {
  const bare = (teks: string, mungkin: string): SelMasuk => ({
    ...sel("F8", teks),
    jenis: "teks",
    teks,
    mungkin: parse(mungkin),
  });

  it("with a formula is taken by its result, and says so", () => {
    const stage = opened();
    const cell = { jenis: "teks", alamat: "F8", teks: "86,25", rumus: true } as const;
    expect(sends(stage, "pelayanan", baris(cell))).toContain(
      "F8 Indeks Kepuasan Masyarakat: 86,25 dari rumus (101,47 %)",
    );
    expect(isianOf(stage, "1.1")?.isian).toEqual({ jenis: "angka", nilai: 86.25 });
    expect(sends(stage, "pelayanan", baris({ ...cell, teks: "0,975" }))).toContain(
      "F8 Indeks Kepuasan Masyarakat dari rumus: 0,975 perlu dipastikan",
    );
  });

  it.each([
    [{ jenis: "rumus", alamat: "F8" }, "F8 berisi rumus tanpa hasil; mohon ketik angkanya."],
    [{ jenis: "galat", alamat: "F8" }, "F8 berisi kesalahan Excel; mohon ketik angkanya."],
    [
      { jenis: "tanggal", alamat: "F8", tanggal: parse("2026-01-28") },
      "F8 berisi tanggal 28 Januari 2026; mohon ketik angkanya.",
    ],
    [{ jenis: "tanggal", alamat: "F8", tanggal: null }, "F8 berisi jam; mohon ketik angkanya."],
    [bare("46050", "2026-01-28"), "F8 berisi tanggal 28 Januari 2026; mohon ketik angkanya."],
  ] as const)("%j is asked for", (cell, said) => {
    const stage = opened();
    expect(sends(stage, "pelayanan", baris(cell))).toContain(said);
    expect(isianOf(stage, "1.1")).toBeUndefined();
    expect(stage.lastText("pelayanan")).toContain("✍️ Indikator 1 dari 3");
  });

  it("may be a day only where nothing else says that it is a figure", () => {
    const stage = opened();
    expect(sends(stage, "pemerintahan", baris(bare("46050", "2026-01-28"), "2.2"))).toContain(
      "F8 berisi tanggal 28 Januari 2026",
    );
    expect(sends(stage, "pemerintahan", baris(bare("36526", "2000-01-01"), "2.1"))).toContain(
      "F8 berisi tanggal 1 Januari 2000",
    );
    const cell = { ...bare("86", "2026-01-28") };
    expect(sends(stage, "pelayanan", baris(cell))).toContain("Indeks Kepuasan Masyarakat: 86 (");
  });
});

describe("a table without our mark", () => {
  const titles = ["Indikator Kinerja", "Realisasi TW IV", "Keterangan"];
  const tabel = (...rowList: readonly (readonly string[])[]): TabelMasuk => ({
    jenis: "tabel",
    tabelList: [
      [titles, ...rowList].flatMap((row, at) =>
        row.flatMap((teks, column) => {
          const kolom = "ABC"[column] ?? "";
          return teks === "" ? [] : [{ baris: at + 1, kolom, isi: sel(`${kolom}${at + 1}`, teks) }];
        }),
      ),
    ],
  });
  const IKM = "Indeks Kepuasan Masyarakat";
  const isi = tabel(
    [IKM, "86,25", "Survei selesai"],
    ["1.2", "39/40"],
    ["Waktu layanan rata-rata", "85 atau 9"],
    ["1.3 Indeks Kepuasan Masyarakat", "8"],
    ["BUM Desa yang dibina", "9"],
  );

  it("is a proposal first: nothing of it is taken before it is confirmed", () => {
    const stage = opened();
    expect(stage.act("pelayanan", { file: "data.xlsx", isi })).toBe(
      `⚠️ Tabel Excel ini bukan format dari sopir, jadi belum dicatat.
Yang cocok untuk Triwulan IV 2026, dari kolom B (Realisasi TW IV):
Akan dicatat: 2 isian
B2 Indeks Kepuasan Masyarakat: 86,25 (101,47 %) — Survei selesai
B3 Persentase desa tertib administrasi: 39/40 = 97,5 (162,5 %)
Akan ditanyakan: 1
B4 Waktu layanan rata-rata: 85 atau 9 tidak terbaca sebagai angka.
Baris 5: dapat berarti lebih dari satu indikator, jadi tidak dicatat.
1 baris lain bukan indikator Bapak/Ibu.
Periksa angkanya, lalu pilih.`,
    );
    expect(stage.titles("pelayanan")).toEqual(["Catat", "Jangan dicatat"]);
    expect(stage.berkas().state.isianByKode).toEqual({});
    expect(stage.act("pelayanan", { tap: "Catat" })).toContain("✅ Terbaca dari Excel: 2 isian");
    expect(isianOf(stage, "1.1")).toMatchObject({
      isian: { nilai: 86.25 },
      keterangan: "Survei selesai",
    });
    expect(isianOf(stage, "1.2")?.isian).toMatchObject({ nilai: 97.5 });
    expect(isianOf(stage, "1.3")).toBeUndefined();
    expect(stage.lastText("pelayanan")).toContain("✍️ Indikator 3 dari 3");
  });

  it("is left where it is not meant, and anything else is asked again", () => {
    const stage = opened();
    stage.act("pelayanan", { file: "data.xlsx", isi });
    expect(stage.act("pelayanan", "mungkin")).toContain("Mohon pilih salah satu");
    expect(stage.act("pelayanan", { file: "foto.jpg" })).toContain("Mohon pilih salah satu");
    expect(stage.act("pelayanan", { tap: "Jangan dicatat" })).toBe(
      "Tabel Excel itu tidak dicatat; tidak ada yang berubah.",
    );
    expect(stage.berkas().state.isianByKode).toEqual({});
  });

  it("may be the evidence of what is being filled in, which then goes on", () => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "86");
    stage.act("pelayanan", { file: "data.xlsx", isi });
    expect(stage.titles("pelayanan")).toEqual(["Catat", `Jadikan bukti ${IKM}`, "Jangan dicatat"]);
    expect(stage.act("pelayanan", { tap: `Jadikan bukti ${IKM}` })).toContain(
      `📎 Bukti tersimpan untuk ${IKM}: data.xlsx`,
    );
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 86 }, bukti: [{}] });
    stage.act("pelayanan", { file: "data.xlsx", isi });
    expect(stage.act("pelayanan", { tap: "Jangan dicatat" })).toContain("✍️ Indikator 2 dari 3");
  });

  it("is evidence where its caption says so, and a newer one takes its place", () => {
    const stage = opened();
    expect(stage.act("pelayanan", { file: "data.xlsx", isi, caption: "1.3" })).toContain(
      "📎 Bukti tersimpan untuk Waktu layanan rata-rata",
    );
    stage.act("pelayanan", { file: "data.xlsx", isi });
    const newer = tabel([IKM, "87"]);
    expect(stage.act("pelayanan", { file: "data.xlsx", isi: newer })).toContain(`${IKM}: 87 (`);
    stage.act("pelayanan", { tap: "Catat" });
    expect(isianOf(stage, "1.1")?.isian).toEqual({ jenis: "angka", nilai: 87 });
  });

  it("says nothing where it holds nothing of this unit, or is filled in no more", () => {
    const stage = opened();
    const foreign = tabel(["BUM Desa yang dibina", "9"]);
    const told = stage.outcome("pelayanan", { file: "data.xlsx", isi: foreign });
    expect(told.ditolak).toBe("bukan-format");
    stage.act("pelayanan", { file: "data.xlsx", isi });
    const token = stage.token("pelayanan", "Catat");
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu lewat");
    expect(stage.outcome("pelayanan", { token }).ditolak).not.toBeNull();
    expect(stage.berkas().state.isianByKode).toEqual({});
  });

  it("is one: in two tables it is not clear which holds", () => {
    const stage = opened();
    const [one = []] = isi.tabelList;
    const two: TabelMasuk = { jenis: "tabel", tabelList: [one, one] };
    expect(stage.outcome("pelayanan", { file: "a.xlsx", isi: two }).ditolak).toBe("format-ganda");
  });
});

describe("a sheet that may not be taken", () => {
  it("belongs to another unit", () => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    const { ditolak } = stage.outcome("pemerintahan", sent(tanda, penuh));
    expect(ditolak).toBe("format-unit-lain");
    expect(stage.lastText("pemerintahan")).toBe(
      "Format Excel itu milik Kasi Pelayanan, jadi tidak dicatat. Format Bapak/Ibu sendiri: pilih Isi lewat Excel di /tugas.",
    );
    expect(stage.berkas().state.isianByKode).toEqual({});
  });

  it.each([
    ["an unknown berkas", { berkasId: "lain", waitId: "lain.1" }],
    ["another period", { periode: "2026-TW3" }],
    ["a wait of another kind", {}],
  ])("names %s", (_, change) => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    const waitId =
      Object.keys(change).length === 0
        ? stage.berkas().state.waitList.find(({ macam }) => macam === "koordinator")?.id
        : undefined;
    const forged = { ...tanda, ...change, ...(waitId === undefined ? {} : { waitId }) };
    const { ditolak } = stage.outcome("pelayanan", sent(TandaFormat.parse(forged), penuh));
    expect(ditolak).toBe("format-lama");
    expect(stage.berkas().state.isianByKode).toEqual({});
  });

  it("was answered already", () => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    stage.act("pelayanan", sent(tanda, penuh));
    stage.act("pelayanan", { file: "bukti.pdf" });
    stage.act("pelayanan", "kirim");
    const { ditolak } = stage.outcome("pelayanan", sent(tanda, [["1.1", "1"]]));
    expect(ditolak).toBe("format-terjawab");
    expect(stage.lastText("pelayanan")).toBe(
      "Realisasi Triwulan IV 2026 sudah tercatat pada Sen 4 Jan, 09.00 WITA, jadi format Excel itu tidak dicatat lagi. Keadaan terkini: /status.",
    );
  });

  it("is of a request that came anew since: the new one is below", () => {
    const stage = opened();
    const { tanda } = formatOf(stage, "pelayanan");
    stage.act("pelayanan", sent(tanda, penuh));
    stage.act("pelayanan", { file: "bukti.pdf" });
    stage.act("pelayanan", "kirim");
    stage.act("pemerintahan", { tap: "Mulai isi" });
    for (const teks of ["12", "4"]) stage.act("pemerintahan", teks);
    stage.act("pemerintahan", "kirim");
    stage.act("perencanaan", { tap: "↩️ Kembalikan" });
    stage.act("perencanaan", { tap: "Kasi Pelayanan" });
    stage.act("perencanaan", "Angka survei keliru");
    const { ditolak } = stage.outcome("pelayanan", sent(tanda, [["1.1", "80"]]));
    expect(ditolak).toBe("format-diganti");
    expect(stage.lastText("pelayanan")).toContain("Format Excel itu dari permintaan lama");
    expect(stage.titles("pelayanan")).toEqual(["Perbaiki", "Isi lewat Excel"]);
    expect(fill(stage, ["1.1", "80"])).toContain("F8 Indeks Kepuasan Masyarakat: 80");
  });
});

describe("a workbook that is no sheet of ours", () => {
  const isi: BerkasDitolak = { jenis: "ditolak", sebab: "bukan-format" };

  it("is told so where nothing was asked", () => {
    const stage = opened();
    const { ditolak } = stage.outcome("pelayanan", { file: "data.xlsx", isi });
    expect(ditolak).toBe("bukan-format");
    expect(stage.lastText("pelayanan")).toContain("bukan format isian yang dikenal");
  });

  it("proves a figure in the middle of filling in, or by its caption", () => {
    const stage = opened();
    expect(stage.act("pelayanan", { file: "data.xlsx", isi, caption: "1.3" })).toContain(
      "📎 Bukti tersimpan untuk Waktu layanan rata-rata",
    );
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "86");
    expect(stage.act("pelayanan", { file: "lain.xlsx", isi })).toContain(
      "📎 Bukti tersimpan untuk Indeks Kepuasan Masyarakat: lain.xlsx",
    );
  });

  it.each([
    ["makro", "berkas-makro"],
    ["terkunci", "berkas-terkunci"],
    ["terlalu-besar", "berkas-terlalu-besar"],
    ["format-ganda", "format-ganda"],
    ["format-bukan-xlsx", "bukan-xlsx"],
  ] as const)("with %s is kept out of any dialogue", (sebab, code) => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "86");
    const { ditolak } = stage.outcome("pelayanan", {
      file: "a.xlsx",
      isi: { jenis: "ditolak", sebab },
    });
    expect(ditolak).toBe(code);
    expect(isianOf(stage, "1.1")?.bukti).toEqual([]);
    expect(stage.act("pelayanan", "39/40")).toContain("39/40 = 97,5");
  });

  it("of another kind of file is told how to be saved, and is evidence where one is asked for", () => {
    const stage = opened();
    const lain = { jenis: "ditolak", sebab: "bukan-xlsx" } as const;
    const told = stage.outcome("pelayanan", { file: "a.ods", isi: lain });
    expect(told.ditolak).toBe("bukan-xlsx");
    expect(stage.lastText("pelayanan")).toContain("Mohon simpan sebagai .xlsx");
    stage.act("pelayanan", { tap: "Mulai isi" });
    expect(stage.act("pelayanan", { file: "a.ods", isi: lain })).toContain("📎 Bukti tersimpan");
  });

  it("that is damaged is told so, and a Word file is evidence like any other", () => {
    const stage = opened();
    const rusak = stage.outcome("pelayanan", {
      file: "a.xlsx",
      isi: { jenis: "ditolak", sebab: "rusak" },
    });
    expect(rusak.ditolak).toBe("berkas-rusak");
    stage.act("pelayanan", { tap: "Mulai isi" });
    const naskah = {
      jenis: "naskah",
      tanda: null,
      alineaList: ["Notulen"],
      terbuka: { perubahan: 0, komentar: 0 },
      dasar: null,
    } as const;
    expect(stage.act("pelayanan", { file: "notulen.docx", isi: naskah })).toContain(
      "📎 Bukti tersimpan untuk Indeks Kepuasan Masyarakat: notulen.docx",
    );
  });
});

describe("a sheet that sends the format along", () => {
  it("has it with the request, and offers no second way to ask for it", () => {
    const world = worldOf();
    const [first] = world.sopList;
    if (first === undefined) throw new Error("the fixture office has a sheet");
    const langkah = first.sop.langkah.map((one) =>
      one.jenis === "realisasi" ? { ...one, format: true } : one,
    );
    const stage = new Stage({
      ...world,
      sopList: [{ sop: { ...first.sop, langkah }, hash: "h3" }],
    });
    stage.open();
    expect(stage.last("pelayanan").lampiran).toMatchObject({ jenis: "format" });
    expect(stage.lastText("pelayanan")).toContain("Atau isi format Excel terlampir");
    expect(stage.titles("pelayanan")).toEqual(["Mulai isi"]);
  });
});
