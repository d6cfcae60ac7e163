/** Ends what was started. */
type Stop = () => Promise<void>;

/**
 * Starts the program, and starts it anew in the same process whenever it asks for that: stopped as a
 * signal would stop it, then begun with what was set meanwhile. `fail` is told of a later start that
 * came to nothing.
 */
export async function startAnew(
  begin: (again: () => void) => Promise<Stop>,
  fail: (cause: unknown) => void,
): Promise<Stop> {
  let ended = false;
  const again = (): void => {
    running = running.then(async (stop) => {
      if (ended) return stop;
      await stop();
      return begin(again);
    });
    running.catch(fail);
  };
  let running = begin(again);
  await running;
  return async () => {
    ended = true;
    const stop = await running;
    await stop();
  };
}
