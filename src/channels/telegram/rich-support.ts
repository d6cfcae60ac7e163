/**
 * Whether the server takes rich messages. Each refusal costs a second call, so an older server is asked
 * once; one that has taken some refuses this or that message, not the method.
 */
export interface RichSupport {
  readonly offered: () => boolean;
  readonly taken: () => void;
  /** Told once the same message went through without its blocks. */
  readonly refused: () => void;
}

/** Known until the program ends: a server that is updated is asked again after the next start. */
export function createRichSupport(): RichSupport {
  let state: "unknown" | "taken" | "refused" = "unknown";
  return {
    offered: () => state !== "refused",
    taken: () => {
      state = "taken";
    },
    refused: () => {
      if (state === "unknown") state = "refused";
    },
  };
}
