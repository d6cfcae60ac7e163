// The product's parts that benchmarks put together themselves, built as the product is (scripts/bench.mjs).
export { loadKantor } from "../src/app/office/load-kantor.ts";
export { createRuntime } from "../src/app/runtime.ts";
export { emptyDraft } from "../src/app/turn/effects/draft.ts";
export { loadCatalog } from "../src/catalog/load.ts";
export { parseKantor } from "../src/catalog/load-kantor.ts";
export { readKamus } from "../src/catalog/load-teks.ts";
export { createTelegramChannel } from "../src/channels/telegram/index.ts";
export { createRehearsalClock } from "../src/clock/rehearsal-clock.ts";
export { systemTiming } from "../src/clock/system-timing.ts";
export { createDocuments } from "../src/documents/index.ts";
export { createLogger } from "../src/observability/logger.ts";
export { systemRandom } from "../src/random/random.ts";
export { createFileStore } from "../src/store/files.ts";
export { openStore } from "../src/store/open.ts";
