import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { prepare } from "./prepare.mjs";

/** Draws the pictures of `docs/panduan` anew from the simulator: the demo office, on its own clock. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare({ build: false });
  const { drawPanduan } = await tsImport("../test/e2e/browser/gambar.ts", import.meta.url);
  for (const file of await drawPanduan(process.argv.slice(2))) console.log(file);
}
