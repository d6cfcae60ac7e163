import { kalenderGladi } from "../../core/gladi/kalender.ts";
import { type GladiBahan, playGladi } from "../../core/gladi/play.ts";
import type { Kantor, PegawaiId } from "../../core/kantor/schema.ts";
import { labelPeriode, periodeAt } from "../../core/kinerja/periode.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import type { Deps } from "../deps.ts";
import type { GladiMulai } from "../ports/mulai.ts";
import type { KantorRecord } from "../ports/rows.ts";

/** The triwulan that is running now, played with every sheet of an office as it is collected at its end. */
export const rehearseOffice = (
  { clock, kamus }: Pick<Deps, "clock" | "kamus">,
  { kantor, calendar, sopList }: KantorRecord,
): readonly GladiMulai[] => {
  const periode = periodeAt(toLocal(clock.now(), kantor.zonaWaktu).tanggal);
  return sopList.map((chosen) => rehearse({ kantor, calendar, chosen, periode, kamus }));
};

function rehearse(bahan: GladiBahan): GladiMulai {
  const { kantor, chosen } = bahan;
  const head = {
    sop: chosen.sop.nama,
    periode: labelPeriode(bahan.periode, kantor.istilahTriwulan),
  };
  try {
    return { ...head, galat: null, ...played(bahan) };
  } catch (cause) {
    // What keeps a sheet from being played is in the office file, so it is said and not thrown.
    const galat = cause instanceof Error ? cause.message : String(cause);
    return { ...head, galat, tugasList: [], hariList: [] };
  }
}

function played(bahan: GladiBahan): Pick<GladiMulai, "tugasList" | "hariList"> {
  const { kantor } = bahan;
  const tugasList = playGladi(bahan);
  const waktu = (atMs: number): string => formatWaktu(atMs, kantor.zonaWaktu);
  return {
    tugasList: tugasList.map((tugas) => ({
      langkah: tugas.langkahNo,
      uraian: tugas.uraian,
      siapa: names(kantor, tugas.pegawaiList),
      diterima: waktu(tugas.diterimaMs),
      selesai: waktu(tugas.selesaiMs),
      batas: tugas.batasMs === null ? null : waktu(tugas.batasMs),
    })),
    hariList: kalenderGladi(bahan, tugasList),
  };
}

const names = (kantor: Kantor, idList: readonly PegawaiId[]): string =>
  idList
    .map((id) => kantor.pegawaiList.find((pegawai) => pegawai.id === id)?.jabatan ?? id)
    .join(" atau ");
