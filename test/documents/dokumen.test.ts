import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  letrec,
  oneof,
  option,
  record,
  string,
} from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Blok, Dokumen, Isi, Sel } from "../../src/core/dokumen/model.ts";
import {
  biasa,
  daftar,
  halaman,
  judul,
  paragraf,
  rincian,
  sel,
  tabel,
  tandaTangan,
} from "../../src/core/dokumen/susun.ts";
import { dokumenDocx } from "../../src/documents/docx/index.ts";
import { dokumenPdf } from "../../src/documents/pdf/index.ts";
import { laporan, lkjip2026, suratByNama } from "../core/dokumen/sample.ts";
import { fontsOf, pagesOf, sizesOf, wordsOf } from "./poppler.ts";
import { convert } from "./soffice.ts";

const SOFFICE_MS = 120_000;
const PROPERTY_MS = 60_000;
const JUDUL_ANALISIS =
  /^ *(Sasaran \d:|[1-7]\. (Target dan|Perbandingan|Penyebab|Efisiensi|Program dan))/u;
const JUDUL_TABEL = /No\s+Sasaran\s+Indikator Kinerja/u;

/** A Word file as LibreOffice prints it. */
async function printed(docx: Uint8Array): Promise<Uint8Array> {
  const pdf = [...(await convert(docx, "pdf", "dokumen.docx")).values()][0];
  if (pdf === undefined) throw new Error("LibreOffice printed nothing");
  return pdf;
}

const dokumen = (blokList: readonly Blok[], part: Partial<Dokumen> = {}): Dokumen => ({
  judul: "Uji",
  kertas: "A4",
  kop: null,
  tanda: null,
  kaki: "kaki",
  dibuatMs: 1_800_000_000_000,
  blokList,
  ...part,
});

const longTable = (jumlah: number): Blok => ({
  jenis: "tabel",
  kecil: true,
  gugusList: [
    { judul: "Apa", kolom: 3 },
    { judul: "Berapa", kolom: 1 },
  ],
  kolomList: [
    { judul: "No", lebar: 1, rata: "tengah" },
    { judul: "Sasaran", lebar: 4, rata: "kiri" },
    { judul: "Indikator Kinerja", lebar: 6, rata: "kiri" },
    { judul: "Nilai", lebar: 2, rata: "kanan" },
  ],
  barisList: Array.from({ length: jumlah }, (_, at) => [
    sel(`${at + 1}`),
    sel("Meningkatnya pelayanan"),
    sel(`Persentase desa tertib administrasi ke-${at + 1}`),
    sel("85,25", at % 2 === 0 ? "#1B7F3B" : null),
  ]),
});

describe("the report as PDF", () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await dokumenPdf(laporan("2026-TW4", { drafVersi: 2 }));
  });

  it("says in Indonesian what the report says", async () => {
    const words = await wordsOf(pdf);
    for (const part of [
      "PEMERINTAH KABUPATEN BALANGAN",
      "LAPORAN KINERJA TRIWULAN IV 2026",
      "Rata-rata capaian kinerja Triwulan IV 2026 sebesar 97,21 % dengan kategori Sangat Tinggi",
      "(2 × target − realisasi) ÷ target × 100",
      "“nihil” berarti tidak ada yang dihitung pada periode itu",
      "Penghambat: Data dua desa masuk sesudah batas",
      "bukan tanda tangan elektronik tersertifikasi",
    ]) {
      expect(words).toContain(part);
    }
  });

  it("numbers its pages and marks each as a draft", async () => {
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`);
      expect(page).toContain("KONSEP / DRAF 2");
    }
  });

  it("lays the table across and everything else upright", async () => {
    const sizes = await sizesOf(pdf);
    const pages = await pagesOf(pdf);
    for (const [at, page] of pages.entries()) {
      expect(sizes[at]).toBe(JUDUL_TABEL.test(page) ? "842 x 595" : "595 x 842");
    }
  });

  it("carries its typeface with it", async () => {
    const fonts = await fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/Arimo.* yes +yes +yes /u);
  });

  it("draws the chart as lines and letters, not as a picture", async () => {
    expect(await wordsOf(pdf)).toContain("target 100 %");
    expect(Buffer.from(pdf).includes("/Subtype /Image")).toBe(false);
  });

  it("says a sign as it was written, whatever the document before it wrote with the same letter", async () => {
    for (const sign of ["\u2215", "\u2044"])
      expect(await wordsOf(await dokumenPdf(dokumen([paragraf(sign)])))).toContain(sign);
  });

  it("is the same file every time", async () => {
    const again = await dokumenPdf(laporan("2026-TW4", { drafVersi: 2 }));
    expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true);
  });
});

describe("a table in a PDF", () => {
  it("repeats its header on every page and loses no row", async () => {
    const pages = await pagesOf(await dokumenPdf(dokumen([longTable(120)])));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(JUDUL_TABEL);
    const text = pages.join("\n");
    for (let no = 1; no <= 120; no += 1) expect(text).toMatch(new RegExp(`ke-${no}\\s`, "u"));
  });

  it("runs a cell too long for a page over to the next", async () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `kata${at}`).join(" ");
    const table: Blok = {
      jenis: "tabel",
      kecil: true,
      gugusList: null,
      kolomList: [{ judul: "Uraian", lebar: 1, rata: "kiri" }],
      barisList: [[sel(words)]],
    };
    const read = await wordsOf(await dokumenPdf(dokumen([table])));
    for (const at of [0, 1_500, 2_999]) expect(read).toContain(`kata${at}`);
  });

  it("never leaves a heading alone at the foot of a page", async () => {
    const filler = Array.from({ length: 43 }, (_, at) => paragraf(`baris ${at}`));
    const pages = await pagesOf(
      await dokumenPdf(
        dokumen(
          filler.flatMap((blok, at) => [blok, ...(at > 20 ? [judul(3, `Bagian ${at}`)] : [])]),
        ),
      ),
    );
    for (const page of pages.slice(0, -1)) {
      const lines = page.split("\n").filter((line) => line.trim() !== "");
      expect(lines.at(-2)).not.toContain("Bagian");
    }
  });
});

async function expectBook(pdf: Uint8Array): Promise<void> {
  const [sampul, isi, ...rest] = await pagesOf(pdf);
  expect(sampul).toContain("KECAMATAN PERAGA");
  expect(sampul).not.toContain("Halaman");
  expect(isi).toMatch(/BAB I PENDAHULUAN[ .]+3\n/u);
  expect(isi).toMatch(/A\. Capaian[ .]+4\n/u);
  expect(isi).not.toContain("Tidak disebut");
  expect(rest.at(-1)).toContain("Halaman 4 dari 4");
}

describe("a cover and a table of contents", () => {
  const book = dokumen([
    { jenis: "sampul", judulList: ["LAPORAN KINERJA"], instansiList: ["KECAMATAN PERAGA"] },
    halaman(),
    { jenis: "daftar-isi", judul: "DAFTAR ISI", tingkat: 2 },
    halaman(),
    judul(1, "BAB I PENDAHULUAN"),
    halaman("rebah"),
    judul(2, "A. Capaian"),
    judul(3, "Tidak disebut"),
    paragraf("isi"),
  ]);

  it("name the pages in a PDF", async () => {
    await expectBook(await dokumenPdf(book));
  });

  it(
    "name the pages in a Word file",
    async () => {
      await expectBook(await printed(await dokumenDocx(book)));
    },
    SOFFICE_MS,
  );
});

describe("letters and forms", () => {
  it.each(Object.entries(suratByNama))("%s fits F4 and says its name", async (nama, surat) => {
    const pdf = await dokumenPdf(surat);
    expect(new Set(await sizesOf(pdf))).toEqual(
      new Set([nama === "rencana kegiatan" ? "935 x 609" : "609 x 935"]),
    );
    const title = nama === "sk tim" ? "keputusan" : nama;
    expect((await wordsOf(pdf)).toLowerCase()).toContain(title);
    expect((await dokumenDocx(surat)).byteLength).toBeGreaterThan(5_000);
  });
});

describe("the report as Word", () => {
  it(
    "opens in LibreOffice with its text, its pages, its chart and its repeated header",
    async () => {
      const docx = await dokumenDocx({
        ...laporan(),
        blokList: [...laporan().blokList, longTable(120)],
      });
      const pdf = await printed(docx);
      const pages = await pagesOf(pdf);
      const words = await wordsOf(pdf);
      expect(words).toContain("LAPORAN KINERJA TRIWULAN IV 2026");
      expect(words).toContain("Disetujui secara internal melalui aplikasi");
      expect(words).toContain("Dibandingkan TW III (realisasi 61,9), capaian turun 4,04 poin.");
      expect(pages.filter((page) => JUDUL_TABEL.test(page)).length).toBeGreaterThan(3);
      expect(pages.at(0)).toContain(`Halaman 1 dari ${pages.length}`);
      expect(await sizesOf(pdf)).toContain("842 x 595");
      expect(Buffer.from(docx).includes("word/media/")).toBe(true);
    },
    SOFFICE_MS,
  );
});

const signed = (jumlah: number, terakhir: Blok = paragraf("kalimat terakhir")): readonly Blok[] => [
  ...Array.from({ length: jumlah }, (_, at) => paragraf(`baris ${at}`)),
  terakhir,
  {
    jenis: "tanda-tangan",
    kiri: null,
    kanan: tandaTangan({ jabatan: `Camat ${jumlah}`, nama: "Nama Penanda", nip: null }),
  },
];
/** Letters of so many lines, each from a new page on. */
const signedAfter = (jumlahList: readonly number[], terakhir?: Blok): Dokumen =>
  dokumen(jumlahList.flatMap((jumlah) => [halaman("tegak"), ...signed(jumlah, terakhir)]));
/** After how many lines a signature stands on a page with the last sentence. */
const together = (pages: readonly string[]): readonly number[] =>
  pages
    .filter((page) => page.includes("Nama Penanda") && page.includes("kalimat terakhir"))
    .map((page) => Number(/Camat (\d+)/.exec(page)?.[1]));
const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** What may stand above a signature, each ending in the words that must go with it. */
const diatasList: readonly (readonly [string, Blok])[] = [
  ["a paragraph", paragraf("kalimat terakhir")],
  ["a long paragraph", paragraf(`${"kata ".repeat(160)}kalimat terakhir`)],
  [
    "labels",
    rincian([
      ["KETIGA", "Tim melapor."],
      ["KEEMPAT", "kalimat terakhir"],
    ]),
  ],
  ["a list", daftar("angka", ["butir pertama", "kalimat terakhir"])],
  ["a table", tabel([["Kolom", 1]], [["baris"], ["kalimat terakhir"]])],
  ["a table with a high row", tabel([["Kolom", 1]], [["kata ".repeat(300)], ["kalimat terakhir"]])],
  ["a table of one row", tabel([["Kolom", 1]], [["kalimat terakhir"]], { kecil: true })],
];

describe("a signature", () => {
  it.each(diatasList)("stays with the end of %s in a PDF", async (_, blok) => {
    const pages = await pagesOf(await dokumenPdf(signedAfter(from(14, 33), blok)));
    expect(together(pages)).toEqual(from(14, 33));
  });

  it(
    "is never alone on a page of a Word file",
    async () => {
      const pdf = await printed(await dokumenDocx(signedAfter(from(24, 35))));
      expect(together(await pagesOf(pdf))).toEqual(from(24, 35));
    },
    SOFFICE_MS,
  );
});

describe("the LKjIP", () => {
  const mustSay = [
    "LAPORAN KINERJA INSTANSI PEMERINTAH",
    "BAB III AKUNTABILITAS KINERJA",
    "Sasaran 2: Meningkatnya tata kelola pemerintahan desa",
    "2. Perbandingan dengan tahun sebelumnya",
    "+8,62 (membaik)",
    "90 (2029)",
    "Realisasi anggaran belum tercatat",
    "Dari 5 sasaran, 1 mencapai target",
  ];

  it("is a PDF with contents that name the right page, no heading left alone at a foot", async () => {
    const pdf = await dokumenPdf(lkjip2026());
    const words = await wordsOf(pdf);
    for (const part of mustSay) expect(words).toContain(part);
    const pages = await pagesOf(pdf);
    const bab4 = /BAB IV PENUTUP +(\d+)\n/u.exec(pages[2] ?? "")?.[1];
    expect(pages[Number(bab4) - 1]).toContain("BAB IV PENUTUP");
    for (const page of pages) {
      const lines = page.split("\n").filter((line) => line.trim() !== "");
      expect(lines.at(-2)).not.toMatch(JUDUL_ANALISIS);
    }
  });

  it(
    "opens in LibreOffice with everything it says",
    async () => {
      const pdf = await printed(await dokumenDocx(lkjip2026()));
      const words = await wordsOf(pdf);
      for (const part of mustSay) expect(words).toContain(part);
      expect((await pagesOf(pdf))[2]).toMatch(/BAB II PERENCANAAN KINERJA[ .]+\d+\n/u);
    },
    SOFFICE_MS,
  );
});

/** What people paste, and what an attacker would. */
const hostileList = [
  "a\u0000b\u0008c\u001Bd\uFFFE",
  // each longer than two pages
  "x".repeat(12_000),
  "kata ".repeat(1_000),
  "😀👨‍👩‍👧‍👦 baik 🇮🇩",
  "\uD800 setengah \uDFFF",
  "</w:t></w:r><script>alert(1)</script>&amp;",
  "{{nama}} **tebal** %PDF-1.4 endstream",
  "السلام عليكم 你好 Ωμέγα",
  "\u200B\u202E\u2028\u2029terbalik",
  "\n".repeat(150),
  "\t\t\t",
  "",
];

const everywhere = (teks: string): readonly Blok[] => [
  judul(1, teks),
  judul(2, teks),
  paragraf(teks),
  {
    jenis: "daftar",
    penomoran: "huruf",
    butirList: [
      {
        isi: biasa(teks),
        anak: {
          jenis: "daftar",
          penomoran: "butir",
          butirList: [{ isi: biasa(teks), anak: null }],
        },
      },
    ],
  },
  { jenis: "rincian", barisList: [{ label: teks, isi: biasa(teks) }] },
  {
    jenis: "tabel",
    kecil: true,
    gugusList: [{ judul: teks, kolom: 9 }],
    kolomList: [
      { judul: teks, lebar: 1, rata: "kiri" },
      { judul: teks, lebar: 9, rata: "kanan" },
    ],
    barisList: [[sel(teks, teks), sel(teks)], [sel(teks)], []],
  },
  {
    jenis: "kepala-surat",
    tempatTanggal: teks,
    nomor: teks,
    sifat: teks,
    lampiran: teks,
    hal: teks,
    kepadaList: [teks],
  },
  {
    jenis: "tanda-tangan",
    kiri: null,
    kanan: tandaTangan({ jabatan: teks, nama: teks, nip: teks }, teks, teks),
  },
  { jenis: "tembusan", kepadaList: [teks] },
  { jenis: "sampul", judulList: [teks], instansiList: [teks, teks] },
  { jenis: "daftar-isi", judul: teks, tingkat: 2 },
  {
    jenis: "rincian",
    barisList: [{ label: teks, isi: [], daftar: daftar("huruf", [teks, teks]) }],
  },
  {
    jenis: "grafik",
    judul: teks,
    satuan: teks,
    garisTarget: 100,
    batangList: [{ label: teks, nilai: 5, warna: teks }],
  },
];

describe("hostile text", () => {
  it.each(hostileList.map((text) => [JSON.stringify(text.slice(0, 24)), text] as const))(
    "%s is written wherever text may stand",
    async (_, teks) => {
      const everything = dokumen([...everywhere(teks), paragraf("tetap terbaca")], {
        judul: teks,
        kaki: teks,
        tanda: teks,
        kop: { pemerintah: teks, instansi: teks, alamat: teks },
      });
      expect(await wordsOf(await dokumenPdf(everything))).toContain("tetap terbaca");
      expect((await dokumenDocx(everything)).byteLength).toBeGreaterThan(5_000);
    },
    PROPERTY_MS,
  );

  it(
    "leaves a Word file that LibreOffice opens",
    async () => {
      const pdf = await printed(
        await dokumenDocx(
          dokumen([
            ...hostileList.filter((text) => text.length < 1_000).flatMap(everywhere),
            paragraf("tetap terbaca"),
          ]),
        ),
      );
      const words = await wordsOf(pdf);
      expect(words).toContain("tetap terbaca");
      expect(words).toContain("</w:t></w:r><script>alert(1)</script>&amp;");
      expect(words).toContain("{{nama}} **tebal**");
    },
    SOFFICE_MS,
  );
});

const text = oneof(
  string({ unit: "grapheme", maxLength: 60 }),
  string({ unit: "binary", maxLength: 60 }),
  constantFrom("", "\n", "kata ".repeat(80), "x".repeat(500)),
);
const number = oneof(double(), integer({ min: -3, max: 12 }));
const flag = constant(true as const);
const isi: Arbitrary<Isi> = array(
  record({ teks: text, tebal: flag, miring: flag, garisBawah: flag }, { requiredKeys: ["teks"] }),
  { maxLength: 3 },
);
const cell: Arbitrary<Sel> = record({
  isi,
  latar: option(oneof(text, constantFrom("#1B7F3B", "#FFFFFF"))),
});
const daftarArb = letrec<{ daftar: Extract<Blok, { jenis: "daftar" }> }>((tie) => ({
  daftar: record({
    jenis: constant("daftar" as const),
    penomoran: constantFrom("angka" as const, "huruf" as const, "butir" as const),
    butirList: array(record({ isi, anak: option(tie("daftar"), { maxDepth: 6 }) }), {
      maxLength: 3,
    }),
  }),
})).daftar;
const signature = record({
  tempatTanggal: option(text),
  jabatan: text,
  keterangan: option(text),
  nama: text,
  nip: option(text),
});
const blok: Arbitrary<Blok> = oneof(
  record({
    jenis: constant("judul" as const),
    tingkat: constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    teks: text,
  }),
  record({
    jenis: constant("paragraf" as const),
    isi,
    rata: constantFrom("kiri" as const, "tengah" as const, "kanan" as const, "penuh" as const),
    lekukCm: number,
    awalCm: number,
    kecil: boolean(),
  }),
  daftarArb,
  record({
    jenis: constant("rincian" as const),
    barisList: array(
      record({ label: text, isi, daftar: daftarArb }, { requiredKeys: ["label", "isi"] }),
      { maxLength: 3 },
    ),
  }),
  record({
    jenis: constant("sampul" as const),
    judulList: array(text, { maxLength: 3 }),
    instansiList: array(text, { maxLength: 3 }),
  }),
  record({
    jenis: constant("daftar-isi" as const),
    judul: text,
    tingkat: constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  }),
  record({
    jenis: constant("tabel" as const),
    kecil: boolean(),
    kolomList: array(
      record({
        judul: text,
        lebar: number,
        rata: constantFrom("kiri" as const, "tengah" as const, "kanan" as const),
      }),
      { maxLength: 20 },
    ),
    gugusList: option(array(record({ judul: text, kolom: number }), { maxLength: 4 })),
    barisList: array(array(cell, { maxLength: 6 }), { maxLength: 8 }),
  }),
  record({
    jenis: constant("tanda-tangan" as const),
    kiri: option(signature),
    kanan: option(signature),
  }),
  record({
    jenis: constant("kepala-surat" as const),
    tempatTanggal: text,
    nomor: option(text),
    sifat: option(text),
    lampiran: option(text),
    hal: text,
    kepadaList: array(text, { maxLength: 3 }),
  }),
  record({
    jenis: constant("tembusan" as const),
    kepadaList: array(text, { maxLength: 3 }),
  }),
  record({
    jenis: constant("halaman" as const),
    arah: constantFrom("tegak" as const, "rebah" as const),
  }),
  record({
    jenis: constant("grafik" as const),
    judul: text,
    satuan: text,
    garisTarget: option(number),
    batangList: array(record({ label: text, nilai: option(number), warna: text }), {
      maxLength: 30,
    }),
  }),
);
const anything: Arbitrary<Dokumen> = record({
  judul: text,
  kertas: constantFrom("A4" as const, "F4" as const),
  kop: option(record({ pemerintah: text, instansi: text, alamat: option(text) })),
  tanda: option(text),
  kaki: text,
  dibuatMs: integer({ min: 0, max: 4_000_000_000_000 }),
  blokList: array(blok, { maxLength: 8 }),
});

describe("any document at all", () => {
  it(
    "becomes a PDF",
    async () => {
      await assert(
        asyncProperty(anything, async (one) => {
          const pdf = Buffer.from(await dokumenPdf(one));
          expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
        }),
        { numRuns: 25 },
      );
    },
    PROPERTY_MS,
  );

  it(
    "becomes a Word file",
    async () => {
      await assert(
        asyncProperty(anything, async (one) => {
          const docx = Buffer.from(await dokumenDocx(one));
          expect(docx.subarray(0, 2).toString()).toBe("PK");
        }),
        { numRuns: 25 },
      );
    },
    PROPERTY_MS,
  );
});
