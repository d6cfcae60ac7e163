/**
 * What Telegram hands a page in its address, and the few words a page says back. Its own script would say
 * more, but comes from elsewhere and is not there without a connection.
 */
const hash = new URLSearchParams(location.hash.slice(1));

/** The signed words on who opened the page; only the server can tell whether they hold. */
export const initData = hash.get("tgWebAppData") ?? "";

/** Whose drafts these are: several people may share a tablet. */
export const orang = String(parse(new URLSearchParams(initData).get("user"))?.id ?? "");

/** Whether Telegram is dark; null where it does not say. */
export function isDark() {
  const latar = parse(hash.get("tgWebAppThemeParams"))?.bg_color;
  if (typeof latar !== "string" || !/^#[0-9a-f]{6}$/i.test(latar)) return null;
  const [merah, hijau, biru] = [1, 3, 5].map((at) => Number.parseInt(latar.slice(at, at + 2), 16));
  return merah * 0.299 + hijau * 0.587 + biru * 0.114 < 128;
}

/** Tells Telegram something, as its documented events have it; elsewhere nothing happens. */
export function tell(eventType, eventData = {}) {
  if (globalThis.TelegramWebviewProxy !== undefined)
    globalThis.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData));
  else if (globalThis.parent !== globalThis)
    globalThis.parent.postMessage(
      JSON.stringify({ eventType, eventData }),
      "https://web.telegram.org",
    );
}

function parse(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
