/** Whether the machine is at fault and not what was asked of it: then nothing is given up, only put off. */
export const isStoreAway = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === "StoreAway";
