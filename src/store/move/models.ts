import { Prisma } from "../../generated/sqlite/client.ts";
import { readSchema } from "../schema-engine.ts";

/** What moving rows takes to know of a model; all of it is what the schema says. */
export interface Model {
  /** As the client calls it: `LogEntry`. */
  readonly name: string;
  /** As the database calls it: `log_entry`. */
  readonly table: string;
  /** Fields whose values, together and in this order, no two rows share. */
  readonly key: readonly [string, ...string[]];
  /** The column of each field. */
  readonly columnByField: ReadonlyMap<string, string>;
  /** The column the database numbers by itself; null where there is none. */
  readonly numbered: string | null;
}

/** What the move itself writes stays where it was written. */
const OWN = "Pindahan";

/** Every model of the generated client, but for the one that tells of moves. */
export function readModels(): readonly Model[] {
  const schema = readSchema("sqlite");
  return Object.values(Prisma.ModelName)
    .filter((name) => name !== OWN)
    .map((name) => modelOf(name, schema));
}

/** A line of a model that is a column. */
const FIELD = /^\s*(\w+)\s+[A-Z]\w*(.*)$/gm;

function modelOf(name: string, schema: string): Model {
  const block = new RegExp(`^model ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(schema)?.[1] ?? "";
  const table = /^\s*@@map\("(\w+)"\)/m.exec(block)?.[1] ?? name;
  const lines = [...block.matchAll(FIELD)];
  const columnByField = new Map(
    lines.map(([, field = "", more = ""]) => [field, /@map\("(\w+)"\)/.exec(more)?.[1] ?? field]),
  );
  const counted = lines.find(([, , more = ""]) => more.includes("@default(autoincrement())"))?.[1];
  const numbered = columnByField.get(counted ?? "") ?? null;
  return { name, table, key: keyOf(name, block), columnByField, numbered };
}

function keyOf(name: string, block: string): Model["key"] {
  const alone = /^\s*(\w+)\s.*@id\b/m.exec(block)?.[1];
  const together = /^\s*@@id\(\[([\w\s,]+)\]/m.exec(block)?.[1];
  const [first, ...rest] = (alone ?? together ?? "").split(/[\s,]+/);
  if (first === undefined || first === "")
    throw new Error(`schema.prisma: ${name} has no key that can be read`);
  return [first, ...rest];
}
