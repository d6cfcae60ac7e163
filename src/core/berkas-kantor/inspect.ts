import type { Kantor, Peran } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { makesTeam, type Sop } from "../sop/schema.ts";
import { inspectIndikator } from "./inspect-indikator.ts";
import { inspectRealisasi } from "./inspect-realisasi.ts";
import type { BerkasKantor, TemuanKantor } from "./schema.ts";

/** Everything about an office file that only shows when its parts and the sheets are held together. */
export function inspectKantor(
  berkas: BerkasKantor,
  sopList: readonly Sop[],
): readonly TemuanKantor[] {
  return [
    ...inspectPemantau(berkas),
    ...inspectSop(berkas, sopList),
    ...inspectPegawai(berkas),
    ...inspectIndikator(berkas),
    ...inspectRealisasi(berkas),
  ];
}

/** What of watching and being watched the file alone can tell. */
function inspectPemantau({ kantor, pegawai }: BerkasKantor): readonly TemuanKantor[] {
  const memantau = pegawai.some(({ peran }) => peran.includes("kabupaten"));
  return [
    ...(kantor.sop.length === 0 && !memantau ? [galatKantor("sop", TANPA_SOP)] : []),
    ...(kantor.pemantau === kantor.id
      ? [
          galatKantor(
            "pemantau",
            `${kantor.id} adalah kantor ini sendiri; sebut kantor kabupatennya`,
          ),
        ]
      : []),
  ];
}

const TANPA_SOP = "tulis sedikitnya satu SOP; hanya kantor berpegawai kabupaten boleh tanpa SOP";

const galatKantor = (key: "sop" | "pemantau", pesan: string): TemuanKantor => ({
  tingkat: "galat",
  jalur: ["kantor", key],
  pesan,
});

/** As much of an office as another one must know that names it as the one watching over it. */
type KantorPemantau = Pick<Kantor, "id" | "nama" | "kabupaten" | "pegawaiList">;

/**
 * Whether the office a file names as the one watching over it can do so; null where the file names none.
 * `pemantau` is that office, from the database or another file; null where neither has it.
 */
export function temuanPemantau(
  { pemantau: id, kabupaten }: Pick<Kantor, "pemantau" | "kabupaten">,
  pemantau: KantorPemantau | null,
): TemuanKantor | null {
  if (id === undefined) return null;
  const jalur = ["kantor", "pemantau"];
  if (pemantau === null) {
    const pesan = `kantor ${id} belum dimuat; sampai dimuat, tidak ada yang memantau kantor ini`;
    return { tingkat: "peringatan", jalur, pesan };
  }
  if (pemantau.kabupaten !== kabupaten) {
    const pesan = `${pemantau.nama} milik ${pemantau.kabupaten}, kantor ini milik ${kabupaten}`;
    return { tingkat: "galat", jalur, pesan };
  }
  if (pemantau.pegawaiList.some(({ peran }) => peran.includes("kabupaten"))) return null;
  const pesan = `di ${pemantau.nama} belum ada pegawai berperan kabupaten, jadi belum ada yang memantau`;
  return { tingkat: "peringatan", jalur, pesan };
}

function inspectSop(
  { kantor, pegawai }: BerkasKantor,
  sopList: readonly Sop[],
): readonly TemuanKantor[] {
  const held = new Set<Peran>(pegawai.flatMap(({ peran }) => peran));
  return kantor.sop.flatMap((id, index): readonly TemuanKantor[] => {
    const jalur = ["kantor", "sop", index];
    const sop = sopList.find((one) => one.id === id);
    if (kantor.sop.indexOf(id) < index) {
      return [{ tingkat: "galat", jalur, pesan: `SOP ${id} tertulis dua kali` }];
    }
    if (sop === undefined) {
      const known = sopList.map((one) => one.id).join(", ");
      const pesan = `SOP ${id} tidak ada di flows/sop; yang ada: ${known}`;
      return [{ tingkat: "galat", jalur, pesan }];
    }
    return unheld(sop, held).map((pesan) => ({ tingkat: "peringatan", jalur, pesan }));
  });
}

/** A desk may be named by several roles; it stands still only when nobody holds any of them. */
function unheld(sop: Sop, held: ReadonlySet<Peran>): readonly string[] {
  const chosen = sop.langkah.some(makesTeam);
  const isHeld = (peran: Peran): boolean => held.has(peran) || (chosen && peran === "tim");
  return sop.langkah.flatMap((langkah): readonly string[] => {
    const empty = desksOf(langkah).find((desk) => !desk.some(isHeld));
    return empty === undefined
      ? []
      : [`SOP ${sop.id} langkah ${langkah.no}: belum ada pegawai berperan ${empty.join(" atau ")}`];
  });
}

/** Each part of a form is a desk of its own, which falls back on whoever the langkah names. */
function desksOf(langkah: Langkah): readonly (readonly Peran[])[] {
  const { peran } = langkah.pelaksana;
  if (langkah.jenis !== "formulir") return [peran];
  return langkah.tahap.map(({ pelaksana = [] }) => [...new Set([...pelaksana, ...peran])]);
}

function inspectPegawai({ pegawai }: BerkasKantor): readonly TemuanKantor[] {
  const known = new Set(pegawai.map(({ id }) => id));
  const perOrang = pegawai.flatMap(
    ({ id, atasan, menggantikan }, index): readonly TemuanKantor[] => {
      const galat = (key: string, pesan: string): TemuanKantor => ({
        tingkat: "galat",
        jalur: ["pegawai", index, key],
        pesan,
      });
      return [
        ...(pegawai.findIndex((one) => one.id === id) < index
          ? [galat("id", `pegawai ${id} sudah ada`)]
          : []),
        ...(atasan === id ? [galat("atasan", `atasan ${id} adalah dirinya sendiri`)] : []),
        ...(menggantikan !== undefined && known.has(menggantikan)
          ? [galat("menggantikan", `${menggantikan} masih ada di daftar pegawai`)]
          : []),
        ...(menggantikan !== undefined &&
        pegawai.findIndex((one) => one.menggantikan === menggantikan) < index
          ? [galat("menggantikan", `${menggantikan} sudah digantikan pegawai lain`)]
          : []),
        ...(atasan !== undefined && !known.has(atasan)
          ? [galat("atasan", `atasan ${atasan} tidak ada di daftar pegawai`)]
          : []),
      ];
    },
  );
  const tanpaAdmin: readonly TemuanKantor[] = pegawai.some(({ peran }) => peran.includes("admin"))
    ? []
    : [
        {
          tingkat: "peringatan",
          jalur: ["pegawai"],
          pesan:
            "belum ada pegawai berperan admin; undangan hanya dapat dibuat lewat baris perintah",
        },
      ];
  return [...perOrang, ...tanpaAdmin];
}
