import * as nodeModule from "node:module";
import { prepare } from "./prepare.mjs";

// compiled code is kept between starts, where node can
nodeModule.enableCompileCache?.();
await prepare();
process.setSourceMapsEnabled(true);
// the same process: signals reach the program, its exit code is ours
await import("../dist/main.js");
