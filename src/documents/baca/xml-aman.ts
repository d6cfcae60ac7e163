import { setImmediate } from "node:timers/promises";
import sax from "sax";

/** The value of an attribute, by its name as it is written. */
export type Atribut = (nama: string) => string | undefined;

/** What is told of a part while it is read; names of tags come without their prefix. */
export interface XmlPendengar {
  readonly buka?: (nama: string, atribut: Atribut) => void;
  readonly tutup?: (nama: string) => void;
  readonly teks?: (teks: string) => void;
}

/** Office nests a dozen deep; nothing that people write nests this far. */
const TINGKAT_PALING_DALAM = 256;
/** Read at once before everybody else gets a turn. */
const POTONGAN = 65_536;

/**
 * Reads a part of somebody's file tag by tag; false when it is not well-formed. A part with a
 * document type is not read at all: only there could entities be declared.
 */
export async function bacaXml(data: Uint8Array, pendengar: XmlPendengar): Promise<boolean> {
  const text = decode(data);
  if (text === null) return false;
  const { parser, sound, rooted } = createParser(pendengar);
  try {
    for (let at = 0; at < text.length && sound(); at += POTONGAN) {
      parser.write(text.slice(at, at + POTONGAN));
      await setImmediate();
    }
    if (sound()) parser.close();
  } catch {
    // the parser throws its first error again; it has been noted
    return false;
  }
  return sound() && rooted();
}

function createParser({ buka, tutup, teks }: XmlPendengar): {
  readonly parser: sax.SAXParser;
  /** Nothing was wrong so far. */
  readonly sound: () => boolean;
  readonly rooted: () => boolean;
} {
  const parser = sax.parser(true, { position: false });
  let broken = false;
  let depth = 0;
  let rooted = false;
  const fail = (): void => {
    broken = true;
  };
  const onText = (text: string): void => {
    if (!broken) teks?.(text);
  };
  const listeners: Partial<sax.SAXParser> = {
    onerror: fail,
    ondoctype: fail,
    onopentag: ({ name, attributes }) => {
      depth += 1;
      rooted = true;
      if (depth > TINGKAT_PALING_DALAM) fail();
      if (!broken) buka?.(localName(name), attributesOf(attributes));
    },
    onclosetag: (name) => {
      depth -= 1;
      if (!broken) tutup?.(localName(name));
    },
    ontext: onText,
    oncdata: onText,
  };
  Object.assign(parser, listeners);
  return { parser, sound: () => !broken, rooted: () => rooted };
}

const attributesOf =
  (attributes: Readonly<Record<string, unknown>>): Atribut =>
  (nama) => {
    const value = attributes[nama];
    return typeof value === "string" ? value : undefined;
  };

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

/** UTF-8, or UTF-16 where its mark says so; null for what is neither. */
function decode(data: Uint8Array): string | null {
  const [first, second] = data;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : null;
  const encoding = wide ?? (first === 0xfe && second === 0xff ? "utf-16be" : "utf-8");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return null;
  }
}
