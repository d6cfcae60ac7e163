/** Bounds of a growing pause, both in milliseconds. */
export interface BackoffLimits {
  readonly firstMs: number;
  readonly capMs: number;
}

/** Pause before trying again after `failures` failures in a row (1-based): doubles up to the cap. */
export const backoffMs = (failures: number, { firstMs, capMs }: BackoffLimits): number =>
  Math.min(firstMs * 2 ** Math.max(0, failures - 1), capMs);
