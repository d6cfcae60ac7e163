import { can } from "../../authorize.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** A broadcast; its text may stand right behind the command. */
export const siaran: Command = {
  untuk: (pegawai) => can(pegawai, "siaran"),
  run: (talk, argumen) =>
    start(talk, { jenis: "siaran", hal: {} }, argumen === "" ? {} : { teks: argumen }),
};
