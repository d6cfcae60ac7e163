import type { World } from "../../core/conversation/world.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import { collects } from "../../core/engine/open.ts";
import type { Peran } from "../../core/kantor/schema.ts";
import { kurangTahun } from "../../core/kantor/tahun.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { fill, lines, type Ucapan } from "../../core/pesan/teks.ts";
import { pembacaOf, sayTo } from "../../core/pesan/ucap.ts";
import { nextOpening } from "../../core/waktu/calendar.ts";
import { fromLocal, tahunOf } from "../../core/waktu/instant.ts";
import { Tanggal } from "../../core/waktu/tanggal.ts";
import { tahunText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import type { TimerRow } from "../ports/rows.ts";
import type { TurnWriter } from "../turn/turn-writer.ts";

type Office = Pick<World, "nowMs" | "kantor" | "calendar">;

/** When the year to come is looked at next: as the office opens in December. */
export function yearTimer({ nowMs, kantor, calendar }: Office): Effect {
  const tahun = tahunOf(nowMs, kantor.zonaWaktu);
  const december = (of: number): number =>
    nextOpening(calendar, fromLocal(Tanggal.parse(`${of}-12-01`), 0, kantor.zonaWaktu));
  const ends = december(tahun) > nowMs ? tahun : tahun + 1;
  return {
    kind: "timer",
    kunci: "tahun",
    atMs: december(ends),
    isi: { jenis: "periksa-tahun", tahun: ends + 1 },
  };
}

/** Tells who can see to it what the year to come still lacks, and looks again a year later. */
export function checkYear(
  deps: Pick<Deps, "random">,
  writer: TurnWriter,
  timer: TimerRow,
  { tahun }: Extract<TimerIsi, { jenis: "periksa-tahun" }>,
): void {
  const { world } = writer;
  const kurang = kurangTahun(world, {
    indikator: world.sopList.some(({ sop }) => collects(sop)) ? tahun : null,
    kalender: tahun,
  });
  const told =
    kurang === null || world.kantor.aktif === false
      ? []
      : tellKeepers(world, {
          teks: lines(
            fill(tahunText.belumSiap, { tahun, kurang }),
            tahunText.takDibuka,
            tahunText.lengkapi,
          ),
        });
  writer.add(
    { session: null, berkasList: [], effects: [...told, yearTimer(world)] },
    { sebab: `timer:${timer.id}`, asal: null, pelaku: null, random: deps.random },
  );
}

/** Who sees to it that the office file is complete: the admin and the secretary. */
const penjaga: readonly Peran[] = ["admin", "sekcam", "sekdis"];

/** A message to everybody who sees to the office file. */
export const tellKeepers = (world: World, ucapan: Ucapan): readonly Effect[] =>
  world.kantor.pegawaiList
    .filter(
      ({ id, peran }) => world.terhubung.has(id) && peran.some((one) => penjaga.includes(one)),
    )
    .map(({ id }) => ({
      kind: "pesan",
      kepada: { ke: "pegawai", pegawaiId: id },
      prioritas: "tugas",
      pesan: sayTo(pembacaOf(world, id), ucapan),
    }));
