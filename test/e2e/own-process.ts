import { test } from "vitest";
import { SopirProcess } from "./sopir-process.ts";

/** A test with a process of its own, so that those that mostly wait for theirs can wait together. */
export const withProcess = test.extend<{ readonly sopir: SopirProcess }>({
  sopir: async ({ onTestFinished }, use) => {
    const sopir = await SopirProcess.create();
    onTestFinished(() => sopir.dispose());
    await use(sopir);
  },
});
