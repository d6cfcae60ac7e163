import { idPegawai } from "../../kantor/pegawai.ts";
import { closest } from "../../sop/closest.ts";
import { Alamat, type Pembacaan } from "./alamat.ts";
import { bacaIsian } from "./baca-isian.ts";
import { bacaTabel, type Tabel } from "./baca-tabel.ts";
import { type LembarIsian, type LembarTabel, lembarIsian, lembarTabel } from "./lembar.ts";
import { lipat } from "./lipat.ts";
import type { LembarMasuk, MasalahSel } from "./model.ts";
import { objekDari } from "./objek.ts";
import { type Orang, rujukanKe } from "./rujukan.ts";
import { susunRealisasi } from "./susun-realisasi.ts";

/** A workbook as it was read, not yet held against the rules of an office file. */
export interface BukuDibaca {
  readonly mentah: Readonly<Record<string, unknown>>;
  readonly alamat: Alamat;
  readonly masalahList: readonly MasalahSel[];
  /** What was passed over. */
  readonly lewatList: readonly MasalahSel[];
  /** Sheets that are there. */
  readonly adaList: readonly string[];
}

/** Sheets without which there is no office. */
const LEMBAR_POKOK = ["Kantor", "Pegawai", "Indikator"];
const semuaLembar: readonly (LembarIsian | LembarTabel)[] = [...lembarIsian, ...lembarTabel];

/** Whether a workbook is one of an office, by its sheets. */
export const isBuku = (namaList: readonly string[]): boolean =>
  semuaLembar.filter(
    ({ nama }) => LEMBAR_POKOK.includes(nama) && namaList.some((one) => lipat(one) === lipat(nama)),
  ).length >= 2;

/**
 * Reads the workbook of an office: every sheet, and all that is wrong with it. One that names no kode is
 * of the office `kodeBawaan`, else of one that is called like its name.
 */
export function bacaBuku(
  lembarList: readonly LembarMasuk[],
  kodeBawaan: string | null = null,
): BukuDibaca {
  const pembacaan: Pembacaan = { alamat: new Alamat(), masalahList: [], lewatList: [] };
  const found = (lembar: LembarIsian | LembarTabel): LembarMasuk | null =>
    cariLembar(lembarList, lembar);
  const adaList = semuaLembar.filter((one) => found(one) !== null).map(({ nama }) => nama);
  for (const nama of LEMBAR_POKOK.filter((one) => !adaList.includes(one))) {
    const pesan = "lembar ini tidak ada; ambil buku kerja kosong, lalu salin isinya ke sana";
    pembacaan.masalahList.push({ sel: nama, pesan });
    pembacaan.alamat.catatTakTerbaca([nama.toLowerCase()]);
  }
  const tabelOf = (kunci: LembarTabel["kunci"]): Tabel => {
    const lembar = lembarTabel.find((one) => one.kunci === kunci);
    const masuk = lembar === undefined ? null : found(lembar);
    return lembar === undefined || masuk === null ? KOSONG : bacaTabel(pembacaan, lembar, masuk);
  };
  const isian = objekDari(
    lembarIsian.flatMap((lembar) => {
      const masuk = found(lembar);
      return masuk === null ? [] : bacaIsian(pembacaan, lembar, masuk);
    }),
  );
  return {
    mentah: { ...denganKode(isian, kodeBawaan, pembacaan.alamat), ...barisDari(tabelOf) },
    adaList,
    ...pembacaan,
  };
}

const KOSONG: Tabel = { barisList: [] };

function barisDari(
  tabelOf: (kunci: LembarTabel["kunci"]) => Tabel,
): Readonly<Record<string, unknown>> {
  const pegawai = tabelOf("pegawai");
  const idList = idOf(pegawai);
  const rujukan = rujukanKe(idList);
  const indikator = tabelOf("indikator");
  const satuanOf = (kode: string, tahun: string): string =>
    indikator.barisList
      .find(({ teks }) => teks("Kode") === kode && teks("Tahun") === tahun)
      ?.teks("Satuan") ?? "";
  return {
    pegawai: pegawai.barisList.map(({ baca }, at) => ({
      ...baca({ rujukan, satuan: "" }),
      id: idList[at]?.id,
    })),
    indikator: indikator.barisList.map(({ baca, teks }) =>
      baca({ rujukan, satuan: teks("Satuan") }),
    ),
    realisasi: tabelOf("realisasi").barisList.map(({ baca, teks }) => {
      const satuan = satuanOf(teks("Kode"), teks("Tahun"));
      return susunRealisasi(baca({ rujukan, satuan }), satuan);
    }),
  };
}

/** Who stands in the sheet; an id that is not written is made from the jabatan. */
function idOf({ barisList }: Tabel): readonly Orang[] {
  const orangList: Orang[] = [];
  for (const { teks } of barisList) {
    const [nama, jabatan, written] = [teks("Nama"), teks("Jabatan"), teks("Kode pegawai")];
    const taken = [...orangList, ...barisList.map((one) => ({ id: one.teks("Kode pegawai") }))];
    const id = written === "" ? idPegawai(taken, jabatan || nama) : written.toLowerCase();
    orangList.push({ id, nama, jabatan });
  }
  return orangList;
}

/** An office without a kode is known by its name; without a name either, only the name is missed. */
function denganKode(
  isian: Readonly<Record<string, unknown>>,
  kodeBawaan: string | null,
  alamat: Alamat,
): Readonly<Record<string, unknown>> {
  const { kantor: read } = isian;
  const kantor = typeof read === "object" && read !== null ? read : {};
  const nama = "nama" in kantor ? kantor.nama : undefined;
  if ("id" in kantor) return { ...isian, kantor };
  if (kodeBawaan !== null) return { ...isian, kantor: { ...kantor, id: kodeBawaan } };
  if (typeof nama === "string") {
    return { ...isian, kantor: { ...kantor, id: idPegawai([], nama) } };
  }
  alamat.catatTakTerbaca(["kantor", "id"]);
  return { ...isian, kantor };
}

/** The sheet of this name, or of one that is most like it. */
function cariLembar(
  lembarList: readonly LembarMasuk[],
  { nama, alias }: LembarIsian | LembarTabel,
): LembarMasuk | null {
  const byName = (wanted: string): LembarMasuk | undefined =>
    lembarList.find((one) => lipat(one.nama) === lipat(wanted));
  const exact = [nama, ...alias].flatMap((one) => byName(one) ?? [])[0];
  if (exact !== undefined) return exact;
  const known = new Set(semuaLembar.flatMap((one) => [one.nama, ...one.alias]).map(lipat));
  const open = lembarList.map((one) => one.nama).filter((one) => !known.has(lipat(one)));
  const meant = closest(nama, open);
  return meant === null ? null : (byName(meant) ?? null);
}
