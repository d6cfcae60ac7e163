/** Which engine a URL means. */
export type Engine = "sqlite" | "postgresql";

/** The engine of a `DATABASE_URL`. */
export const engineOf = (url: string): Engine =>
  url.startsWith("file:") ? "sqlite" : "postgresql";

/** The file of an embedded database; null on PostgreSQL. */
export const sqlitePath = (url: string): string | null =>
  engineOf(url) === "sqlite" ? url.slice("file:".length) : null;
