import { suntinganText } from "../../../generated/teks.ts";
import type { Bukti } from "../../formulir/nilai.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill } from "../../pesan/teks.ts";
import type { Talk } from "../talk.ts";
import type { Task } from "./find.ts";
import { settleTask } from "./settle.ts";
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
export function takeSuntingan(talk: Talk, task: Task, { bukti, perubahan }: Suntingan): Talk {
  const answer = { kind: "unggah-naskah", bukti, perubahan } as const;
  return settleTask(talk, task, answer, (settled, { state }) => {
    const saved = fill(suntinganText.tersimpan, {
      sebutan: state.draf?.sebutan ?? "",
      periode: sebutPeriode(state.periode),
      perubahan: perubahan === null ? "" : ` (${perubahan})`,
    });
    return sayTask(settled, task, saved);
  });
}
