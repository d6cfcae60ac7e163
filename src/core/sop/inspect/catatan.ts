import type { Langkah } from "../langkah.ts";
import type { Kepala, Sop } from "../schema.ts";
import { catatan, type Temuan } from "../temuan.ts";

type Jalur = readonly (string | number)[];
type Pair = readonly [holds: boolean, jalur: Jalur, pesan: string];

/** What is worth knowing about a sheet: what was inferred, added, left out or printed differently. */
export const inspectCatatan = (sop: Sop): readonly Temuan[] => [
  ...noted(kepalaPairs(sop.kepala)),
  ...noted(satuanPairs(sop.langkah)),
  ...sop.langkah.flatMap((langkah, index) =>
    noted(langkahPairs(sop, langkah, index)).map((one) => ({
      ...one,
      langkahNo: langkah.no,
      pesan: `langkah ${langkah.no}: ${one.pesan}`,
    })),
  ),
];

const noted = (pairs: readonly Pair[]): readonly Temuan[] =>
  pairs.flatMap(([holds, jalur, pesan]) => (holds ? [catatan(null, jalur, pesan)] : []));

const kepalaList = [
  ["nomor", "nomor SOP"],
  ["tanggalPembuatan", "tanggal pembuatan"],
  ["tanggalRevisi", "tanggal revisi"],
  ["tanggalPengesahan", "tanggal pengesahan"],
  ["disahkanOleh", "disahkan oleh"],
] as const;

function kepalaPairs(kepala: Kepala): readonly Pair[] {
  const { nomor, tanggalPembuatan } = kepala;
  const blank = kepalaList.map(
    ([key, nama]): Pair => [kepala[key] === null, ["kepala", key], `${nama} kosong di lembar`],
  );
  const at = ["kepala", "nomor"];
  return [
    ...blank,
    [nomor !== null && nomor === tanggalPembuatan, at, "nomor SOP di lembar berisi tanggal"],
    [nomor !== null && /\/\s*\//.test(nomor), at, "nomor SOP di lembar tanpa nomor urut"],
  ];
}

/** A hari is no 24 hours: where units are mixed, somebody will ask how they add up. */
function satuanPairs(langkahList: readonly Langkah[]): readonly Pair[] {
  const satuanList = langkahList.map(({ mutuBaku }) => mutuBaku.waktu?.satuan ?? null);
  const [first, ...others] = [...new Set(satuanList)].filter((satuan) => satuan !== null);
  const [second] = others;
  if (first === undefined || second === undefined) return [];
  const at = ["langkah", satuanList.indexOf(second), "mutuBaku", "waktu"];
  return [[true, at, `satuan waktu bercampur: ${[first, ...others].join(", ")}`]];
}

function langkahPairs(sop: Sop, one: Langkah, index: number): readonly Pair[] {
  const { uraian, asli = uraian, pelaksana, mutuBaku, duplikatDari } = one;
  const at = (...rest: string[]): Jalur => ["langkah", index, ...rest];
  const kembar = sop.langkah.slice(0, index).find((before) => kegiatan(before) === kegiatan(one));
  const same = fold(asli) === fold(uraian);
  const cut = !same && fold(uraian).startsWith(fold(asli));
  return [
    [
      kembar !== undefined,
      at("uraian"),
      duplikatDari === undefined
        ? `sama dengan langkah ${kembar?.no}`
        : `sama dengan langkah ${kembar?.no}; dilewati sendiri dan tercatat`,
    ],
    [cut, at("asli"), `kalimatnya terpotong di lembar: "${asli}"`],
    [!same && !cut, at("asli"), `di lembar tercetak "${asli}"`],
    [one.tambahan, at("tambahan"), "tidak ada di lembar asli; ditambahkan"],
    [
      pelaksana.disimpulkan,
      at("pelaksana", "disimpulkan"),
      `pelaksana ${pelaksana.peran.join(", ")} disimpulkan, tidak tertulis di lembar`,
    ],
    [
      mutuBaku.waktu === null,
      at("mutuBaku", "waktu"),
      "tanpa baku waktu, jadi tidak ada tenggat dari mutu baku",
    ],
    [
      mutuBaku.keluaranAsli !== undefined,
      at("mutuBaku", "keluaranAsli"),
      `keluaran ditampilkan "${mutuBaku.keluaran.join(", ")}", di lembar tercetak "${mutuBaku.keluaranAsli}"`,
    ],
  ];
}

const kegiatan = ({ uraian, asli }: Langkah): string => fold(asli ?? uraian);

const fold = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, " ").trim();
