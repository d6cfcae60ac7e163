import { beralihText } from "../../generated/teks.ts";
import { pemegangText } from "../engine/holders.ts";
import type { Peralihan } from "../engine/kabar.ts";
import type { Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { langkahLine } from "./letak.ts";
import { periodeOf } from "./sebutan.ts";
import { fill, lines, paragraphs, type Ucapan } from "./teks.ts";

/** The task a successor is asked for, below the word that it was somebody else's before. */
export const tugasDiterima = (tugas: Ucapan, { dari, kodeList }: Peralihan): Ucapan => ({
  ...tugas,
  teks: paragraphs(
    kodeList.length === 0
      ? fill(beralihText.tugas, { dari })
      : lines(
          fill(beralihText.indikatorSendiri, {
            kode: kodeList.join(", "),
            dari,
          }),
          beralihText.angkaIkut,
        ),
    tugas.teks,
  ),
});

/** Tells those it does not ask for anything which figures somebody else answers for now. */
export const indikatorBeralih = (turn: Turn, peralihanList: readonly Peralihan[]): Ucapan => ({
  teks: lines(
    fill(beralihText.berubah, { periode: periodeOf(turn) }),
    ...peralihanList.map(({ dari, ke, kodeList }) =>
      fill(beralihText.indikator, { kode: kodeList.join(", "), dari, ke }),
    ),
    beralihText.lanjut,
  ),
});

/** Tells those who can change it that a berkas waits for nobody. */
export const tanpaPemegang = (turn: Turn, wait: Wait): Ucapan => ({
  teks: lines(
    fill(beralihText.tanpaPemegang, { periode: periodeOf(turn) }),
    langkahLine(turn, wait),
    fill(beralihText.ditunggu, {
      siapa: pemegangText(turn.context.kantor, wait.pemegang),
    }),
    beralihText.lengkapi,
  ),
});
