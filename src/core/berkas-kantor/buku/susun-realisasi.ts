import { faktor } from "../../kinerja/agregasi.ts";
import { cleaned } from "../../kinerja/pembulatan.ts";
import type { Periode } from "../../kinerja/periode.ts";

/** "2026-TW1" as the two columns of a row. */
export function pecahPeriode(periode: Periode): {
  readonly tahun: number;
  readonly triwulan: string;
} {
  const [tahun = "", triwulan = ""] = periode.split("-");
  return { tahun: Number(tahun), triwulan };
}

/** A row of figures as the office file holds it; a ratio of which only both parts are told is divided. */
export function susunRealisasi(row: Readonly<Record<string, unknown>>, satuan: string): unknown {
  const { tahun, triwulan } = isiOf(row["periode"]);
  return {
    ...row,
    periode:
      typeof tahun === "number" && typeof triwulan === "string"
        ? `${tahun}-${triwulan}`
        : undefined,
    isian: susunIsian(isiOf(row["isian"]), satuan),
  };
}

function susunIsian(
  { nilai, ...bagian }: Readonly<Record<string, unknown>>,
  satuan: string,
): unknown {
  const { pembilang, penyebut } = bagian;
  if (nilai === "nihil" || nilai === "belum") return { jenis: nilai, ...bagian };
  if (nilai !== undefined) return { jenis: "angka", nilai, ...bagian };
  return typeof pembilang === "number" && typeof penyebut === "number" && penyebut !== 0
    ? { jenis: "angka", nilai: cleaned((pembilang / penyebut) * faktor(satuan)), ...bagian }
    : undefined;
}

const isiOf = (nilai: unknown): Readonly<Record<string, unknown>> =>
  typeof nilai === "object" && nilai !== null ? { ...nilai } : {};
