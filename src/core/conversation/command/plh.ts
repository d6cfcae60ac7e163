import { wakilText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { Halangan } from "../../kantor/halangan.ts";
import { fill, lines, type TawaranRows } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { halanganLines, halanganTerbuka } from "../wakil.ts";
import type { Command } from "./handler.ts";

/** Who is away and who stands in; names somebody, and takes it back. */
export const plh: Command = {
  untuk: (pegawai) => can(pegawai, "tunjuk-wakil"),
  run: (talk, argumen) => {
    const open = halanganTerbuka(talk.world);
    const [kata = "", id = ""] = argumen.split(/\s+/);
    if (kata === "kembali" && open.some((one) => one.id === id)) {
      return start(talk, { jenis: "hadir-kembali", hal: { halanganId: id } });
    }
    const named = open.find((one) => one.id === kata && one.wakil === null);
    if (named !== undefined) {
      return start(talk, { jenis: "halangan", hal: { halanganId: named.id } });
    }
    return kata === "baru"
      ? start(talk, { jenis: "halangan", hal: { halanganId: null } })
      : list(talk, open);
  },
};

const list = (talk: Talk, open: readonly Halangan[]): Talk =>
  say(talk, {
    teks:
      open.length === 0
        ? wakilText.kosong
        : lines(wakilText.kepala, halanganLines(talk.world.kantor, open)),
    pilihan: [...open.flatMap(offersFor), [{ id: "/plh baru", judul: wakilText.tambah }]],
  });

const offersFor = ({ id, jabatan: { jabatan }, wakil }: Halangan): TawaranRows => [
  ...(wakil === null
    ? [[{ id: `/plh ${id}`, judul: fill(wakilText.tunjukUntuk, { jabatan }) }]]
    : []),
  [{ id: `/plh kembali ${id}`, judul: fill(wakilText.kembali, { jabatan }) }],
];
