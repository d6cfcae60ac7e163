// What the program is built from: pinned, whole by its checksum, and free to be handed on.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Package = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  overrides: z
    .record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
    .default({}),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const lockOf = (path: string) =>
  Object.entries(Lock.parse(read(path)).packages).filter(([key]) => key !== "");
/** What is installed beside the program in service: no tool of its makers. */
const production = lockOf("package-lock.json").filter(
  ([, { dev, devOptional }]) => dev !== true && devOptional !== true,
);
const nameOf = (key: string): string => key.replace(/^.*node_modules\//, "");

/** May be handed on with a notice and without conditions on what stands beside it. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT/X11",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);
/** Everything else, each with why it may be used as it is. */
const KNOWN: Readonly<Record<string, string>> = {
  // conditions on changed files of its own alone; used unchanged
  "@resvg/resvg-js": "MPL-2.0",
  // of whatsapp-web.js, for stickers, which sopir never sends; a library of its own, used unchanged
  "node-webpmux": "LGPL-3.0-or-later",
  // too old to say so where a machine looks: MIT in a list, in a file beside it, and nowhere (of exceljs)
  async: "none stated",
  "png-js": "none stated",
  buffers: "none stated",
};

/** "(MIT OR GPL-3.0-or-later)" is one of them, "(MIT AND Zlib)" all of them. */
const isPermissive = (license: string): boolean =>
  license
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((one) => one.split(" AND ").every((part) => PERMISSIVE.has(part)));

describe("what the program is built from", () => {
  it.each(["package.json", "bench/package.json"])("is named to the last digit in %s", (path) => {
    const { dependencies, devDependencies, overrides } = Package.parse(read(path));
    const versions = [dependencies, devDependencies, overrides].flatMap((group) =>
      Object.entries(group).flatMap(([name, version]) =>
        typeof version === "string" ? [[name, version]] : Object.entries(version),
      ),
    );
    expect(versions.length).toBeGreaterThan(0);
    expect(
      versions.filter(
        ([, version = ""]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$|^\$[@\w/-]+$/.test(version),
      ),
    ).toEqual([]);
  });

  it.each(["package-lock.json", "bench/package-lock.json"])(
    "is held to a checksum in %s, and fetched from nowhere but the registry",
    (path) => {
      // a tool of ours for another kind of machine is known by its version alone
      const list = lockOf(path).filter(
        ([, { dev, optional }]) => dev !== true || optional !== true,
      );
      expect(list.filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true)).toEqual(
        [],
      );
      expect(
        list.filter(([, { resolved, link }]) => resolved !== undefined || link === true),
      ).toEqual([]);
    },
  );

  it("may be handed on: each licence of the production tree is known", () => {
    expect(production.length).toBeGreaterThan(300);
    const unknown = production
      .map(([key, { license = "none stated" }]) => ({ name: nameOf(key), license }))
      .filter(({ license }) => !isPermissive(license))
      .filter(({ name, license }) => KNOWN[name.replace(/(resvg-js)-.*/, "$1")] !== license);
    expect(unknown).toEqual([]);
  });

  it("has no exception that is not needed any more", () => {
    const odd = production.filter(([, { license }]) => !isPermissive(license ?? "none stated"));
    const names = new Set(odd.map(([key]) => nameOf(key).replace(/(resvg-js)-.*/, "$1")));
    expect([...names].toSorted()).toEqual(Object.keys(KNOWN).toSorted());
  });
});

describe("the container", () => {
  const dockerfile = readFileSync("Dockerfile", "utf8");
  const compose = readFileSync("compose.yaml", "utf8");

  it("runs as an ordinary user in each of its stages that is run", () => {
    const stages = dockerfile.split(/^FROM /m).slice(2);
    expect(
      stages.map((stage) => stage.match(/^USER .*$/gm)?.at(-1) ?? "of the stage before"),
    ).toEqual(["USER node", "USER node", "of the stage before"]);
  });

  it("writes nowhere but in its two volumes, may gain no right, and has none to begin with", () => {
    const sopir = /^ {2}sopir:\n(?:(?: {4}.*)?\n)+/m.exec(compose)?.[0] ?? "";
    for (const line of [
      "read_only: true",
      "cap_drop: [ALL]",
      "security_opt: [no-new-privileges:true]",
      "tmpfs: [/tmp]",
    ])
      expect(sopir).toContain(`    ${line}\n`);
    const docs = readFileSync("docs/run-container.md", "utf8");
    expect(docs).toContain(
      "--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges",
    );
  });

  it("copies nothing of an installation into the image", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    for (const name of [".env", "data", "data-cadangan", ".git"]) expect(ignored).toContain(name);
  });
});
