import { afterEach, describe, expect, it } from "vitest";
import { SopirProcess } from "./sopir-process.ts";

describe("a process that rehearses", () => {
  let sopir: SopirProcess;

  afterEach(() => sopir.dispose());

  const move = (body: object, signal: AbortSignal | null = null) =>
    fetch(`${sopir.url}/rehearsal/clock`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
      signal,
    });
  /** Where the clock stands, and where a move under way leads. */
  const clock = async (): Promise<{ sekarang: string; menuju?: string }> =>
    (await fetch(`${sopir.url}/rehearsal/clock`)).json();
  const underWay = async (): Promise<void> => {
    while ((await clock()).menuju === undefined) continue;
  };

  it("lets a far move be left, moves on from there, and ends in the middle of another", async () => {
    sopir = await SopirProcess.create();
    sopir.extra = { TELEGRAM_BOT_TOKEN: "", CLOCK: "rehearsal", PERAGA: "true" };
    sopir.start();
    await sopir.ready();
    expect((await move({ ke: "2037-01-01T00:00:00+08:00" })).status).toBe(400);

    const leaving = new AbortController();
    const left = move({ maju: "P730D" }, leaving.signal);
    await underWay();
    leaving.abort();
    await expect(left).rejects.toThrow();
    const next = await move({ maju: "PT1M" });
    expect(next.status).toBe(200);

    const far = move({ maju: "P730D" });
    await underWay();
    expect(await sopir.stop()).toBe(0);
    // Either it was told where the clock came to, or its connection ended with the process.
    expect(await far.then(({ status }) => status).catch(() => "gone")).toBeOneOf([503, "gone"]);
  }, 120_000);
});
