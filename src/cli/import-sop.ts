import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { loadFormulirFolder } from "../catalog/load-formulir.ts";
import { parseSop } from "../catalog/load-sop.ts";
import { formatProblem } from "../catalog/problem.ts";
import { tulisSop } from "../catalog/tulis-sop.ts";
import { susunDraf } from "../core/sop/impor/draf.ts";
import type { LembarSumber } from "../documents/baca/lembar-sop.ts";
import type { CliIo } from "./io.ts";
import { done, type Outcome, refused, wrongUsage } from "./outcome.ts";

/** No sheet on paper comes near. */
const BERKAS_TERBESAR = 20_000_000;

/**
 * Makes a draft of an office's own sheet. Without a file to write, the draft goes to stdout and what a
 * person must decide to stderr; a file that is there already is never written over.
 */
export async function importSop(io: CliIo, file: string, output?: string): Promise<Outcome> {
  if (output !== undefined && !/\.ya?ml$/.test(output)) {
    return wrongUsage("--output berakhir dengan .yaml.");
  }
  const data = await readSmall(file);
  if ("kind" in data) return data;
  const { bacaLembarSop } = await import("../documents/baca/lembar-sop.ts");
  const lembar = await bacaLembarSop(data, file);
  if (lembar.kind === "ditolak") return refused(`${file}: ${sebabText[lembar.sebab]}`);
  const id = slug(basename(output ?? file));
  const target = output ?? `${id}.yaml`;
  const draf = susunDraf(id, lembar.blokList);
  if (draf === null) return refused(`${file}: ${TANPA_TABEL}`);
  const { text, keraguan } = tulisSop(target, draf, basename(file));
  const { problems } = parseSop(target, text, await loadFormulirFolder(io.flows));
  if (output !== undefined && !(await written(output, text))) {
    return refused(`${output} sudah ada dan tidak ditimpa; pilih nama lain atau pindahkan dahulu.`);
  }
  const notes = [...problems, ...keraguan].map(formatProblem);
  const json = { sop: id, langkah: draf.isi.langkah.length, masalah: problems, keraguan };
  const summary = `${draf.isi.langkah.length} langkah terbaca, ${keraguan.length} hal perlu diperiksa, ${problems.length} masalah.`;
  if (output !== undefined) {
    return done(
      { ...json, file: output },
      [...notes, `${summary} Draf ditulis ke ${output}.`].join("\n"),
    );
  }
  io.err([...notes, summary, ""].join("\n"));
  return done({ ...json, draf: text }, text.trimEnd());
}

const TANPA_TABEL =
  "tabel langkah tidak ditemukan. Tabelnya dikenal dari judul kolom seperti Uraian Prosedur, Pelaksana, Waktu, dan Output.";

type Sebab = Extract<LembarSumber, { kind: "ditolak" }>["sebab"];

const sebabText: { readonly [S in Sebab]: string } = {
  rusak: "berkasnya rusak atau bukan yang disebut namanya. Simpan ulang dari Word atau Excel.",
  terkunci: "berkasnya terkunci kata sandi. Simpan tanpa kata sandi.",
  "terlalu-besar": "berkasnya terlalu besar untuk selembar SOP. Simpan lembarnya saja.",
  makro: "berkasnya memuat makro dan tidak dibuka. Simpan sebagai .xlsx atau .docx.",
  "jenis-lain":
    "yang dibaca hanya .xlsx, .docx, dan teks (.txt, .md, .tsv). Simpan sebagai salah satunya.",
  "bukan-teks": "isinya bukan teks UTF-8. Simpan ulang sebagai teks UTF-8.",
  kosong: "berkasnya kosong.",
};

async function readSmall(file: string): Promise<Uint8Array | Outcome> {
  try {
    const { size } = await stat(file);
    if (size > BERKAS_TERBESAR) return refused(`${file}: ${sebabText["terlalu-besar"]}`);
    return await readFile(file);
  } catch {
    return refused(`${file}: berkas tidak ada atau tidak dapat dibaca`);
  }
}

/** False where a file of that name is there already. */
async function written(output: string, text: string): Promise<boolean> {
  try {
    await writeFile(output, text, { flag: "wx" });
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

/** The name of a file as the id of a sheet. */
function slug(name: string): string {
  const words = name
    .slice(0, name.length - extname(name).length)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 63);
  return words === "" ? "lembar-sop" : words;
}
