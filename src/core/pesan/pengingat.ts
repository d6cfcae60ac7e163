import type { EngineContext } from "../engine/decision.ts";
import { holdersOf } from "../engine/holders.ts";
import type { TugasDiingatkan } from "../engine/kabar.ts";
import type { Wait } from "../engine/state.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import { formatDurasi } from "../waktu/durasi.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { Pesan, Pilihan, RichText } from "./pesan.ts";
import { type SuratMati, suratMatiLines } from "./surat-mati.ts";
import { fill, lines, plain } from "./template.ts";

/**
 * One message for everything a person is reminded of: what did not reach others, own tasks, then what
 * others hold.
 */
export function digest(
  context: EngineContext,
  itemList: readonly TugasDiingatkan[],
  suratList: readonly SuratMati[],
): Pesan {
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
      suratMatiLines(context, suratList),
      ownLines(context, own),
      othersLines(context, others),
      plain(closingText(own, others)),
    ),
    pilihan,
  };
}

function closingText(own: readonly TugasDiingatkan[], others: readonly TugasDiingatkan[]): string {
  if (own.length > 0) return "Pilih Kerjakan untuk membuka tugasnya.";
  return others.length > 0 ? "Mohon dibantu agar berkas dapat berlanjut." : "";
}

function ownLines(context: EngineContext, own: readonly TugasDiingatkan[]): RichText {
  if (own.length === 0) return [];
  return lines(
    fill("⏰ **Pengingat — {{jumlah}} tugas**", { jumlah: own.length }),
    ...own.map((item, index) =>
      fill("{{nomor}}{{judul}} — {{tenggat}}", {
        nomor: own.length === 1 ? "" : `${index + 1}. `,
        judul: [titleOf(context, item), missingText(item)].filter((text) => text !== "").join(", "),
        tenggat: deadlineText(context, item.wait),
      }),
    ),
  );
}

function othersLines(context: EngineContext, others: readonly TugasDiingatkan[]): RichText {
  if (others.length === 0) return [];
  const byVisit = new Map<string, TugasDiingatkan[]>();
  for (const item of others) {
    const key = `${item.berkasId}/${item.wait.langkahNo}`;
    byVisit.set(key, [...(byVisit.get(key) ?? []), item]);
  }
  return lines(
    fill("⚠️ **Masih ditunggu — {{jumlah}} tugas**", { jumlah: others.length }),
    ...[...byVisit.values()].map((group) => visitLine(context, group)),
  );
}

/** Facts, no blame: who holds it since when, the mutu baku, the deadline. One line for one langkah. */
function visitLine(context: EngineContext, group: readonly TugasDiingatkan[]): RichText {
  const [first] = group;
  if (first === undefined) return [];
  const { bakuMutu } = first;
  return fill("{{judul}}: pada {{pemegang}} sejak {{sejak}}{{bakuMutu}}; {{tenggat}}.", {
    judul: titleOf(context, first),
    pemegang: group.map((item) => holderText(context, item)).join(", "),
    sejak: waktuOf(context, Math.min(...group.map(({ wait }) => wait.diterimaMs))),
    bakuMutu: bakuMutu === null ? "" : `; baku mutu ${formatDurasi(bakuMutu)}`,
    tenggat: deadlineText(context, first.wait),
  });
}

function holderText({ kantor }: EngineContext, item: TugasDiingatkan): string {
  const names = holdersOf(item.wait, kantor).map(({ jabatan }) => jabatan);
  const missing = missingText(item);
  return `${names.join(" atau ")}${missing === "" ? "" : ` (${missing})`}`;
}

/** A unit knows its task as the figures of a period, a desk as the words of the sheet. */
function titleOf({ kantor }: EngineContext, { periode, uraian, wait }: TugasDiingatkan): string {
  const label = labelPeriode(periode, kantor.istilahTriwulan);
  return wait.macam === "unit" ? `Realisasi ${label}` : `${uraian} (${label})`;
}

/** The nearer of the two clocks that still run; else the one that counts most of those that ran out. */
function deadlineText(context: EngineContext, { tenggatMs, batasMs }: Wait): string {
  const upcoming = [tenggatMs, batasMs]
    .filter((atMs) => atMs !== null)
    .filter((atMs) => atMs >= context.nowMs);
  if (upcoming.length > 0) return `batas ${waktuOf(context, Math.min(...upcoming))}`;
  if (batasMs !== null) return `lewat batas periode sejak ${waktuOf(context, batasMs)}`;
  return tenggatMs === null
    ? "belum dijawab"
    : `lewat baku mutu sejak ${waktuOf(context, tenggatMs)}`;
}

function missingText({ kurang }: TugasDiingatkan): string {
  if (kurang === null) return "";
  return kurang === 0 ? "tinggal dikirim" : `kurang ${kurang} indikator`;
}

const waktuOf = ({ kantor }: EngineContext, atMs: number): string =>
  formatWaktu(atMs, kantor.zonaWaktu);
