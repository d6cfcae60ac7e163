import { can } from "../authorize.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { accept } from "./accept.ts";
import { type Decision, refuse } from "./decision.ts";
import { holdersOf, openWaits, pegawaiOf } from "./holders.ts";
import { isReceipt } from "./receipt.ts";
import { pembukaanOf } from "./terbuka.ts";
import { closeWait, emit, endVisit, note, patch, seqOf, type Turn, tell } from "./turn.ts";
import { lapse } from "./tutup-pembukaan.ts";

/** Cancels a running berkas, with a reason; whoever was waited for is told, and sees it on their keyboard. */
export function stop(turn: Turn, oleh: PegawaiId, alasan: string): Decision {
  const { state, context } = turn;
  const pegawai = pegawaiOf(context.kantor, oleh);
  if (pegawai === undefined || !can(pegawai, "batalkan-berkas")) {
    return refuse("tidak-berwenang", { untuk: "pimpinan, sekretaris, dan admin" });
  }
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  if (alasan.trim() === "") return refuse("alasan-wajib");
  // What was finished once stays so: only its opening is given up.
  if (pembukaanOf(state) !== null) {
    return accept(lapse(turn, { hasil: "dihentikan", oleh, alasan: alasan.trim() }));
  }
  const jawaban = { oleh, pilihan: "batal", atMs: context.nowMs, alasan: alasan.trim() };
  const closed = openWaits(state).reduce(
    (next, wait) => closeWait(next, wait, jawaban, { jenis: "berkas-dibatalkan" }),
    turn,
  );
  const stopped = note(
    patch(endVisit(closed, "batal", oleh), {
      status: "dibatalkan",
      selesaiMs: context.nowMs,
      selesaiSeq: seqOf(turn),
    }),
    "berkas-dibatalkan",
    oleh,
    { alasan: jawaban.alasan },
  );
  const withdrawn = emit(stopped, {
    kind: "batal-nomor",
    berkasId: state.id,
    alasan: jawaban.alasan,
  });
  const told = waitedFor(turn)
    .filter((id) => id !== oleh)
    .reduce((next, id) => tell(next, id, { jenis: "berkas-dibatalkan", jawaban }), withdrawn);
  return accept(told);
}

/** Whoever owes something stops working on it; a receipt is nobody's work. */
const waitedFor = ({ state, context }: Turn): readonly PegawaiId[] => [
  ...new Set(
    openWaits(state)
      .filter((wait) => !isReceipt(wait))
      .flatMap((wait) => holdersOf(wait, context.kantor).map(({ id }) => id)),
  ),
];
