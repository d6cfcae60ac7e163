import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { capture, prismaOffline, root } from "./run.mjs";

const sqlite = join(root, "prisma", "schema.prisma");
const twinFolder = join(root, "prisma", ".postgresql");

/** The same models for the other engine: only the provider and the output folder differ. */
export function postgresqlTwin(schema) {
  const twin = schema
    .replace(/^(\s*provider\s*=\s*)"sqlite"/m, '$1"postgresql"')
    .replace(/"\.\.\/src\/generated\/sqlite"/, '"../../src/generated/postgresql"');
  if (!twin.includes('"postgresql"') || !twin.includes("generated/postgresql"))
    throw new Error("prisma/schema.prisma names neither sqlite nor its output folder");
  return twin;
}

/** Writes both Prisma clients. */
export async function generate() {
  mkdirSync(twinFolder, { recursive: true });
  const twin = join(twinFolder, "schema.prisma");
  writeFileSync(twin, postgresqlTwin(readFileSync(sqlite, "utf8")));
  const env = {
    ...prismaOffline,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  for (const schema of [sqlite, twin]) {
    const { code, output } = await capture(["prisma", "generate", "--schema", schema], env);
    if (code !== 0) throw new Error(`prisma generate failed for ${schema}:\n${output}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
