/** Words that announce a secret of a certified signature or of an account. */
const announcement = /\b(pass\s?-?phrase|frasa sandi|kata sandi|password|sandi|pin)\b/i;
const stated =
  /\b(pass\s?-?phrase|frasa sandi|kata sandi|password|sandi|pin)\b[^:=\n]{0,30}[:=]\s*\S{4,}/i;

/**
 * Whether a text looks like somebody's signing passphrase. Such a text is refused and kept nowhere,
 * so this would rather be wrong about a harmless sentence than about a secret.
 */
export function looksLikePassphrase(teks: string): boolean {
  if (!announcement.test(teks)) return false;
  return stated.test(teks) || teks.split(/[\s"'`,;]+/).some(isSecretLike);
}

/** Six characters or more that no Indonesian word mixes: letters with digits or with signs. */
function isSecretLike(word: string): boolean {
  const bare = word.replace(/[.?!)]+$/, "");
  if (/^https?:/i.test(bare) || bare.startsWith("/")) return false;
  const letters = /[a-z]/i.test(bare);
  const digits = /\d/.test(bare);
  const signs = /[^a-z0-9\-./]/i.test(bare);
  const humps = /[a-z][A-Z]/.test(bare);
  return bare.length >= 6 && ((letters && (digits || signs)) || humps || /^\d{6,}$/.test(bare));
}
