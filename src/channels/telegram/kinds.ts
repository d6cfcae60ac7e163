/** The kinds of update this adapter asks for; all others stay at Telegram. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

/** Every other kind of update of the Bot API, and why nobody misses an answer to it. */
export const SILENT_UPDATE: Readonly<Record<string, string>> = {
  channel_post: "channels are read by many and answered by nobody",
  edited_channel_post: "channels are read by many and answered by nobody",
  business_connection: "the bot acts for no business account",
  business_message: "the bot acts for no business account",
  edited_business_message: "the bot acts for no business account",
  deleted_business_messages: "the bot acts for no business account",
  guest_message: "the bot is no guest in chats it does not belong to",
  message_reaction: "a reaction asks for nothing, and bots are told of it in groups only",
  message_reaction_count: "a reaction asks for nothing",
  inline_query: "the bot offers no inline mode",
  chosen_inline_result: "the bot offers no inline mode",
  shipping_query: "nothing is sold",
  pre_checkout_query: "nothing is sold",
  purchased_paid_media: "nothing is sold",
  poll: "choices are buttons here; no poll is sent",
  poll_answer: "choices are buttons here; no poll is sent",
  chat_member: "groups are not administered",
  chat_join_request: "groups are not administered",
  chat_boost: "channels are not administered",
  removed_chat_boost: "channels are not administered",
  managed_bot: "the bot manages no other bots",
  subscription: "nothing is sold",
  stopped_message_generation: "messages are sent whole",
};

/** What Telegram writes into a private chat by itself, and why that deserves no answer. */
export const SILENT_MESSAGE: Readonly<Record<string, string>> = {
  pinned_message: "somebody tidied the chat",
  message_auto_delete_timer_changed: "a setting of the chat",
  write_access_allowed: "a permission was given, nothing was said",
  chat_background_set: "a setting of the chat",
  connected_website: "a login elsewhere",
  paid_message_price_changed: "a setting of the chat",
  direct_message_price_changed: "a setting of the chat",
};
