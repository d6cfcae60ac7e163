import { unitIndikator } from "../../../../engine/holders.ts";
import type { BerkasState, Wait } from "../../../../engine/state.ts";
import type { Kantor } from "../../../../kantor/schema.ts";
import { targetPeriode } from "../../../../kinerja/agregasi.ts";
import { contohAngka } from "../../../../kinerja/angka/satuan.ts";
import type { BarisFormat, FormatIsian } from "../../../../kinerja/format/index.ts";
import type { Indikator, Isian, RealisasiByKode } from "../../../../kinerja/indikator.ts";
import {
  labelPendek,
  labelPeriode,
  type Periode,
  previousPeriode,
  tahunPeriode,
} from "../../../../kinerja/periode.ts";
import { dimintaText } from "../../../../pesan/diminta.ts";
import { formatText } from "../../../../pesan/format.ts";
import { isianText } from "../../../../pesan/isian.ts";
import { fill, plainText } from "../../../../pesan/template.ts";
import { formatWaktu } from "../../../../waktu/format.ts";
import { isAnswered } from "./answered.ts";
import { angkaText, arahText, nilaiText } from "./look.ts";

/** What a sheet of figures is made from. */
export interface FormatMasukan {
  readonly state: BerkasState;
  readonly wait: Wait;
  readonly kantor: Kantor;
  readonly realisasi: RealisasiByKode;
}

/**
 * The sheet one unit fills in, with what it has answered so far.
 * @throws Error for a wait that is no unit's: only units are offered a sheet.
 */
export function formatIsian({ state, wait, kantor, realisasi }: FormatMasukan): FormatIsian {
  if (wait.pemegang.jenis !== "pegawai") throw new Error(`wait ${wait.id} belongs to no unit`);
  const unit = wait.pemegang.pegawaiId;
  const { periode } = state;
  const indikatorList = unitIndikator(state, unit);
  const label = labelPeriode(periode, kantor.istilahTriwulan);
  const adaRasio = indikatorList.some(({ agregasi }) => agregasi === "rasio");
  return {
    tanda: { berkasId: state.id, waitId: wait.id, unit, periode },
    instansi: [kantor.kabupaten, kantor.nama],
    judul: plainText(fill(formatText.judul, { periode: label.toUpperCase() })),
    unit: unitLine(kantor, wait, unit),
    petunjukList: formatText.petunjukList,
    judulByKolom: titles(label.replace(/ \d{4}$/, ""), adaRasio),
    barisList: indikatorList.map((one) => row({ state, wait, kantor, realisasi }, one)),
    adaRasio,
  };
}

function unitLine({ pegawaiList, zonaWaktu }: Kantor, { batasMs }: Wait, unit: string): string {
  const jabatan = pegawaiList.find(({ id }) => id === unit)?.jabatan ?? unit;
  return plainText(
    batasMs === null
      ? fill(formatText.unit, { jabatan })
      : fill(formatText.unitBatas, { jabatan, batas: formatWaktu(batasMs, zonaWaktu) }),
  );
}

function titles(periode: string, adaRasio: boolean): FormatIsian["judulByKolom"] {
  const { no, sasaran, indikator, targetTahunan, target, penyebut, keterangan } = formatText;
  const realisasi = adaRasio ? formatText.realisasiRasio : formatText.realisasi;
  return {
    no,
    sasaran,
    indikator,
    "target-tahunan": targetTahunan,
    target: plainText(fill(target, { periode })),
    realisasi: plainText(fill(realisasi, { periode })),
    penyebut,
    keterangan,
  };
}

function row({ state, kantor, realisasi }: FormatMasukan, indikator: Indikator): BarisFormat {
  const { kode, sasaran, nama, targetTahunan, agregasi } = indikator;
  const recorded = state.isianByKode[kode];
  const answer = isAnswered(recorded) ? recorded : null;
  const past = realisasi[kode]?.[previousPeriode(state.periode)]?.isian ?? null;
  const target = targetPeriode(indikator, {}, state.periode);
  const diminta = plainText(dimintaText(agregasi, state.periode, kantor.istilahTriwulan));
  return {
    kode,
    sasaran,
    nama,
    keteranganNama: [
      plainText(fill(formatText.satuan, { satuan: indikator.satuan, arah: arahText(indikator) })),
      diminta,
      ...(past === null ? [] : [pastLine(state.periode, past, indikator)]),
    ].join("\n"),
    petunjuk: hint(indikator, diminta, near(past) ?? target ?? 0),
    targetTahunan,
    target,
    rasio: agregasi === "rasio",
    ...cells(answer?.isian ?? null),
    keterangan: answer?.keterangan ?? "",
  };
}

function pastLine(periode: Periode, past: Isian, indikator: Indikator): string {
  const before = previousPeriode(periode);
  const sameYear = tahunPeriode(before) === tahunPeriode(periode);
  return plainText(
    fill(formatText.lalu, {
      periode: sameYear ? labelPendek(before) : `${labelPendek(before)} ${tahunPeriode(before)}`,
      nilai: nilaiText(past, indikator),
    }),
  );
}

function hint(indikator: Indikator, diminta: string, near: number): string {
  if (indikator.agregasi === "rasio") return plainText(fill(formatText.caraRasio, { diminta }));
  const contoh = angkaText(contohAngka(indikator, near));
  return plainText(fill(formatText.caraAngka, { diminta, contoh }));
}

const near = (past: Isian | null): number | null => (past?.jenis === "angka" ? past.nilai : null);

/** What is recorded, as the person would have typed it. */
function cells(isian: Isian | null): Pick<BarisFormat, "realisasi" | "penyebut"> {
  if (isian === null) return { realisasi: "", penyebut: "" };
  if (isian.jenis !== "angka") {
    return { realisasi: isian.jenis === "nihil" ? isianText.nihil : "belum", penyebut: "" };
  }
  return isian.pembilang === undefined || isian.penyebut === undefined
    ? { realisasi: typed(isian.nilai), penyebut: "" }
    : { realisasi: typed(isian.pembilang), penyebut: typed(isian.penyebut) };
}

/** Without grouping, so that it is read back in one way only. */
const typed = (nilai: number): string => angkaText(nilai).replaceAll(".", "");
