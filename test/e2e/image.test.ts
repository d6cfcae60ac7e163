import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readDockerfile } from "../../scripts/dockerfile.mjs";
import { variableList } from "../../src/config.ts";
import { Container, checkContainer } from "./image.ts";

const root = join(import.meta.dirname, "../..");

describe("the image", () => {
  let container: Container | null = null;
  afterEach(() => container?.dispose());

  // Packages and compiled code are those of this tree; the long form makes them by the Dockerfile too.
  it("runs as an ordinary user on a root that cannot be written, and says that it is well", async () => {
    container = new Container({ build: root });
    await checkContainer(container);
  }, 180_000);
});

describe("the Dockerfile", () => {
  const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));

  it("names files that are there and variables that are read", () => {
    const steps = stages.flatMap((stage) => stage.steps);
    const own = steps.filter(({ from }) => from === undefined);
    for (const source of own.flatMap(({ sources = [] }) => sources))
      expect(existsSync(join(root, source)), source).toBe(true);
    for (const name of steps.flatMap(({ env = {} }) => Object.keys(env)))
      expect(variableList).toContain(name);
  });

  it("ends as an ordinary user in each stage that is run", () => {
    const run = stages.filter(({ name }) => name !== "build");
    const users = (stage: (typeof run)[number]) =>
      stage.steps.flatMap(({ kind, user }) => (kind === "USER" ? [user] : []));
    expect(run.map((stage) => users(stage).at(-1) ?? stage.from)).toEqual(["node", "node", "run"]);
  });

  it.each([
    "FROM a\nADD x y",
    "FROM a\nCOPY --chown=a b c",
    "FROM a\nCOPY a* b",
    "FROM a\nENV A",
    "FROM a\nWORKDIR $HOME",
    "RUN true",
    'FROM a\nCMD "node"',
  ])("is refused where it says %j, which nothing here could do", (text) => {
    expect(() => readDockerfile(text)).toThrow();
  });
});
