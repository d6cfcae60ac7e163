import type { Pemegang, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { langkahLine } from "./letak.ts";
import type { Pesan, RichText } from "./pesan.ts";
import { jabatanOf, periodeOf } from "./sebutan.ts";
import { fill, lines, paragraphs, plain } from "./template.ts";

/** Figures whose penanggung jawab is another one since the office file was loaded. */
export interface IndikatorBeralih {
  /** Names of offices, as a text shows them. */
  readonly dari: string;
  readonly ke: string;
  readonly kodeList: readonly string[];
}

/** The task a successor is asked for, below the word that it was somebody else's before. */
export const tugasDiterima = (tugas: Pesan, beralihList: readonly IndikatorBeralih[]): Pesan => ({
  ...tugas,
  teks: paragraphs(
    lines(
      ...beralihList.map(({ dari, kodeList }) =>
        kodeList.length === 0
          ? fill("📋 **Tugas ini beralih kepada Bapak/Ibu** dari {{dari}}.", { dari })
          : fill("📋 **Indikator {{kode}} beralih kepada Bapak/Ibu** dari {{dari}}.", {
              kode: kodeList.join(", "),
              dari,
            }),
      ),
      kodeListOf(beralihList).length === 0
        ? []
        : plain("Angka yang sudah tersimpan ikut beralih dan tetap dapat diubah."),
    ),
    tugas.teks,
  ),
});

/** Tells those it does not ask for anything which figures somebody else answers for now. */
export const indikatorBeralih = (turn: Turn, beralihList: readonly IndikatorBeralih[]): Pesan => ({
  teks: lines(
    fill("📋 **Penanggung jawab realisasi {{periode}} berubah**", { periode: periodeOf(turn) }),
    ...beralihList.map(({ dari, ke, kodeList }) =>
      fill("Indikator {{kode}}: dari {{dari}} ke {{ke}}.", { kode: kodeList.join(", "), dari, ke }),
    ),
    plain("Tidak ada yang perlu dikerjakan. Perkembangannya: /status."),
  ),
});

/** What the keyboard of whoever was asked before becomes. */
export const waitBeralih = (keList: readonly string[]): RichText =>
  keList.length === 0
    ? plain("Tidak lagi menunggu Bapak/Ibu.")
    : fill("Sudah beralih ke {{ke}}.", { ke: keList.join(" dan ") });

/** Tells those who can change it that a berkas waits for nobody. */
export const tanpaPemegang = (turn: Turn, wait: Wait): Pesan => ({
  teks: lines(
    fill("⚠️ **{{periode}} menunggu tanpa pemegang**", { periode: periodeOf(turn) }),
    langkahLine(turn, wait),
    fill("Yang ditunggu: {{siapa}}; saat ini tidak ada orangnya di kantor ini.", {
      siapa: pemegangText(turn, wait.pemegang),
    }),
    plain("Mohon operator melengkapi berkas kantor lalu memuatnya kembali (kantor load)."),
  ),
});

/** Who is waited for where nobody is: the roles, or the person who left. */
export const pemegangText = (turn: Turn, pemegang: Pemegang): string =>
  pemegang.jenis === "pegawai"
    ? jabatanOf(turn, pemegang.pegawaiId)
    : pemegang.peran.join(" atau ");

const kodeListOf = (beralihList: readonly IndikatorBeralih[]): readonly string[] =>
  beralihList.flatMap(({ kodeList }) => kodeList);
