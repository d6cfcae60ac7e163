import type { BerkasTerbuka } from "../conversation/world.ts";
import type { EngineContext } from "../engine/decision.ts";
import { holdersOf, langkahOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Pesan, Pilihan, RichText } from "./pesan.ts";
import { fill, lines, plain } from "./template.ts";

/** One thing that is owed and due; `eskalasi` when somebody else owes it. */
export interface DigestItem extends BerkasTerbuka {
  readonly wait: Wait;
  readonly eskalasi: boolean;
}

/** One message for everything a person is reminded of: own tasks first, then what others hold. */
export function digest(context: EngineContext, itemList: readonly DigestItem[]): Pesan {
  const own = itemList.filter(({ eskalasi }) => !eskalasi);
  const others = itemList.filter(({ eskalasi }) => eskalasi);
  const pilihan: Pilihan[][] = own.map(({ wait }, index) => [
    {
      id: `/tugas ${wait.id}`,
      judul: own.length === 1 ? "Kerjakan sekarang" : `Kerjakan ${index + 1}`,
    },
  ]);
  if (others.length > 0) pilihan.push([{ id: "/status", judul: "Lihat status" }]);
  return {
    teks: lines(
      ownLines(context, own),
      othersLines(context, others),
      own.length === 0 ? plain("Mohon dibantu agar berkas dapat berlanjut.") : [],
    ),
    pilihan,
  };
}

function ownLines(context: EngineContext, own: readonly DigestItem[]): RichText {
  if (own.length === 0) return [];
  return lines(
    fill("⏰ **Pengingat — {{jumlah}} tugas**", { jumlah: own.length }),
    ...own.map((item, index) => ownLine(context, item, index + 1)),
  );
}

function ownLine(context: EngineContext, item: DigestItem, nomor: number): RichText {
  const { wait, state } = item;
  return fill("{{nomor}}. {{uraian}} {{periode}} — {{tenggat}}{{kurang}}", {
    nomor,
    uraian: langkahOf(item.sop, wait.langkahNo).uraian,
    periode: labelPeriode(state.periode, context.kantor.istilahTriwulan),
    tenggat: deadlineText(context, wait),
    kurang: missingText(item),
  });
}

function othersLines(context: EngineContext, others: readonly DigestItem[]): RichText {
  if (others.length === 0) return [];
  return lines(
    fill("⚠️ **Belum bergerak — {{jumlah}}**", { jumlah: others.length }),
    ...others.map(({ sop, state, wait }) =>
      fill("{{uraian}} {{periode}}: pada {{pemegang}} sejak {{sejak}}, {{tenggat}}.", {
        uraian: langkahOf(sop, wait.langkahNo).uraian,
        periode: labelPeriode(state.periode, context.kantor.istilahTriwulan),
        pemegang: holdersOf(wait, context.kantor)
          .map(({ jabatan }) => jabatan)
          .join(" atau "),
        sejak: formatWaktu(wait.diterimaMs, context.kantor.zonaWaktu),
        tenggat: deadlineText(context, wait),
      }),
    ),
  );
}

/** The nearer of the two clocks, said as past or to come. */
function deadlineText({ kantor, nowMs }: EngineContext, wait: Wait): string {
  const { tenggatMs, batasMs } = wait;
  const upcoming = [tenggatMs, batasMs].filter((atMs) => atMs !== null && atMs >= nowMs);
  const nearest = Math.min(...upcoming.map((atMs) => atMs ?? Number.POSITIVE_INFINITY));
  if (Number.isFinite(nearest)) return `batas ${formatWaktu(nearest, kantor.zonaWaktu)}`;
  const passed = tenggatMs ?? batasMs;
  return passed === null
    ? "belum dijawab"
    : `lewat baku mutu sejak ${formatWaktu(passed, kantor.zonaWaktu)}`;
}

function missingText({ state, wait }: DigestItem): string {
  const { pemegang, macam } = wait;
  if (macam !== "unit" || pemegang.jenis !== "pegawai") return "";
  const missing = state.indikatorList.filter(
    ({ kode, penanggungJawab }) =>
      penanggungJawab === pemegang.pegawaiId && state.isianByKode[kode] === undefined,
  );
  return missing.length === 0 ? ", tinggal dikirim" : `, kurang ${missing.length} indikator`;
}
