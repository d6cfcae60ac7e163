import { lembarGrafik, type PermintaanGrafik, tahunGrafik } from "../../core/grafik/index.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { labelPendekTahun } from "../../core/kinerja/periode.ts";
import type { Pada } from "../../core/waktu/pada.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { RekapRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { fileName } from "./file-name.ts";

/** Which chart of which office, as of a moment; null for now. */
export interface GrafikQuery {
  readonly kantorId: KantorId;
  readonly minta: PermintaanGrafik;
  readonly pada: Pada | null;
}

/** What drawing a chart needs of the world. */
export interface GrafikDeps {
  readonly store: Pick<Store, "loadRekap">;
  readonly documents: Pick<Documents, "grafikPng">;
  readonly clock: Clock;
}

/**
 * A chart as a picture to be looked at, "Grafik Capaian TW IV 2026 - Kecamatan X.png"; null where there
 * is nothing to show.
 */
export async function buildGrafik(
  { store, documents, clock }: GrafikDeps,
  { kantorId, minta, pada }: GrafikQuery,
): Promise<OutgoingFile | null> {
  const yearList: RekapRows[] = [];
  // the years before as of the entry of the log that the first was read at
  let asked = pada;
  for (const tahun of tahunGrafik(minta)) {
    const rows = await store.loadRekap(kantorId, tahun, asked);
    if (rows === null) return null;
    yearList.push(rows);
    asked = rows.pada;
  }
  const [first] = yearList;
  if (first === undefined) return null;
  const { padaSeq, padaMs } = first.pada;
  const shownMs = pada === null ? Math.max(clock.now(), padaMs) : padaMs;
  const lembar = lembarGrafik(minta, yearList, { padaSeq, padaMs: shownMs });
  if (lembar === null) return null;
  return {
    nama: fileName(
      [
        `Grafik ${namaOf(minta)} ${labelPendekTahun(minta.periode, first.kantor.istilahTriwulan)}`,
        lembar.kantor,
      ],
      "png",
    ),
    mime: "image/png",
    data: await documents.grafikPng(lembar),
    gambar: true,
  };
}

function namaOf(minta: PermintaanGrafik): string {
  switch (minta.macam) {
    case "capaian":
      return "Capaian";
    case "tren":
      return `Tren ${minta.kode}`;
    case "papan":
      return "Papan SOP";
    case "ketepatan":
      return "Ketepatan Waktu";
  }
}
