import { angkaText, pembukaanText } from "../../generated/teks.ts";
import type { Kabar } from "../engine/kabar.ts";
import { collectsIn } from "../engine/pembukaan.ts";
import type { Pembukaan, Ralat, Wait } from "../engine/state.ts";
import { pembukaanOf } from "../engine/terbuka.ts";
import type { Turn } from "../engine/turn.ts";
import { penyampaianOf } from "../engine/tutup-pembukaan.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Isian } from "../kinerja/indikator.ts";
import { lampiranOf } from "./meja-berkas.ts";
import { sebutPeriode } from "./periode.ts";
import { jabatanDi, periodeOf, waktuOf } from "./sebutan.ts";
import { fill, joined, lines, type Teks, type Ucapan } from "./teks.ts";

/** Asks the head of the office for leave: why, what may be changed, how long, and what would follow. */
export function openingAsked(turn: Turn, wait: Wait): Ucapan {
  const { state, sop } = turn;
  const pembukaan = pembukaanOf(state);
  if (pembukaan === null) throw new Error(`wait ${wait.id} is for an opening that is over`);
  const { oleh, alasan, hariKerja, batasMs } = pembukaan;
  return {
    teks: lines(
      fill(pembukaanText.mohon, { periode: periodeOf(turn) }),
      fill(pembukaanText.alasan, { jabatan: jabatanDi(turn.context.kantor, oleh), alasan }),
      collectsIn(sop, state)
        ? fill(pembukaanText.lingkup, { daftar: scopeText(turn, pembukaan) })
        : pembukaanText.lingkupBagian,
      fill(pembukaanText.lama, { hari: hariKerja }),
      penyampaianOf(sop, state) === undefined ? [] : pembukaanText.terkirim,
      fill(pembukaanText.sampai, { waktu: waktuOf(turn, batasMs) }),
      pembukaanText.ajakan,
    ),
    pilihan: [
      [
        { id: "setuju", judul: pembukaanText.setuju },
        { id: "kembalikan", judul: pembukaanText.tolak },
      ],
    ],
    promptId: wait.id,
  };
}

const scopeText = ({ state }: Turn, { kodeList, semula }: Pembukaan): Teks =>
  joined(
    kodeList.map((kode) =>
      fill(pembukaanText.angka, {
        kode,
        nama: state.indikatorList.find((one) => one.kode === kode)?.nama ?? "",
        nilai: isianText(semula.isianByKode[kode]?.isian ?? null),
      }),
    ),
    "; ",
  );

/** Tells whoever asked that the head has agreed. */
export const openingAgreed = (turn: Turn): Ucapan => ({
  teks: lines(
    fill(pembukaanText.disetujui, {
      periode: periodeOf(turn),
      waktu: waktuOf(turn, pembukaanOf(turn.state)?.batasMs ?? turn.context.nowMs),
    }),
    pembukaanText.disetujuiLanjut,
  ),
});

/** Tells how an opening ended, and what stands now. */
export function openingOver(
  turn: Turn,
  { pembukaan: { usai }, ralatList }: Extract<Kabar, { jenis: "pembukaan-usai" }>,
): Ucapan {
  if (usai === null) throw new Error(`the opening of ${turn.state.id} is not over`);
  const { hasil, oleh, alasan } = usai;
  const periode = periodeOf(turn);
  if (hasil === "disahkan") {
    return {
      teks: lines(
        fill(pembukaanText.disahkan, { periode }),
        ralatList.length === 0 ? pembukaanText.tetap : lines(...ralatLines(turn, ralatList)),
        pembukaanText.lanjut,
      ),
    };
  }
  return {
    teks: lines(
      fill(kepalaUsai[hasil], { periode }),
      alasan === null
        ? []
        : fill(pembukaanText.oleh, { jabatan: jabatanDi(turn.context.kantor, oleh), alasan }),
      pembukaanText.berlaku,
      pembukaanText.ulangi,
    ),
  };
}

const kepalaUsai = {
  ditolak: pembukaanText.ditolak,
  "waktu-habis": pembukaanText.habis,
  dihentikan: pembukaanText.dihentikan,
} as const;

/** Hands the letter of correction to whoever got the report, and to whoever is to pass it on. */
export function letterIssued(
  turn: Turn,
  { naskahId, untuk }: Extract<Kabar, { jenis: "surat-ralat" }>,
): Ucapan {
  const nomor = turn.state.naskahList.find(({ id }) => id === naskahId)?.nomor ?? null;
  const lampiran = lampiranOf(turn, naskahId);
  return {
    teks: lines(
      fill(pembukaanText.surat, {
        periode: periodeOf(turn),
        nomor: nomor === null ? "" : fill(pembukaanText.suratNomor, { nomor }),
      }),
      untuk === "inspektorat" ? pembukaanText.suratInspektorat : pembukaanText.suratPemohon,
    ),
    ...(lampiran === null ? {} : { lampiran }),
  };
}

/** Tells whoever works on a roll-up, or made it, that figures it rests on were corrected. */
export function partsCorrected(turn: Turn, ralatList: readonly Ralat[]): Ucapan {
  const { state } = turn;
  const periode = periodeOf(turn);
  const changed = ralatLines(turn, ralatList);
  if (state.status === "berjalan") {
    const versi =
      state.draf === null ? "" : fill(pembukaanText.bagianVersi, { sebutan: state.draf.sebutan });
    return {
      teks: lines(
        fill(pembukaanText.bagianBerjalan, { periode }),
        ...changed,
        fill(pembukaanText.bagianBerjalanLanjut, { versi }),
      ),
    };
  }
  return {
    teks: lines(
      fill(pembukaanText.bagianSelesai, { periode }),
      ...changed,
      pembukaanText.bagianSelesaiLanjut,
    ),
    pilihan: [[{ id: `/bukakembali ${state.id}`, judul: pembukaanText.buka }]],
  };
}

const ralatLines = ({ state }: Turn, ralatList: readonly Ralat[]): readonly Teks[] =>
  ralatList.map(({ kode, periode, lama, baru }) =>
    fill(pembukaanText.ralat, {
      kode,
      periode:
        periode === state.periode
          ? ""
          : fill(pembukaanText.ralatPeriode, {
              periode: sebutPeriode(periode),
            }),
      lama: isianText(lama),
      baru: isianText(baru),
    }),
  );

function isianText(isian: Isian | null): Teks {
  if (isian === null) return angkaText.kosong;
  if (isian.jenis === "angka") return formatAngka(isian.nilai);
  return isian.jenis === "nihil" ? angkaText.isianNihil : angkaText.belumAda;
}
