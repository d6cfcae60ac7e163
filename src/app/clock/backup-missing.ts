import type { World } from "../../core/conversation/world.ts";
import type { TimerIsi } from "../../core/engine/effect.ts";
import type { Pegawai } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { toldAs } from "../../core/pesan/say.ts";
import { fill, lines, type Teks } from "../../core/pesan/teks.ts";
import { sebutWaktu } from "../../core/pesan/waktu.ts";
import { nextMorning, nextOpening, type OfficeCalendar } from "../../core/waktu/calendar.ts";
import { fromLocal, type Instant, toLocal } from "../../core/waktu/instant.ts";
import { cadanganMalamText } from "../../generated/teks.ts";
import type { Deps } from "../deps.ts";
import type { KantorRecord, TimerRow } from "../ports/rows.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { loadWorld } from "../turn/load-world.ts";
import { causeOf, TurnWriter } from "../turn/turn-writer.ts";
import { lastWhole } from "./nightly-backup.ts";

type Isi = Extract<TimerIsi, { jenis: "cadangan-malam" }>;

/**
 * Has every office look, as its day begins, whether there is a whole backup again. A later failure of the
 * same night moves nothing, and one by day is looked at the next morning: once a day at most.
 */
export async function backupFailed(
  deps: Pick<Deps, "store" | "clock" | "log" | "random" | "kamus" | "offices" | "channels">,
  gagalMs: Instant,
): Promise<void> {
  for (const { kantor } of await deps.store.listKantor()) {
    if (kantor.aktif === false) continue;
    try {
      await lookInTheMorning(deps, kantor.id, gagalMs);
    } catch (err) {
      deps.log.error({ kantorId: kantor.id, err }, "an office could not be told of the backup");
    }
  }
}

const lookInTheMorning = (
  deps: Parameters<typeof backupFailed>[0],
  kantorId: KantorRecord["kantor"]["id"],
  gagalMs: Instant,
): Promise<void> =>
  commitUntilDone(deps, async () => {
    const writer = new TurnWriter(await loadWorld(deps, kantorId, []));
    const { calendar, nowMs } = writer.world;
    const isi: Isi = { jenis: "cadangan-malam", gagalMs };
    writer.add(
      {
        session: null,
        berkasList: [],
        effects: [{ kind: "timer", kunci: KUNCI, atMs: morning(calendar, nowMs), isi }],
      },
      { sebab: `cadangan:${kantorId}:${gagalMs}`, asal: null, pelaku: null, random: deps.random },
    );
    return writer.request();
  });

const KUNCI = "cadangan-malam";

/** When the day of an office begins that has not begun yet. */
function morning(calendar: OfficeCalendar, nowMs: Instant): Instant {
  const today = fromLocal(toLocal(nowMs, calendar.zona).tanggal, 0, calendar.zona);
  const openingMs = nextOpening(calendar, today);
  return openingMs > nowMs ? openingMs : nextMorning(calendar, nowMs);
}

/** Tells who keeps the office's data that there is still none; where there is one by now, nothing. */
export async function tellBackupMissing(
  deps: Pick<Deps, "random" | "backups">,
  writer: TurnWriter,
  timer: TimerRow,
  { gagalMs }: Isi,
): Promise<void> {
  if (deps.backups === undefined) return;
  const { world } = writer;
  const wholeMs = lastWhole((await deps.backups.list()).ada, world.nowMs)?.dibuatMs ?? null;
  if (wholeMs !== null && wholeMs >= gagalMs) return;
  const ucapan = { teks: missing(world, wholeMs), pilihan: [] };
  const effects: readonly Effect[] = keepers(world).map(({ id }) =>
    toldAs(world, { kepada: id, prioritas: "tugas" }, ucapan),
  );
  writer.add({ session: null, berkasList: [], effects }, causeOf(timer, deps));
}

/** The admins who can be told; where there is none, whoever leads the secretariat. */
function keepers({ kantor, terhubung }: World): readonly Pegawai[] {
  const linked = kantor.pegawaiList.filter(({ id }) => terhubung.has(id));
  const admins = linked.filter(({ peran }) => peran.includes("admin"));
  return admins.length > 0
    ? admins
    : linked.filter(({ peran }) => peran.includes("sekcam") || peran.includes("sekdis"));
}

const missing = ({ kantor }: World, wholeMs: Instant | null): Teks =>
  lines(
    cadanganMalamText.kepala,
    wholeMs === null
      ? cadanganMalamText.belumAda
      : fill(cadanganMalamText.terakhir, { waktu: sebutWaktu(wholeMs, kantor.zonaWaktu) }),
    cadanganMalamText.mohon,
  );
