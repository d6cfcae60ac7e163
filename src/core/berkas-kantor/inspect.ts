import type { Peran } from "../kantor/schema.ts";
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
    ...inspectSop(berkas, sopList),
    ...inspectPegawai(berkas),
    ...inspectIndikator(berkas),
    ...inspectRealisasi(berkas),
  ];
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
