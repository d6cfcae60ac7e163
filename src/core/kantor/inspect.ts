import type { Sop } from "../sop/schema.ts";
import { inspectIndikator } from "./inspect-indikator.ts";
import { inspectRealisasi } from "./inspect-realisasi.ts";
import type { BerkasKantor, Peran } from "./schema.ts";
import type { TemuanKantor } from "./temuan.ts";

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

/** A langkah may name several roles; it stands still only when nobody holds any of them. */
function unheld(sop: Sop, held: ReadonlySet<Peran>): readonly string[] {
  return sop.langkah
    .filter(({ pelaksana }) => !pelaksana.peran.some((peran) => held.has(peran)))
    .map(
      ({ no, pelaksana }) =>
        `SOP ${sop.id} langkah ${no}: belum ada pegawai berperan ${pelaksana.peran.join(" atau ")}`,
    );
}

function inspectPegawai({ pegawai }: BerkasKantor): readonly TemuanKantor[] {
  const known = new Set(pegawai.map(({ id }) => id));
  const perOrang = pegawai.flatMap(({ id, atasan }, index): readonly TemuanKantor[] => {
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
      ...(atasan !== undefined && !known.has(atasan)
        ? [galat("atasan", `atasan ${atasan} tidak ada di daftar pegawai`)]
        : []),
    ];
  });
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
