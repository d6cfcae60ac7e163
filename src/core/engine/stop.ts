import { can } from "../authorize.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { plain } from "../pesan/template.ts";
import type { Decision } from "./decision.ts";
import { refuse } from "./decision.ts";
import { openWaits, pegawaiOf } from "./holders.ts";
import type { Turn } from "./turn.ts";
import { closeWait, note, patch } from "./turn.ts";

/** Cancels a running berkas, with a reason; whoever was waited for sees it on their keyboard. */
export function stop(turn: Turn, oleh: PegawaiId, alasan: string): Decision {
  const { state, context } = turn;
  const pegawai = pegawaiOf(context.kantor, oleh);
  if (pegawai === undefined || !can(pegawai, "batalkan-berkas")) return refuse("tidak-berwenang");
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  if (alasan.trim() === "") return refuse("alasan-wajib");
  const closed = openWaits(state).reduce(
    (next, wait) =>
      closeWait(
        next,
        wait,
        { oleh, pilihan: "batal", atMs: context.nowMs },
        plain(`Berkas dibatalkan ${pegawai.jabatan}: ${alasan}`),
      ),
    turn,
  );
  const stopped = note(
    patch(closed, { status: "dibatalkan", selesaiMs: context.nowMs }),
    "berkas-dibatalkan",
    oleh,
    { alasan },
  );
  return { kind: "accepted", state: stopped.state, effects: stopped.effects };
}
