import type { BerkasId } from "../engine/state.ts";

/** What a tapped choice stands for: an answer to one prompt, or (null) something that needs none. */
export interface TokenParts {
  readonly promptId: string | null;
  readonly id: string;
}

/**
 * The string a choice carries over the wire and back: `<promptId>:<id>`. A command ("/tugas") stays
 * as it is, for it works without any prompt.
 */
export function tokenOf(promptId: string | null, id: string): string {
  return promptId === null || isCommand(id) ? id : `${promptId}:${id}`;
}

/** Takes a token apart at its last colon, so a prompt's id may hold colons and a choice's may not. */
export function parseToken(token: string): TokenParts {
  const at = token.lastIndexOf(":");
  if (isCommand(token) || at === -1) return { promptId: null, id: token };
  return { promptId: token.slice(0, at), id: token.slice(at + 1) };
}

/** The berkas whose wait a token answers; null for dialogues and commands. */
export const berkasIdOf = (token: string): BerkasId | null =>
  berkasIdOfPrompt(parseToken(token).promptId ?? "");

/** The berkas whose wait a prompt asks about; null for dialogues. */
export const berkasIdOfPrompt = (promptId: string): BerkasId | null =>
  /^(.+)\.\d+$/.exec(promptId)?.[1] ?? null;

const isCommand = (id: string): boolean => id.startsWith("/");
