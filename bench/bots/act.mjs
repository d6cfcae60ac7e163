/** Answers what a process of the benchmark is asked, one act at a time. */
export function serve(acts) {
  process.on("message", async ({ act, ...given }) => {
    try {
      process.send({ result: (await acts[act](given)) ?? null });
    } catch (error) {
      process.send({ error: String(error.stack) });
    }
  });
  process.send({ result: "ready" });
}

/** The median time of something done so often, in milliseconds. */
export async function timed(times, work) {
  const list = [];
  for (let n = 0; n < times; n += 1) {
    const startMs = performance.now();
    await work();
    list.push(performance.now() - startMs);
  }
  return list.toSorted((a, b) => a - b)[Math.floor(times / 2)];
}
