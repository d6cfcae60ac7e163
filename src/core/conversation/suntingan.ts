import { suntinganText } from "../../generated/teks.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import type { Bukti } from "../naskah/bukti.ts";
import { fill } from "../pesan/teks.ts";
import type { Task } from "./find.ts";
import { declineAnswer } from "./refusal.ts";
import { settle, type Talk } from "./talk.ts";
import { sayTask } from "./task.ts";

/** An edited report, about to become the next version. */
export interface Suntingan {
  readonly bukti: Bukti;
  /** What its text changed, in words; null where that cannot be told. */
  readonly perubahan: string | null;
  /** What its writers left open, in words; absent where nothing is. */
  readonly terbuka?: string;
}

/** Makes the edited report the next version and shows its desk once more. */
export function takeSuntingan(
  talk: Talk,
  { berkas, wait }: Task,
  { bukti, perubahan }: Suntingan,
): Talk {
  const event = {
    kind: "unggah-naskah",
    waitId: wait.id,
    oleh: talk.pegawai.id,
    bukti,
    perubahan,
  } as const;
  const { talk: settled, refusal } = settle(talk, berkas, event);
  if (refusal !== null) return declineAnswer(settled, { berkas, wait }, refusal);
  const after = settled.world.berkasById.get(berkas.state.id) ?? berkas;
  const saved = fill(suntinganText.tersimpan, {
    sebutan: after.state.draf?.sebutan ?? "",
    periode: labelPeriode(after.state.periode, settled.world.kantor.istilahTriwulan),
    perubahan: perubahan === null ? "" : ` (${perubahan})`,
  });
  return sayTask(settled, { berkas, wait }, saved);
}
