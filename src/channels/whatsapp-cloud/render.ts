import type { Capabilities, Outgoing, OutgoingFile } from "../../app/ports/channel.ts";
import type { Pilihan, RichText } from "../../core/pesan/pesan.ts";
import { plain, plainText } from "../../core/pesan/spans.ts";
import { shorten, splitText } from "../../core/pesan/split.ts";
import { toMarkup } from "../whatsapp-markup.ts";

/** One message of the Cloud API, without its receiver. */
export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "file"; readonly file: OutgoingFile; readonly text: string }
  | {
      readonly type: "buttons";
      readonly text: string;
      readonly file: OutgoingFile | null;
      readonly buttons: readonly Row[];
    }
  | {
      readonly type: "list";
      readonly text: string;
      readonly label: string;
      readonly rows: readonly (Row & { readonly description?: string })[];
    };

interface Row {
  readonly id: string;
  readonly title: string;
}

/** Below choices there is room for less: 1,024 letters, of which marks take some. */
const CHOICE_TEXT_MAX = 1_000;
const BUTTONS_MAX = 3;
const BUTTON_TITLE_MAX = 20;
const LIST_TITLE_MAX = 24;
const LABEL_MAX = 20;
/** What a list shows on its opener where the message does not say. */
const LABEL = "☰";

/** The messages that one message becomes: the first has the file, the last the choices. */
export function toParts(content: Outgoing, caps: Capabilities): readonly Part[] {
  const { file } = content;
  const pilihan = content.pilihan.flat();
  const textList = textsOf(content, pilihan.length > 0, caps);
  const last = textList.length - 1;
  return textList.map((teks, at): Part => {
    const text = toMarkup(teks);
    const withFile = at === 0 ? file : null;
    if (at === last && pilihan.length > 0) return asked(text, withFile, content);
    return withFile === null ? { type: "text", text } : { type: "file", file: withFile, text };
  });
}

/** A choice's token is longer than the service takes. */
export const overlongToken = (pilihan: readonly (readonly Pilihan[])[]): boolean =>
  pilihan.flat().some(({ id }) => id.length > TOKEN_MAX);

const TOKEN_MAX = 200;

function textsOf(
  { file, teks, pilihan }: Outgoing,
  withChoices: boolean,
  { textMax, captionMax }: Capabilities,
): readonly RichText[] {
  const partList = splitText(teks, textMax, file === null ? textMax : captionMax);
  const rest = partList.at(-1);
  if (rest === undefined) return file === null ? [] : [[]];
  if (!withChoices) return partList;
  const isLong = plainText(rest).length > CHOICE_TEXT_MAX;
  const fitted = isLong
    ? [...partList.slice(0, -1), ...splitText(rest, CHOICE_TEXT_MAX)]
    : partList;
  // A list cannot carry a file, which then goes before it.
  return file !== null && fitted.length === 1 && !areButtons(pilihan.flat())
    ? [[], ...fitted]
    : fitted;
}

function asked(text: string, file: OutgoingFile | null, { pilihan, ajakan }: Outgoing): Part {
  const all = pilihan.flat();
  if (areButtons(all)) {
    const buttons = all.map(({ id, judul }) => ({ id, title: judul }));
    return { type: "buttons", text, file, buttons };
  }
  const rows = all.map(({ id, judul }) => ({
    id,
    title: cut(judul, LIST_TITLE_MAX),
    ...(judul.length > LIST_TITLE_MAX && { description: judul }),
  }));
  return { type: "list", text, label: cut(ajakan ?? LABEL, LABEL_MAX), rows };
}

/** Buttons are few, short and each of another name; what is not is a list. */
const areButtons = (all: readonly Pilihan[]): boolean =>
  all.length <= BUTTONS_MAX &&
  all.every(({ judul }) => judul.length <= BUTTON_TITLE_MAX) &&
  new Set(all.map(({ judul }) => judul)).size === all.length;

const cut = (judul: string, max: number): string => plainText(shorten(plain(judul), max));
