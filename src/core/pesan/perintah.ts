import type { perintahText } from "../../generated/teks.ts";

/** Names of the commands, without the slash; the order of their texts is that of the menu. */
export type NamaPerintah = keyof typeof perintahText;
