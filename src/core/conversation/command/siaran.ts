import { can } from "../../authorize.ts";
import { dialogues } from "../dialogue/index.ts";
import type { Command } from "./handler.ts";

/** A broadcast; its text may stand right behind the command. */
export const siaran: Command = {
  untuk: (pegawai) => can(pegawai, "siaran"),
  run: (talk, argumen) => dialogues.siaran.start(talk, { teks: argumen === "" ? null : argumen }),
};
