import { prepare } from "./prepare.mjs";

await prepare();
process.setSourceMapsEnabled(true);
// the same process: signals reach the program, its exit code is ours
await import("../dist/main.js");
