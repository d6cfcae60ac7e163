import { test } from "vitest";
import type { Person } from "../doubles/telegram/index.ts";
import { SopirProcess } from "./sopir-process.ts";

/** A test with a process of its own, so that those that mostly wait for theirs can wait together. */
export const withProcess = test.extend<{ readonly sopir: SopirProcess }>({
  sopir: async ({ onTestFinished }, use) => {
    const sopir = await SopirProcess.create();
    onTestFinished(() => sopir.dispose());
    await use(sopir);
  },
});

/** Has somebody do something, and resolves to the one answer like this once what they did is confirmed. */
export const answeredBy =
  ({ telegram }: SopirProcess) =>
  async (person: Person, act: () => unknown, answer: RegExp): Promise<string> => {
    const before = person.texts.length;
    const found = (): string | undefined =>
      person.texts.slice(before).find((said) => answer.test(said));
    act();
    await telegram.until(() => found() !== undefined && telegram.pendingUpdates === 0, 30_000);
    return found() ?? "";
  };
