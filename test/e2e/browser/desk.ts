import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { WITHOUT_POPUPS } from "../../../src/channels/whatsapp/library.ts";

const CHROMIUM = "/usr/bin/chromium";

/** Debian's Chromium, which these tests cannot do without. */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`${CHROMIUM} is missing; get it with: apt-get install -y chromium`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      WITHOUT_POPUPS,
    ],
  });
}

/** The one of this process, for every file it runs: whoever opens a context in it closes that again. */
export function sharedChromium(): Promise<Browser> {
  // ends with the process
  shared ??= launchChromium();
  return shared;
}

let shared: Promise<Browser> | null = null;

/** The simulator's page as somebody uses it: by what they read on it. */
export class Desk {
  readonly page: Page;
  /** Whatever the page complained about; nothing, if all is well. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("dialog", (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async open(
    browser: Browser,
    address: string,
    viewport = { width: 1440, height: 900 },
  ): Promise<Desk> {
    // what flashes takes the time of whoever waits for it to stand still
    const reducedMotion = "reduce";
    const context = await browser.newContext({ viewport, reducedMotion, acceptDownloads: true });
    const page = await context.newPage();
    // A test fails for what it sees, not for how fast the machine is.
    page.setDefaultTimeout(60_000);
    const desk = new Desk(page);
    await page.goto(`${address}/peraga`);
    await desk.ready();
    return desk;
  }

  async ready(): Promise<void> {
    await this.page.locator("body[data-siap]").waitFor();
  }

  /** Brings somebody's phone to the desk. */
  async phone(nama: string): Promise<Locator> {
    const person = this.page.locator("#orang button", { hasText: nama }).first();
    if ((await person.getAttribute("aria-pressed")) !== "true") await person.click();
    return this.page.getByRole("article", { name: `Ponsel ${nama}`, exact: true });
  }

  /** Presses the newest button of that title on somebody's phone. */
  async taps(nama: string, title: string | RegExp): Promise<void> {
    const phone = await this.phone(nama);
    await phone.locator(".tombol").getByRole("button", { name: title }).last().click();
  }

  async says(nama: string, teks: string): Promise<void> {
    const phone = await this.phone(nama);
    await phone.getByRole("textbox").fill(teks);
    await phone.getByRole("button", { name: "Kirim pesan" }).click();
  }

  /** Presses a button and waits for what the office says to it. */
  answers(nama: string, title: string | RegExp): Promise<void> {
    return this.#answered(nama, () => this.taps(nama, title));
  }

  /** Writes something and waits for what the office says to it. */
  asks(nama: string, teks: string): Promise<void> {
    return this.#answered(nama, () => this.says(nama, teks));
  }

  async #answered(nama: string, act: () => Promise<void>): Promise<void> {
    const phone = await this.phone(nama);
    const newest = phone.locator(".gelembung.kantor").last();
    const before = await newest.getAttribute("data-id");
    await act();
    await phone.locator(`.gelembung.kantor:last-child:not([data-id="${before}"])`).waitFor();
  }

  /** The buttons of the newest message on somebody's phone. */
  async choices(nama: string): Promise<readonly string[]> {
    const phone = await this.phone(nama);
    return phone.locator(".gelembung.kantor").last().locator(".tombol button").allInnerTexts();
  }

  /** Waits until somebody's newest message offers this button. */
  async offered(nama: string, title: string | RegExp): Promise<void> {
    const phone = await this.phone(nama);
    const newest = phone.locator(".gelembung.kantor").last();
    await newest.getByRole("button", { name: title }).waitFor();
  }

  /** A whole unit's figures, each by the first button offered; a picture where one is asked for. */
  async fillByTaps(nama: string): Promise<void> {
    await this.answers(nama, "Mulai isi");
    await this.restByTaps(nama);
  }

  /** The same from a question that stands already. */
  async restByTaps(nama: string): Promise<void> {
    await this.figuresByTaps(nama);
    await this.answers(nama, "Kirim");
  }

  /** The same up to the summary, which is left to be sent. */
  async figuresByTaps(nama: string): Promise<void> {
    for (;;) {
      const titles = await this.choices(nama);
      if (titles.includes("Kirim")) return;
      if (titles.includes("Nanti saja")) await this.sendsSample(nama);
      else await this.answers(nama, titles[0] ?? "");
    }
  }

  /** Sends the page's own sample picture. */
  async sendsSample(nama: string): Promise<void> {
    const phone = await this.phone(nama);
    await phone.getByRole("button", { name: "Kirim berkas" }).click();
    await phone.getByRole("button", { name: "Foto contoh" }).click();
    await phone.locator(".gelembung.kantor:last-child", { hasText: "bukti-dukung.png" }).waitFor();
  }

  /** Waits until somebody's phone shows this. */
  async reads(nama: string, teks: string | RegExp): Promise<Locator> {
    const phone = await this.phone(nama);
    const bubble = phone.locator(".gelembung", { hasText: teks }).last();
    await bubble.waitFor();
    return bubble;
  }

  /** Pushes the clock and waits until everything due has happened. */
  async push(title: string): Promise<void> {
    const button = this.page.locator("#jam").getByRole("button", { name: title });
    const pushed = this.page.waitForResponse((response) => response.url().endsWith("/clock"));
    await button.click();
    await pushed;
    await this.page.locator('#jam button[aria-disabled="false"]').first().waitFor();
  }

  /** What a script in the page answers. */
  measure(question: "lebar" | "fokus"): Promise<string> {
    return this.page.evaluate(QUESTIONS[question]);
  }

  /** Ends the visit. */
  async close(): Promise<void> {
    await this.page.context().close();
  }
}

// As text: the page's world has names ours does not know.
const QUESTIONS = {
  lebar: "String(document.documentElement.scrollWidth)",
  fokus: "document.activeElement.ariaLabel || document.activeElement.textContent",
} as const;
