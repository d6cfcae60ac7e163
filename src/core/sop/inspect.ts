import type { Langkah } from "../engine/langkah/schema.ts";
import { inspectAlur } from "./inspect-alur.ts";
import { inspectSiklus } from "./inspect-siklus.ts";
import type { LangkahNo } from "./reference.ts";
import type { Sop } from "./schema.ts";
import { catatan, galat, type Temuan } from "./temuan.ts";

/**
 * Everything a sheet's form cannot tell: exits that lead nowhere, langkah nobody reaches, circles
 * without a person in them; and what was inferred, added or printed differently.
 */
export function inspect(sop: Sop): readonly Temuan[] {
  const nomor = inspectNomor(sop);
  return [
    ...nomor,
    ...inspectPelaksana(sop),
    ...inspectSiklus(sop),
    // Walking a sheet whose numbers are ambiguous would only repeat that they are.
    ...(nomor.length > 0 ? [] : inspectAlur(sop)),
    ...sop.langkah.flatMap((langkah, index) => catatanOf(sop, langkah, index)),
  ];
}

function inspectNomor({ langkah }: Sop): readonly Temuan[] {
  return langkah.flatMap(({ no }, index): readonly Temuan[] => {
    const jalur = ["langkah", index, "no"];
    if (langkah.findIndex((one) => one.no === no) < index) {
      return [galat(no, jalur, `nomor langkah ${no} sudah dipakai`)];
    }
    const before = langkah[index - 1];
    return before !== undefined && compareNo(before.no, no) > 0
      ? [galat(no, jalur, `langkah ${no} berada sesudah langkah ${before.no}; urutkan nomornya`)]
      : [];
  });
}

function inspectPelaksana({ pelaksana, langkah }: Sop): readonly Temuan[] {
  const ganda = pelaksana.flatMap((peran, index) =>
    pelaksana.indexOf(peran) < index
      ? [galat(null, ["pelaksana", index], `kolom pelaksana ${peran} tertulis dua kali`)]
      : [],
  );
  const asing = langkah.flatMap((one, index) =>
    [...new Set([...one.pelaksana.peran, ...one.pelaksana.memasok])]
      .filter((peran) => !pelaksana.includes(peran))
      .map((peran) =>
        galat(
          one.no,
          [
            "langkah",
            index,
            "pelaksana",
            one.pelaksana.peran.includes(peran) ? "peran" : "memasok",
          ],
          `langkah ${one.no}: ${peran} tidak ada di kolom pelaksana (${pelaksana.join(", ")})`,
        ),
      ),
  );
  const terpakai = new Set(
    langkah.flatMap((one) => [
      ...one.pelaksana.peran,
      ...one.pelaksana.memasok,
      ...(one.jenis === "sosialisasi" ? one.penerima : []),
    ]),
  );
  const kosong = pelaksana.flatMap((peran, index) =>
    terpakai.has(peran)
      ? []
      : [catatan(null, ["pelaksana", index], `kolom ${peran} tidak melaksanakan langkah apa pun`)],
  );
  return [...ganda, ...asing, ...kosong];
}

function catatanOf({ langkah }: Sop, one: Langkah, index: number): readonly Temuan[] {
  const { no, pelaksana, mutuBaku, tambahan } = one;
  const at = (...rest: string[]): (string | number)[] => ["langkah", index, ...rest];
  const kembar = langkah.slice(0, index).find((before) => kegiatan(before) === kegiatan(one));
  const pairs: readonly (readonly [boolean, readonly (string | number)[], string])[] = [
    [kembar !== undefined, at("uraian"), `sama dengan langkah ${kembar?.no}`],
    [tambahan, at("tambahan"), "tidak ada di lembar asli; ditambahkan"],
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
  return pairs.flatMap(([holds, jalur, pesan]) =>
    holds ? [catatan(no, jalur, `langkah ${no}: ${pesan}`)] : [],
  );
}

const kegiatan = ({ uraian, asli }: Langkah): string =>
  (asli ?? uraian).toLowerCase().replaceAll(/\s+/g, " ").trim();

/** "4" before "4a" before "5". */
function compareNo(a: LangkahNo, b: LangkahNo): number {
  const [left, right] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  if (left !== right) return left - right;
  return a < b ? -1 : a === b ? 0 : 1;
}
