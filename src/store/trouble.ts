import type { StoreAway } from "../app/ports/store.ts";

/** The machine is at fault and not what was asked of it; see the port. */
class Away extends Error implements StoreAway {
  override readonly name = "StoreAway";
  readonly advice: string;

  constructor(advice: string, cause: unknown) {
    super(advice, { cause });
    this.advice = advice;
  }
}

/** What is to be done, and whether the work goes on by itself once it is. */
interface Advice {
  readonly text: string;
  readonly passes: boolean;
}

const passing = (text: string): Advice => ({ text, passes: true });

const LATER = "Nothing is lost; it goes on by itself.";
const FULL = passing(
  "There is no room left to write. Free some on the disk of DATABASE_URL and DATA_DIR.",
);
const READ_ONLY = passing(
  "Data can be read but not written. Check the disk of DATABASE_URL and DATA_DIR and who owns them.",
);
const DISK = passing(
  "The disk of DATABASE_URL or DATA_DIR fails. Look at it and at the space left.",
);
const BUSY = passing("Another process holds the database. If it lasts, find and stop it.");
const GONE = passing("The database does not answer. Check DATABASE_URL and that it is running.");
const BROKEN: Advice = {
  text:
    "The database file or its disk is damaged. Stop sopir, look at the disk, move the file aside and " +
    "bring a backup back: npm run sopir -- backup list, then backup restore NAME.",
  passes: false,
};

/**
 * What to do about a failure, by the code of whoever failed: SQLite, PostgreSQL (by class), Prisma and
 * its driver adapters, the operating system. The first that fits counts.
 */
const adviceList: readonly (readonly [code: RegExp, advice: Advice])[] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_(SHMSIZE|SHMOPEN)|53100|ENOSPC|EDQUOT|EFBIG)$/, FULL],
  [/^(SQLITE_(READONLY|PERM)\w*|25006|EROFS|EACCES|EPERM)$/, READ_ONLY],
  [/^(SQLITE_(CORRUPT|NOTADB)\w*|XX00[12])$/, BROKEN],
  [/^(SQLITE_(IOERR|CANTOPEN|NOMEM)\w*|58\w{3}|EIO|EMFILE|ENFILE)$/, DISK],
  [/^(SQLITE_(BUSY|LOCKED|PROTOCOL)\w*|P2024|P2028)$/, BUSY],
  [
    /^(08\w{3}|28\w{3}|3D000|53\w{3}|57\w{3}|P1\d{3}|ECONN\w+|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/,
    GONE,
  ],
  [
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError|TooManyConnections|AuthenticationFailed|DatabaseAccessDenied|DatabaseDoesNotExist)$/,
    GONE,
  ],
];

function find(cause: unknown): Advice | undefined {
  const codes = codesOf(cause);
  return adviceList.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1];
}

/** What somebody who started the program can do about a failure; null where the machine is not at fault. */
export const adviceOf = (cause: unknown): string | null => find(cause)?.text ?? null;

/** The failure as the port names it where the machine is at fault; any other as it came. */
export function awayOr(cause: unknown): unknown {
  if (cause instanceof Away) return cause;
  const found = find(cause);
  return found === undefined ? cause : new Away(whileRunning(found), cause);
}

const whileRunning = ({ text, passes }: Advice): string => (passes ? `${text} ${LATER}` : text);

/** Prisma passes a failure on as the driver adapter named it, below its own or as it is. */
function codesOf(cause: unknown): readonly string[] {
  const adapter = property(property(cause, "meta"), "driverAdapterError") ?? cause;
  const reason = property(adapter, "cause");
  const own = [property(cause, "code"), property(cause, "errorCode")];
  return [property(reason, "originalCode"), property(reason, "kind"), ...own].filter(
    (code) => typeof code === "string",
  );
}

/** What is said of a failure nobody has a name for. */
export const UNKNOWN = whileRunning(GONE);

/** Runs the work; a failure of the machine is thrown as the port names it. */
export async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw awayOr(cause);
  }
}

/** What keeps the database from being written, from the first failure until something was written. */
export class Trouble {
  #advice: string | null = null;

  get advice(): string | null {
    return this.#advice;
  }

  over(): void {
    this.#advice = null;
  }

  /** Runs the work and remembers a failure of the machine. */
  async watch<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await naming(work);
    } catch (cause) {
      if (cause instanceof Away) this.#advice = cause.advice;
      throw cause;
    }
  }
}

/** A property of a value that may have none. */
export const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
