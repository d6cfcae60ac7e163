import { type Command, Option } from "commander";
import { openManually } from "../../app/clock/open-manually.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { holdersOf, owedWaits } from "../../core/engine/holders.ts";
import type { Wait } from "../../core/engine/state.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import { opsiKantor, readPeriode } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { pickKantor, type StoreDeps, withKantor, withStore } from "../with-store.ts";

/** `berkas`: running SOP. */
export function addBerkas(program: Command, { io, settle }: Cli): void {
  const berkas = program.command("berkas").description("running SOP");
  berkas
    .command("open")
    .description("open a berkas for a period")
    .option(...opsiKantor)
    .requiredOption("--sop <id>", "sheet")
    .requiredOption("--periode <periode>", "such as 2026-TW4, 2026-S2 or 2026", readPeriode)
    .action((options: OpenOptions) => settle(open(io, options)));
  berkas
    .command("list")
    .description("berkas, who holds them and until when")
    .option("--kantor <id>", "one office only")
    .addOption(
      new Option("--kabupaten <id>", "the offices this one watches over").conflicts("kantor"),
    )
    .option("--semua", "finished and cancelled ones too")
    .action((options: ListOptions) => settle(list(io, options)));
}

interface ListOptions {
  readonly kantor?: string;
  readonly kabupaten?: string;
  readonly semua?: boolean;
}

interface OpenOptions {
  readonly kantor?: string;
  readonly sop: string;
  readonly periode: Periode;
}

const open = (
  io: CliIo,
  { kantor: kantorId, sop: sopId, periode }: OpenOptions,
): Promise<Outcome> =>
  withKantor(io, kantorId, async (deps, { kantor }) => {
    const result = await openManually(deps, { kantorId: kantor.id, sopId, periode });
    if (result.kind === "refused") {
      return refused(
        inPlainWords(
          pembacaOf({ kamus: deps.kamus, kantor }, null),
          penolakanText(result.code, result.data),
        ),
      );
    }
    const { id, langkahNo } = result.state;
    return done(
      { berkas: id, kantor: kantor.id, sop: sopId, periode, langkah: langkahNo },
      `Berkas ${id} dibuka: ${sopId} ${periode}, langkah ${langkahNo}.`,
    );
  });

const list = (io: CliIo, options: ListOptions): Promise<Outcome> =>
  withStore(io, async (deps) => {
    const named = await namedKantor(deps, options);
    if ("kind" in named) return named;
    const berkas: ReturnType<typeof berkasJson>[] = [];
    for (const { kantor } of named.kantorList) {
      const own = await deps.store.listBerkas(kantor.id);
      berkas.push(
        ...own
          .filter(({ state }) => options.semua === true || state.status === "berjalan")
          .map((one) => berkasJson(one, kantor)),
      );
    }
    if (berkas.length === 0) return done({ berkas }, "Tidak ada berkas.");
    const rows = berkas.map((one) => [
      one.id,
      one.kantor,
      one.periode,
      one.status,
      `langkah ${one.langkah}`,
      one.pemegang.join(", "),
      one.tenggat ?? "",
    ]);
    return done({ berkas }, table(rows));
  });

/** The office somebody named, those it watches over, or all there are; else why there are none. */
async function namedKantor(
  deps: StoreDeps,
  { kantor, kabupaten }: ListOptions,
): Promise<{ readonly kantorList: readonly KantorRecord[] } | Outcome> {
  const name = kantor ?? kabupaten;
  if (name === undefined) return { kantorList: await deps.store.listKantor() };
  const record = await pickKantor(deps, name);
  if ("kind" in record) return record;
  if (kantor !== undefined) return { kantorList: [record] };
  const all = await deps.store.listKantor();
  return { kantorList: all.filter((one) => one.kantor.pemantau === record.kantor.id) };
}

function berkasJson({ state }: BerkasTerbuka, kantor: Kantor) {
  const waitList = owedWaits(state);
  const earliest = (pick: (wait: Wait) => number | null): string | null => {
    const list = waitList.map(pick).filter((at) => at !== null);
    return list.length === 0 ? null : formatIso(Math.min(...list), kantor.zonaWaktu);
  };
  return {
    id: state.id,
    kantor: state.kantorId,
    sop: state.sopId,
    periode: state.periode,
    status: state.status,
    langkah: state.langkahNo,
    pemegang: [...new Set(waitList.flatMap((wait) => holdersOf(wait, kantor).map(({ id }) => id)))],
    tenggat: earliest(({ tenggatMs }) => tenggatMs),
    batas: earliest(({ batasMs }) => batasMs),
  };
}
