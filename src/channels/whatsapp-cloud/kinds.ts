/** Kinds of messages that ask for nothing, and why nobody misses an answer to them. */
export const SILENT: Readonly<Record<string, string>> = {
  reaction: "a reaction asks for nothing",
  system: "somebody has another number by now; what they write comes from there",
  request_welcome: "the chat was opened, nothing was said",
  ephemeral: "a setting of the chat",
};

/** What is answered with what can be sent instead. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  sticker: "sticker",
  location: "location",
  contacts: "contact",
  order: "other",
  unsupported: "other",
};

/** Fields of the webhook that are news of the account, for the operator's log. */
export const ACCOUNT_NEWS: Readonly<Record<string, string>> = {
  account_alerts: "WhatsApp has news of the account",
  account_review_update: "WhatsApp has reviewed the account",
  account_update: "WhatsApp has changed the account",
  message_template_status_update: "WhatsApp has decided on a template",
  message_template_quality_update: "WhatsApp has graded a template",
  phone_number_name_update: "WhatsApp has decided on the display name",
  phone_number_quality_update: "WhatsApp has graded the number",
  template_category_update: "WhatsApp has moved a template to another category",
};
