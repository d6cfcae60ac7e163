import { Peran } from "../../kantor/schema.ts";
import type { LangkahNo } from "../reference.ts";
import type { Sop } from "../schema.ts";
import { catatan, galat, type Temuan } from "../temuan.ts";
import { inspectAlur } from "./alur.ts";
import { inspectCatatan } from "./catatan.ts";
import { inspectFormulir } from "./formulir.ts";
import { inspectSiklus } from "./siklus.ts";

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
    ...inspectFormulir(sop),
    ...inspectCatatan(sop),
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

function inspectPelaksana({ pelaksana, sebutan, langkah }: Sop): readonly Temuan[] {
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
      ...(one.jenis === "formulir" ? one.tahap.flatMap((tahap) => tahap.pelaksana ?? []) : []),
    ]),
  );
  const kosong = pelaksana.flatMap((peran, index) =>
    terpakai.has(peran)
      ? []
      : [catatan(null, ["pelaksana", index], `kolom ${peran} tidak melaksanakan langkah apa pun`)],
  );
  return [...ganda, ...unknownSebutan(pelaksana, sebutan), ...asing, ...kosong];
}

const unknownSebutan = (pelaksana: Sop["pelaksana"], sebutan: Sop["sebutan"]): readonly Temuan[] =>
  Peran.options
    .filter((peran) => sebutan[peran] !== undefined && !pelaksana.includes(peran))
    .map((peran) =>
      galat(null, ["sebutan", peran], `sebutan ${peran}: tidak ada di kolom pelaksana`),
    );

/** "4" before "4a" before "5". */
function compareNo(a: LangkahNo, b: LangkahNo): number {
  const [left, right] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  if (left !== right) return left - right;
  return a < b ? -1 : a === b ? 0 : 1;
}
