import { faktor } from "../../kinerja/agregasi.ts";
import { readAngka } from "../../kinerja/angka/baca.ts";
import type { SelMasuk } from "../../kinerja/format/index.ts";
import { petunjuk } from "../../sop/closest.ts";
import { lipat } from "./lipat.ts";
import type { NilaiSel } from "./model.ts";
import type { Rujukan } from "./rujukan.ts";

/** What cells are read beside: who works in the office, and what else stands in the row. */
export interface Samping {
  readonly rujukan: Rujukan;
  /** The unit of the figures of the row; "" where none is written. */
  readonly satuan: string;
}

/** A cell as the office file holds it (undefined: nothing is written), or what is wrong with it. */
export type Bacaan = { readonly nilai: unknown } | { readonly masalah: string };

/** What a cell is: how it is read and written, and what may be chosen. */
export interface JenisSel {
  readonly baca: (sel: SelMasuk | undefined, samping: Samping) => Bacaan;
  readonly tulis: (nilai: unknown, samping: Pick<Samping, "rujukan">) => NilaiSel;
  readonly pilihan?: readonly string[];
  /** Whether anything but one of the choices is wrong. */
  readonly hanyaPilihan?: true;
  /** Somebody of the office: what may be chosen stands in another sheet. */
  readonly orang?: true;
  /** Whether it holds a number. */
  readonly angka?: true;
  /** Whether a program must take what is typed for nothing but text. */
  readonly tetapTeks?: true;
}

const kosong: Bacaan = { nilai: undefined };

/** Reads the text of a cell; what holds none is refused, whatever the column. */
function bacaTeks(sel: SelMasuk | undefined, read: (teks: string) => Bacaan): Bacaan {
  if (sel === undefined || sel.jenis === "kosong") return kosong;
  switch (sel.jenis) {
    case "rumus":
      return { masalah: RUMUS };
    case "galat":
      return { masalah: "berisi galat rumus; tulis isinya sendiri" };
    case "logika":
      return { masalah: "berisi TRUE atau FALSE; ketik ya atau tidak sebagai teks" };
    case "tanggal":
      return {
        masalah: `terbaca sebagai tanggal${sel.tanggal === null ? "" : ` ${sel.tanggal}`}; ubah format sel menjadi Teks, lalu ketik lagi`,
      };
    case "teks":
      return sel.rumus === true ? { masalah: RUMUS } : read(sel.teks.trim());
  }
}

/** What a formula came to when the file was saved may not be what it comes to now. */
const RUMUS = "berisi rumus; tulis hasilnya sendiri (salin, lalu tempel sebagai nilai)";

const tulisTeks = (nilai: unknown): NilaiSel => (typeof nilai === "string" ? nilai : null);

/** Words as they stand. */
export const teks: JenisSel = {
  baca: (sel) => bacaTeks(sel, (nilai) => ({ nilai })),
  tulis: tulisTeks,
};

/** A kode: "1.10", also where a program took it for a number. */
export const kode: JenisSel = {
  baca: (sel) => bacaTeks(sel, (nilai) => ({ nilai: nilai.replace(/^(\d+),(\d+)$/, "$1.$2") })),
  tulis: tulisTeks,
  tetapTeks: true,
};

/** A NIP has 18 digits, of which a program that takes it for a number keeps the first. */
export const nip: JenisSel = {
  baca: (sel) =>
    bacaTeks(sel, (nilai) =>
      /^\d{12}0{6}$/.test(nilai)
        ? { masalah: `“${nilai}” terpotong; ubah format sel menjadi Teks, lalu ketik lagi` }
        : { nilai },
    ),
  tulis: tulisTeks,
  tetapTeks: true,
};

/** An id: in small letters, however it was typed. */
export const pengenal: JenisSel = {
  baca: (sel) => bacaTeks(sel, (nilai) => ({ nilai: nilai.toLowerCase() })),
  tulis: tulisTeks,
  tetapTeks: true,
};

/** Several words, with commas between them. */
export const daftar: JenisSel = {
  baca: (sel) => bacaTeks(sel, (nilai) => ({ nilai: pisah(nilai) })),
  tulis: (nilai) => (Array.isArray(nilai) && nilai.length > 0 ? nilai.join(", ") : null),
};

const pisah = (teks: string): readonly string[] =>
  teks
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** One of several values, each with the words that mean it; the first of them is written. */
export function pilih(
  kamus: readonly (readonly [nilai: string | boolean, ...kata: readonly string[]])[],
): JenisSel {
  const pilihan = kamus.map(([nilai, kata]) => kata ?? String(nilai));
  return {
    baca: (sel) =>
      bacaTeks(sel, (teks) => {
        const found = cari(kamus, teks);
        return found === undefined ? tidakDikenal(teks, pilihan) : { nilai: found };
      }),
    tulis: (nilai) => {
      const at = kamus.findIndex(([one]) => one === nilai);
      return pilihan[at] ?? null;
    },
    pilihan,
    hanyaPilihan: true,
  };
}

/** Some of several values, with commas between them; one of them is offered at a time. */
export function pilihBanyak(
  kamus: readonly (readonly [nilai: string, ...kata: readonly string[]])[],
): JenisSel {
  const pilihan = kamus.map(([nilai]) => nilai);
  return {
    baca: (sel) =>
      bacaTeks(sel, (teks) => {
        const kataList = pisah(teks);
        const unknown = kataList.find((kata) => cari(kamus, kata) === undefined);
        return unknown === undefined
          ? { nilai: kataList.map((kata) => cari(kamus, kata)) }
          : tidakDikenal(unknown, pilihan);
      }),
    tulis: daftar.tulis,
    pilihan,
  };
}

const cari = <N>(
  kamus: readonly (readonly [N, ...(readonly string[])])[],
  teks: string,
): N | undefined =>
  kamus.find(([nilai, ...kataList]) =>
    [String(nilai), ...kataList].some((kata) => lipat(kata) === lipat(teks)),
  )?.[0];

function tidakDikenal(teks: string, pilihan: readonly string[]): Bacaan {
  const hint = petunjuk(teks, pilihan);
  const all = hint.startsWith("maksudnya") ? `; pilihannya: ${pilihan.join(", ")}` : "";
  return { masalah: `“${teks}” tidak dikenal; ${hint}${all}` };
}

/** Yes or no. */
export const yaTidak: JenisSel = pilih([
  [true, "ya", "y", "benar"],
  [false, "tidak", "tdk", "bukan", "n"],
]);

/** Somebody of the office, by what they are called there. */
export const orang: JenisSel = {
  baca: (sel, { rujukan }) =>
    bacaTeks(sel, (teks) => {
      const found = rujukan.cari(teks);
      return "id" in found ? { nilai: found.id } : found;
    }),
  tulis: (nilai, { rujukan }) => (typeof nilai === "string" ? rujukan.sebut(nilai) : null),
  orang: true,
};

/** A whole number. */
export const bulat: JenisSel = {
  baca: (sel) =>
    bacaTeks(sel, (teks) => {
      const nilai = bacaPolos(teks);
      return nilai !== null && Number.isInteger(nilai)
        ? { nilai }
        : { masalah: `“${teks}” bukan bilangan bulat; tulis angkanya saja, misalnya 2026` };
    }),
  tulis: tulisAngka,
  angka: true,
};

/** A figure in the unit of its row; `tanpa` is what an empty cell says. */
export const angka = (tanpa: null | undefined): JenisSel => ({
  baca: (sel, { satuan }) => {
    const read = bacaTeks(sel, (teks) => bacaAngka(teks, satuan));
    return "nilai" in read && read.nilai === undefined ? { nilai: tanpa } : read;
  },
  tulis: tulisAngka,
  angka: true,
});

/** A figure, or that there was nothing to count, or that data lack. */
export const realisasi: JenisSel = {
  baca: (sel, { satuan }) =>
    bacaTeks(sel, (teks) => {
      const kata = lipat(teks);
      return kata === "nihil" || kata === "belum" ? { nilai: kata } : bacaAngka(teks, satuan);
    }),
  tulis: (nilai) => (typeof nilai === "string" ? nilai : tulisAngka(nilai)),
  angka: true,
};

/** A figure as people write it; what has several readings is not guessed. */
function bacaAngka(teks: string, satuan: string): Bacaan {
  const persen = faktor(satuan) === 100;
  const plain = bacaPolos(teks.replace(/\s*%$/, ""));
  if (plain !== null) {
    return teks.endsWith("%") && satuan !== "" && !persen
      ? { masalah: `“${teks}” bertanda persen, padahal satuannya ${satuan}; tulis angkanya saja` }
      : { nilai: plain };
  }
  const read = readAngka(teks, satuan === "" ? {} : { satuan });
  if (read.jenis !== "angka" || read.sisaList.length > 0) {
    return { masalah: `“${teks}” belum terbaca sebagai angka; tulis angkanya saja, misalnya 86,5` };
  }
  const [nilai, other] = read.nilaiList;
  return other === undefined
    ? { nilai }
    : {
        masalah: `“${teks}” dapat berarti ${read.nilaiList.map(angkaUtuh).join(" atau ")}; tulis tanpa titik ribuan`,
      };
}

/** Digits and a decimal comma, as programs and people write them alike; null for anything else. */
function bacaPolos(teks: string): number | null {
  return /^-?\d+(,\d+)?$/.test(teks) ? Number(teks.replace(",", ".")) : null;
}

/** Spreadsheets show fifteen digits, and what is read of them has twelve: what has more is written as text. */
const DIGIT_AMAN = 12;

function tulisAngka(nilai: unknown): NilaiSel {
  if (typeof nilai !== "number") return null;
  return Number(nilai.toPrecision(DIGIT_AMAN)) === nilai ? nilai : angkaUtuh(nilai);
}

/** Every digit, with a decimal comma. */
function angkaUtuh(nilai: number): string {
  const text = String(nilai);
  const plain = text.includes("e") ? nilai.toFixed(20).replace(/\.?0+$/, "") : text;
  return plain.replace(".", ",");
}
