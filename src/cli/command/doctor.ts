import { constants, existsSync } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import type { Command } from "commander";
import { clocksBehind } from "../../app/clock/office-time.ts";
import { checkFiles } from "../../app/papers/check-files.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { readPenyimpanan } from "../../catalog/load-penyimpanan.ts";
import { readTemplat } from "../../catalog/load-templat.ts";
import { formatProblem } from "../../catalog/problem.ts";
import { holdersOf, openWaits } from "../../core/engine/holders.ts";
import { isReceipt } from "../../core/engine/receipt.ts";
import type { Wait } from "../../core/engine/state.ts";
import { takTerjangkauSejak } from "../../core/kantor/jangkauan.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { tahunOf } from "../../core/waktu/instant.ts";
import { settingsFile } from "../../settings.ts";
import { chainText } from "../chain-text.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withStore } from "../with-store.ts";
import { checkBackups } from "./doctor-backup.ts";
import { checkWhatsapp, checkWhatsappCloud } from "./doctor-whatsapp.ts";
import { lettersOf } from "./outbox.ts";

/** `doctor`: whether this installation can work. */
export function addDoctor(program: Command, { io, settle }: Cli): void {
  program
    .command("doctor")
    .description(
      "check node, configuration, flows, data folder, database, logs, dead letters, stored files and backups",
    )
    .action(() => settle(examine(io)));
}

interface Finding {
  readonly periksa: string;
  readonly baik: boolean;
  readonly keterangan: string;
  /** It works, but somebody should do something about it. */
  readonly awas?: true;
}

/** What a look found, where all is well or nearly so; else it throws. */
type Found = string | { readonly awas: string };

const checks: readonly (readonly [periksa: string, look: (io: CliIo) => Promise<Found>])[] = [
  ["node", checkNode],
  ["konfigurasi", checkConfig],
  [".env", checkEnv],
  ["flows", checkFlows],
  ["folder data", checkDataDir],
  ["database", checkDatabase],
  ["jam", checkClock],
  ["isi database", checkRows],
  ["pemegang", (io) => withStore(io, checkHolders)],
  ["surat mati", checkOutbox],
  ["pegawai terjangkau", checkReach],
  ["berkas tersimpan", checkStored],
  ["cadangan", checkBackups],
  ["whatsapp", async ({ config }) => checkWhatsapp(config())],
  ["whatsapp cloud", checkWhatsappCloud],
];

async function examine(io: CliIo): Promise<Outcome> {
  const pemeriksaan: Finding[] = [];
  for (const [periksa, look] of checks) {
    try {
      const found = await look(io);
      pemeriksaan.push(
        typeof found === "string"
          ? { periksa, baik: true, keterangan: found }
          : { periksa, baik: true, keterangan: found.awas, awas: true },
      );
    } catch (cause) {
      const keterangan = cause instanceof Error ? cause.message : String(cause);
      pemeriksaan.push({ periksa, baik: false, keterangan });
    }
  }
  const text = table(
    pemeriksaan.map(({ periksa, baik, keterangan, awas }) => [
      awas ? "AWAS" : baik ? "baik" : "SALAH",
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
  const { telegram, whatsapp, whatsappCloud, peraga } = config();
  const on = [
    telegram && "telegram",
    whatsapp && "whatsapp",
    whatsappCloud && "whatsapp-cloud",
    peraga !== "off" && "peraga",
  ].filter(Boolean);
  return `kanal: ${on.length === 0 ? "tidak ada" : on.join(", ")}`;
}

async function checkFlows(io: CliIo): Promise<string> {
  const { sopList, kalenderList, problems } = await loadCatalog(io.flows);
  await readPenyimpanan(io.flows);
  await readTemplat(io.flows);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("; "));
  // A database that cannot be opened has a line of its own below.
  const nowMs = await withStore(io, async ({ clock }) => clock.now()).catch(io.now);
  const tahun = tahunOf(nowMs, "Asia/Jakarta");
  if (!kalenderList.some((one) => one.tahun === tahun)) {
    throw new Error(`hari libur tahun ${tahun} belum ada di flows/kalender`);
  }
  return `${sopList.length} SOP, kalender ${kalenderList.map((one) => one.tahun).join(", ")}`;
}

async function checkDataDir({ config }: CliIo): Promise<Found> {
  const { dataDir } = config();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await access(dataDir, constants.W_OK);
  return (await othersMay(dataDir)) ? { awas: `${dataDir} terbuka: chmod 700` } : dataDir;
}

/** The token and passwords stand in it, or in what the first page keeps. */
async function checkEnv({ config }: CliIo): Promise<Found> {
  const fileList = [".env", settingsFile(config().dataDir)].filter((file) => existsSync(file));
  if (fileList.length === 0) return "tidak ada";
  for (const file of fileList) {
    if (!(await othersMay(file))) continue;
    return { awas: `${file} dapat dibaca pengguna lain di komputer ini: chmod 600 ${file}` };
  }
  return "hanya untuk pemiliknya";
}

/** Whether others than the owner may do anything with it; Windows has other ways to say so. */
const othersMay = async (path: string): Promise<boolean> =>
  process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0;

function checkDatabase(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    const { advice } = await store.health();
    if (advice !== null) throw new Error(advice);
    const kantorList = await store.listKantor();
    for (const { kantor } of kantorList) {
      const { brokenSeq, sebab } = await store.verifyLog(kantor.id);
      if (brokenSeq !== null)
        throw new Error(
          `log ${kantor.id} tidak utuh pada catatan ke-${brokenSeq}: ${chainText[sebab]}`,
        );
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

/** Rows the running program passes over, so that everybody else goes on. */
function checkRows(io: CliIo): Promise<string> {
  return withStore(io, async ({ store, clock }) => {
    const setAside = await store.inspect(clock.now());
    if (setAside.length === 0) return "semua terbaca";
    const named = disebut(setAside, ({ table, key }) => `${table} ${key}`);
    throw new Error(
      `${setAside.length} disisihkan: ${named}. ` +
        "Perbarui sopir atau perbaiki barisnya, lalu jalankan ulang",
    );
  });
}

/** Whether somebody can answer everything running berkas wait for; retired offices may rest. */
async function checkHolders({ store }: Pick<StoreDeps, "store">): Promise<string> {
  const faultList: string[] = [];
  let count = 0;
  for (const { kantor } of await store.listKantor()) {
    if (kantor.aktif === false) continue;
    for (const { state } of await store.listBerkas(kantor.id)) {
      if (state.status !== "berjalan") continue;
      const waitList = openWaits(state).filter((wait) => !isReceipt(wait));
      const unheld = waitList.filter((wait) => holdersOf(wait, kantor).length === 0);
      count += waitList.length;
      faultList.push(
        ...unheld.map(
          (wait) =>
            `${kantor.id} ${state.periode} (${state.id}) langkah ${wait.langkahNo}: menunggu ${siapa(wait)}, tidak ada orangnya`,
        ),
      );
    }
  }
  if (faultList.length === 0) return `${count} yang ditunggu, semua ada pemegangnya`;
  throw new Error(`${faultList.join("; ")}. Lengkapi berkas kantornya, lalu kantor load`);
}

const siapa = ({ pemegang }: Wait): string =>
  pemegang.jenis === "pegawai" ? pemegang.pegawaiId : pemegang.peran.join(" atau ");

/** Whether a message was given up, and to whom. */
function checkOutbox(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    const letters = await lettersOf(store, ["gagal"]);
    if (letters.length === 0) return "tidak ada";
    const named = disebut(
      letters,
      ({ id, penerima, sebab }) => `${id} kepada ${penerima} (${sebab})`,
    );
    throw new Error(`${letters.length} pesan tidak sampai: ${named}. Lihat: sopir outbox list`);
  });
}

/** Whether everybody who has an account can be written to; nothing else would tell the operator. */
function checkReach(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    const named: string[] = [];
    let linked = 0;
    for (const { kantor } of await store.listKantor()) {
      const accountList = await store.listAccount(kantor.id);
      linked += new Set(accountList.map(({ pegawaiId }) => pegawaiId)).size;
      for (const { id, jabatan } of kantor.pegawaiList) {
        const sejakMs = takTerjangkauSejak(accountList, id);
        if (sejakMs === null) continue;
        named.push(`${jabatan} (${kantor.id}) sejak ${formatWaktu(sejakMs, kantor.zonaWaktu)}`);
      }
    }
    if (named.length === 0) return `${linked} punya akun, semua terjangkau`;
    throw new Error(
      `tidak terjangkau: ${named.join("; ")}. ` +
        "Minta yang bersangkutan membuka blokir bot atau menghubungkan akun lain",
    );
  });
}

/** Whether every file the database names is there and as it was put. */
function checkStored(io: CliIo): Promise<string> {
  return withStore(io, async (deps) => {
    const { diperiksa, dimusnahkan, rusak } = await checkFiles(deps);
    if (rusak.length === 0) {
      const gone = dimusnahkan === 0 ? "" : ` atau dimusnahkan menurut jadwal (${dimusnahkan})`;
      return `${diperiksa} diperiksa, semua utuh${gone}`;
    }
    const named = disebut(
      rusak,
      ({ apa, berkasId, keadaan }) => `${apa} dari berkas ${berkasId} ${keadaan}`,
    );
    throw new Error(
      `${rusak.length} tidak utuh dari ${diperiksa} yang diperiksa: ${named}. ` +
        "Kembalikan folder berkas di DATA_DIR dari cadangan, lalu jalankan doctor lagi",
    );
  });
}

/** More than so many are not named one by one. */
const DISEBUT = 10;

/** The first of a list by name, and how many more there are. */
function disebut<T>(list: readonly T[], nama: (one: T) => string): string {
  const more = list.length > DISEBUT ? `; dan ${list.length - DISEBUT} lagi` : "";
  return `${list.slice(0, DISEBUT).map(nama).join("; ")}${more}`;
}
