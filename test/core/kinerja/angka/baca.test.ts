import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJelas, isSapaan, readAngka } from "../../../../src/core/kinerja/angka/baca.ts";
import { plainText } from "../../../../src/core/kinerja/angka/digit.ts";
import { terbilang } from "../../../../src/core/kinerja/angka/terbilang.ts";
import { formatAngka } from "../../../../src/core/kinerja/angka/tulis.ts";

/** A reading in one line: the figure, or what would be asked about. */
function said(text: string, satuan?: string, rasio?: boolean): string {
  const hasil = readAngka(text, { satuan, rasio });
  if (hasil.jenis !== "angka") return hasil.jenis;
  const { nilaiList, sisaList, satuanLain } = hasil;
  return [
    nilaiList.map((one) => formatAngka(one, 6)).join(" | "),
    ...sisaList.map((one) => `“${one}”`),
    ...(satuanLain === null ? [] : [`≠ ${satuanLain}`]),
  ].join(" ");
}

/** Texts separated by " · ", what they are read as, and the satuan they are read for. */
type Row = readonly [texts: string, expected: string, satuan?: string, rasio?: boolean];

const rows = (list: readonly Row[]): [string, string, string | undefined, boolean | undefined][] =>
  list.flatMap(([texts, expected, satuan, rasio]) =>
    texts
      .split(" · ")
      .map((text): [string, string, string | undefined, boolean | undefined] => [
        text,
        expected,
        satuan,
        rasio,
      ]),
  );

const bersih: readonly Row[] = [
  ["0 · -0 · nol · 0 juta", "0"],
  ["86 · 86. · +86 · 086 · 86,0 · delapan puluh enam · *86* · “86”", "86"],
  ["86,25 · 86.25 · delapan puluh enam koma dua lima · 86 koma 25", "86,25"],
  ["1,5 · satu setengah · 1½ · 1 ½ · 1 setengah · satu koma lima", "1,5"],
  ["0.500 · ½ · setengah · nol koma lima", "0,5"],
  ["¼ · seperempat", "0,25"],
  ["¾ · tiga perempat", "0,75"],
  ["2,05 · dua koma nol lima", "2,05"],
  ["1.234,5 · 1,234.5", "1.234,5"],
  ["1.234.567 · 1,234,567 · 1 234 567", "1.234.567"],
  ["1.234.567,89 · 1 234 567,89", "1.234.567,89"],
  ["1500 · 1 500 · seribu lima ratus · Rp 1.500 · rp1500 · Rp. 1.500,-", "1.500"],
  ["sepuluh", "10"],
  ["sebelas", "11"],
  ["dua belas · duabelas", "12"],
  ["dua puluh lima · duapuluh lima · Dua Puluh Lima", "25"],
  ["seratus", "100"],
  ["dua ratus lima · duaratus lima", "205"],
  ["seribu · 1 ribu · 1 rb · 1rb", "1.000"],
  ["dua puluh satu ribu tiga ratus", "21.300"],
  ["2 juta 500 ribu · 2,5 juta · dua setengah juta · dua juta lima ratus ribu", "2.500.000"],
  ["sejuta · 1 jt", "1.000.000"],
  ["1,2 jtt · 1,2 jta · 1.2 juta · 1,2jt", "1.200.000"],
  ["setengah juta · 500 ribu · 500rb", "500.000"],
  ["2 miliar · 2 milyar · 2 milyard · 2 mlr · dua miliar", "2.000.000.000"],
  ["2 triliun · 2 trilyun · 2 trilliun · 2000 miliar", "2.000.000.000.000"],
  ["Rp 1,5 M · Rp1,5M", "1.500.000.000"],
  ["Rp 3 T", "3.000.000.000.000"],
  ["-3,5 · - 3,5 · minus 3,5 · −3,5", "-3,5"],
  ["９３ · ٩٣ · 𝟗𝟑 · 9️⃣3️⃣ · 9\u00ad3 · 9\u200b3 · \ufeff93 · \u200e93\u200f", "93"],
  ["93% · 93 % · 93 persen · 93 prosen", "93"],
  ["12 orang · 12 org · 12 KK · 12 hari kerja · 12 m2 · 12 m² · 12 dok.", "12"],
  ["Rp1.250.000 · Rp 1.250.000,-- · Rp. 1.250.000,00 · Rp\u00a01.250.000", "1.250.000"],
  ["999.999.999.999", "999.999.999.999"],
  ["9007199254740991 · 9.007.199.254.740.991", "9.007.199.254.740.991"],
  ["85 ya bu 🙏 · ✅ 85 · 85 pak · izin pak, 85 · mohon maaf bu: 85! · 85👍🏻", "85", "nilai"],
  ["85 nilai · nilai: 85 · nilainya 85 · 85 poin · skor 85", "85", "nilai"],
  ["85 (delapan puluh lima) · 85 (delapan puluh lima) nilai", "85", "nilai"],
  ["1.500 (seribu lima ratus)", "1.500", "orang"],
  ["4 kejadian · 4 Kejadian · empat kejadian", "4", "kejadian"],
  ["4 BUM Desa · 4 bumdes · 4 bum  desa", "4", "BUM Desa"],
  ["4 desa · 4 kelurahan · 4 kel · 4 Desa/Kelurahan", "4", "Desa/Kelurahan"],
  ["90 menit · 1,5 jam · 1 jam 30 menit · 5400 detik · satu setengah jam", "90", "menit"],
  ["1,5 jam · 90 menit · 90 mnt", "1,5", "jam"],
  ["24 bulan · 2 tahun · 2 thn", "24", "bulan"],
  ["3 hari · 3 hari kerja · 3 hk", "3", "hari kerja"],
  ["2 km · 2000 m · 2.000,0 meter", "2", "km"],
  ["5 juta · 5 · 5 juta rupiah · Rp 5 juta · 5000 ribu rupiah", "5", "juta rupiah"],
  ["5 · 5 jt", "5", "Rp. (juta)"],
  ["1,5 M", "1.500", "juta rupiah"],
  ["5 juta · Rp 5.000.000 · 5000000 rupiah · 5 jt", "5.000.000", "rupiah"],
  ["2 ribu orang · 2.000,0 orang", "2.000", "orang"],
  ["7/8 · 7 dari 8 · 7 per 8 · 87,5%", "87,5", "persen"],
  ["12/15 · 12 / 15 · 12 dokumen dari 15 · 12 dr 15 · 12:15 · 12 per 15", "80", "persen", true],
  ["12 desa dari 15 desa · dua belas dari lima belas · 12 dari 15 pak 🙏", "80", "persen", true],
  ["11 dr 12", "91,666667", "%", true],
  ["4 per 6", "0,666667", "nilai", true],
  ["1.500/2.000 · Rp 1,5 juta dari Rp 2 juta · 1.500.000 dari 2 juta", "75", "persen", true],
];

const ditanyakan: readonly Row[] = [
  ["88O", "88 “O”", "nilai"],
  ["8S", "8 “S”"],
  ["1,5e3", "1,5 “e3”"],
  ["4 dari", "4 “dari”"],
  ["4 dari", "4 “dari”", "kegiatan"],
  ["87,5 menit", "87,5 ≠ menit", "nilai"],
  ["87,5 orang", "87,5 ≠ orang", "nilai"],
  ["87,5 %", "87,5 ≠ %", "nilai"],
  ["87,5 %", "87,5 ≠ %", "menit"],
  ["Rp 87,5", "87,5 ≠ Rp", "nilai"],
  ["100 menit", "100 ≠ menit", "jam"],
  ["3 hari kerja", "3 ≠ hari kerja", "hari"],
  ["12 desa", "12 ≠ desa", "BUM Desa"],
  ["12 orang desa", "12 ≠ desa", "orang"],
  ["1,5 M · 1,5M", "1.500.000.000 | 1,5"],
  ["3 T", "3.000.000.000.000 | 3", "nilai"],
  ["5k", "5.000 | 5", "orang"],
  ["5m", "5 “m”", "meter"],
  ["1.500 · 1.500,- · 1.500 orang", "1.500 | 1,5", "orang"],
  ["-1.500", "-1.500 | -1,5"],
  ["1.500 ribu", "1.500.000 | 1.500"],
  ["Rp 5.000.000", "5 | 5.000.000", "juta rupiah"],
  ["12orang", "12 “orang”", "orang"],
  ["1500rp", "1.500 “rp”", "rupiah"],
  ["85?", "85 “?”"],
  ["85'", "85 “'”"],
  ["85”,", "85 “,”"],
  ["85,", "85 “,”"],
  ["±80", "80 “±”"],
  ["~80", "80 “~”"],
  [">80", "80 “>”"],
  ["80+", "80 “+”"],
  ["80an", "80 “an”"],
  ["sekitar 80", "80 “sekitar”"],
  ["kurang lebih 80", "80 “kurang lebih”"],
  ["hampir delapan puluh", "80 “hampir”"],
  ["bukan 85", "85 “bukan”"],
  ["belum, baru 5", "5 “belum” “baru”"],
  ["❌ 85", "85 “❌”"],
  ["(85)", "85 “(” “)”"],
  ["=85", "85 “=”"],
  ["85 ribuan", "85 “ribuan”"],
  ["85 (TW IV)", "85 “TW IV”"],
  ["0x10", "0 “x10”"],
  ["nihil 5", "5 “nihil”"],
  ["10²", "10 “²”"],
  ["85 °C", "85 “°C”"],
  ["target 85", "85 “target”"],
  ["85 mungkin", "85 “mungkin”"],
  ["85 maks", "85 “maks”"],
  ["12 dokumen dari 15", "12 | 15", "dokumen"],
  ["11 dr 12", "11 | 12", "nilai"],
  ["12 kue dari 15", "80 “kue”", "persen", true],
  ["12 menit dari 15", "80 ≠ menit", "persen", true],
  ["hasil 12 dari 15 lebih", "80 “hasil” “lebih”", "persen", true],
];

const bukanAngka: readonly Row[] = [
  ["abc · ya · 👍 · banyak · O8 · l5 · sedikit · kg · Rp · % · juta · koma lima", "bukan-angka"],
  ["12 40 · 12 orang 3 anak · 12-15 · 85 atau 86 · 1. 85 · 85 85 · dua tiga", "bukan-angka"],
  ["1.234.56 · 1.2.3 · 12.34.567 · 1,2,3 · 1..5 · , · ,5 · .5 · 12.345.67", "bukan-angka"],
  ["26-11-2026 · 1/2/2026 · 26/11 2026 · ٢٠٢٦-١١ · 10:30:00", "bukan-angka"],
  ["10:30 · 26/11 · 12/40 · 09:00", "bukan-angka", "nilai"],
  ["10:30", "bukan-angka"],
  ["10:30", "bukan-angka", "persen"],
  ["5/0 · 5 dari 0 · 0/0", "bukan-angka", "persen", true],
  ["12/40/2 · 12//40 · 1,5M/2M · 5 dari 2 juta", "bukan-angka", "persen", true],
  ["9007199254740993 · 9.007.199.254.740.992 · 10000 triliun · 123456789012345678", "bukan-angka"],
  ["081234567890 · 0812-3456-7890 · 198001012005011001", "bukan-angka"],
  ["0,1234567890123456789 · 0,99999999999999999999", "bukan-angka"],
  [
    "Infinity · NaN · 8\u03368 · 2 juta 500 · lima dua puluh · nol lima · seribu juta",
    "bukan-angka",
  ],
  ["85 (delapan puluh enam) · belum 5 dari 6 orang 7", "bukan-angka", "nilai"],
  ["belum pasti · tidak ada · nihil atau belum", "bukan-angka"],
];

const tanpaAngka: readonly Row[] = [
  ["- · -- · – · --- · nihil · Nihil · NIHIL pak · nihil (0) · 0 (nihil) · nihil 0", "nihil"],
  ["nol besar · tidak ada kegiatan · nihil ya bu 🙏", "nihil"],
  ["tidak ada kejadian · tdk ada kejadian pak · nihil kejadian", "nihil", "kejadian"],
  ["? · ??? · belum · blm · belum ada · belum ada data · data belum tersedia", "belum"],
  ["belum ada datanya pak · menyusul · menyusul ya bu 🙏 · datanya menyusul · n/a", "belum"],
  ["kosong · tidak ada data · blm ada · belum masuk · izin pak, datanya belum ada", "belum"],
];

describe("readAngka", () => {
  it("has a table long enough", () => {
    const counts = [bersih, ditanyakan, bukanAngka, tanpaAngka].map((list) => rows(list).length);
    expect(counts[0]).toBeGreaterThan(150);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(300);
  });

  it.each(rows(bersih))("takes %j as %s (%s, %s)", (text, expected, satuan, rasio) =>
    expect(said(text, satuan, rasio)).toBe(expected),
  );

  it.each(rows(ditanyakan))("asks about %j: %s (%s, %s)", (text, expected, satuan, rasio) => {
    expect(said(text, satuan, rasio)).toBe(expected);
    const hasil = readAngka(text, { satuan, rasio });
    expect(hasil.jenis === "angka" && isJelas(hasil)).toBe(false);
  });

  it.each(rows(bukanAngka))("finds no figure in %j: %s (%s, %s)", (text, expected, satuan, rasio) =>
    expect(said(text, satuan, rasio)).toBe(expected),
  );

  it.each(rows(tanpaAngka))("takes %j for %s (%s, %s)", (text, expected, satuan, rasio) =>
    expect(said(text, satuan, rasio)).toBe(expected),
  );

  it.each(["", "   ", "\u200b"])("takes the blank %j for belum", (text) =>
    expect(said(text)).toBe("belum"),
  );

  it.each(["1".repeat(5000), `12 ${"x".repeat(200)}`, "1 ".repeat(3000), "(".repeat(3000)])(
    "is done with long rubbish at once",
    (text) => expect(said(text)).not.toBe("1"),
  );

  it.each([
    ["1,5 jam", "menit", "1,5 jam"],
    ["1 jam 30 menit ya bu", "menit", "1 jam 30 menit"],
    ["1,5 juta", "rupiah", "1,5 juta"],
    ["Rp 1,5 M", "rupiah", "1,5 M"],
    ["90 menit", "menit", null],
    ["Rp 5.000.000", "rupiah", null],
  ])("tells what %j in %s was converted from", (text, satuan, asal) =>
    expect(readAngka(text, { satuan })).toMatchObject({ asal }),
  );

  it.each([
    ["12/40", 12, 40],
    ["12 dari 40 desa", 12, 40],
    ["1.500/2.000", 1500, 2000],
    ["0/12", 0, 12],
  ])("keeps both parts of %j", (text, pembilang, penyebut) =>
    expect(readAngka(text)).toMatchObject({ rasio: { pembilang, penyebut }, sisaList: [] }),
  );

  it("reads back each figure it writes, in digits or in words, alone or as one of two", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (scaled, desimal) => {
          const nilai = scaled / 10 ** desimal || 0;
          const hasil = readAngka(formatAngka(nilai, 6));
          expect(hasil.jenis === "angka" && hasil.nilaiList).toContain(nilai);
          const whole = Math.trunc(nilai) || 0;
          expect(said(terbilang(whole))).toBe(formatAngka(whole));
        },
      ),
    );
  });
});

/** Whatever may stand in an answer, and much that may not. */
const serpihan = fc.oneof(
  fc.constantFrom(..."0123456789".split("")),
  fc.nat(9_999_999).map((one) => formatAngka(one)),
  fc.nat(99_999).map((one) => formatAngka(one / 100)),
  fc.nat(99_999).map(terbilang),
  fc.constantFrom(
    ...". , - / : % ( ) = ? ! + ' * _ ½ ¼ O S e3 x".split(" "),
    "ya",
    "pak",
    "bu",
    "🙏",
    "✅",
    "❌",
    "juta",
    "rb",
    "jtt",
    "M",
    "k",
    "T",
    "Rp",
    "rp.",
    "menit",
    "jam",
    "orang",
    "nilai",
    "persen",
    "dokumen",
    "km",
    "hari kerja",
    "dari",
    "dr",
    "per",
    "dua",
    "setengah",
    "koma",
    "belas",
    "puluh",
    "nol",
    "minus",
    "belum",
    "nihil",
    "data",
    "sekitar",
    "bukan",
    "target",
    "\u200b",
    "\u00ad",
  ),
);
const tulisan = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.tuple(serpihan, fc.constantFrom("", " ", " ", "\n")), { maxLength: 7 })
    .map((list) => list.flat().join("")),
);
const satuanDiuji = fc.constantFrom(undefined, "nilai", "menit", "persen", "juta rupiah", "orang");

/** Digits without an exponent and without the dust of a double. */
const shortest = (nilai: number): string =>
  String(nilai).includes("e") ? nilai.toFixed(15).replace(/\.?0+$/, "") : String(nilai);

/** Every way to write this number, by the rules of the language and not of our code. */
function writings(nilai: number): readonly string[] {
  const plain = shortest(Math.abs(nilai));
  const [whole = "0", fraction = ""] = plain.split(".");
  const spaced = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  const tails = fraction === "" ? [""] : [`,${fraction}`, `.${fraction}`, `koma${fraction}`];
  const digits = ["", ".", ",", ""].flatMap((mark) => tails.map((tail) => spaced(mark) + tail));
  const words = terbilang(Math.abs(nilai)).replaceAll(" ", "");
  const halves: [number, readonly string[]][] = [
    [0.5, ["½", "setengah"]],
    [0.25, ["¼", "seperempat"]],
    [0.75, ["¾", "tigaperempat"]],
  ];
  const mixed = halves.flatMap(([part, names]) => {
    const rest = Math.abs(nilai) - part;
    if (rest < 0 || !Number.isInteger(rest)) return [];
    const heads =
      rest === 0
        ? ["", "nol", "0"]
        : [String(rest), formatAngka(rest), terbilang(rest).replaceAll(" ", "")];
    return heads.flatMap((head) => names.map((name) => head + name));
  });
  return [...digits, words, ...mixed];
}

/** One writing for many: no leading zero, none behind the decimal mark. */
const canonical = (text: string): string =>
  text
    .replace(/\.(?=\d{3}(\D|$))/g, ".")
    .replace(/^0+(?=\d)/, "")
    .replace(/([.,]\d*?)0+$/, "$1")
    .replace(/[.,]$/, "");

const hiasan = /^(ya|pak|bu|🙏|✅|[.,:;!“”‘’*_()]|[.,] ?[-=]{1,3})$/u;

describe("a figure that is taken without a question", () => {
  const properties = { numRuns: 3000 };

  it("accounts for every character: number, own unit, courtesy, and nothing else", () => {
    let taken = 0;
    fc.assert(
      fc.property(tulisan, satuanDiuji, fc.boolean(), (text, satuan, rasio) => {
        const hasil = readAngka(text, { satuan, ...(rasio ? { rasio } : {}) });
        if (hasil.jenis !== "angka" || !isJelas(hasil)) return;
        taken += 1;
        const blankless = plainText(text).replaceAll(" ", "");
        const pieces = hasil.bagianList.map(({ teks }) => teks).join("");
        expect(pieces.replaceAll(" ", "")).toBe(blankless);
        for (const { arti, teks } of hasil.bagianList) {
          expect(["bilangan", "huruf", "tanda", "satuan", "rasio", "hias"]).toContain(arti);
          if (arti === "hias") expect(teks.toLowerCase()).toMatch(hiasan);
        }
      }),
      properties,
    );
    expect(taken).toBeGreaterThan(100);
  });

  it("is written again by its value, where nothing was converted", () => {
    fc.assert(
      fc.property(tulisan, satuanDiuji, (text, satuan) => {
        const hasil = readAngka(text, { satuan, rasio: false });
        if (hasil.jenis !== "angka" || !isJelas(hasil) || hasil.asal !== null) return;
        if (hasil.bagianList.some(({ arti }) => arti === "huruf")) return;
        const [nilai = Number.NaN] = hasil.nilaiList;
        const numbers = hasil.bagianList.filter(({ arti }) => arti === "bilangan");
        const typed = numbers
          .map(({ teks }) => teks.toLowerCase())
          .join("")
          .replaceAll(" ", "");
        const known = writings(nilai).map(canonical);
        const doubled = known.flatMap((one) => known.map((other) => one + other));
        expect([...known, ...doubled, ...writings(nilai)]).toContain(canonical(typed));
      }),
      properties,
    );
  });

  it("has no leftover when it has one, whatever is put behind it", () => {
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.constantFrom("O", "x", "an", "~", "§", " hampir", " bukan", " e3", "²", "?", "°"),
        satuanDiuji,
        (nilai, ekor, satuan) => {
          const hasil = readAngka(`${nilai}${ekor}`, { satuan });
          expect(hasil.jenis).toBe("angka");
          expect(hasil.sisaList).toEqual([ekor.trim()]);
        },
      ),
    );
  });
});

describe("isSapaan", () => {
  it.each([
    ["terima kasih pak 🙏", true],
    ["Selamat pagi, izin lapor.", true],
    ["", true],
    ["85", false],
    ["salah semua", false],
    ["belum", false],
  ])("of %j is %s", (text, expected) => expect(isSapaan(text)).toBe(expected));
});
