import { dirname, join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

/** What is started: the program and its command line. */
const STARTED = ["src/main.ts", "src/cli/sopir.ts"];

/** Builds both into `dist/`, in few files: node takes longer to find hundreds than to read what is in them. */
export const buildProgram = () => bundle(STARTED, "src");

/** Builds one more module to stand beside both, which takes any part of the program it likes. */
export const buildBeside = (module) => bundle([module], dirname(module));

function bundle(entryPoints, outbase) {
  return build({
    absWorkingDir: root,
    entryPoints,
    outbase,
    outdir: join(root, "dist"),
    bundle: true,
    // What is read when it is needed stays in files of its own.
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "error",
  });
}
