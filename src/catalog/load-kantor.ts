import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { inspectKantor } from "../core/berkas-kantor/inspect.ts";
import { isiKantor, tanpaKalender } from "../core/berkas-kantor/isi.ts";
import { BerkasKantor, type KantorIsi } from "../core/berkas-kantor/schema.ts";
import { LOGO_MAX_BYTE, type Logo, tolakLogo, ukurGambar } from "../core/kantor/logo.ts";
import type { Catalog } from "./load.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { misnamed, type ProblemAt, parseYaml, readYaml, type YamlFile } from "./read-yaml.ts";

/** An office file: the office if it can be loaded, what keeps it from that, what to know. */
export interface KantorFile {
  readonly isi: KantorIsi | null;
  readonly problems: readonly Problem[];
  readonly peringatan: readonly Problem[];
  /** Makes a problem of a place in the file, for what only shows beside other offices; null for a broken one. */
  readonly at: ProblemAt | null;
}

type Known = Pick<Catalog, "sopList" | "kalenderList">;

/** Reads an office file against the sheets and calendars there are, and the logo beside it. */
export async function loadKantor(file: string, catalog: Known): Promise<KantorFile> {
  const yaml = await readYaml(file, BerkasKantor);
  const read = inspectFile(file, yaml, catalog);
  const nama = yaml.kind === "broken" ? undefined : yaml.value.kantor.logo;
  if (nama === undefined || yaml.kind === "broken") return read;
  const logo = await readLogo(join(dirname(file), nama));
  if (typeof logo === "string") {
    const problems = sortProblems([...read.problems, yaml.at(["kantor", "logo"], logo)]);
    return { ...read, isi: null, problems };
  }
  const { isi } = read;
  return {
    ...read,
    isi: isi && { ...isi, logo: logo.data, kantor: { ...isi.kantor, logo: logo.logo } },
  };
}

/** Reads the text of an office file that came from `file`; what lies beside it is not looked at. */
export const parseKantor = (file: string, text: string, catalog: Known): KantorFile =>
  inspectFile(file, parseYaml(file, text, BerkasKantor), catalog);

/** The picture at a path, or what keeps it from being a logo. */
async function readLogo(
  path: string,
): Promise<{ readonly logo: Logo; readonly data: Uint8Array } | string> {
  const nama = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return `${nama} tidak ada di folder berkas ini`;
  // A file that is far too large is not read to say so.
  const data = found.size > LOGO_MAX_BYTE ? new Uint8Array() : await readFile(path);
  const gambar = ukurGambar(data);
  const tolakan = tolakLogo(gambar, found.size);
  if (tolakan !== null || gambar === null) return tolakan ?? "";
  const hash = createHash("sha256").update(data).digest("hex");
  return { logo: { ...gambar, hash, nama, ukuranByte: data.byteLength }, data };
}

function inspectFile(file: string, yaml: YamlFile<BerkasKantor>, catalog: Known): KantorFile {
  if (yaml.kind === "broken") {
    return { isi: null, problems: yaml.problems, peringatan: [], at: null };
  }
  const { value: berkas, at } = yaml;
  const temuanList = inspectKantor(
    berkas,
    catalog.sopList.map(({ sop }) => sop),
  );
  const pick = (tingkat: "galat" | "peringatan"): readonly Problem[] =>
    sortProblems(
      temuanList
        .filter((temuan) => temuan.tingkat === tingkat)
        .map(({ jalur, pesan }) => at(jalur, pesan)),
    );
  const problems = sortProblems([
    ...misnamed(file, berkas.kantor.id, at, ["kantor", "id"]),
    ...pick("galat"),
  ]);
  const peringatan = [
    ...pick("peringatan"),
    ...tanpaKalender(berkas, catalog).map((pesan) => at(["indikator"], pesan)),
  ];
  return {
    isi: problems.length > 0 ? null : isiKantor(basename(file), berkas, catalog),
    problems,
    peringatan,
    at,
  };
}
