import { beralihText, wakilText } from "../../generated/teks.ts";
import { langkahOf, pemegangText } from "../engine/holders.ts";
import type { Peralihan } from "../engine/kabar.ts";
import type { Wait } from "../engine/state.ts";
import { holderNames, type Turn } from "../engine/turn.ts";
import type { Halangan } from "../kantor/halangan.ts";
import { langkahLine } from "./letak.ts";
import { periodeOf } from "./sebutan.ts";
import { fill, lines, paragraphs, type Ucapan } from "./teks.ts";
import { sebutTanggal } from "./waktu.ts";

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

/** Tells those who can name somebody that a berkas waits for somebody who is away. */
export const pemegangBerhalangan = (turn: Turn, wait: Wait, halangan: Halangan): Ucapan => ({
  teks: lines(
    fill(wakilText.menungguBerhalangan, {
      jabatan: halangan.jabatan.jabatan,
      alasan: halangan.alasan,
      sampai: sebutTanggal(halangan.sampai),
      periode: periodeOf(turn),
    }),
    langkahLine(turn, wait),
    wakilText.ajakanTunjuk,
  ),
  pilihan: [[{ id: `/plh ${halangan.id}`, judul: wakilText.tunjuk }]],
});

/** Tells whoever stands in that a desk of the post is closed to them, and why. */
export const khususDefinitif = (turn: Turn, wait: Wait): Ucapan => ({
  teks: lines(
    fill(wakilText.khususDefinitif, {
      periode: periodeOf(turn),
      alasan: langkahOf(turn.sop, wait.langkahNo).pejabatDefinitif ?? "",
    }),
    langkahLine(turn, wait),
    fill(wakilText.menungguDefinitif, { giliran: holderNames(wait, turn.context) }),
  ),
});
