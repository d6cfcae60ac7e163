import { jawabanText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill } from "../../pesan/teks.ts";
import { decline, say } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** Gives a running berkas up, with a reason; its numbers stay in the register as cancelled. */
export const hentikan: Command = {
  untuk: (pegawai) => can(pegawai, "batalkan-berkas"),
  run: (talk, argumen) => {
    const running = [...talk.world.berkasById.values()].filter(
      ({ state }) => state.status === "berjalan",
    );
    const [only, another] = running;
    if (only === undefined) return say(talk, { teks: jawabanText.statusKosong });
    if (argumen === "" && another === undefined) {
      return start(talk, { jenis: "hentikan", hal: { berkasId: only.state.id } });
    }
    if (argumen !== "") {
      return running.some(({ state }) => state.id === argumen)
        ? start(talk, { jenis: "hentikan", hal: { berkasId: argumen } })
        : decline(talk, "tombol-lama");
    }
    return say(talk, {
      teks: jawabanText.hentikanPilih,
      pilihan: running.map(({ state, sop }) => [
        {
          id: `/hentikan ${state.id}`,
          judul: fill(jawabanText.hentikanBerkas, {
            periode: sebutPeriode(state.periode),
            sop: sop.nama,
          }),
        },
      ]),
    });
  },
};
