/** Values that are each right and do not go together. */
export function conflictsOf(
  given: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [
      given["CLOCK"] === "rehearsal" && given["NODE_ENV"] === "production",
      "CLOCK must not be rehearsal when NODE_ENV is production: deadlines would stand still.",
    ],
    [
      Boolean(given["TELEGRAM_WEBHOOK_URL"]) && !given["TELEGRAM_WEBHOOK_SECRET"],
      "TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_WEBHOOK_URL is: without it anyone could send updates.",
    ],
    [
      Boolean(given["TELEGRAM_WEBHOOK_URL"]) && !given["TELEGRAM_BOT_TOKEN"],
      "TELEGRAM_BOT_TOKEN must be set when TELEGRAM_WEBHOOK_URL is: there is no bot to register the webhook for.",
    ],
    [
      Boolean(given["TELEGRAM_MINI_APP_URL"]) && !given["TELEGRAM_BOT_TOKEN"],
      "TELEGRAM_BOT_TOKEN must be set when TELEGRAM_MINI_APP_URL is: without it nobody can tell who opens the page.",
    ],
    [
      Boolean(given["WHATSAPP_CLOUD_TOKEN"]) && CLOUD_NEEDS.some((variable) => !given[variable]),
      `${CLOUD_NEEDS.filter((variable) => !given[variable]).join(", ")} must be set when WHATSAPP_CLOUD_TOKEN is: without them nothing can be received.`,
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

/** What the Cloud API needs beside its token. */
const CLOUD_NEEDS = [
  "WHATSAPP_CLOUD_PHONE_ID",
  "WHATSAPP_CLOUD_APP_SECRET",
  "WHATSAPP_CLOUD_VERIFY_TOKEN",
] as const;
