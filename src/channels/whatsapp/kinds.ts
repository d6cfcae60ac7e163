/** Kinds of message WhatsApp makes by itself, and why they deserve no answer. */
export const SILENT_MESSAGE: ReadonlyMap<string, string> = new Map([
  ["album", "its files come as messages of their own"],
  ["broadcast_notification", "news of a broadcast list"],
  ["call_log", "a call is not taken; the phone shows that"],
  ["ciphertext", "comes once more when it can be read, or is reported when it cannot"],
  ["debug", "the library's own"],
  ["e2e_notification", "news of encryption"],
  ["gp2", "news of a group"],
  ["group_notification", "news of a group"],
  ["notification", "news of the chat"],
  ["notification_template", "news of the chat"],
  ["protocol", "between the phones themselves"],
  ["reaction", "a reaction asks for nothing"],
  ["revoked", "a deletion is told by an event of its own"],
]);

/** Events of the library nobody listens to here, and why nobody misses an answer. */
export const SILENT_EVENT: ReadonlyMap<string, string> = new Map([
  ["chat_removed", "the account's owner tidied up"],
  ["chat_archived", "the account's owner tidied up"],
  ["message_ciphertext", "comes once more when it can be read, or is reported when it cannot"],
  ["message_create", "the same messages as `message`, and our own"],
  ["message_revoke_me", "deleted on one side alone"],
  ["unread_count", "follows from the messages"],
  ["message_reaction", "a reaction asks for nothing"],
  ["media_uploaded", "our own files"],
  ["contact_changed", "the new number writes under the same LID, or is invited anew"],
  ["group_join", "the first thing said in a group is answered"],
  ["group_leave", "groups are not administered"],
  ["group_admin_changed", "groups are not administered"],
  ["group_membership_request", "groups are not administered"],
  ["group_update", "groups are not administered"],
  ["change_battery", "says nothing about the office"],
  ["call", "a call is not taken; the phone shows that"],
  ["remote_session_saved", "the session stays on this machine"],
]);
