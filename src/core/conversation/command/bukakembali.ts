import { pembukaanText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { parsePeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill } from "../../pesan/teks.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { BerkasTerbuka } from "../world.ts";
import type { Command } from "./handler.ts";

/** More than this no keyboard should offer at once; older ones are named by their period. */
const PALING_BANYAK = 10;

/** Asks the head for leave to open a finished berkas again; with a period or a button, that one. */
export const bukakembali: Command = {
  untuk: (pegawai) => can(pegawai, "buka-kembali"),
  run: (talk, argumen) => {
    const asked = [...talk.world.berkasById.values()].find(({ state }) => state.id === argumen);
    if (asked !== undefined) return begin(talk, asked);
    const finished = [...talk.world.berkasById.values()]
      .filter(({ state }) => state.status === "selesai" && state.indikatorList.length > 0)
      .toSorted((a, b) => b.state.dibukaMs - a.state.dibukaMs);
    const named = argumen === "" ? finished : ofPeriode(finished, argumen);
    if (named === null) return decline(talk, "periode-tidak-terbaca");
    const [only, another] = named;
    if (only === undefined) return say(talk, { teks: pembukaanText.kosong });
    return another === undefined ? begin(talk, only) : choose(talk, named);
  },
};

const begin = (talk: Talk, { state }: BerkasTerbuka): Talk =>
  start(talk, { jenis: "bukakembali", hal: { berkasId: state.id } });

/** Without a year that of the newest. */
function ofPeriode(
  finished: readonly BerkasTerbuka[],
  argumen: string,
): readonly BerkasTerbuka[] | null {
  const [newest] = finished;
  if (newest === undefined) return [];
  const periode = parsePeriode(argumen, tahunPeriode(newest.state.periode));
  return periode === null ? null : finished.filter(({ state }) => state.periode === periode);
}

const choose = (talk: Talk, list: readonly BerkasTerbuka[]): Talk =>
  say(talk, {
    teks: pembukaanText.pilih,
    pilihan: list.slice(0, PALING_BANYAK).map(({ state, sop }) => [
      {
        id: `/bukakembali ${state.id}`,
        judul: fill(pembukaanText.pilihBerkas, {
          periode: sebutPeriode(state.periode),
          sop: sop.nama,
        }),
      },
    ]),
  });
