import { pantauKantor } from "../../core/kabupaten/papan.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { labelPendekTahun, type Periode, tahunPeriode } from "../../core/kinerja/periode.ts";
import { projectRekap } from "../../core/rekap/index.ts";
import {
  type BagianKantor,
  bagianKantor,
  type RekapKabupaten,
  rekapKabupaten,
} from "../../core/rekap/kabupaten.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { eachDipantau, terbacaOf } from "../office/read-dipantau.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { DipantauRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { XLSX_MIME } from "./build-rekap.ts";
import { fileName } from "./file-name.ts";

/** Which workbook is wanted, and how the offices stood when. */
export interface RekapKabupatenQuery {
  readonly pemantau: KantorId;
  readonly periode: Periode;
  readonly padaMs: Instant;
}

/** What gathering the offices needs of the world. */
export interface GatherKabupatenDeps {
  readonly store: Pick<Store, "loadKantor" | "pageDipantau" | "loadRekap">;
}

/** What building it needs of the world. */
export interface RekapKabupatenDeps extends GatherKabupatenDeps {
  readonly documents: Pick<Documents, "rekapKabupatenXlsx">;
}

/** The workbook, and how many offices are in it. */
export interface RekapKabupatenFile extends OutgoingFile {
  readonly jumlahKantor: number;
}

/** Every office an office watches over in one workbook; null when there is no such office. */
export async function buildRekapKabupaten(
  { store, documents }: RekapKabupatenDeps,
  query: RekapKabupatenQuery,
): Promise<RekapKabupatenFile | null> {
  const gathered = await gatherKabupaten({ store }, query);
  if (gathered === null) return null;
  const { rekap, label } = gathered;
  const nama = fileName([`Rekap Kinerja ${label}`, rekap.kop.kabupaten], "xlsx");
  const data = await documents.rekapKabupatenXlsx(rekap);
  return { nama, mime: XLSX_MIME, data, jumlahKantor: rekap.peringkat.length };
}

/**
 * Every office an office watches over. They are read one after the other, each in reads of its own, and only what
 * is shown of one is kept. Null when there is no such office.
 */
export async function gatherKabupaten(
  { store }: GatherKabupatenDeps,
  query: RekapKabupatenQuery,
): Promise<{ readonly rekap: RekapKabupaten; readonly label: string } | null> {
  const { pemantau, periode, padaMs } = query;
  const own = await store.loadKantor(pemantau);
  if (own === null) return null;
  const bagianList: BagianKantor[] = [];
  for await (const rows of eachDipantau(store, own.kantor, periode)) {
    bagianList.push(await bagianOf(store, rows, query));
  }
  return {
    rekap: rekapKabupaten(own.kantor, { periode, dibuatMs: padaMs }, bagianList),
    label: labelPendekTahun(periode, own.kantor.istilahTriwulan),
  };
}

async function bagianOf(
  store: Pick<Store, "loadRekap">,
  rows: DipantauRows,
  { periode, padaMs }: RekapKabupatenQuery,
): Promise<BagianKantor> {
  const { kantor, calendar } = rows;
  const tahun = tahunPeriode(periode);
  const masukan = await store.loadRekap(kantor.id, tahun, { padaMs });
  const rekap =
    masukan === null
      ? null
      : projectRekap(masukan, tahun, periode, { unit: null, ...masukan.pada, padaMs });
  const papan = pantauKantor(
    terbacaOf(rows, () => true),
    padaMs,
  );
  return bagianKantor(papan, rekap, calendar);
}
