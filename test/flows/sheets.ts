import type { KantorIsi } from "../../src/core/berkas-kantor/schema.ts";
import type { EngineContext } from "../../src/core/engine/decision.ts";
import type { RealisasiByKode } from "../../src/core/kinerja/indikator.ts";
import { nomorPeriode, Periode } from "../../src/core/kinerja/periode.ts";
import { isianOf } from "../core/engine/play.ts";
import { bacaKantor, kantorUji } from "../support/jalan.ts";
import { at } from "../support/world.ts";
import { scriptList as dinas } from "./dinas-pengukuran.script.ts";
import { kemlagi, mekanisme, pasrujambe } from "./kecamatan.script.ts";
import { isianTw4, scriptList as paringin } from "./paringin-selatan.script.ts";
import type { Script } from "./script.ts";

/** A sheet, the office that runs it, and the figures that are there before a script begins. */
export interface Sheet {
  readonly sheet: string;
  readonly kantor: KantorIsi;
  readonly scriptList: readonly Script[];
  readonly realisasi: (kantor: KantorIsi, script: Script) => RealisasiByKode;
}

/** Every sheet that is shipped, with what is played on it. */
export const sheetList: readonly Sheet[] = [
  {
    sheet: "paringin-selatan",
    kantor: await bacaKantor("flows/kantor/peraga.yaml"),
    scriptList: paringin,
    realisasi: ofOfficeFile,
  },
  {
    sheet: "dinas-pengukuran",
    kantor: await kantorUji("dinas"),
    scriptList: dinas,
    realisasi: ofOfficeFile,
  },
  {
    sheet: "mekanisme-pengukuran",
    kantor: await kantorUji("mekanisme"),
    scriptList: mekanisme,
    realisasi: onTarget,
  },
  {
    sheet: "pasrujambe",
    kantor: await kantorUji("pasrujambe"),
    scriptList: pasrujambe,
    realisasi: onTarget,
  },
  {
    sheet: "kemlagi",
    kantor: await kantorUji("kemlagi"),
    scriptList: kemlagi,
    realisasi: onTarget,
  },
];

/** The figures the office file brings, and for a roll-up those of the last triwulan too. */
function ofOfficeFile({ realisasi }: KantorIsi, { selesai }: Script): RealisasiByKode {
  const byKode: Record<string, RealisasiByKode[string]> = {};
  const put = (kode: string, periode: string, one: RealisasiByKode[string][string]): void => {
    byKode[kode] = { ...byKode[kode], [periode]: one };
  };
  for (const { kode, periode, isian, keterangan = null } of realisasi) {
    put(kode, periode, { isian, keterangan });
  }
  if (selesai.includes("2026-TW4")) {
    for (const { isi: kode, nilai, sebab = null } of isianTw4) {
      put(kode, "2026-TW4", { isian: isianOf(nilai), keterangan: sebab });
    }
  }
  return byKode;
}

/** Every triwulan that is complete met its target. */
function onTarget({ kantor }: KantorIsi, { selesai }: Script): RealisasiByKode {
  const list = kantor.indikatorList.filter(({ tahun }) => tahun === 2026);
  return Object.fromEntries(
    list.map(({ kode, targetTriwulan }) => [
      kode,
      Object.fromEntries(
        selesai.map((periode) => {
          const nilai = targetTriwulan[nomorPeriode(Periode.parse(periode)) - 1] ?? 0;
          return [periode, { isian: { jenis: "angka" as const, nilai }, keterangan: null }];
        }),
      ),
    ]),
  );
}

/** What a script begins with. */
export function contextOf(
  { sheet, kantor: isi, realisasi }: Sheet,
  script: Script,
): Partial<EngineContext> {
  return {
    kantor: isi.kantor,
    calendar: isi.calendar,
    nowMs: at(script.mulai),
    logSeq: 0,
    terhubung: new Set(isi.kantor.pegawaiList.map(({ id }) => id)),
    realisasi: realisasi(isi, script),
    periodeSelesai: new Set(script.selesai.map((periode) => `${sheet}/${periode}`)),
  };
}
