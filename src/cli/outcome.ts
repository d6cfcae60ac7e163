/** What a command came to; the runner alone prints and chooses the exit code. */
export type Outcome =
  | { readonly kind: "done"; readonly json: unknown; readonly text: string }
  /** Exit code 1: the reason goes to stderr; with `--json` the details still go to stdout. */
  | { readonly kind: "refused"; readonly reason: string; readonly json?: unknown }
  /** Exit code 2: what was typed makes no sense. */
  | { readonly kind: "usage"; readonly reason: string };

/** A command that did what it was asked for. */
export const done = (json: unknown, text: string): Outcome => ({ kind: "done", json, text });

/** A command that was understood and not carried out. */
export const refused = (reason: string, json?: unknown): Outcome => ({
  kind: "refused",
  reason,
  json,
});

/** A command that was not understood. */
export const wrongUsage = (reason: string): Outcome => ({ kind: "usage", reason });
