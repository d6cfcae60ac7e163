import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";

nodeModule.enableCompileCache?.();
await prepare();
process.setSourceMapsEnabled(true);
// the command line sees the arguments it would see if it were started directly
process.argv[1] = fileURLToPath(new URL("../dist/cli/sopir.js", import.meta.url));
await import("../dist/cli/sopir.js");
