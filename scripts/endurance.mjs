// npm run test:endurance [file …]: the long forms, all of them or those whose file name holds a word.
import { prepare } from "./prepare.mjs";
import { run } from "./run.mjs";

await prepare();
const vitest = ["vitest", "run", "--config", "test/endurance.config.ts", "--reporter=verbose"];
process.exitCode = await run([...vitest, ...process.argv.slice(2)]);
