// Who may import whom. test/architecture.test.ts runs these rules and proves each by breaking it.
// `import type` counts as an import: a type is knowledge too.

const rule = (name, from, to) => ({ name, severity: "error", from, to });

/** A package that only one folder may know, so that replacing it is a change of that folder. */
const home = (name, packages, folder) =>
  rule(
    `${name}-home`,
    { path: "^src/", pathNot: folder },
    { path: `(^|/)node_modules/(${packages})(/|$)` },
  );

/**
 * The floors of the core, lowest first, each a folder or a file: calendar and figures, the office, what
 * sheets are made of, the engine that runs them, what is told of its state, who is talked to. No floor
 * imports one above it, so no two ever import each other.
 */
export const floors = [
  "backoff.ts",
  "waktu",
  "kinerja",
  "kantor",
  "authorize.ts",
  "dokumen",
  "formulir",
  "sop",
  "skema",
  "berkas-kantor",
  "engine",
  "kabupaten",
  "rekap",
  "grafik",
  "naskah",
  "laporan",
  "pesan",
  "arsip",
  "conversation",
  "gladi",
];
const onFloor = (floor) => `^src/core/${floor}${floor.endsWith(".ts") ? "$" : "/"}`;

const core = "^src/core/";
const ports = "^src/app/ports/";
const zod = "node_modules/zod/";
/** What people read: the messages of `flows/teks`, and the names the code calls them by. */
const messages = "node_modules/intl-messageformat/";
const teks = "^src/generated/teks\\.ts$";

export const forbidden = [
  // the pure centre: no package but zod and the one that words messages, and no module of node either
  rule("core-is-pure", { path: core }, { pathNot: [core, zod, messages, teks] }),
  ...floors
    .slice(0, -1)
    .map((floor, at) =>
      rule(`floor-${floor}`, { path: onFloor(floor) }, { path: floors.slice(at + 1).map(onFloor) }),
    ),
  // what is so knows nothing of how it is said
  rule(
    "facts-know-no-words",
    { path: floors.slice(0, floors.indexOf("pesan")).map(onFloor) },
    { path: teks },
  ),
  rule("app-uses-ports", { path: "^src/app/" }, { pathNot: ["^src/app/", core, zod, teks] }),
  rule("ports-see-core", { path: ports }, { pathNot: [core, ports] }),

  // the rim: each adapter sees the ports and the core, never another adapter
  rule(
    "adapters-see-ports-and-core",
    { path: "^src/(channels|store|clock|documents|catalog|http|observability)/" },
    {
      path: "^src/",
      pathNot: [
        "^src/$1/",
        ports,
        core,
        "^src/observability/",
        "^src/generated/",
        "^src/secret\\.ts$",
        "^src/shipped\\.ts$",
      ],
    },
  ),
  rule(
    "channels-are-siblings",
    { path: "^src/channels/([^/]+)/" },
    { path: "^src/channels/[^/]+/", pathNot: "^src/channels/$1/" },
  ),
  rule("channels-do-not-decide", { path: "^src/channels/" }, { path: "^src/core/engine/" }),
  rule(
    "langkah-are-siblings",
    {
      path: "^src/core/engine/langkah/([^/]+)\\.ts$",
      pathNot: "/(index|handler)\\.ts$",
    },
    { path: "^src/core/engine/langkah/", pathNot: "/langkah/($1|handler)\\.ts$" },
  ),

  // packages at home
  home("commander", "commander", "^src/cli/"),
  home("docx", "docx", "^src/documents/"),
  home("exceljs", "exceljs", "^src/documents/"),
  home("intl-messageformat", "intl-messageformat", onFloor("pesan")),
  home("echarts", "echarts|zrender", "^src/documents/"),
  home("fastify", "fastify|@fastify", "^src/http/"),
  home("pdfmake", "pdfmake", "^src/documents/"),
  home("node-cron", "node-cron", "^src/clock/"),
  home("pino", "pino|pino-pretty", "^src/observability/"),
  home("prom-client", "prom-client", "^src/observability/"),
  home("sax", "sax", "^src/documents/"),
  home("sqlite", "better-sqlite3", "^src/store/"),
  home("postgresql", "pg", "^src/store/"),
  home("telegraf", "telegraf", "^src/channels/telegram/"),
  home("whatsapp", "whatsapp-web\\.js|puppeteer(-core)?", "^src/channels/whatsapp/"),
  home("yaml", "yaml", "^src/catalog/"),
  home("yazl", "yazl", "^src/documents/"),
  rule(
    "prisma-home",
    { path: "^src/", pathNot: "^src/(store|generated)/" },
    { path: ["node_modules/@prisma/", "^src/generated/"], pathNot: teks },
  ),

  // the roots
  rule(
    "main-is-the-top",
    { path: "^src/", pathNot: "^src/main\\.ts$" },
    { path: "^src/main\\.ts$" },
  ),
  rule(
    "roots-read-the-config",
    { path: "^src/", pathNot: ["^src/[^/]+\\.ts$", "^src/cli/"] },
    { path: "^src/config\\.ts$" },
  ),

  // hygiene
  rule("no-circular", { path: "^src/" }, { circular: true }),
  rule("no-unresolvable", { path: "^src/" }, { couldNotResolve: true }),
  rule("no-dev-dependencies", { path: "^src/" }, { dependencyTypes: ["npm-dev"] }),
  rule(
    "no-undeclared-packages",
    { path: "^src/" },
    { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  ),
  rule("src-never-imports-test", { path: "^src/" }, { path: "^(test|bench|scripts)/" }),
  rule(
    "no-orphans",
    {
      orphan: true,
      path: "^src/",
      // a browser begins a worker by its address
      pathNot: ["^src/main\\.ts$", "^src/cli/", "\\.d\\.ts$", "/page/pekerja\\.js$"],
    },
    {},
  ),
];

/** Options for the library and the command line alike; swc, because TypeScript 7 has no API to parse with. */
export const options = {
  parser: "swc",
  tsPreCompilationDeps: true,
  preserveSymlinks: true,
  doNotFollow: { path: ["node_modules", "^src/generated/"] },
  enhancedResolveOptions: {
    extensions: [".ts", ".js", ".json"],
    exportsFields: ["exports"],
    conditionNames: ["import", "types", "node", "default"],
  },
};
