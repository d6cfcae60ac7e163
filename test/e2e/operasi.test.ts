// The page of operations does what it says: its lines are typed in the order they stand there, into a machine
// that is a folder. What is put in place of what is a table below; a line that fails, or that nobody knows, fails.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Person, TelegramDouble } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { DebianMachine } from "./operasi-machine.ts";
import { serveSopir } from "./operasi-sopir.ts";
import { freePort } from "./sopir-process.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/operasi.md"), "utf8");
const kantor = readFileSync(join(import.meta.dirname, "uji.yaml"), "utf8").replace(
  "id: uji",
  "id: my-office",
);

/** A block of the page, with the heading it stands under. */
interface Block {
  readonly heading: string;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = [
  ...page.matchAll(/^(#+ .*)$|^```(\w*)\n([\s\S]*?)^```$/gm),
].reduce<Block[]>((list, [, title, language = "", text = ""]) => {
  const heading = title?.replace(/^#+ /, "") ?? list.at(-1)?.heading ?? "";
  return [...list, { heading, language: title === undefined ? language : "", text }];
}, []);

/** Continued lines in one, without comments. */
const linesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter(Boolean);

const DIGEST = "[0-9A-Z]{5}(-[0-9A-Z]{5}){4}";

let home: string;
let postgres: TestPostgres;
let telegram: TelegramDouble;
let machine: DebianMachine;
let leave: () => Promise<void>;
let port: number;
/** What stands on the page, and what is typed for it. */
let substitutions: readonly (readonly [page: RegExp, typed: string])[];
let kasi: Person;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "sopir-operasi-"));
  postgres = await startPostgres();
  telegram = new TelegramDouble();
  await telegram.start();
  port = await freePort();
  machine = new DebianMachine(home, port);
  leave = await serveSopir(machine.socket);
  const database = await postgres.createDatabase();
  substitutions = [
    [/\/(?=(?:opt|mnt|tmp)\b)/g, `${home}/`],
    [/PGPASSWORD=… /g, ""],
    [/postgresql:\/\/sopir(:…)?@host\/sopir/g, database],
    [/"\$(EMPTY_)?DATABASE_URL"/g, "postgresql://somewhere"],
    // The page shows a digest of an office that never was; ours has one of its own.
    [/(?<=--sidik )\S+/g, `$(npm run -s sopir -- log verify | grep -oE '${DIGEST}' | head -1)`],
    // Of an office that has had such a message, berkas or account; here the command itself is looked for.
    [/ (ID|--berkas k3f9w2m1qa|camat)\b.*$/g, " --help"],
  ];
});
afterAll(async () => {
  machine?.end();
  await leave?.();
  await telegram?.stop();
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** What an operator writes into files, by what the page shows of them. */
function write({ language, text }: Block): void {
  if (language === "ini") machine.installUnit(text);
  if (!text.includes("TELEGRAM_BOT_TOKEN=…")) return;
  const env = text.replace("…", telegram.token);
  const here = `TELEGRAM_API_ROOT=${telegram.url}\nPORT=${port}\nLOG_LEVEL=warn\n`;
  writeFileSync(join(machine.sopir, ".env"), `${env}${here}`);
  writeFileSync(join(machine.sopir, "flows/kantor/my-office.yaml"), kantor);
}

/** Says something and waits for an answer that looks like this. */
async function answered(text: string, answer: RegExp): Promise<void> {
  const before = kasi.texts.length;
  kasi.says(text);
  await telegram.until(() => kasi.texts.slice(before).some((said) => answer.test(said)), 30_000);
}

const asks = (): Promise<void> => answered("/saya", /Kasi Pelayanan/);

/** What is true once everything under a heading was done. */
const afterwards: Readonly<Record<string, () => Promise<void>>> = {
  "Installation on Debian": async () => {
    // Somebody is linked, so that it can be seen whether they still are.
    kasi = telegram.person(11, "Kasi Pelayanan");
    const invited = join(home, "undangan.json");
    await machine.type(`npm run sopir -- undangan create kasi-pelayanan --json > ${invited}`);
    const code = /"kode":"([A-Z0-9-]+)"/.exec(readFileSync(invited, "utf8"))?.[1] ?? "";
    await answered(`/start ${code}`, /Akun terhubung/);
  },
  Restore: asks,
  Upgrading: asks,
  "Moving to another database": asks,
};

it("can be typed from the first line to the last", { timeout: 900_000 }, async () => {
  const typed = new Map<string, number>();
  for (const [at, block] of blocks.entries()) {
    write(block);
    const lines = block.language === "sh" ? linesOf(block.text) : [];
    for (const line of lines) {
      const put = substitutions.reduce((text, [from, to]) => text.replaceAll(from, to), line);
      await machine.type(put);
    }
    const { heading } = block;
    if (lines.length > 0) typed.set(heading, (typed.get(heading) ?? 0) + lines.length);
    const next = blocks.slice(at + 1).find(({ language }) => language === "sh");
    if (lines.length > 0 && next?.heading !== heading) await afterwards[heading]?.();
  }
  expect(telegram.complaints).toEqual([]);
  // Nothing of the page was passed over.
  expect(Object.fromEntries(typed)).toEqual({
    "Installation on Debian": 10,
    Backups: 3,
    "Somewhere else": 8,
    Restore: 10,
    Upgrading: 12,
    PostgreSQL: 2,
    "Moving to another database": 6,
    "Messages that were given up": 4,
    "Papers, files and archives": 1,
    "Registers of letters": 1,
    "Event log": 2,
    "A lost phone, or an account left behind": 1,
    "Time, hours and holidays": 1,
  });
});
