import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import type { Command } from "commander";
import { checkFiles } from "../../app/check-files.ts";
import { clocksBehind } from "../../app/office-time.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { formatProblem } from "../../catalog/problem.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import { partsOf } from "../../core/waktu/tanggal.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withStore } from "../with-store.ts";
import { checkWhatsapp } from "./doctor-whatsapp.ts";

/** `doctor`: whether this installation can work. */
export function addDoctor(program: Command, { io, settle }: Cli): void {
  program
    .command("doctor")
    .description("check node, configuration, flows, data folder, database, logs and stored files")
    .action(() => settle(examine(io)));
}

interface Finding {
  readonly periksa: string;
  readonly baik: boolean;
  readonly keterangan: string;
}

const checks: readonly (readonly [periksa: string, look: (io: CliIo) => Promise<string>])[] = [
  ["node", checkNode],
  ["konfigurasi", checkConfig],
  ["flows", checkFlows],
  ["folder data", checkDataDir],
  ["database", checkDatabase],
  ["jam", checkClock],
  ["berkas tersimpan", checkStored],
  ["whatsapp", async ({ config }) => checkWhatsapp(config())],
];

async function examine(io: CliIo): Promise<Outcome> {
  const pemeriksaan: Finding[] = [];
  for (const [periksa, look] of checks) {
    try {
      pemeriksaan.push({ periksa, baik: true, keterangan: await look(io) });
    } catch (cause) {
      const keterangan = cause instanceof Error ? cause.message : String(cause);
      pemeriksaan.push({ periksa, baik: false, keterangan });
    }
  }
  const text = table(
    pemeriksaan.map(({ periksa, baik, keterangan }) => [
      baik ? "baik" : "SALAH",
      periksa,
      keterangan,
    ]),
  );
  return pemeriksaan.every(({ baik }) => baik)
    ? done({ pemeriksaan }, text)
    : refused(text, { pemeriksaan });
}

async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error("node 20.19 or newer is needed");
  return process.versions.node;
}

async function checkConfig({ config }: CliIo): Promise<string> {
  const { telegram, whatsapp, peraga } = config();
  const on = [telegram && "telegram", whatsapp && "whatsapp", peraga !== "off" && "peraga"].filter(
    Boolean,
  );
  return `kanal: ${on.length === 0 ? "tidak ada" : on.join(", ")}`;
}

async function checkFlows(io: CliIo): Promise<string> {
  const { sopList, kalenderList, problems } = await loadCatalog(io.flows);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("; "));
  // A database that cannot be opened has a line of its own below.
  const nowMs = await withStore(io, async ({ clock }) => clock.now()).catch(io.now);
  const { tahun } = partsOf(toLocal(nowMs, "Asia/Jakarta").tanggal);
  if (!kalenderList.some((one) => one.tahun === tahun)) {
    throw new Error(`hari libur tahun ${tahun} belum ada di flows/kalender`);
  }
  return `${sopList.length} SOP, kalender ${kalenderList.map((one) => one.tahun).join(", ")}`;
}

async function checkDataDir({ config }: CliIo): Promise<string> {
  const { dataDir } = config();
  await mkdir(dataDir, { recursive: true });
  await access(dataDir, constants.W_OK);
  return dataDir;
}

function checkDatabase(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    if (!(await store.ping())) throw new Error("the database does not answer");
    const kantorList = await store.listKantor();
    for (const { kantor } of kantorList) {
      const { brokenSeq } = await store.verifyLog(kantor.id);
      if (brokenSeq !== null) throw new Error(`log ${kantor.id} tidak utuh pada ${brokenSeq}`);
    }
    const { pending, dead } = await store.outboxDepth();
    return `${kantorList.length} kantor, pesan menunggu ${pending}, gagal ${dead}`;
  });
}

/** Whether any office has come to a later time than the clock: it was set back then, or wrong before. */
function checkClock(io: CliIo): Promise<string> {
  return withStore(io, async (deps) => {
    const behind = await clocksBehind(deps);
    if (behind.length > 0) throw new Error(behind.join(" "));
    return new Date(deps.clock.now()).toISOString();
  });
}

/** More than so many are not named one by one. */
const DISEBUT = 10;

/** Whether every file the database names is there and as it was put. */
function checkStored(io: CliIo): Promise<string> {
  return withStore(io, async (deps) => {
    const { diperiksa, rusak } = await checkFiles(deps);
    if (rusak.length === 0) return `${diperiksa} diperiksa, semua utuh`;
    const named = rusak
      .slice(0, DISEBUT)
      .map(({ apa, berkasId, keadaan }) => `${apa} dari berkas ${berkasId} ${keadaan}`);
    const more = rusak.length > DISEBUT ? `; dan ${rusak.length - DISEBUT} lagi` : "";
    throw new Error(
      `${rusak.length} tidak utuh dari ${diperiksa} yang diperiksa: ${named.join("; ")}${more}. ` +
        "Kembalikan folder berkas di DATA_DIR dari cadangan, lalu jalankan doctor lagi",
    );
  });
}
