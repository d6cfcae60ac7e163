import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, loadCatalog } from "../catalog/load.ts";
import { loadKantor } from "../catalog/load-kantor.ts";
import { formatProblem } from "../catalog/problem.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { buildCalendar, type OfficeCalendar } from "../core/waktu/calendar.ts";
import type { ZonaWaktu } from "../core/waktu/instant.ts";
import type { CliIo } from "./io.ts";
import { type Outcome, refused } from "./outcome.ts";
import { withStore } from "./with-store.ts";

/**
 * The calendar to count with: of an office file, of an office in the database (or shipped under that
 * id), or, when none is named, the default hours in the zone of the time that was typed.
 */
export async function officeHours(
  io: CliIo,
  kantor: string | undefined,
  mulai: string,
): Promise<{ readonly calendar: OfficeCalendar } | Outcome> {
  const catalog = await loadCatalog(io.flows);
  if (kantor === undefined) {
    const zona = zonaByOffset[/[+-]\d{2}:?\d{2}$/.exec(mulai)?.[0].slice(0, 3) ?? ""];
    return {
      calendar: buildCalendar({ zona: zona ?? ZONA_BAWAAN, tahunList: catalog.kalenderList }),
    };
  }
  if (/[/\\]|\.ya?ml$/.test(kantor)) return fromFile(kantor, catalog);
  const id = KantorId.safeParse(kantor);
  const record = id.success ? await withStore(io, ({ store }) => store.loadKantor(id.data)) : null;
  if (record !== null) return { calendar: record.calendar };
  const shipped = join(io.flows, "kantor", `${kantor}.yaml`);
  return id.success && existsSync(shipped)
    ? fromFile(shipped, catalog)
    : refused(`Kantor ${kantor} tidak ada. Daftarnya: sopir kantor list.`);
}

async function fromFile(
  file: string,
  catalog: Catalog,
): Promise<{ readonly calendar: OfficeCalendar } | Outcome> {
  const { isi, problems } = await loadKantor(file, catalog);
  return isi === null
    ? refused(problems.map(formatProblem).join("\n"), { masalah: problems })
    : { calendar: isi.calendar };
}

/** Zone of the office whose sheet has shipped first. */
const ZONA_BAWAAN: ZonaWaktu = "Asia/Makassar";

const zonaByOffset: Readonly<Record<string, ZonaWaktu>> = {
  "+07": "Asia/Jakarta",
  "+08": "Asia/Makassar",
  "+09": "Asia/Jayapura",
};
