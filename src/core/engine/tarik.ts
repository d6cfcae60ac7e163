import { accept } from "./accept.ts";
import { type Decision, refuse } from "./decision.ts";
import type { BerkasEvent } from "./event.ts";
import { isHolder, langkahOf, openWaits, pegawaiOf } from "./holders.ts";
import { isReceipt } from "./receipt.ts";
import type { BerkasState, Wait } from "./state.ts";
import { addWait, emit, holderNames, note, type Turn } from "./turn.ts";

/** Whether figures are still being collected where this wait was answered. */
export const isCollecting = (state: BerkasState, { langkahNo }: Wait): boolean =>
  state.status === "berjalan" &&
  openWaits(state).some((one) => one.macam === "koordinator" && one.langkahNo === langkahNo);

/**
 * A unit takes back what it sent, as long as the others are still waited for: it is asked once more,
 * with the deadlines it had. Afterwards whoever has the report sends it back instead.
 */
export function takeBack(
  turn: Turn,
  { waitId, oleh }: Extract<BerkasEvent, { kind: "tarik" }>,
): Decision {
  const { state, context, sop } = turn;
  const sent = state.waitList.find(({ id }) => id === waitId);
  if (sent?.macam !== "unit") return refuse("pilihan-tidak-dikenal");
  const pegawai = pegawaiOf(context.kantor, oleh);
  if (pegawai === undefined || !isHolder(sent, pegawai)) {
    return refuse("bukan-pelaksana", { giliran: holderNames(sent, context) });
  }
  if (state.status !== "berjalan") return refuse("berkas-selesai");
  if (!isCollecting(state, sent)) return refuse("pengumpulan-selesai", { giliran: desk(turn) });
  const asked = openWaits(state).some((one) => one.macam === "unit" && isHolder(one, pegawai));
  if (asked || sent.jawaban?.pilihan !== "kirim") return refuse("sudah-beralih");
  const { turn: asking } = addWait(turn, langkahOf(sop, sent.langkahNo), sent);
  const shown = emit(asking, {
    kind: "tutup-wait",
    waitId: sent.id,
    jawaban: { oleh, pilihan: "tarik", atMs: context.nowMs },
    akhir: { jenis: "ditarik" },
  });
  return accept(note(shown, "ditarik", oleh, { wait: sent.id }));
}

/** Who has it now and can send it back. */
const desk = ({ state, context }: Turn): string =>
  openWaits(state)
    .filter((wait) => !isReceipt(wait))
    .map((wait) => holderNames(wait, context))
    .join(" atau ");
