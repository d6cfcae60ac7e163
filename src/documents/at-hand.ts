import { createHash } from "node:crypto";
import { serialize } from "node:v8";

/** More is not asked for again: whoever is owed the same file is sent it within moments of the others. */
const KEPT = 4;

type Maker<T> = (from: T) => Promise<Uint8Array>;

/**
 * Keeps the last few files at hand: what goes to everybody who decides on a report is written once, not once for
 * each of them. The same content gives the same bytes, so nothing but the content is looked at.
 */
export function atHand<T>(make: Maker<T>): Maker<T> {
  const madeByContent = new Map<string, Promise<Uint8Array>>();
  return (from) => {
    const content = createHash("sha256").update(serialize(from)).digest("hex");
    const made = madeByContent.get(content) ?? make(from);
    madeByContent.delete(content);
    madeByContent.set(content, made);
    const [oldest] = madeByContent.keys();
    if (madeByContent.size > KEPT && oldest !== undefined) madeByContent.delete(oldest);
    made.catch(() => madeByContent.delete(content));
    return made;
  };
}
