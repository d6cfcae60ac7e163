import { anggaranText, berkasText } from "../../generated/teks.ts";
import type { JenisNaskah } from "../dokumen/jenis.ts";
import { kurangAnggaran } from "../engine/anggaran.ts";
import { isKepala, langkahOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import type { Arrival, Jawaban, NaskahId, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import { namaNaskah } from "../sop/schema.ts";
import type { bedaLibur, HariLibur } from "../waktu/ubah-libur.ts";
import { angkaTerlipat, angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { grafikOf } from "./grafik-berkas.ts";
import { batalText } from "./hasil.ts";
import { kosongDi, kosongSingkat } from "./isian-kosong.ts";
import { deadlineLine, langkahLine, previousDeadlineLine } from "./letak.ts";
import {
  choiceLine,
  deskChoices,
  headLine,
  lampiranOf,
  laporanOf,
  laporanOfDraf,
  naskahOf,
  rekapOf,
  roundLine,
} from "./meja-berkas.ts";
import { periodeOf, waktuOf } from "./sebutan.ts";
import { fill, joined, lines, type Teks, type Ucapan } from "./teks.ts";
import { sebutHari } from "./waktu.ts";

/** Asks somebody to confirm a computed rekap. */
export const compilationReady = (turn: Turn, wait: Wait, arrival: Arrival): Ucapan => ({
  teks: lines(
    headLine(turn, arrival, fill(berkasText.rekapSiap, { periode: periodeOf(turn) })),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, berkasText.rekapAjakan),
    angkaTerlipat(turn),
  ),
  ...deskChoices(turn, wait, berkasText.rekapSesuai, rekapOf(turn)),
});

/**
 * Gives the new draft to the compiler, who sends it on or has a unit correct its part; then to the
 * corrector, before it goes out to everybody concerned.
 */
export function draftSheet(
  turn: Turn,
  wait: Wait,
  arrival: Arrival,
  jenis: keyof typeof draftText,
): Ucapan {
  const { setuju, ajakan } = draftText[jenis];
  const data = { laporan: laporanOfDraf(turn), periode: periodeOf(turn), siap: jenis };
  const kurang = kurangAnggaran(turn);
  return {
    teks: lines(
      headLine(turn, arrival, fill(berkasText.drafSiap, data)),
      arrival.alasan === null ? [] : berkasText.suntingWord,
      barisPerubahan(turn),
      kurang === null
        ? []
        : fill(anggaranText[kurang], { tahun: String(tahunPeriode(turn.state.periode)) }),
      kosongSingkat(turn),
      kelengkapanUnit(turn),
      angkaTerpenting(turn),
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      choiceLine(turn, wait, ajakan),
      angkaTerlipat(turn),
    ),
    ...deskChoices(turn, wait, setuju, laporanOf(turn)),
  };
}

const draftText = {
  penyusunan: {
    setuju: berkasText.teruskan,
    ajakan: berkasText.teruskanAjakan,
  },
  sosialisasi: {
    setuju: berkasText.setuju,
    ajakan: berkasText.sampaikanAjakan,
  },
} as const;

/** Asks for a decision about the report, or about another paper. */
export function decisionSheet(turn: Turn, wait: Wait, arrival: Arrival): Ucapan {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  return langkah.jenis === "keputusan" && langkah.tentang !== "laporan"
    ? naskahSheet(turn, wait, { arrival, tentang: langkah.tentang })
    : approvalSheet(turn, wait, arrival);
}

/** A letter or decree to be agreed to, attached as it stands. */
function naskahSheet(
  turn: Turn,
  wait: Wait,
  { arrival, tentang }: { readonly arrival: Arrival; readonly tentang: JenisNaskah },
): Ucapan {
  const nama = namaNaskah(turn.sop, tentang);
  const { lampiran: _, ...choices } = deskChoices(turn, wait, berkasText.setuju, rekapOf(turn));
  const lampiran = naskahOf(turn, tentang);
  return {
    teks: lines(
      headLine(
        turn,
        arrival,
        fill(berkasText.naskahDiperiksa, { nama, periode: periodeOf(turn) }),
        nama,
      ),
      roundLine(turn),
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      choiceLine(turn, wait, berkasText.setujuAjakan),
    ),
    ...choices,
    pilihan: choices.pilihan?.slice(0, 1) ?? [],
    ...(lampiran === null ? {} : { lampiran }),
  };
}

/** The sheet the head of the office reads in twenty seconds: what is low first, then the buttons. */
function approvalSheet(turn: Turn, wait: Wait, arrival: Arrival): Ucapan {
  const kosong = kosongDi(turn, wait);
  const { pilihan = [], ...desk } = deskChoices(turn, wait, berkasText.setuju, laporanOf(turn));
  const [decide = [], ...look] = pilihan;
  return {
    teks: lines(
      headLine(turn, arrival, fill(asksFor(turn, wait), { periode: periodeOf(turn) })),
      angkaTerpenting(turn),
      barisPerubahan(turn),
      kosong.baris,
      kelengkapanUnit(turn),
      roundLine(turn),
      deadlineLine(turn, wait),
      choiceLine(turn, wait, [berkasText.setujuAjakan, kosong.ajakan]),
      angkaTerlipat(turn),
    ),
    pilihan: [decide, ...kosong.pilihan, ...look],
    ...desk,
  };
}

/** The head agrees; whoever checks it before them does not. */
const asksFor = ({ sop }: Turn, { langkahNo }: Wait): typeof berkasText.laporanPersetujuan =>
  isKepala(langkahOf(sop, langkahNo).pelaksana)
    ? berkasText.laporanPersetujuan
    : berkasText.laporanDiperiksa;

/** Passes the draft on to an official, who may confirm having read it: the head gets it whole. */
export function circular(
  turn: Turn,
  { wait, sebutan, naskahId }: Extract<Kabar, { jenis: "edaran-laporan" }>,
): Ucapan {
  const { pemegang } = wait;
  const whole = turn.context.kantor.pegawaiList.some(
    (one) => pemegang.jenis === "pegawai" && one.id === pemegang.pegawaiId && isKepala(one),
  );
  return {
    teks: lines(
      fill(berkasText.diketahui, {
        periode: periodeOf(turn),
        status: isLast(turn, wait) ? berkasText.selesaiStatus : (sebutan ?? berkasText.drafPertama),
      }),
      angkaTerpenting(turn),
      whole ? berkasText.laporanTerlampir : berkasText.rekapTerlampir,
      angkaTerlipat(turn),
    ),
    pilihan: [[{ id: "baca", judul: berkasText.sudahDibaca }]],
    promptId: wait.id,
    lampiran: (whole ? lampiranOf(turn, naskahId) : null) ?? rekapOf(turn),
  };
}

/** Tells somebody who was waited for that the work is no longer needed. */
export const berkasCancelled = (turn: Turn, jawaban: Jawaban): Ucapan => ({
  teks: lines(
    fill(berkasText.dibatalkan, { periode: periodeOf(turn) }),
    batalText(turn.context.kantor, jawaban),
    berkasText.takPerluLagi,
  ),
});

/** Tells those who worked on it that the berkas has come to its end. */
export const berkasSelesai = (turn: Turn): Ucapan => ({
  teks: lines(selesaiText(turn), berkasText.selesaiLanjut),
  ...grafikOf(turn),
});

/** Tells the Inspektorat the same, with the digest of the log to keep. */
export const catatanDisimpan = (turn: Turn): Ucapan => ({
  teks: lines(selesaiText(turn), berkasText.catatanDisimpan),
  sidik: turn.context.logSeq,
});

const selesaiText = (turn: Turn): Teks =>
  fill(turn.state.indikatorList.length === 0 ? berkasText.selesaiLembar : berkasText.selesai, {
    sop: turn.sop.nama,
    periode: periodeOf(turn),
    waktu: waktuOf(turn, turn.context.nowMs),
  });

/** Hands the archive over to whoever put it away. */
export function arsipSiap(turn: Turn, naskahId: NaskahId): Ucapan {
  const lampiran = lampiranOf(turn, naskahId);
  return {
    teks: lines(
      fill(berkasText.arsipLengkap, { periode: periodeOf(turn) }),
      berkasText.arsipTerlampir,
    ),
    ...(lampiran === null ? {} : { lampiran }),
  };
}

/** A deadline that moved, with the berkas it is of. */
export interface TenggatPindah {
  readonly turn: Turn;
  readonly wait: Wait;
}

/** Tells whoever owns deadlines that the office calendar moved them, and which free days did. */
export function tenggatBerubah(
  pindahList: readonly TenggatPindah[],
  beda?: ReturnType<typeof bedaLibur>,
): Ucapan {
  const jumlah = pindahList.length;
  const [first] = pindahList;
  const kepala =
    first === undefined || jumlah > 1
      ? fill(berkasText.tenggatBanyak, { jumlah })
      : fill(berkasText.tenggatBerubah, { periode: periodeOf(first.turn) });
  return {
    teks: lines(
      kepala,
      beda === undefined ? [] : hariText(berkasText.hariLibur, beda.tambah),
      beda === undefined ? [] : hariText(berkasText.hariKerja, beda.hapus),
      ...pindahList.flatMap(({ turn, wait }) => [
        jumlah > 1 ? fill(berkasText.tenggatPada, { periode: periodeOf(turn) }) : [],
        langkahLine(turn, wait),
        deadlineLine(turn, wait),
        previousDeadlineLine(turn, wait),
      ]),
      berkasText.tugasTetap,
    ),
  };
}

/** Few days are named; of a whole year it is told how many. */
const HARI_DISEBUT = 3;

function hariText(kalimat: typeof berkasText.hariLibur, list: readonly HariLibur[]): Teks {
  if (list.length === 0) return [];
  const named = list
    .slice(0, HARI_DISEBUT)
    .map(({ tanggal, nama }): Teks => [sebutHari(tanggal), ` (${nama})`]);
  return fill(kalimat, {
    daftar: joined(named, "; "),
    lain: Math.max(0, list.length - HARI_DISEBUT),
  });
}

/** Whether nothing comes after this langkah: what goes out then is final. */
const isLast = ({ sop }: Turn, { langkahNo }: Wait): boolean => {
  const { hasil } = langkahOf(sop, langkahNo);
  return "selesai" in hasil && hasil.selesai === "selesai";
};
