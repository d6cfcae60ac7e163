import type { KantorIsi } from "./schema.ts";

/** One thing an office file adds to an office, changes about it, or takes from it. */
export interface Beda {
  readonly jenis: "tambah" | "ubah" | "hapus";
  readonly apa: "pegawai" | "indikator" | "sop" | "libur" | "kalender" | "kantor";
  readonly nama: string;
  /** What it says of it: the whole of what is new or gone, else each field with both its values. */
  readonly isi: string;
}

/** As much of an office as a file describes. */
type IsiKantor = Pick<KantorIsi, "kantor" | "calendar" | "sopList">;

/** What a field is called where somebody reads of it. */
export type SebutKunci = (apa: Beda["apa"], kunci: string) => string;

/** Everything an office file changes, in the order in which the file is written. */
export function bedaKantor(
  lama: IsiKantor,
  baru: IsiKantor,
  sebut: SebutKunci = (_, kunci) => kunci,
): readonly Beda[] {
  const rows = (apa: Beda["apa"], pick: (isi: IsiKantor) => Rows): readonly Beda[] =>
    bedaRows(apa, { lama: pick(lama), baru: pick(baru) }, (kunci) => sebut(apa, kunci));
  return [
    ...rows("kantor", ({ kantor }) => [["", fieldsBut(kantor, daftar)]]),
    ...rows("sop", ({ sopList }) =>
      sopList.map(({ sop, hash }) => [sop.id, { isi: hash.slice(0, 8) }]),
    ),
    ...rows("pegawai", ({ kantor }) => kantor.pegawaiList.map((one) => [one.id, fields(one)])),
    ...rows("indikator", ({ kantor }) =>
      kantor.indikatorList.map((one) => [`${one.kode} ${one.tahun}`, fields(one)]),
    ),
    ...rows("libur", ({ calendar }) =>
      Object.entries(calendar.libur).map(([tanggal, nama]) => [tanggal, { nama }]),
    ),
    ...rows("kalender", ({ calendar }) => [
      ["", fieldsBut(calendar, ["versi", "libur", "dasar", "khusus"])],
    ]),
  ];
}

type Fields = Readonly<Record<string, unknown>>;
type Rows = readonly (readonly [nama: string, isi: Fields])[];

const fields = (one: object): Fields => ({ ...one });

const fieldsBut = (one: object, but: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !but.includes(key)));

/** What is shown row by row. */
const daftar = [
  "pegawaiList",
  "indikatorList",
  "sopIdList",
  "halanganList",
  "kepemilikanList",
  "anggaranList",
  "perubahanList",
];

function bedaRows(
  apa: Beda["apa"],
  { lama, baru }: { readonly lama: Rows; readonly baru: Rows },
  sebut: (kunci: string) => string,
): readonly Beda[] {
  const before = new Map(lama);
  const after = new Map(baru);
  const gone = lama.filter(([nama]) => !after.has(nama));
  return [
    ...gone.map(([nama, isi]): Beda => ({ jenis: "hapus", apa, nama, isi: summary(isi) })),
    ...baru.flatMap(([nama, isi]): readonly Beda[] => {
      const old = before.get(nama);
      if (old === undefined) return [{ jenis: "tambah", apa, nama, isi: summary(isi) }];
      const changes = changedFields(old, isi, sebut);
      return changes === "" ? [] : [{ jenis: "ubah", apa, nama, isi: changes }];
    }),
  ];
}

/** What tells one row from another at a glance. */
const summary = ({ nama, peran, penanggungJawab }: Fields): string =>
  [nama, peran, penanggungJawab]
    .filter((one) => one !== undefined)
    .map(show)
    .join("; ");

const changedFields = (lama: Fields, baru: Fields, sebut: (kunci: string) => string): string =>
  [...new Set([...Object.keys(lama), ...Object.keys(baru)])]
    .filter((key) => JSON.stringify(lama[key]) !== JSON.stringify(baru[key]))
    .map((key) => `${sebut(key)} ${show(lama[key])} → ${show(baru[key])}`)
    .join("; ");

function show(value: unknown): string {
  if (value === undefined || value === null) return "–";
  if (Array.isArray(value)) return value.map(show).join(", ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
