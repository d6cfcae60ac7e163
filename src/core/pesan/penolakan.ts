import { kodeText, sebabText } from "../../generated/teks.ts";
import type { RefusalCode } from "../engine/decision.ts";
import { fillAny, type Teks } from "./teks.ts";

/** One sentence for each reason, with what to do instead. */
const penolakan = { ...kodeText, ...sebabText };

/** Every reason for which something is not done. */
export type PenolakanCode = keyof typeof penolakan;

/** What the conversation itself refuses, before the engine is asked. */
export type PercakapanCode = Exclude<keyof typeof sebabText, RefusalCode>;

/** The sentence of a refusal. */
export const penolakanText = (
  code: PenolakanCode | RefusalCode,
  data: Readonly<Record<string, Teks>>,
): Teks => fillAny(penolakan[code], data);
