import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
} from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A parser that reads nothing finds no violation either: every file of the tree is to be read. */
const fileCount = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && isModule(entry.name) && !entry.parentPath.includes("generated"),
).length;
const rules: {
  floors: readonly string[];
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions & { enhancedResolveOptions: object };
} = await import(new URL("../.dependency-cruiser.mjs", import.meta.url).href);

async function cruiseFolder(baseDir: string): Promise<ICruiseResult> {
  const { forbidden, options } = rules;
  const cruiseOptions = { ...options, baseDir, validate: true, ruleSet: { forbidden } };
  const result = await cruise(["src"], cruiseOptions, options.enhancedResolveOptions);
  if (typeof result.output === "string") throw new Error(result.output);
  return result.output;
}

const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

describe("the source tree", () => {
  it("has a core of the floors that are told, and no other", () => {
    expect(readdirSync(join(root, "src/core")).toSorted()).toEqual(rules.floors.toSorted());
  });

  it("keeps its layers", async () => {
    const result = await cruiseFolder(root);
    expect(violationsOf(result)).toEqual([]);
    expect(result.summary.totalCruised).toBeGreaterThanOrEqual(fileCount);
  });
});

const declared =
  "zod commander docx exceljs fastify intl-messageformat node-cron pino pdfmake prom-client sax telegraf better-sqlite3 whatsapp-web.js yaml yazl @prisma/client".split(
    " ",
  );

/** A small tree in good order: every plant below breaks exactly one thing in it. */
const healthy: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    dependencies: Object.fromEntries(declared.map((name) => [name, "1.0.0"])),
    devDependencies: { vitest: "1.0.0" },
  }),
  "src/main.ts": imports(
    "./config.ts",
    "./app/handle.ts",
    "./http/server.ts",
    "./clock/schedule.ts",
    "./store/open.ts",
    "./channels/telegram/index.ts",
    "./channels/whatsapp/index.ts",
  ),
  "src/config.ts": imports("zod"),
  "src/cli/sopir.ts": imports("commander", "../config.ts", "../documents/a.ts", "../catalog/a.ts"),
  ...Object.fromEntries(
    rules.floors.map((floor, at) => [fileOn(floor), imports(between(floor, rules.floors[at - 1]))]),
  ),
  "src/core/waktu/zone.ts": imports("zod"),
  "src/core/pesan/kamus.ts": imports("intl-messageformat", "../../generated/teks.ts"),
  "src/core/engine/decide.ts": imports("./langkah/index.ts"),
  "src/core/engine/langkah/index.ts": imports("./isian.ts", "./sidang.ts"),
  "src/core/engine/langkah/isian.ts": imports("./handler.ts"),
  "src/core/engine/langkah/sidang.ts": imports("./handler.ts"),
  "src/core/engine/langkah/handler.ts": imports("../a.ts"),
  "src/app/handle.ts": imports("../core/engine/decide.ts", "./ports/store.ts", "zod"),
  "src/app/ports/store.ts": imports("../../core/waktu/a.ts"),
  "src/http/server.ts": imports("fastify", "../app/ports/store.ts", "../observability/log.ts"),
  "src/observability/log.ts": imports("pino", "prom-client"),
  "src/clock/schedule.ts": imports("node-cron", "../app/ports/store.ts"),
  "src/store/open.ts": imports("better-sqlite3", "@prisma/client", "../generated/client.ts"),
  "src/generated/client.ts": imports("@prisma/client"),
  "src/generated/teks.ts": imports(),
  "src/documents/a.ts": imports("exceljs", "docx", "pdfmake", "sax", "yazl", "../core/waktu/a.ts"),
  "src/catalog/a.ts": imports("yaml", "node:fs", "../core/waktu/a.ts"),
  "src/channels/lanes.ts": imports("../app/ports/store.ts"),
  "src/channels/telegram/index.ts": imports("telegraf", "../../app/ports/store.ts", "../lanes.ts"),
  "src/channels/whatsapp/index.ts": imports("whatsapp-web.js", "../../app/ports/store.ts"),
};

type Plant = readonly [rule: string, file: string, target: string];

/** For each rule: a file of the healthy tree and an import it must not have. */
const plants: readonly Plant[] = [
  ["core-is-pure", "src/core/waktu/a.ts", "../../config.ts"],
  ["core-is-pure", "src/core/waktu/a.ts", "node:crypto"],
  ["core-is-pure", "src/core/waktu/a.ts", "pino"],
  // of each floor: the one above it, and the roof
  ...rules.floors
    .slice(0, -1)
    .flatMap((floor, at) =>
      [...new Set([rules.floors[at + 1], rules.floors.at(-1)])].map(
        (above) => [`floor-${floor}`, fileOn(floor), between(floor, above)] as const,
      ),
    ),
  ["facts-know-no-words", "src/core/engine/b.ts", "../../generated/teks.ts"],
  ["app-uses-ports", "src/app/handle.ts", "../store/open.ts"],
  ["app-uses-ports", "src/app/handle.ts", "node:fs"],
  ["ports-see-core", "src/app/ports/store.ts", "zod"],
  ["adapters-see-ports-and-core", "src/http/server.ts", "../store/open.ts"],
  ["adapters-see-ports-and-core", "src/clock/schedule.ts", "../app/handle.ts"],
  ["adapters-see-ports-and-core", "src/store/open.ts", "../config.ts"],
  ["channels-are-siblings", "src/channels/telegram/index.ts", "../whatsapp/index.ts"],
  ["channels-do-not-decide", "src/channels/telegram/index.ts", "../../core/engine/decide.ts"],
  ["langkah-are-siblings", "src/core/engine/langkah/isian.ts", "./sidang.ts"],
  ["commander-home", "src/app/handle.ts", "commander"],
  ["docx-home", "src/app/handle.ts", "docx"],
  ["echarts-home", "src/app/handle.ts", "echarts/core"],
  ["exceljs-home", "src/http/server.ts", "exceljs"],
  ["pdfmake-home", "src/app/handle.ts", "pdfmake"],
  ["intl-messageformat-home", "src/core/conversation/a.ts", "intl-messageformat"],
  ["fastify-home", "src/channels/telegram/index.ts", "fastify"],
  ["node-cron-home", "src/main.ts", "node-cron"],
  ["pino-home", "src/store/open.ts", "pino"],
  ["prom-client-home", "src/http/server.ts", "prom-client"],
  ["sax-home", "src/catalog/a.ts", "sax"],
  ["sqlite-home", "src/cli/sopir.ts", "better-sqlite3"],
  ["postgresql-home", "src/cli/sopir.ts", "pg"],
  ["telegraf-home", "src/channels/whatsapp/index.ts", "telegraf"],
  ["whatsapp-home", "src/channels/telegram/index.ts", "whatsapp-web.js"],
  ["yaml-home", "src/cli/sopir.ts", "yaml"],
  ["yazl-home", "src/app/handle.ts", "yazl"],
  ["prisma-home", "src/main.ts", "@prisma/client"],
  ["prisma-home", "src/main.ts", "./generated/client.ts"],
  ["main-is-the-top", "src/cli/sopir.ts", "../main.ts"],
  ["roots-read-the-config", "src/http/server.ts", "../config.ts"],
  ["no-circular", "src/core/engine/langkah/handler.ts", "./isian.ts"],
  ["no-unresolvable", "src/main.ts", "./gone.ts"],
  ["no-dev-dependencies", "src/main.ts", "vitest"],
  ["no-undeclared-packages", "src/main.ts", "left-pad"],
  ["src-never-imports-test", "src/main.ts", "../test/support/a.ts"],
  ["no-orphans", "src/core/waktu/alone.ts", ""],
];

describe("the layer rules", () => {
  let folder: string;
  const violationsByTree: ICruiseResult["summary"]["violations"][] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sopir-layers-"));
    for (const [at, planted] of plantedTrees().entries()) {
      const { summary } = await cruiseFolder(plantTree(join(folder, `${at}`), planted));
      violationsByTree.push(summary.violations);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("find nothing in a healthy tree", async () => {
    const result = await cruiseFolder(plantTree(join(folder, "healthy"), healthy));
    expect(violationsOf(result)).toEqual([]);
  });

  it.each(plants)("%s: %s must not import %s", (rule, file, target) => {
    const broken = violationsByTree[treeOf([rule, file, target])]?.filter(
      ({ from }) => from === file,
    );
    expect(broken?.map((violation) => violation.rule.name)).toContain(rule);
  });

  it("are each proved by a plant", () => {
    expect(new Set(plants.map(([rule]) => rule))).toEqual(
      new Set(rules.forbidden.map(({ name }) => name)),
    );
  });
});

/** Which tree a plant stands in: there it is the only one of its file, and the only circle of all. */
function treeOf([rule, file, target]: Plant): number {
  if (rule === "no-circular") return 0;
  const ofFile = plants.filter(([other, of]) => of === file && other !== "no-circular");
  return 1 + ofFile.findIndex(([other, , to]) => other === rule && to === target);
}

/** The healthy tree again and again, each time with the plants that stand in it. */
function plantedTrees(): readonly Readonly<Record<string, string>>[] {
  const count = 1 + Math.max(...plants.map(treeOf));
  return Array.from({ length: count }, (_, tree) => {
    const here = plants.filter((plant) => treeOf(plant) === tree);
    const planted = here.map(([, file, target]) => [file, (healthy[file] ?? "") + imports(target)]);
    return { ...healthy, ...Object.fromEntries(planted) };
  });
}

function isModule(name: string): boolean {
  return name.endsWith(".ts") && !name.endsWith(".d.ts");
}

function imports(...targets: string[]): string {
  const lines = targets.filter(Boolean).map((target) => `import type { A } from "${target}";\n`);
  return `${lines.join("")}export const a = 1;\n`;
}

/** A file on a floor of the core. */
function fileOn(floor: string): string {
  return `src/core/${floor.endsWith(".ts") ? floor : `${floor}/a.ts`}`;
}

/** How the file of one floor imports that of another; "" where there is none. */
function between(floor: string, other: string | undefined): string {
  if (other === undefined) return "";
  const path = posix.relative(dirname(fileOn(floor)), fileOn(other));
  return path.startsWith(".") ? path : `./${path}`;
}

/** Writes a tree with empty stand-ins for the packages it names; answers its folder. */
function plantTree(folder: string, files: Readonly<Record<string, string>>): string {
  const packages = Object.values(files).flatMap((text) =>
    [...text.matchAll(/from "((?!\.|node:)[^"]+)"/g)].map(([, name]) => name ?? ""),
  );
  const stubs = packages.map((name): [string, string] => [
    `node_modules/${name}/index.js`,
    "export const a = 1;\n",
  ]);
  const all = { ...files, ...Object.fromEntries(stubs), "test/support/a.ts": "export {};\n" };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
