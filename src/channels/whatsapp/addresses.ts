import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Log } from "../../app/ports/log.ts";

/**
 * One address for one person. WhatsApp names the same chat by phone number (…@c.us) or by LID
 * (…@lid), and may change from one to the other at any time; an account linked under one form must
 * stay linked. The phone's form is preferred where both are known at first sight; what was once
 * decided is kept in a file, for the page may learn a number later.
 */
export interface Addresses {
  /** The one address of whoever wrote from `form`; asks the page about a form it has not seen. */
  resolve(form: string, ask: (form: string) => Promise<unknown>): Promise<string>;
  /** The address of a form already seen; the form itself if it was not. */
  addressOf(form: string): string;
  /** Every form an address is known under, itself among them. */
  formsOf(address: string): readonly string[];
  /** The form that person last wrote from: WhatsApp may refuse the other one ("No LID for user"). */
  routeTo(address: string): string;
}

export function createAddresses(path: string, log: Log): Addresses {
  const book = readBook(path, log);

  function keep(address: string, formList: readonly string[], route: string): void {
    const known = formList.every((form) => book.addressByForm[form] === address);
    if (known && book.routeByAddress[address] === route) return;
    for (const form of formList) book.addressByForm[form] = address;
    book.routeByAddress[address] = route;
    writeBook(path, book, log);
  }

  const addressOf = (form: string): string => book.addressByForm[form] ?? form;

  return {
    async resolve(form, ask) {
      const decided = book.addressByForm[form];
      if (decided !== undefined) {
        keep(decided, [form], form);
        return decided;
      }
      const { lid, pn } = await askForBoth(form, ask, log);
      const formList = [...new Set([pn, lid, form])].filter((one) => one !== undefined);
      const earlier = formList
        .map((one) => book.addressByForm[one])
        .find((one) => one !== undefined);
      const address = earlier ?? pn ?? form;
      keep(address, formList, form);
      return address;
    },
    addressOf,
    formsOf: (address) => [
      ...new Set([
        address,
        ...Object.keys(book.addressByForm).filter((form) => book.addressByForm[form] === address),
      ]),
    ],
    routeTo: (address) => book.routeByAddress[address] ?? address,
  };
}

const Book = z.object({
  addressByForm: z.record(z.string(), z.string()),
  routeByAddress: z.record(z.string(), z.string()),
});
type Book = z.infer<typeof Book>;

const Both = z.object({
  lid: z
    .string()
    .nullish()
    .transform((one) => one ?? undefined),
  pn: z
    .string()
    .nullish()
    .transform((one) => one ?? undefined),
});

/** A page that does not know, or cannot be asked, leaves the form we have. */
async function askForBoth(
  form: string,
  ask: (form: string) => Promise<unknown>,
  log: Log,
): Promise<{ lid?: string | undefined; pn?: string | undefined }> {
  const mine = form.endsWith("@lid") ? { lid: form } : { pn: form };
  try {
    const both = Both.safeParse(await ask(form));
    return { ...both.data, ...mine };
  } catch (err) {
    log.debug({ err }, "the other form of an address is not known");
    return mine;
  }
}

function readBook(path: string, log: Log): Book {
  try {
    return Book.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (err) {
    if (!isMissing(err)) log.warn({ err }, "the addresses of WhatsApp start anew");
    return { addressByForm: {}, routeByAddress: {} };
  }
}

function writeBook(path: string, book: Book, log: Log): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(book), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (err) {
    log.error({ err }, "the addresses of WhatsApp could not be kept");
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
