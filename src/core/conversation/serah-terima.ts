import { kepegawaianText } from "../../generated/teks.ts";
import { isHolder, openWaits } from "../engine/holders.ts";
import type { Pegawai, PegawaiId } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import { toldAs } from "../pesan/say.ts";
import { fill, type Ucapan } from "../pesan/teks.ts";
import type { World } from "./world.ts";

/** Everything of whoever left goes to the one who goes on with it, in one message with the memori. */
export const serahTerima = (
  world: World,
  dari: Pick<Pegawai, "id" | "nama" | "jabatan">,
  ke: PegawaiId,
): readonly Effect[] =>
  world.terhubung.has(ke)
    ? [toldAs(world, { kepada: ke, prioritas: "tugas" }, serahTerimaUcapan(world, dari, ke))]
    : [];

/** The same for somebody whose account has only just been linked. */
export function serahTerimaUcapan(
  { kantor, berkasById, nowMs, logSeq }: World,
  dari: Pick<Pegawai, "id" | "nama" | "jabatan">,
  ke: PegawaiId,
): Ucapan {
  const penerus = kantor.pegawaiList.find(({ id }) => id === ke);
  const owned = kantor.indikatorList.filter(({ penanggungJawab }) => penanggungJawab === ke);
  const waits = [...berkasById.values()].flatMap(({ state }) => openWaits(state));
  const mine = waits.filter(
    (wait) => penerus !== undefined && wait.macam !== "koordinator" && isHolder(wait, penerus),
  );
  return {
    teks: fill(kepegawaianText.serahTerima, {
      dari: `${dari.jabatan} (${dari.nama})`,
      indikator: owned.length,
      tugas: mine.length,
    }),
    lampiran: {
      jenis: "memori",
      dariId: dari.id,
      dari: dari.nama,
      jabatan: dari.jabatan,
      ke,
      padaMs: nowMs,
      padaSeq: logSeq,
    },
  };
}
