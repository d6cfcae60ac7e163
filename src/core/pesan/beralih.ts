import { pemegangText } from "../engine/holders.ts";
import type { Peralihan } from "../engine/kabar.ts";
import type { Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { langkahLine } from "./letak.ts";
import type { Pesan } from "./pesan.ts";
import { periodeOf } from "./sebutan.ts";
import { fill, lines, paragraphs, plain } from "./template.ts";

/** The task a successor is asked for, below the word that it was somebody else's before. */
export const tugasDiterima = (tugas: Pesan, { dari, kodeList }: Peralihan): Pesan => ({
  ...tugas,
  teks: paragraphs(
    kodeList.length === 0
      ? fill("📋 **Tugas ini beralih kepada Bapak/Ibu** dari {{dari}}.", { dari })
      : lines(
          fill("📋 **Indikator {{kode}} beralih kepada Bapak/Ibu** dari {{dari}}.", {
            kode: kodeList.join(", "),
            dari,
          }),
          plain("Angka yang sudah tersimpan ikut beralih dan tetap dapat diubah."),
        ),
    tugas.teks,
  ),
});

/** Tells those it does not ask for anything which figures somebody else answers for now. */
export const indikatorBeralih = (turn: Turn, peralihanList: readonly Peralihan[]): Pesan => ({
  teks: lines(
    fill("📋 **Penanggung jawab realisasi {{periode}} berubah**", { periode: periodeOf(turn) }),
    ...peralihanList.map(({ dari, ke, kodeList }) =>
      fill("Indikator {{kode}}: dari {{dari}} ke {{ke}}.", { kode: kodeList.join(", "), dari, ke }),
    ),
    plain("Tidak ada yang perlu dikerjakan. Perkembangannya: /status."),
  ),
});

/** Tells those who can change it that a berkas waits for nobody. */
export const tanpaPemegang = (turn: Turn, wait: Wait): Pesan => ({
  teks: lines(
    fill("⚠️ **{{periode}} menunggu tanpa pemegang**", { periode: periodeOf(turn) }),
    langkahLine(turn, wait),
    fill("Yang ditunggu: {{siapa}}; saat ini tidak ada orangnya di kantor ini.", {
      siapa: pemegangText(turn.context.kantor, wait.pemegang),
    }),
    plain("Mohon operator melengkapi berkas kantor lalu memuatnya kembali (kantor load)."),
  ),
});
