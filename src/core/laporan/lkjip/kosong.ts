import type { BerkasState, Naskah } from "../../engine/state.ts";
import { realisasiOf, type Turn } from "../../engine/turn.ts";
import { jenisPeriode, tahunPeriode, triwulanList } from "../../kinerja/periode.ts";
import { projectRekap, type RekapMasukan, type RevisiRealisasi } from "../../rekap/index.ts";
import { opsiLaporan } from "../opsi.ts";
import { lkjip } from "./index.ts";
import { type Bagian, isRuang } from "./ruang.ts";
import { bagianText } from "./teks.ts";

/** A part of a report with how many open places it has. */
export interface IsianKosong {
  readonly nama: string;
  readonly jumlah: number;
}

/**
 * What the yearly report on a desk leaves open, in its order: the places are those of the report itself,
 * drawn from what the turn knows. Of years before it knows nothing, so what they leave open is not
 * counted. None where the version is a file somebody sent: what was written there nobody reads.
 */
export function isianKosong(turn: Turn): readonly IsianKosong[] {
  const drawn = drawnVersi(turn.state);
  if (drawn === undefined || jenisPeriode(turn.state.periode) !== "tahunan") return [];
  const found = bagianList(turn, drawn).filter((bagian) => bagian !== "tahunLalu");
  return [...new Set(found)].map((bagian) => ({
    nama: bagianText[bagian],
    jumlah: found.filter((one) => one === bagian).length,
  }));
}

/** The version that stands, where it is one of ours. */
const drawnVersi = ({ draf, naskahList }: BerkasState): Naskah | undefined =>
  naskahList.find(({ id, unggahan }) => id === draf?.naskahId && unggahan === null);

function bagianList(turn: Turn, naskah: Naskah): readonly Bagian[] {
  const { sop, state, context } = turn;
  const { kantor, nowMs: padaMs, logSeq: padaSeq } = context;
  const tahun = tahunPeriode(state.periode);
  const pada = { unit: null, padaMs, padaSeq };
  const rekap = projectRekap(masukanOf(turn), tahun, state.periode, pada);
  const opsi = { ...opsiLaporan({ sop, state, kantor }, naskah), kantor, tahunLaluList: [] };
  return lkjip(rekap, opsi).blokList.flatMap((blok) => (isRuang(blok) ? [blok.bagian] : []));
}

/** The rows of a rekap, as far as a turn has them: its own berkas and the figures of its year. */
const masukanOf = (turn: Turn): RekapMasukan => ({
  kantor: turn.context.kantor,
  calendar: turn.context.calendar,
  berkasList: [turn],
  realisasi: revisiList(turn),
  log: [],
});

/** The figures that count, each as if it had been sent once. */
function revisiList({ state, context }: Turn): readonly RevisiRealisasi[] {
  const realisasi = realisasiOf(state, context);
  const periodeList = [...triwulanList(state.periode), state.periode];
  const asSent = {
    berkasId: state.id,
    revisi: 1,
    bukti: [],
    oleh: "sistem",
    atMs: 0,
    seq: 0,
  } as const;
  return state.indikatorList.flatMap(({ kode }) =>
    periodeList.flatMap((periode) => {
      const terkini = realisasi[kode]?.[periode];
      return terkini === undefined ? [] : [{ ...terkini, ...asSent, kode, periode }];
    }),
  );
}
