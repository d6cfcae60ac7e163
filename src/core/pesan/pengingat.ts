import { pengingatText, tabelText, tugasText, umumText } from "../../generated/teks.ts";
import { can } from "../authorize.ts";
import type { EngineContext } from "../engine/decision.ts";
import { holdersOf } from "../engine/holders.ts";
import type { KabarPengingat, TugasDiingatkan } from "../engine/kabar.ts";
import { sebutanPemegang } from "../engine/penjawab.ts";
import type { Wait } from "../engine/state.ts";
import type { Pegawai } from "../kantor/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import { bentuk, kolom, tabelOf } from "./bentuk.ts";
import { sebutPeriode } from "./periode.ts";
import { type SuratMati, suratMatiLines } from "./surat-mati.ts";
import { fill, joined, lines, type Tawaran, type Teks, type Ucapan } from "./teks.ts";
import { sebutDurasi, sebutLamaKerja, sebutWaktu } from "./waktu.ts";

/**
 * One message for everything a person is reminded of: what did not reach others, own tasks, then what
 * others hold.
 */
export function digest(
  context: EngineContext,
  reader: Pegawai | undefined,
  {
    tugasList,
    suratList,
    papan,
  }: {
    readonly tugasList: readonly TugasDiingatkan[];
    readonly suratList: readonly SuratMati[];
    readonly papan: KabarPengingat["papan"];
  },
): Ucapan {
  const own = tugasList.filter(({ eskalasi }) => !eskalasi);
  const others = tugasList.filter(({ eskalasi }) => eskalasi);
  const pilihan: Tawaran[][] = own.map(({ wait }, index) => [
    {
      id: `/tugas ${wait.id}`,
      judul:
        own.length === 1 ? tugasText.kerjakanSatu : fill(tugasText.kerjakan, { nomor: index + 1 }),
    },
  ]);
  if (own.some(({ dapatDitunda }) => dapatDitunda)) {
    pilihan.push([{ id: "/tunda", judul: pengingatText.tunda }]);
  }
  if (others.length > 0) pilihan.push([lookButton(reader)]);
  return {
    teks: lines(
      suratMatiLines(context, suratList),
      ownLines(context, own),
      othersLines(context, others),
      closing(own, others),
    ),
    pilihan,
    ...(papan !== undefined && {
      lampiran: {
        jenis: "grafik",
        minta: { macam: "papan", ...papan },
        padaMs: context.nowMs,
        padaSeq: context.logSeq,
      },
    }),
  };
}

/** Whoever may ask after the others gets there by one tap, everybody else to the board. */
const lookButton = (reader: Pegawai | undefined): Tawaran =>
  reader !== undefined && can(reader, "colek")
    ? { id: "/siapabelum", judul: pengingatText.siapaBelum }
    : { id: "/status", judul: pengingatText.lihatStatus };

function closing(own: readonly TugasDiingatkan[], others: readonly TugasDiingatkan[]): Teks {
  if (own.length > 0) return pengingatText.bukaTugas;
  return others.length > 0 ? pengingatText.mohonDibantu : [];
}

function ownLines(context: EngineContext, own: readonly TugasDiingatkan[]): Teks {
  if (own.length === 0) return [];
  return lines(
    fill(pengingatText.kepala, { jumlah: own.length }),
    bentuk(
      lines(
        ...own.map((item, index) =>
          fill(pengingatText.baris, {
            nomor: own.length === 1 ? [] : fill(pengingatText.nomor, { nomor: index + 1 }),
            judul: joined([titleOf(item), missingText(item)]),
            tenggat: joined([deadlineText(context, item.wait), pauseText(item)], ""),
          }),
        ),
      ),
      tabelOf(
        [kolom(tabelText.nomor), kolom(tabelText.tugas), kolom(tabelText.batas)],
        own.map((item, index) => [
          String(index + 1),
          joined([titleOf(item), missingText(item)]),
          deadlineCell(context, item),
        ]),
      ),
    ),
  );
}

function othersLines(context: EngineContext, others: readonly TugasDiingatkan[]): Teks {
  if (others.length === 0) return [];
  const byVisit = new Map<string, TugasDiingatkan[]>();
  for (const item of others) {
    const key = `${item.berkasId}/${item.wait.langkahNo}/${item.wait.butir ?? ""}`;
    byVisit.set(key, [...(byVisit.get(key) ?? []), item]);
  }
  return lines(
    fill(pengingatText.ditunggu, { jumlah: others.length }),
    bentuk(
      lines(...[...byVisit.values()].map((group) => visitLine(context, group))),
      tabelOf(
        [kolom(tabelText.tugas), kolom(tabelText.pemegang), kolom(tabelText.batas)],
        others.map((item) => [
          titleOf(item),
          holderText(context, item),
          deadlineCell(context, item),
        ]),
      ),
    ),
  );
}

/** Facts, no blame: who holds it since when, the mutu baku, the deadline. One line for one langkah. */
function visitLine(context: EngineContext, group: readonly TugasDiingatkan[]): Teks {
  const [first] = group;
  if (first === undefined) return [];
  const { bakuMutu } = first;
  return fill(pengingatText.barisDitunggu, {
    judul: titleOf(first),
    pemegang: joined(group.map((item) => holderText(context, item))),
    sejak: waktuOf(context, Math.min(...group.map(({ wait }) => wait.diterimaMs))),
    bakuMutu:
      bakuMutu === null ? [] : fill(pengingatText.bakuMutu, { durasi: sebutDurasi(bakuMutu) }),
    tenggat: joined([deadlineText(context, first.wait), pauseText(first)], ""),
  });
}

function holderText({ kantor }: EngineContext, item: TugasDiingatkan): Teks {
  const pemegang = joined(
    holdersOf(item.wait, kantor).map((one) => sebutanPemegang(item.wait, one)),
    umumText.atau,
  );
  return item.kurang === null
    ? pemegang
    : fill(pengingatText.pemegangKurang, { pemegang, kurang: missingText(item) });
}

/** A unit knows its task as the figures of a period, a desk as the words of the sheet. */
function titleOf({ periode, uraian, wait }: TugasDiingatkan): Teks {
  const label = sebutPeriode(periode);
  if (wait.macam === "pembukaan") return fill(tugasText.pembukaan, { periode: label });
  return wait.macam === "unit"
    ? fill(pengingatText.realisasi, { periode: label })
    : fill(pengingatText.langkah, { uraian, periode: label });
}

/** The nearer of the two clocks that still run; else the one that counts most of those that ran out. */
function shownDeadline({ nowMs }: EngineContext, { tenggatMs, batasMs }: Wait): Instant | null {
  const upcoming = [tenggatMs, batasMs]
    .filter((atMs) => atMs !== null)
    .filter((atMs) => atMs >= nowMs);
  return upcoming.length > 0 ? Math.min(...upcoming) : (batasMs ?? tenggatMs);
}

function deadlineText(context: EngineContext, wait: Wait): Teks {
  const atMs = shownDeadline(context, wait);
  if (atMs === null) return pengingatText.belumDijawab;
  const waktu = waktuOf(context, atMs);
  if (atMs >= context.nowMs) return fill(pengingatText.batas, { waktu });
  return wait.batasMs === null
    ? fill(pengingatText.lewatBakuMutu, { waktu })
    : fill(pengingatText.lewatPeriode, { waktu });
}

/** The same in a cell, with a mark where it has run out. */
function deadlineCell(context: EngineContext, item: TugasDiingatkan): Teks {
  const dueMs = shownDeadline(context, item.wait);
  if (dueMs === null) return pengingatText.belumDijawab;
  return [dueMs < context.nowMs ? "⚠️ " : "", waktuOf(context, dueMs), pauseText(item)];
}

/** Why a deadline is later than the mutu baku alone would have it. */
const pauseText = ({ jedaMenit }: TugasDiingatkan): Teks =>
  jedaMenit < 1 ? [] : fill(pengingatText.jeda, { lama: sebutLamaKerja(jedaMenit) });

function missingText({ kurang }: TugasDiingatkan): Teks {
  if (kurang === null) return [];
  return kurang === 0 ? pengingatText.tinggalKirim : fill(pengingatText.kurang, { jumlah: kurang });
}

const waktuOf = ({ kantor }: EngineContext, atMs: number): Teks =>
  sebutWaktu(atMs, kantor.zonaWaktu);
