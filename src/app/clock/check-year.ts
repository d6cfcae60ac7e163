import { can } from "../../core/authorize.ts";
import type { World } from "../../core/conversation/world.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import { collects } from "../../core/engine/open.ts";
import type { Pegawai, Peran } from "../../core/kantor/schema.ts";
import { kurangTahun } from "../../core/kantor/tahun.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { toldAs } from "../../core/pesan/say.ts";
import { fill, lines, type Ucapan } from "../../core/pesan/teks.ts";
import { nextOpening } from "../../core/waktu/calendar.ts";
import { fromLocal, tahunOf } from "../../core/waktu/instant.ts";
import { Tanggal } from "../../core/waktu/tanggal.ts";
import { liburText, tahunText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import type { TimerRow } from "../ports/rows.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";

type Office = Pick<World, "nowMs" | "kantor" | "calendar">;

/** When the year to come is looked at: its decree on free days is out by November, all else by December. */
const periksaList: readonly {
  readonly kunci: string;
  readonly bulan: string;
  readonly isi: Pick<PeriksaIsi, "hanya">;
}[] = [
  { kunci: "libur", bulan: "11", isi: { hanya: "kalender" } },
  { kunci: "tahun", bulan: "12", isi: {} },
];

type PeriksaIsi = Extract<TimerIsi, { jenis: "periksa-tahun" }>;

/** The next looks at the year to come: as the office opens in each of these months. */
export function yearTimers({ nowMs, kantor, calendar }: Office): readonly Effect[] {
  const tahun = tahunOf(nowMs, kantor.zonaWaktu);
  return periksaList.map(({ kunci, bulan, isi }) => {
    const opening = (of: number): number =>
      nextOpening(calendar, fromLocal(Tanggal.parse(`${of}-${bulan}-01`), 0, kantor.zonaWaktu));
    const of = opening(tahun) > nowMs ? tahun : tahun + 1;
    return {
      kind: "timer",
      kunci,
      atMs: opening(of),
      isi: { jenis: "periksa-tahun", tahun: of + 1, ...isi },
    };
  });
}

/** Tells who can see to it what the year to come still lacks, and looks again a year later. */
export function checkYear(
  deps: Pick<Deps, "random">,
  writer: TurnWriter,
  timer: TimerRow,
  isi: PeriksaIsi,
): void {
  const { world } = writer;
  const told = world.kantor.aktif === false ? [] : tellLacking(world, isi);
  writer.add(
    { session: null, berkasList: [], effects: [...told, ...yearTimers(world)] },
    causeOf(timer, deps),
  );
}

function tellLacking(world: World, { tahun, hanya }: PeriksaIsi): readonly Effect[] {
  const kurang = kurangTahun(world, {
    indikator: hanya === undefined && world.sopList.some(({ sop }) => collects(sop)) ? tahun : null,
    kalender: tahun,
  });
  if (kurang === null) return [];
  return hanya === "kalender"
    ? tellWho(world, (pegawai) => can(pegawai, "ubah-libur"), {
        teks: lines(fill(tahunText.liburBelum, { tahun: String(tahun) }), tahunText.muatLibur),
        pilihan: [
          [{ id: `/libur muat ${tahun}`, judul: fill(liburText.muat, { tahun: String(tahun) }) }],
        ],
      })
    : tellKeepers(world, {
        teks: lines(
          fill(tahunText.belumSiap, { tahun, kurang }),
          tahunText.takDibuka,
          tahunText.lengkapi,
        ),
      });
}

/** Who sees to it that the office file is complete: the admin and the secretary. */
const penjaga: readonly Peran[] = ["admin", "sekcam", "sekdis"];

/** A message to everybody who sees to the office file. */
export const tellKeepers = (world: World, ucapan: Ucapan): readonly Effect[] =>
  tellWho(world, ({ peran }) => peran.some((one) => penjaga.includes(one)), ucapan);

const tellWho = (
  world: World,
  isMeant: (pegawai: Pegawai) => boolean,
  ucapan: Ucapan,
): readonly Effect[] =>
  world.kantor.pegawaiList
    .filter((one) => world.terhubung.has(one.id) && isMeant(one))
    .map(({ id }) => toldAs(world, { kepada: id, prioritas: "tugas" }, ucapan));
