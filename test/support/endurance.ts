/** Which random run this is: `SEED=…` repeats one, without it every run is another. */
export const seed: number = seedOf(process.env["SEED"]);

function seedOf(given: string | undefined): number {
  return given === undefined ? Date.now() % 2 ** 31 : Number(given);
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Does random work; what it throws says how the same run is had again. */
export async function seeded<T>(work: (random: () => number) => Promise<T>): Promise<T> {
  try {
    return await work(randomOf(seed));
  } catch (cause) {
    throw new Error(`SEED=${seed}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Prints what a long form measured, as one line for the tables of docs/reliability.md. */
export function figures(what: string, measured: Readonly<Record<string, number | string>>): void {
  const told = Object.entries(measured).map(([name, value]) => `${name} ${value}`);
  console.log(`figures: ${what}: ${told.join(", ")}`);
}
