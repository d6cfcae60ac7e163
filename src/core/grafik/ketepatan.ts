import type { Batang, LembarGrafik } from "../dokumen/grafik.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { labelPeriode, type Periode, tahunPeriode } from "../kinerja/periode.ts";
import { type BarisKetepatan, ketepatanList } from "../rekap/ketepatan.ts";
import { asOf, ofYear, type RekapMasukan } from "../rekap/masukan.ts";
import { formatWaktu } from "../waktu/format.ts";
import { formatMenitKerja } from "../waktu/lama-kerja.ts";
import type { Pada } from "../waktu/pada.ts";
import { grafikText } from "./teks.ts";
import { warnaGrafik } from "./warna.ts";

/** A bar three times as long as the standard tells enough; its value is written whole. */
const POTONG_PERSEN = 300;

/**
 * How much of the standard duration each langkah of a period used, in working minutes as the rekap has
 * them; visits of one langkah together. Null where none has a standard to be measured by.
 */
export function grafikKetepatan(
  rows: RekapMasukan,
  { periode }: { readonly periode: Periode },
  pada: Pada,
): LembarGrafik | null {
  const masukan = asOf(ofYear(rows, tahunPeriode(periode)), pada);
  const counted = new Set(
    masukan.berkasList
      .filter(({ state }) => state.periode === periode && state.status !== "dibatalkan")
      .map(({ state }) => state.id),
  );
  const visitList = ketepatanList(masukan, pada.padaMs).filter(
    ({ berkasId, ketepatan }) => counted.has(berkasId) && ketepatan !== "otomatis",
  );
  const groupList = byLangkah(visitList.filter(isMeasured));
  if (groupList.length === 0) return null;
  const manySop = new Set(visitList.map(({ sop }) => sop)).size > 1;
  const batangList = groupList.map((group) => batangOf(group, manySop));
  const unmeasured = [
    ...new Set(visitList.filter((one) => !isMeasured(one)).map(({ langkahNo }) => langkahNo)),
  ];
  const { nama, istilahTriwulan, zonaWaktu } = masukan.kantor;
  return {
    grafik: {
      jenis: "grafik",
      judul: grafikText.ketepatan(labelPeriode(periode, istilahTriwulan)),
      satuan: "%",
      garisTarget: 100,
      garisNama: grafikText.mutuBaku,
      potong: POTONG_PERSEN,
      batangList,
    },
    kantor: nama,
    catatanList: [
      grafikText.menitKerja,
      ...(batangList.some(({ arsir }) => arsir) ? [grafikText.arsirKetepatan] : []),
      ...(batangList.some(({ nilai }) => (nilai ?? 0) > POTONG_PERSEN)
        ? [grafikText.dipotong(formatAngka(POTONG_PERSEN))]
        : []),
      ...(unmeasured.length === 0 ? [] : [grafikText.tanpaBaku(unmeasured.join(", "))]),
      grafikText.keadaanPer(formatWaktu(pada.padaMs, zonaWaktu, { tahun: true })),
    ],
  };
}

interface Terukur extends BarisKetepatan {
  readonly selisihMenit: number;
}

const isMeasured = (baris: BarisKetepatan): baris is Terukur => baris.selisihMenit !== null;

/** The visits of each langkah together, in the order of the sheet. */
function byLangkah(list: readonly Terukur[]): readonly (readonly Terukur[])[] {
  const groups = new Map<string, readonly Terukur[]>();
  for (const one of list) {
    const key = `${one.sop}\n${one.langkahNo}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => a.localeCompare(b, "id", { numeric: true }))
    .map(([, group]) => group);
}

function batangOf(group: readonly Terukur[], manySop: boolean): Batang {
  const [first] = group;
  const terpakai = sum(group.map(({ menitKerja }) => menitKerja));
  // what was given is what was used less what was too much
  const baku = terpakai - sum(group.map(({ selisihMenit }) => selisihMenit));
  const langkah = grafikText.langkah(first?.langkahNo ?? "", first?.uraian ?? "");
  const late = terpakai > baku;
  return {
    label: manySop ? `${first?.sop ?? ""}: ${langkah}` : langkah,
    nilai: baku > 0 ? Math.round((terpakai / baku) * 100) : null,
    warna: late ? warnaGrafik.lewat : warnaGrafik.utama,
    keterangan: grafikText.terpakai(
      formatMenitKerja(terpakai),
      formatMenitKerja(baku),
      group.length,
    ),
    ...(late ? { arsir: true } : {}),
  };
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
