import { can } from "../../authorize.ts";
import { decline } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** Opens a berkas: which sheet, which period. */
export const mulai: Command = {
  untuk: (pegawai) => can(pegawai, "mulai-berkas"),
  run: (talk) =>
    talk.world.sopList.length === 0
      ? decline(talk, "tidak-ada-sop")
      : start(talk, { jenis: "mulai", hal: {} }),
};
