/** What a number word adds to a number: a digit, ten to nineteen in one, or a place. */
export type Atom =
  | { readonly jenis: "satuan"; readonly nilai: number }
  | { readonly jenis: "bulat"; readonly nilai: number }
  | { readonly jenis: "tempat"; readonly nilai: 10 | 100 | "belas" }
  | { readonly jenis: "skala"; readonly nilai: number }
  /** A half is added to what stands before it; quarters are counted: "tiga perempat". */
  | { readonly jenis: "pecahan"; readonly nilai: number; readonly dihitung: boolean }
  | { readonly jenis: "koma" };

const words = (text: string): readonly string[] => text.split(" ");

const table = <T>(rows: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([text, value]) => words(text).map((word) => [word, value] as const)));

const satuan = (nilai: number): Atom => ({ jenis: "satuan", nilai });
const bulat = (nilai: number): Atom => ({ jenis: "bulat", nilai });
const tempat = (nilai: 10 | 100 | "belas"): Atom => ({ jenis: "tempat", nilai });
const skala = (nilai: number): Atom => ({ jenis: "skala", nilai });
const pecahan = (nilai: number, dihitung = false): Atom => ({ jenis: "pecahan", nilai, dihitung });

/** Number words and scale words, with the ways in which phones misspell them. */
const kataAtom = table<readonly Atom[]>([
  ["nol", [satuan(0)]],
  ["satu", [satuan(1)]],
  ["dua", [satuan(2)]],
  ["tiga", [satuan(3)]],
  ["empat", [satuan(4)]],
  ["lima", [satuan(5)]],
  ["enam", [satuan(6)]],
  ["tujuh", [satuan(7)]],
  ["delapan", [satuan(8)]],
  ["sembilan", [satuan(9)]],
  ["sepuluh", [bulat(10)]],
  ["sebelas", [bulat(11)]],
  ["seratus", [bulat(100)]],
  ["seribu", [satuan(1), skala(1e3)]],
  ["sejuta", [satuan(1), skala(1e6)]],
  ["semiliar semilyar", [satuan(1), skala(1e9)]],
  ["setriliun setrilyun", [satuan(1), skala(1e12)]],
  ["belas", [tempat("belas")]],
  ["puluh", [tempat(10)]],
  ["ratus", [tempat(100)]],
  ["ribu rb rbu rebu", [skala(1e3)]],
  ["juta jt jta jtt jutaa juata", [skala(1e6)]],
  ["miliar milyar milliar miliyar milyard miliard milar mlr", [skala(1e9)]],
  ["triliun trilyun trilliun triliyun trilion trilun trl", [skala(1e12)]],
  ["setengah stengah", [pecahan(0.5)]],
  ["seperempat", [pecahan(0.25)]],
  ["perempat", [pecahan(0.25, true)]],
  ["½", [pecahan(0.5)]],
  ["¼", [pecahan(0.25)]],
  ["¾", [pecahan(0.75)]],
  ["koma", [{ jenis: "koma" }]],
]);

/** The atoms of a number word, also of two written as one ("duapuluh"); null for any other word. */
export function atomsOf(word: string): readonly Atom[] | null {
  const known = kataAtom.get(word);
  if (known !== undefined) return known;
  const [, head = "", tail = ""] = /^(\p{L}{3,})(belas|puluh|ratus|ribu|juta)$/u.exec(word) ?? [];
  const [first, last] = [kataAtom.get(head), kataAtom.get(tail)];
  return first?.[0]?.jenis === "satuan" && last !== undefined ? [...first, ...last] : null;
}

/** Single letters that stand for a scale where money is counted, and are asked about elsewhere. */
export const hurufSkala: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e9],
  ["t", 1e12],
]);

/** Words that join the two parts of a ratio. */
export const kataRasio: ReadonlySet<string> = new Set(words("dari dr per"));

export const kataMinus: ReadonlySet<string> = new Set(words("minus"));

/** Courtesy, and words that only announce a figure: they carry no meaning of their own. */
export const kataSapaan: ReadonlySet<string> = new Set(
  words(
    "ya iya ok oke okay baik siap pak bapak bpk bu ibu kak mas mbak yth saya kami ini itu nih aja saja " +
      "mohon tolong izin ijin maaf terima kasih terimakasih makasih trims tks thx assalamualaikum " +
      "selamat pagi siang sore malam lapor adalah jumlah jumlahnya total totalnya angka angkanya " +
      "nilainya hasilnya realisasi realisasinya",
  ),
);

/** Signs of thanks and assent; any other one may say something and is asked about. */
export const emojiSapaan: ReadonlySet<string> = new Set(
  words("🙏 👍 👌 🤝 ✅ ✔ ☑ 😊 🙂 😁 😀 😄 🤗 🫡 ❤ 💪"),
);

/** Nothing to count, in as many words. */
export const ungkapanNihil: readonly string[] = ["nihil", "nol besar", "tidak ada kegiatan"];

/** Data still to come. */
export const ungkapanBelum: readonly string[] = [
  "tidak ada data",
  "tdk ada data",
  "belum",
  "blm",
  "belom",
  "menyusul",
  "nyusul",
  "kosong",
  "n/a",
  "na",
];

/** What may stand beside those: "belum ada datanya". */
export const kataBelum: ReadonlySet<string> = new Set(
  words("ada data datanya terisi tersedia masuk direkap"),
);
