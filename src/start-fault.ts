import { adviceOf } from "./store/trouble.ts";

/** What is said beside what the system itself said. */
type Advice = (detail: string) => string;

const notAFolder: Advice = (detail) =>
  `Data cannot be written (${detail}). Check DATA_DIR and DATABASE_URL.`;

/** Of a start, before the store's own words for it: by the code of a system error or the kind of the driver. */
const adviceByCode: ReadonlyMap<unknown, Advice> = new Map([
  [
    "EADDRINUSE",
    (detail) => `Another program uses this address (${detail}). Stop it, or set PORT.`,
  ],
  ["EADDRNOTAVAIL", (detail) => `This machine has no such address (${detail}). Check HOST.`],
  ["ENOTDIR", notAFolder],
  ["EISDIR", notAFolder],
  ["EEXIST", notAFolder],
  [
    "AuthenticationFailed",
    () => "The database refuses the user or the password. Check DATABASE_URL.",
  ],
  [
    "DatabaseDoesNotExist",
    () => "There is no database of this name. Create it, or check DATABASE_URL.",
  ],
]);

/** What to do about a fault that kept the program from starting; null when only its stack can tell. */
export function adviceFor(fault: unknown): string | null {
  const own = property(fault, "advice");
  if (typeof own === "string") return own;
  // Prisma puts what it was doing before what went wrong.
  const detail =
    String(fault instanceof Error ? fault.message : fault)
      .split("\n")
      .at(-1) ?? "";
  const known = [property(fault, "code"), property(property(fault, "cause"), "kind")]
    .map((code) => adviceByCode.get(code))
    .find((one) => one !== undefined);
  if (known !== undefined) return known(detail);
  const stored = adviceOf(fault);
  return stored === null ? null : `${stored} (${detail})`;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
