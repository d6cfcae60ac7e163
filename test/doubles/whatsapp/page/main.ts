// A stand-in for WhatsApp Web: the modules whatsapp-web.js asks the page for on the ways a bot goes.
import { browser } from "./browser.ts";
import { take } from "./downstream.ts";
import { contactModules } from "./modules/contact.ts";
import { mediaModules } from "./modules/media.ts";
import { receiveModules } from "./modules/receive.ts";
import { sendModules } from "./modules/send.ts";
import { startModules } from "./modules/start.ts";
import { begin } from "./session.ts";
import { tell } from "./upstream.ts";

const modules = new Map<string, unknown>(
  Object.entries({
    ...startModules,
    ...receiveModules,
    ...sendModules,
    ...mediaModules,
    ...contactModules,
  }),
);

browser.require = (name) => {
  if (!modules.has(name)) {
    void tell("missing", { name });
    throw new Error(`the WhatsApp double has no module ${name}`);
  }
  return modules.get(name);
};

browser.Debug = { VERSION: "2.3000.1017054665" };

const complain = (reason: unknown): void => {
  void tell("trouble", { error: reason instanceof Error ? reason.message : String(reason) });
};
browser.addEventListener("unhandledrejection", ({ reason }) => complain(reason));

const source = new browser.EventSource("/double/down");
source.addEventListener("open", () => void begin());
source.addEventListener("message", ({ data }) => {
  try {
    take(JSON.parse(data));
  } catch (error) {
    complain(error);
  }
});
