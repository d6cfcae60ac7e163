/** Whether the program can be started again once somebody has done what the sentence says. */
type Advice = (detail: string) => string;

const unwritable: Advice = (detail) =>
  `Data cannot be written (${detail}). Check DATA_DIR and DATABASE_URL, their owner and the space left.`;

const unwritableCodes =
  "EACCES EPERM EROFS ENOSPC ENOTDIR EEXIST SQLITE_FULL SQLITE_READONLY".split(" ");

/** By the code of a system error, or the kind by which the database driver calls its own. */
const adviceByCode: ReadonlyMap<string, Advice> = new Map([
  [
    "EADDRINUSE",
    (detail) => `Another program uses this address (${detail}). Stop it, or set PORT.`,
  ],
  ["EADDRNOTAVAIL", (detail) => `This machine has no such address (${detail}). Check HOST.`],
  ...unwritableCodes.map((code): [string, Advice] => [code, unwritable]),
  [
    "DatabaseNotReachable",
    () => "The database does not answer. Check DATABASE_URL and that it is running.",
  ],
  [
    "AuthenticationFailed",
    () => "The database refuses the user or the password. Check DATABASE_URL.",
  ],
  [
    "DatabaseDoesNotExist",
    () => "There is no database of this name. Create it, or check DATABASE_URL.",
  ],
  ["SQLITE_NOTADB", () => "The file is no database. Check DATABASE_URL, or restore a backup."],
]);

/** What to do about a fault that kept the program from starting; null when only its stack can tell. */
export function adviceFor(fault: unknown): string | null {
  const own = property(fault, "advice");
  if (typeof own === "string") return own;
  const cause = property(fault, "cause");
  const codeList = [
    property(fault, "code"),
    property(cause, "kind"),
    property(cause, "originalCode"),
  ];
  const advice = codeList
    .map((code) => (typeof code === "string" ? adviceByCode.get(code) : undefined))
    .find((one) => one !== undefined);
  return advice?.(fault instanceof Error ? fault.message : String(fault)) ?? null;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
