import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  isTanpaPerubahan,
  type LoadPlan,
  loadKantor,
  planKantor,
} from "../../app/office/load-kantor.ts";
import { planText, pratinjauText } from "../../app/office/plan-text.ts";
import { type Catalog, loadCatalog } from "../../catalog/load.ts";
import { type KantorFile, loadKantor as readKantor } from "../../catalog/load-kantor.ts";
import { formatProblem, type Problem } from "../../catalog/problem.ts";
import { yamlFiles } from "../../catalog/read-yaml.ts";
import { contohRealisasi } from "../../core/berkas-kantor/contoh.ts";
import { temuanPemantau } from "../../core/berkas-kantor/inspect.ts";
import type { KantorIsi, TemuanKantor } from "../../core/berkas-kantor/schema.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type StoreDeps, withStore } from "../with-store.ts";
import { contohText, planJson, resultText } from "./kantor-load-text.ts";
import { isWorkbook, readOffice } from "./kantor-read.ts";
import { undanganJson } from "./undangan.ts";

/** How a load is to be taken. */
export interface LoadOptions {
  /** Also where running berkas are touched. */
  readonly apply?: boolean;
  /** With the invented figures of the demo office that a copied file still carries. */
  readonly denganContoh?: boolean;
  /** People as the file has them, whatever was changed in the chat. */
  readonly timpa?: boolean;
}

/** The demo office, whose figures nobody measured. */
const PERAGA = "peraga";

/**
 * `kantor load`: shows what files change, and changes it once that is wanted. Of several files each is taken
 * by itself: one that fails stops none of the others, and what became of all of them is said at the end.
 */
export async function load(
  { io, json }: Pick<Cli, "io" | "json">,
  pathList: readonly string[],
  options: LoadOptions,
): Promise<Outcome> {
  const catalog = await loadCatalog(io.flows);
  const fileList = await filesOf(pathList);
  const [first, second] = fileList;
  if (first === undefined) return refused(`Tidak ada berkas kantor di ${pathList.join(", ")}.`);
  if (second === undefined && !isWorkbook(first)) {
    // What cannot be read needs no database to say so.
    const read = await readKantor(first, catalog);
    if (read.isi === null) return broken(catalog, read);
  }
  for (const one of catalog.problems) io.err(`${formatProblem(one)}\n`);
  return withStore(io, async (deps) => {
    const readList: Read[] = [];
    for (const file of fileList) {
      readList.push({ file, ...(await readOffice(file, catalog, deps)) });
    }
    const scene = { io, catalog, readList, options };
    const [only, another] = readList;
    return only !== undefined && another === undefined
      ? loadOne(scene, deps, only)
      : loadMany(scene, deps, json());
  });
}

/** An office file as it was read, with where it lies. */
interface Read extends KantorFile {
  readonly file: string;
}

interface Scene {
  readonly io: CliIo;
  readonly catalog: Catalog;
  /** All that are loaded together: one may name another as watching over it. */
  readonly readList: readonly Read[];
  readonly options: LoadOptions;
}

/** The files that were named, and those of the folders that were. */
async function filesOf(pathList: readonly string[]): Promise<readonly string[]> {
  const lists = pathList.map(async (path) => {
    const found = await stat(path).catch(() => null);
    return found?.isDirectory() === true ? yamlFiles(path) : [path];
  });
  return (await Promise.all(lists)).flat();
}

function broken(catalog: Catalog, { problems }: KantorFile): Outcome {
  const masalah = [...problems, ...catalog.problems];
  return refused(masalah.map(formatProblem).join("\n"), { masalah });
}

async function loadMany(scene: Scene, deps: StoreDeps, json: boolean): Promise<Outcome> {
  const resultList: { readonly file: string; readonly outcome: Outcome }[] = [];
  for (const read of scene.readList) {
    const outcome = await attempt(scene, deps, read);
    resultList.push({ file: read.file, outcome });
    // Invitations and changes are shown as they come about, whatever becomes of the next file.
    if (!json && outcome.kind === "done") scene.io.out(`${read.file}\n${outcome.text}\n\n`);
  }
  const failed = resultList.flatMap(({ file, outcome }) =>
    outcome.kind === "done" ? [] : [{ file, reason: outcome.reason }],
  );
  const loaded = resultList.length - failed.length;
  const rows = resultList.map(({ file, outcome }) => ({
    file,
    dimuat: outcome.kind === "done",
    ...(outcome.kind === "done" ? { hasil: outcome.json } : { sebab: outcome.reason }),
  }));
  const summary = { dimuat: loaded, gagal: failed.length, berkas: rows };
  const text = `${resultList.length} berkas kantor: ${loaded} dimuat, ${failed.length} tidak.`;
  if (failed.length === 0) return done(summary, text);
  const faults = failed.flatMap(({ file, reason }) =>
    // A fault of the file itself begins with its name already.
    reason.split("\n").map((line) => (line.startsWith(`${file}:`) ? line : `${file}: ${line}`)),
  );
  return refused([...faults, text].join("\n"), summary);
}

/** Whatever one file leads to, the next ones are loaded. */
async function attempt(scene: Scene, deps: StoreDeps, read: Read): Promise<Outcome> {
  try {
    return await loadOne(scene, deps, read);
  } catch (cause) {
    return refused(cause instanceof Error ? cause.message : String(cause));
  }
}

async function loadOne(scene: Scene, deps: StoreDeps, read: Read): Promise<Outcome> {
  const { io, catalog, options } = scene;
  if (read.isi === null) {
    return refused(read.problems.map(formatProblem).join("\n"), { masalah: read.problems });
  }
  const beside = await besideOthers(scene, deps, read);
  if (beside?.tingkat === "galat") {
    return refused(formatProblem(beside.masalah), { masalah: [beside.masalah] });
  }
  const peringatan = [...read.peringatan, ...(beside === null ? [] : [beside.masalah])];
  for (const one of peringatan) io.err(`${formatProblem(one)}\n`);
  const { isi, contoh } = await withoutContoh(io, catalog, read.isi, options);
  const { timpa = false } = options;
  const plan = await planKantor(deps, isi, { timpa });
  const shown = { ...planJson(isi, plan), peringatan };
  if (plan.tolakanList.length > 0) {
    return refused([...planText(isi, plan), ...plan.tolakanList].join("\n"), shown);
  }
  const asked = options.apply !== true && isAsked(read, plan);
  if (asked && !(await isWanted(io, pratinjauText(isi, plan)))) {
    return refused("Belum dimuat. Ulangi dengan --apply untuk memuatnya.", shown);
  }
  return take(deps, isi, { planLines: asked ? [] : planText(isi, plan), contoh, shown, timpa });
}

/** Whoever fills in a workbook sees what comes of it before anything does. */
const isAsked = ({ file }: Read, plan: LoadPlan): boolean =>
  plan.akibatList.length > 0 || (isWorkbook(file) && !isTanpaPerubahan(plan));

/** What is wrong with the office a file names as watching over it, be it loaded already or just now. */
async function besideOthers(
  { readList }: Scene,
  { store }: StoreDeps,
  { isi, at }: Read,
): Promise<{ readonly tingkat: TemuanKantor["tingkat"]; readonly masalah: Problem } | null> {
  const id = isi?.kantor.pemantau;
  if (isi === null || at === null || id === undefined) return null;
  const beside = readList.find((one) => one.isi?.kantor.id === id)?.isi?.kantor;
  const pemantau = beside ?? (await store.loadKantor(id))?.kantor ?? null;
  const temuan = temuanPemantau(isi.kantor, pemantau);
  return temuan === null
    ? null
    : { tingkat: temuan.tingkat, masalah: at(temuan.jalur, temuan.pesan) };
}

interface Taken {
  /** What was not shown before. */
  readonly planLines: readonly string[];
  readonly contoh: number;
  readonly timpa: boolean;
  readonly shown: Readonly<Record<string, unknown>>;
}

async function take(
  deps: StoreDeps,
  isi: KantorIsi,
  { planLines, contoh, shown, timpa }: Taken,
): Promise<Outcome> {
  const result = await loadKantor(deps, isi, {
    undangan: isi.kantor.aktif !== false,
    timpa,
  });
  const { kantor } = isi;
  const json = {
    ...shown,
    baru: result.baru,
    realisasiBaru: result.realisasiBaru,
    realisasiDiabaikan: result.diabaikanList,
    realisasiContoh: contoh,
    berkasBerubah: result.berkasBerubah,
    undangan: result.undanganList.map((one) => undanganJson(one, kantor.zonaWaktu)),
  };
  const lines = [...planLines, ...contohText(contoh), ...resultText(isi, result)];
  return done(json, lines.join("\n"));
}

/** A copy of the demo office brings its own figures, or none. */
async function withoutContoh(
  io: CliIo,
  catalog: Catalog,
  isi: KantorIsi,
  { denganContoh = false }: LoadOptions,
): Promise<{ readonly isi: KantorIsi; readonly contoh: number }> {
  if (isi.kantor.id === PERAGA || denganContoh) return { isi, contoh: 0 };
  const demo = await readKantor(join(io.flows, "kantor", `${PERAGA}.yaml`), catalog);
  const contoh = new Set(contohRealisasi(isi.realisasi, demo.isi?.realisasi ?? []));
  const realisasi = isi.realisasi.filter((row) => !contoh.has(row));
  return { isi: { ...isi, realisasi }, contoh: contoh.size };
}

/** Shows what would change, and asks where somebody can answer. */
async function isWanted(io: CliIo, planLines: readonly string[]): Promise<boolean> {
  io.err(`${planLines.join("\n")}\n`);
  if (!io.terminal) return false;
  io.err("Muat perubahan ini? [y/T] ");
  for await (const line of io.lines()) return /^ya?$/i.test(line.trim());
  return false;
}
