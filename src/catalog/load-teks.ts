import { join } from "node:path";
import { z } from "zod";
import { Bahasa } from "../core/kantor/schema.ts";
import {
  bagianKalimat,
  type Celah,
  type Kalimat,
  type Kamus,
  parseKalimat,
} from "../core/pesan/kamus.ts";
import { FlowsBroken, type Problem, sortProblems } from "./problem.ts";
import { type ProblemAt, readYaml } from "./read-yaml.ts";
import { readyKamus } from "./ready-teks.ts";

/** All texts of `flows/teks`, or everything that is wrong with them. */
export type TeksFolder =
  | {
      readonly kind: "read";
      readonly kamus: { readonly [B in Bahasa]: ReadonlyMap<string, Kalimat> };
      /** The same as they are written. */
      readonly teks: { readonly [B in Bahasa]: Readonly<Record<string, string>> };
      readonly sumber: TeksSumber;
      /** Keys whose slot is counted in any language, as `key/slot`: a number in every one of them. */
      readonly terhitung: ReadonlySet<string>;
    }
  | { readonly kind: "broken"; readonly problems: readonly Problem[] };

/** The Indonesian texts as they are written: their keys and slots are those of the code. */
export interface TeksSumber {
  readonly isi: IsiTeks;
  readonly barisList: readonly Baris[];
  readonly at: ProblemAt;
}

/** One text: the names that lead to it, and what is written there. */
export interface Baris {
  readonly jalur: readonly string[];
  readonly teks: string;
  readonly kalimat: Kalimat;
}

/** Texts by group and name; a group may have groups of its own. */
export interface IsiTeks {
  readonly [nama: string]: string | IsiTeks;
}
const IsiTeks: z.ZodType<IsiTeks> = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9-]*$/, "huruf, angka, dan tanda hubung"),
  z.lazy(() => z.union([z.string(), IsiTeks])),
);

/** Reads `<flows>/teks/*.yaml`; what is said in another language has the slots it has in Indonesian. */
export async function loadTeks(flows: string): Promise<TeksFolder> {
  const fileList = await Promise.all(Bahasa.options.map((one) => readTeks(flows, one)));
  const [sumber, ...others] = fileList;
  const problems = sortProblems([
    ...fileList.flatMap((file) => file.problems),
    ...(sumber === undefined ? [] : others.flatMap((file) => differences(file, sumber))),
  ]);
  if (problems.length > 0 || sumber === undefined) return { kind: "broken", problems };
  const kamus = new Map(fileList.map((file) => [file.bahasa, kalimatByKunci(file)]));
  const of = (bahasa: Bahasa): ReadonlyMap<string, Kalimat> => kamus.get(bahasa) ?? new Map();
  const written = (bahasa: Bahasa): Readonly<Record<string, string>> =>
    Object.fromEntries(
      fileList
        .filter((file) => file.bahasa === bahasa)
        .flatMap(({ barisList }) => barisList.map((baris) => [kunciOf(baris), baris.teks])),
    );
  const terhitung = new Set(fileList.flatMap(countedSlots));
  return {
    kind: "read",
    kamus: { id: of("id"), en: of("en") },
    teks: { id: written("id"), en: written("en") },
    sumber,
    terhitung,
  };
}

const kunciOf = ({ jalur }: Baris): string => jalur.join(".");

const countedSlots = ({ barisList }: TeksFile): readonly string[] =>
  barisList.flatMap((baris) =>
    [...bagianKalimat(baris.kalimat).celah].flatMap(([nama, celah]) =>
      celah === "angka" ? [`${kunciOf(baris)}/${nama}`] : [],
    ),
  );

interface TeksFile extends TeksSumber {
  readonly bahasa: Bahasa;
  readonly problems: readonly Problem[];
}

async function readTeks(flows: string, bahasa: Bahasa): Promise<TeksFile> {
  const yaml = await readYaml(join(flows, "teks", `${bahasa}.yaml`), IsiTeks);
  if (yaml.kind === "broken") {
    return { bahasa, isi: {}, barisList: [], at: nowhere, problems: yaml.problems };
  }
  const read = leavesOf(yaml.value, []).map(({ jalur, teks }) => {
    try {
      const kalimat = parseKalimat(bahasa, teks);
      const tanda = [...bagianKalimat(kalimat).tanda].find((one) => one !== "b");
      return tanda === undefined
        ? { jalur, teks, kalimat }
        : yaml.at(jalur, `<${tanda}> tidak dikenal, hanya <b>`);
    } catch (cause) {
      return yaml.at(jalur, `tidak terbaca: ${cause instanceof Error ? cause.message : ""}`);
    }
  });
  return {
    bahasa,
    isi: yaml.value,
    at: yaml.at,
    barisList: read.flatMap((one) => ("kalimat" in one ? [one] : [])),
    problems: read.flatMap((one) => ("kalimat" in one ? [] : [one])),
  };
}

const nowhere: ProblemAt = (_, pesan) => ({ file: "", line: 1, col: 1, pesan });

const leavesOf = (
  isi: IsiTeks,
  jalur: readonly string[],
): readonly Pick<Baris, "jalur" | "teks">[] =>
  Object.entries(isi).flatMap(([nama, value]) =>
    typeof value === "string"
      ? [{ jalur: [...jalur, nama], teks: value }]
      : leavesOf(value, [...jalur, nama]),
  );

/** The texts below `<flows>`. @throws FlowsBroken where something is wrong with them. */
export async function readKamus(flows: string): Promise<Kamus> {
  const ready = await readyKamus(flows);
  if (ready !== null) return ready;
  const folder = await loadTeks(flows);
  if (folder.kind === "broken") throw new FlowsBroken(folder.problems);
  return folder.kamus;
}

/** The texts by what the code calls them. */
export const kalimatByKunci = ({
  barisList,
}: Pick<TeksSumber, "barisList">): ReadonlyMap<string, Kalimat> =>
  new Map(barisList.map((baris) => [kunciOf(baris), baris.kalimat]));

/** What a translation says that the code does not fill, or leaves unsaid what it does. */
function differences({ barisList, at }: TeksFile, sumber: TeksSumber): readonly Problem[] {
  const sourceByKunci = kalimatByKunci(sumber);
  return barisList.flatMap((baris) => {
    const source = sourceByKunci.get(kunciOf(baris));
    if (source === undefined) return [at(baris.jalur, "tidak ada di id.yaml", "key")];
    const said = celahText(baris.kalimat);
    const wanted = celahText(source);
    return said === wanted ? [] : [at(baris.jalur, `celahnya ${said}, di id.yaml ${wanted}`)];
  });
}

/** Slots in order of name; a number may be counted in one language and only named in another. */
const celahText = (kalimat: Kalimat): string =>
  [...bagianKalimat(kalimat).celah]
    .filter(([nama]) => !KATA_KANTOR.has(nama))
    .map(([nama, celah]) => (isPilihan(celah) ? `${nama} (${celah.join(", ")})` : nama))
    .toSorted()
    .join(", ") || "tidak ada";

const isPilihan = (celah: Celah): celah is readonly string[] => typeof celah !== "string";

/** Words of the office, which every text may use without being given them. */
export const KATA_KANTOR: ReadonlySet<string> = new Set(["sapaan", "istilahTriwulan"]);
