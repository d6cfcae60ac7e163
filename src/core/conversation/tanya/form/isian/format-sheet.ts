import { formatText } from "../../../../../generated/teks.ts";
import { unitIndikator } from "../../../../engine/holders.ts";
import type { BerkasState, Wait } from "../../../../engine/state.ts";
import type { Kantor } from "../../../../kantor/schema.ts";
import { targetPeriode } from "../../../../kinerja/agregasi.ts";
import { contohAngka } from "../../../../kinerja/angka/satuan.ts";
import type { BarisFormat, FormatIsian } from "../../../../kinerja/format/index.ts";
import type { Indikator, Isian, RealisasiByKode } from "../../../../kinerja/indikator.ts";
import { type Periode, previousPeriode, tahunPeriode } from "../../../../kinerja/periode.ts";
import { dimintaText } from "../../../../pesan/diminta.ts";
import type { Kamus } from "../../../../pesan/kamus.ts";
import { sebutPendek, sebutPendekTahun, sebutPeriode } from "../../../../pesan/periode.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import { sebutWaktu } from "../../../../pesan/waktu.ts";
import { isAnswered } from "./answered.ts";
import { angkaText, arahText, nilaiText } from "./look.ts";

type Kata = (teks: Teks) => string;

/** What a sheet of figures is made from. */
export interface FormatMasukan {
  readonly state: BerkasState;
  readonly wait: Wait;
  readonly kantor: Kantor;
  readonly realisasi: RealisasiByKode;
  readonly kamus: Kamus;
}

/**
 * The sheet one unit fills in, with what it has answered so far.
 * @throws Error for a wait that is no unit's: only units are offered a sheet.
 */
export function formatIsian(masukan: FormatMasukan): FormatIsian {
  const { state, wait, kantor } = masukan;
  if (wait.pemegang.jenis !== "pegawai") throw new Error(`wait ${wait.id} belongs to no unit`);
  const unit = wait.pemegang.pegawaiId;
  const { periode } = state;
  const pembaca = pembacaOf(masukan, unit);
  const kata = (teks: Teks): string => inPlainWords(pembaca, teks);
  const indikatorList = unitIndikator(state, unit);
  const label = kata(sebutPeriode(periode));
  const adaRasio = indikatorList.some(({ agregasi }) => agregasi === "rasio");
  return {
    tanda: { berkasId: state.id, waitId: wait.id, unit, periode },
    instansi: [kantor.kabupaten, kantor.nama],
    judul: kata(fill(formatText.judul, { periode: label.toUpperCase() })),
    unit: kata(unitLine(kantor, wait, unit)),
    petunjukList: Object.values(formatText.petunjuk).map(kata),
    judulByKolom: titles(label.replace(/ \d{4}$/, ""), adaRasio, kata),
    barisList: indikatorList.map((one) => row(masukan, one, kata)),
    adaRasio,
  };
}

function unitLine({ pegawaiList, zonaWaktu }: Kantor, { batasMs }: Wait, unit: string): Teks {
  const jabatan = pegawaiList.find(({ id }) => id === unit)?.jabatan ?? unit;
  return batasMs === null
    ? fill(formatText.unit, { jabatan })
    : fill(formatText.unitBatas, { jabatan, batas: sebutWaktu(batasMs, zonaWaktu) });
}

function titles(periode: string, adaRasio: boolean, kata: Kata): FormatIsian["judulByKolom"] {
  const { no, sasaran, indikator, targetTahunan, target, penyebut, keterangan } = formatText;
  const realisasi = adaRasio ? formatText.realisasiRasio : formatText.realisasi;
  return {
    no: kata(no),
    sasaran: kata(sasaran),
    indikator: kata(indikator),
    "target-tahunan": kata(targetTahunan),
    target: kata(fill(target, { periode })),
    realisasi: kata(fill(realisasi, { periode })),
    penyebut: kata(penyebut),
    keterangan: kata(keterangan),
  };
}

function row({ state, realisasi }: FormatMasukan, indikator: Indikator, kata: Kata): BarisFormat {
  const { kode, sasaran, nama, targetTahunan, agregasi } = indikator;
  const recorded = state.isianByKode[kode];
  const answer = isAnswered(recorded) ? recorded : null;
  const past = realisasi[kode]?.[previousPeriode(state.periode)]?.isian ?? null;
  const target = targetPeriode(indikator, {}, state.periode);
  const diminta = dimintaText(agregasi, state.periode);
  return {
    kode,
    sasaran,
    nama,
    keteranganNama: kata(
      lines(
        fill(formatText.satuan, { satuan: indikator.satuan, arah: arahText(indikator) }),
        diminta,
        past === null ? [] : pastLine(state.periode, past, indikator),
      ),
    ),
    petunjuk: {
      realisasi: kata(hint(indikator, diminta, near(past) ?? target ?? 0)),
      penyebut: kata(formatText.caraPenyebut),
      keterangan: kata(formatText.caraKeterangan),
      terlaluPanjang: kata(formatText.selTerlaluPanjang),
    },
    targetTahunan,
    target,
    rasio: agregasi === "rasio",
    ...cells(answer?.isian ?? null),
    keterangan: answer?.keterangan ?? "",
  };
}

function pastLine(periode: Periode, past: Isian, indikator: Indikator): Teks {
  const before = previousPeriode(periode);
  const sameYear = tahunPeriode(before) === tahunPeriode(periode);
  return fill(formatText.lalu, {
    periode: sameYear ? sebutPendek(before) : sebutPendekTahun(before),
    nilai: nilaiText(past, indikator),
  });
}

function hint(indikator: Indikator, diminta: Teks, near: number): Teks {
  if (indikator.agregasi === "rasio") return fill(formatText.caraRasio, { diminta });
  const contoh = angkaText(contohAngka(indikator, near));
  return fill(formatText.caraAngka, { diminta, contoh });
}

const near = (past: Isian | null): number | null => (past?.jenis === "angka" ? past.nilai : null);

/** What is recorded, as the person would have typed it. */
export function cells(isian: Isian | null): Pick<BarisFormat, "realisasi" | "penyebut"> {
  if (isian === null) return { realisasi: "", penyebut: "" };
  if (isian.jenis !== "angka") {
    return { realisasi: isian.jenis === "nihil" ? "nihil" : "belum", penyebut: "" };
  }
  return isian.pembilang === undefined || isian.penyebut === undefined
    ? { realisasi: typed(isian.nilai), penyebut: "" }
    : { realisasi: typed(isian.pembilang), penyebut: typed(isian.penyebut) };
}

/** Without grouping, so that it is read back in one way only. */
const typed = (nilai: number): string => angkaText(nilai).replaceAll(".", "");
