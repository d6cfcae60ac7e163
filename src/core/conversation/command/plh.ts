import { wakilText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { Halangan } from "../../kantor/halangan.ts";
import { isDiwakili } from "../../kantor/pegawai.ts";
import { fill, lines, type TawaranRows, type Ucapan } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { halanganLines, halanganTerbuka } from "../wakil.ts";
import type { Command } from "./handler.ts";

/**
 * Who is away and who stands in; names somebody, and takes it back. Whoever is stood in for has no roles
 * for the time being: of them their own absence alone.
 */
export const plh: Command = {
  untuk: (pegawai) => can(pegawai, "tunjuk-wakil") || isDiwakili(pegawai.kini?.halangan),
  run: (talk, argumen) => {
    const menunjuk = can(talk.pegawai, "tunjuk-wakil");
    const open = halanganTerbuka(talk.world).filter(
      ({ id }) => menunjuk || id === talk.pegawai.kini?.halangan?.id,
    );
    const [kata = "", id = ""] = argumen.split(/\s+/);
    if (kata === "kembali" && open.some((one) => one.id === id)) {
      return start(talk, { jenis: "hadir-kembali", hal: { halanganId: id } });
    }
    if (!menunjuk) return say(talk, { ...daftar(talk, open), pilihan: open.flatMap(offersFor) });
    const named = open.find((one) => one.id === kata && one.wakil === null);
    if (named !== undefined) {
      return start(talk, { jenis: "halangan", hal: { halanganId: named.id } });
    }
    return kata === "baru"
      ? start(talk, { jenis: "halangan", hal: { halanganId: null } })
      : list(talk, open);
  },
};

const daftar = ({ world }: Talk, open: readonly Halangan[]): Pick<Ucapan, "teks"> => ({
  teks:
    open.length === 0
      ? wakilText.kosong
      : lines(wakilText.kepala, halanganLines(world.kantor, open)),
});

const list = (talk: Talk, open: readonly Halangan[]): Talk =>
  say(talk, {
    ...daftar(talk, open),
    pilihan: [...open.flatMap(offersFor), [{ id: "/plh baru", judul: wakilText.tambah }]],
  });

const offersFor = ({ id, jabatan: { jabatan }, wakil }: Halangan): TawaranRows => [
  ...(wakil === null
    ? [[{ id: `/plh ${id}`, judul: fill(wakilText.tunjukUntuk, { jabatan }) }]]
    : []),
  [{ id: `/plh kembali ${id}`, judul: fill(wakilText.kembali, { jabatan }) }],
];
