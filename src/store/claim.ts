import { Prisma } from "../generated/sqlite/client.ts";
import type { Engine } from "./client.ts";

/** On PostgreSQL, rows another process is claiming are passed over; SQLite has one writer anyway. */
export const skipLocked = (engine: Engine): Prisma.Sql =>
  engine === "postgresql" ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;
