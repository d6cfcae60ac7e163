// Sheets as other programs write them, and files that mean harm.
import { beforeAll, describe, expect, it } from "vitest";
import { susunDraf } from "../../src/core/sop/impor/draf.ts";
import { bacaLembarSop } from "../../src/documents/baca/lembar-sop.ts";
import { bookOf } from "../support/buku-kerja.ts";
import { withEntries, zipOf } from "../support/zip.ts";

const OOXML = "application/vnd.openxmlformats-officedocument";
const docxOf = (body: string, head = ""): Promise<Buffer> =>
  zipOf({
    "[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="${OOXML}.wordprocessingml.document.main+xml"/></Types>`,
    "word/document.xml": `${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });

const cell = (teks: string, lain = ""): string =>
  `<w:tc><w:tcPr>${lain}</w:tcPr>${teks.startsWith("<") ? teks : `<w:p><w:r><w:t>${teks}</w:t></w:r></w:p>`}</w:tc>`;
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const shape = (prst: string): string =>
  `<w:p><w:r><w:drawing><wps:spPr><a:prstGeom prst="${prst}"/></wps:spPr></w:drawing></w:r></w:p>`;

/** A sheet of a service desk, in titles of two rows, with shapes drawn into the cells. */
const lembarWord = [
  "<w:p><w:r><w:t>PEMERINTAH KABUPATEN CONTOH</w:t></w:r></w:p><w:p><w:r><w:t>KECAMATAN REKAAN</w:t></w:r></w:p>",
  `<w:tbl>${row(cell("Nomor SOP"), cell(": 065/12/2026"))}${row(cell("Tgl. Pembuatan"), cell("5 Januari 2026"))}${row(cell("Nama SOP"), cell("Legalisasi Surat Keterangan"))}${row(cell("Dasar Hukum:"), cell("Kualifikasi Pelaksana:"))}${row(cell("1. Undang-Undang Nomor 25 Tahun 2009 2. Peraturan Bupati Nomor 7 Tahun 2020"), cell("- Memahami tata naskah dinas - Mampu mengoperasikan komputer"))}</w:tbl>`,
  `<w:tbl>${row(cell("No."), cell("Kegiatan"), cell("Pelaksana", span(3)), cell("Mutu Baku", span(3)), cell("Ket."))}`,
  row(
    cell(""),
    cell(""),
    cell("Petugas Loket"),
    cell("Kasi Pelayanan"),
    cell("Camat"),
    cell("Kelengkapan"),
    cell("Waktu"),
    cell("Output"),
    cell(""),
  ),
  row(
    cell("1"),
    cell("Menerima berkas permohonan"),
    cell(shape("flowChartTerminator")),
    cell(""),
    cell(""),
    cell("Berkas"),
    cell("± 10 menit"),
    cell("Berkas diterima"),
    cell(""),
  ),
  row(
    cell("2"),
    cell("Memeriksa kelengkapan berkas. Jika tidak lengkap dikembalikan kepada Petugas"),
    cell(""),
    cell(shape("flowChartDecision")),
    cell(""),
    cell("Berkas"),
    cell("½ jam"),
    cell("Berkas lengkap"),
    cell(""),
  ),
  row(
    cell("3"),
    cell("Membubuhkan tanda tangan"),
    cell(""),
    cell(""),
    cell(shape("flowChartProcess")),
    cell("Berkas"),
    cell("1/2 hari"),
    cell("Surat"),
    cell(""),
  ),
  "</w:tbl>",
].join("");

const at = (alamat: string, teks: string): string =>
  `<c r="${alamat}" t="inlineStr"><is><t>${teks}</t></is></c>`;
const line = (nomor: number, ...cells: string[]): string =>
  `<row r="${nomor}">${cells.join("")}</row>`;

describe("a sheet another program wrote", () => {
  it("is read from a Word file with titles in two rows and shapes in its cells", async () => {
    const lembar = await bacaLembarSop(await docxOf(lembarWord), "Lembar.docx");
    if (lembar.kind === "ditolak") throw new Error(lembar.sebab);
    const draf = susunDraf("legalisasi", lembar.blokList);
    expect(draf?.isi).toMatchObject({
      nama: "Legalisasi Surat Keterangan",
      instansi: "Kecamatan Rekaan, Kabupaten Contoh",
      kepala: {
        nomor: "065/12/2026",
        tanggalPembuatan: "5 Januari 2026",
        tanggalRevisi: null,
        dasarHukum: ["Undang-Undang Nomor 25 Tahun 2009", "Peraturan Bupati Nomor 7 Tahun 2020"],
        kualifikasiPelaksana: ["Memahami tata naskah dinas", "Mampu mengoperasikan komputer"],
      },
      pelaksana: ["staf", "kasi", "camat"],
      sebutan: { staf: "Petugas Loket", kasi: "Kasi Pelayanan" },
      langkah: [
        { no: 1, jenis: "formulir", pelaksana: { peran: "staf" }, mutuBaku: { waktu: "10 menit" } },
        {
          no: 2,
          jenis: "keputusan",
          pelaksana: { peran: "kasi" },
          mutuBaku: { waktu: "30 menit" },
        },
        { no: 3, pelaksana: { peran: "camat" }, mutuBaku: { waktu: null } },
      ],
    });
    expect(draf?.keraguanList.map(({ pesan }) => pesan)).toEqual(
      expect.arrayContaining([
        'kolom "Petugas Loket" tidak dikenal sebagai peran; sementara ditulis staf',
        'langkah 1: waktu tercetak "± 10 menit"; diambil 10 menit',
        'langkah 3: waktu tercetak "1/2 hari" tidak terbaca sebagai menit, jam, atau hari',
      ]),
    );
  });

  it("is read from a workbook whose columns stand anywhere", async () => {
    const book = await bookOf(
      [
        line(
          2,
          at("B2", "No"),
          at("C2", "Uraian Kegiatan"),
          at("D2", "Pelaksana"),
          at("G2", "Mutu Baku"),
          at("J2", "Keterangan"),
        ),
        line(
          3,
          at("D3", "Staf"),
          at("E3", "Sekcam"),
          at("G3", "Kelengkapan"),
          at("H3", "Waktu (Menit)"),
          at("I3", "Output"),
        ),
        line(
          4,
          at("B4", "1"),
          at("C4", "Merekap laporan"),
          at("D4", "√"),
          at("G4", "Laporan"),
          at("H4", "30"),
          at("I4", "Rekap"),
        ),
        line(5, at("G5", "Lampiran")),
        line(
          6,
          at("B6", "2"),
          at("C6", "Memeriksa rekap"),
          at("E6", "v"),
          at("G6", "Rekap"),
          at("H6", "15"),
          at("I6", "Rekap diperiksa"),
        ),
      ].join(""),
    );
    const lembar = await bacaLembarSop(book, "lembar.XLSX");
    if (lembar.kind === "ditolak") throw new Error(lembar.sebab);
    expect(susunDraf("rekap", lembar.blokList)?.isi.langkah).toMatchObject([
      {
        no: 1,
        jenis: "kompilasi",
        pelaksana: { peran: "staf" },
        mutuBaku: { kelengkapan: ["Laporan", "Lampiran"], waktu: "30 menit" },
      },
      {
        no: 2,
        jenis: "keputusan",
        pelaksana: { peran: "sekcam" },
        hasil: { setuju: "selesai", kembalikan: 1 },
      },
    ]);
  });

  it("says so where it holds no table of langkah", () => {
    expect(susunDraf("kosong", [{ jenis: "teks", teks: "Hanya surat biasa." }])).toBeNull();
    expect(susunDraf("kosong", [{ jenis: "tabel", barisList: [new Map([[0, "No"]])] }])).toBeNull();
  });
});

const sebab = async (data: Uint8Array, nama: string): Promise<string> => {
  const lembar = await bacaLembarSop(data, nama);
  return lembar.kind === "ditolak" ? lembar.sebab : lembar.kind;
};

describe("a hostile sheet", () => {
  let sound: Buffer;
  beforeAll(async () => {
    sound = await docxOf(lembarWord);
  });

  it("is refused by its cause", async () => {
    const bomb = await withEntries(sound, { "docProps/app.xml": Buffer.alloc(30_000_000, " ") });
    const macro = await withEntries(sound, { "word/vbaProject.bin": "Sub Auto_Open()" });
    const entity = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const deep = await docxOf("<w:tbl>".repeat(400) + "</w:tbl>".repeat(400));
    const many = await docxOf("<w:p/>".repeat(60_000));
    const wide = await docxOf(`<w:tbl>${row(cell("a", span(999_999_999)), cell("b"))}</w:tbl>`);
    expect(
      await Promise.all(
        (
          [
            [bomb, "a.docx"],
            [macro, "a.docx"],
            [await docxOf("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", entity), "a.docx"],
            [deep, "a.docx"],
            [many, "a.docx"],
            [wide, "a.docx"],
            [sound, "a.xlsx"],
            [sound.subarray(0, 200), "a.docx"],
            [sound, "a.pdf"],
            [Buffer.alloc(1_000_001, "a"), "a.txt"],
            [Buffer.from([0xff, 0xfe, 0x00]), "a.txt"],
            [Buffer.from("a\u0000b"), "a.txt"],
          ] as const
        ).map(([data, nama]) => sebab(data, nama)),
      ),
    ).toEqual([
      "terlalu-besar",
      "makro",
      "rusak",
      "rusak",
      "rusak",
      "isi",
      "jenis-lain",
      "rusak",
      "jenis-lain",
      "terlalu-besar",
      "bukan-teks",
      "bukan-teks",
    ]);
  });

  it("does not keep the program busy", async () => {
    const spaces = `No Aktivitas Output\n1 ${" \n".repeat(200_000)}x`;
    const digits = `Dasar Hukum\n${"1. 2. ".repeat(100_000)}\nNo Aktivitas Output\n1 a\n2 b`;
    const teksList = [
      spaces.slice(0, 900_000),
      digits,
      "\t".repeat(400_000),
      "<p".repeat(300_000),
      `No Aktivitas Output\n1 ${"Rapat ".repeat(150_000)}\n2 ${"1 menit ".repeat(5000)}`,
    ];
    const outcomes: string[] = [];
    for (const teks of teksList) {
      const lembar = await bacaLembarSop(Buffer.from(teks), "a.txt");
      const draf = lembar.kind === "isi" ? susunDraf("a", lembar.blokList) : null;
      outcomes.push(
        lembar.kind === "ditolak" ? lembar.sebab : `${draf?.isi.langkah.length ?? 0} langkah`,
      );
    }
    expect(outcomes).toEqual(["terlalu-besar", "2 langkah", "0 langkah", "0 langkah", "2 langkah"]);
  }, 20_000);
});
