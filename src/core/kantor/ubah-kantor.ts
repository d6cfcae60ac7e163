import { denganTarget } from "../kinerja/target.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";
import { addDays } from "../waktu/tanggal.ts";
import { denganLibur, denganTahun, tanpaLibur } from "../waktu/ubah-libur.ts";
import { anonim } from "./anonim.ts";
import { beririsan, type Halangan } from "./halangan.ts";
import { denganKepemilikan } from "./kepemilikan.ts";
import type { PegawaiTercatat } from "./pegawai.ts";
import type { Perubahan, PerubahanTercatat, SebabPerubahan } from "./perubahan.ts";
import type { KantorTercatat, Tatanan } from "./schema.ts";

/** The office after a change, or why it cannot be. `tatanan` is the office as it is written down. */
export function ubahKantor(
  tatanan: Tatanan,
  perubahan: Perubahan,
  nowMs: Instant,
): Tatanan | SebabPerubahan {
  const ubah = terapkan(tatanan, perubahan, nowMs);
  if (typeof ubah === "string") return ubah;
  const { kepemilikanList } = ubah.kantor;
  return {
    ...ubah,
    kantor: denganKepemilikan({ ...tatanan.kantor, kepemilikanList }, ubah.kantor, nowMs),
  };
}

/** The same without the history of who answered for what. */
export function terapkan(
  tatanan: Tatanan,
  perubahan: Perubahan,
  nowMs: Instant,
): Tatanan | SebabPerubahan {
  const { kantor, calendar } = tatanan;
  const inKantor = (ubah: KantorTercatat | SebabPerubahan): Tatanan | SebabPerubahan =>
    typeof ubah === "string" ? ubah : { kantor: ubah, calendar };
  if (isOrang(perubahan)) return inKantor(ubahOrang(kantor, perubahan));
  switch (perubahan.jenis) {
    case "halangan":
      return inKantor(berhalangan(kantor, perubahan.halangan));
    case "hadir-kembali":
      return inKantor(kembali(kantor, perubahan.halanganId, nowMs));
    case "target":
      return inKantor(ubahTarget(kantor, perubahan));
    case "anggaran":
      return inKantor(beranggaran(kantor, perubahan));
    case "tahun-baru":
      return inKantor(bertahunBaru(kantor, perubahan));
    case "tahun-batal":
      return inKantor(tanpaTahun(kantor, perubahan.tahun));
    case "libur":
    case "libur-batal":
    case "kalender": {
      const ubah = ubahKalender(calendar, perubahan);
      return typeof ubah === "string" ? ubah : { kantor, calendar: ubah };
    }
  }
}

/** Who is in the office, and what they are. */
type Orang = Satu<"masuk" | "ubah" | "keluar" | "anonim" | "alih-indikator">;

const isOrang = (perubahan: Perubahan): perubahan is Orang =>
  ["masuk", "ubah", "keluar", "anonim", "alih-indikator"].includes(perubahan.jenis);

function ubahOrang(kantor: KantorTercatat, perubahan: Orang): KantorTercatat | SebabPerubahan {
  switch (perubahan.jenis) {
    case "masuk":
      return masuk(kantor, perubahan);
    case "ubah":
      return ubahPegawai(kantor, perubahan);
    case "keluar":
      return keluar(kantor, perubahan);
    case "anonim":
      return anonim(kantor, perubahan.pegawaiId);
    case "alih-indikator":
      return alihIndikator(kantor, perubahan);
  }
}

function ubahKalender(
  calendar: OfficeCalendar,
  perubahan: Satu<"libur" | "libur-batal" | "kalender">,
): OfficeCalendar | SebabPerubahan {
  if (perubahan.jenis === "kalender") return denganTahun(calendar, perubahan.kalender);
  const libur = calendar.libur[perubahan.tanggal] !== undefined;
  if (perubahan.jenis === "libur") {
    return libur ? "libur-sudah-ada" : denganLibur(calendar, perubahan);
  }
  return libur ? tanpaLibur(calendar, perubahan.tanggal) : "libur-tidak-ada";
}

const masuk = (
  kantor: KantorTercatat,
  { pegawai }: Satu<"masuk">,
): KantorTercatat | SebabPerubahan =>
  kantor.pegawaiList.some(({ id }) => id === pegawai.id)
    ? "pegawai-sudah-ada"
    : { ...kantor, pegawaiList: [...kantor.pegawaiList, pegawai] };

type Satu<J extends Perubahan["jenis"]> = Extract<Perubahan, { readonly jenis: J }>;

function ubahPegawai(kantor: KantorTercatat, ubah: Satu<"ubah">): KantorTercatat | SebabPerubahan {
  const { pegawaiId, atasan } = ubah;
  const isThere = (id: string): boolean => kantor.pegawaiList.some((one) => one.id === id);
  if (!isThere(pegawaiId)) return "pegawai-tidak-ada";
  if (atasan === pegawaiId) return "atasan-diri";
  if (atasan !== undefined && atasan !== null && !isThere(atasan)) return "pegawai-tidak-ada";
  const pegawaiList = kantor.pegawaiList.map((one) =>
    one.id === pegawaiId ? diubah(one, ubah) : one,
  );
  return losesAdmin(kantor.pegawaiList, pegawaiList)
    ? "admin-terakhir"
    : { ...kantor, pegawaiList };
}

function diubah(
  { atasan: lama, ...pegawai }: PegawaiTercatat,
  { jabatan, peran, atasan = lama ?? null }: Satu<"ubah">,
): PegawaiTercatat {
  return {
    ...pegawai,
    ...(jabatan !== undefined && { jabatan }),
    ...(peran !== undefined && { peran }),
    ...(atasan !== null && { atasan }),
  };
}

function alihIndikator(
  kantor: KantorTercatat,
  { pegawaiId, penerus }: Satu<"alih-indikator">,
): KantorTercatat | SebabPerubahan {
  const isThere = (id: string): boolean => kantor.pegawaiList.some((one) => one.id === id);
  return isThere(pegawaiId) && isThere(penerus)
    ? { ...kantor, indikatorList: diteruskan(kantor, pegawaiId, penerus) }
    : "pegawai-tidak-ada";
}

const diteruskan = (
  { indikatorList }: KantorTercatat,
  dari: Satu<"alih-indikator">["pegawaiId"],
  ke: Satu<"alih-indikator">["penerus"],
): KantorTercatat["indikatorList"] =>
  indikatorList.map((one) =>
    one.penanggungJawab === dari ? { ...one, penanggungJawab: ke } : one,
  );

function keluar(
  kantor: KantorTercatat,
  { pegawaiId, penerus }: Satu<"keluar">,
): KantorTercatat | SebabPerubahan {
  const { pegawaiList, indikatorList, halanganList = [] } = kantor;
  if (!pegawaiList.some(({ id }) => id === pegawaiId)) return "pegawai-tidak-ada";
  const answers = indikatorList.some(({ penanggungJawab }) => penanggungJawab === pegawaiId);
  if (penerus === null ? answers : !pegawaiList.some(({ id }) => id === penerus))
    return "tanpa-pewaris";
  const left = pegawaiList
    .filter(({ id }) => id !== pegawaiId)
    .map(({ atasan, ...one }): PegawaiTercatat => {
      const above = atasan === pegawaiId ? penerus : (atasan ?? null);
      return {
        ...one,
        ...(above !== null && above !== one.id && { atasan: above }),
        ...(one.id === penerus && { menggantikan: pegawaiId }),
      };
    });
  if (losesAdmin(pegawaiList, left)) return "admin-terakhir";
  return {
    ...kantor,
    pegawaiList: left,
    indikatorList: penerus === null ? indikatorList : diteruskan(kantor, pegawaiId, penerus),
    // Nobody stands in for others once they are gone.
    ...(halanganList.length > 0 && {
      halanganList: halanganList.map((one) =>
        one.wakil?.pegawaiId === pegawaiId ? { ...one, wakil: null } : one,
      ),
    }),
  };
}

/** An office that had an admin keeps one, or nobody could mend it from the chat. */
const losesAdmin = (
  before: readonly PegawaiTercatat[],
  after: readonly PegawaiTercatat[],
): boolean => hasAdmin(before) && !hasAdmin(after);

const hasAdmin = (list: readonly PegawaiTercatat[]): boolean =>
  list.some(({ peran }) => peran.includes("admin"));

function berhalangan(kantor: KantorTercatat, halangan: Halangan): KantorTercatat | SebabPerubahan {
  const { jabatan, wakil, mulai, sampai } = halangan;
  const { halanganList = [], pegawaiList } = kantor;
  if (sampai < mulai) return "tanggal-terbalik";
  const others = halanganList.filter((one) => one.id !== halangan.id && beririsan(one, halangan));
  if (others.some((one) => one.jabatan.pegawaiId === jabatan.pegawaiId)) return "sudah-berhalangan";
  if (wakil !== null) {
    const { pegawaiId } = wakil;
    if (!pegawaiList.some(({ id }) => id === pegawaiId)) return "pegawai-tidak-ada";
    const away = others.some((one) => one.jabatan.pegawaiId === pegawaiId);
    if (away || pegawaiId === jabatan.pegawaiId) return "wakil-berhalangan";
  }
  const kept = halanganList.filter(({ id }) => id !== halangan.id);
  return { ...kantor, halanganList: [...kept, halangan] };
}

const beranggaran = (
  kantor: KantorTercatat,
  { tahun, programList }: Satu<"anggaran">,
): KantorTercatat => ({
  ...kantor,
  anggaranList: [
    ...(kantor.anggaranList ?? []).filter((one) => one.tahun !== tahun),
    { tahun, programList },
  ],
});

/** One that has begun ends with yesterday; one that has not is taken back. */
function kembali(
  kantor: KantorTercatat,
  halanganId: string,
  nowMs: Instant,
): KantorTercatat | SebabPerubahan {
  const { halanganList = [], zonaWaktu } = kantor;
  const { tanggal } = toLocal(nowMs, zonaWaktu);
  const one = halanganList.find(({ id }) => id === halanganId);
  if (one === undefined || one.sampai < tanggal) return "halangan-usai";
  const kept = halanganList.filter(({ id }) => id !== halanganId);
  return {
    ...kantor,
    halanganList: one.mulai < tanggal ? [...kept, { ...one, sampai: addDays(tanggal, -1) }] : kept,
  };
}

const bertahunBaru = (
  kantor: KantorTercatat,
  { tahun, indikatorList }: Satu<"tahun-baru">,
): KantorTercatat | SebabPerubahan =>
  kantor.indikatorList.some((one) => one.tahun === tahun)
    ? "tahun-sudah-ada"
    : { ...kantor, indikatorList: [...kantor.indikatorList, ...indikatorList] };

/** Only a year that was copied: one of the office file is not taken from it. */
function tanpaTahun(kantor: KantorTercatat, tahun: number): KantorTercatat | SebabPerubahan {
  const { indikatorList, perubahanList = [] } = kantor;
  const isOfYear = ({ perubahan }: PerubahanTercatat): boolean =>
    (perubahan.jenis === "tahun-baru" || perubahan.jenis === "target") && perubahan.tahun === tahun;
  return perubahanList.some((one) => isOfYear(one) && one.perubahan.jenis === "tahun-baru")
    ? {
        ...kantor,
        indikatorList: indikatorList.filter((one) => one.tahun !== tahun),
        perubahanList: perubahanList.filter((one) => !isOfYear(one)),
      }
    : "tahun-bukan-salinan";
}

function ubahTarget(
  kantor: KantorTercatat,
  { kode, tahun, ...baru }: Satu<"target">,
): KantorTercatat | SebabPerubahan {
  const { indikatorList } = kantor;
  const at = indikatorList.findIndex((one) => one.kode === kode && one.tahun === tahun);
  const indikator = indikatorList[at];
  if (indikator === undefined) return "indikator-tidak-ada";
  const changed = denganTarget(indikator, baru);
  return typeof changed === "string"
    ? changed
    : { ...kantor, indikatorList: indikatorList.with(at, changed) };
}
