// What Telegram hands a page that a bot's button opens, signed as it is published
// (core.telegram.org/bots/webapps, "Validating data received via the Mini App").
import { createHmac } from "node:crypto";

export type InitFields = Readonly<Record<string, string>>;

/** The fields as one text with their signature by the token of a bot. */
export function signed(fields: InitFields, token: string): string {
  const secret = createHmac("sha256", "WebAppData").update(token).digest();
  const list = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const hash = createHmac("sha256", secret).update(list.toSorted().join("\n")).digest("hex");
  return String(new URLSearchParams({ ...fields, hash }));
}

const DARK = { bg_color: "#17212b", text_color: "#f5f5f5", button_color: "#5288c1" };
const LIGHT = { bg_color: "#ffffff", text_color: "#000000", button_color: "#40a7e3" };

/** What stands behind the # of the page's address. */
export const fragment = (initData: string, dark: boolean): string =>
  String(
    new URLSearchParams({
      tgWebAppData: initData,
      tgWebAppVersion: "9.1",
      tgWebAppPlatform: "android",
      tgWebAppThemeParams: JSON.stringify(dark ? DARK : LIGHT),
    }),
  );
