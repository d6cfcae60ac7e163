/** Keys whose text never belongs in a log, at any depth. */
const secretKey =
  "authorization|cookie|set-cookie|x-telegram-bot-api-secret-token|token|bot_token|secret|secret_token|password";

type Rule = readonly [pattern: RegExp, replacement: string | ((match: string) => string)];

/** Digits after the first become zeros, so the line stays valid JSON whether the number stood in a text or alone. */
const blank = (match: string): string => match.replace(/(?<=\d.*)\d/g, "0");

const ruleList: readonly Rule[] = [
  [new RegExp(`("(?:${secretKey})":)"(?:[^"\\\\]|\\\\.)*"`, "gi"), '$1"[redacted]"'],
  [/\bbot\d+(?::|%3A)[\w-]+/gi, "bot[redacted]"],
  [/\b\d{6,}(?::|%3A)[\w-]{20,}/gi, "[redacted]"],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, "$1 [redacted]"],
  [/(\w:\/\/[^\s:@/"]*):[^\s@/"]+@/g, "$1:[redacted]@"],
  [/\d{6,}(?=@(?:c\.us|s\.whatsapp\.net|lid)\b)/g, blank],
  [/(?<![\w.+-])(?:\+62|62|0)[ -]?8\d{1,3}(?:[ -]?\d){5,9}(?!\w)/g, blank],
  [/(?<![\w.])\+[1-9]\d{7,14}(?!\d)/g, blank],
];

/**
 * Makes the function that cleans one line of JSON: bot tokens, authorization headers, passwords in
 * URLs, Indonesian and international phone numbers, and `secrets` wherever they appear.
 */
export function createRedact(secrets: readonly string[]): (line: string) => string {
  const known = secrets
    .filter((secret) => secret.length > 0)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line) => {
    const withoutKnown = known.reduce((text, part) => text.replaceAll(part, "[redacted]"), line);
    return ruleList.reduce(applyRule, withoutKnown);
  };
}

function applyRule(text: string, [pattern, replacement]: Rule): string {
  if (typeof replacement === "string") return text.replace(pattern, replacement);
  return text.replace(pattern, replacement);
}
