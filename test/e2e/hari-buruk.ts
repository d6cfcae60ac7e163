// One triwulan from its opening to the Camat's approval, with everything the bot calls Telegram for, on
// whatever day the service has.
import { join } from "node:path";
import { expect } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import type { Disturbance } from "../doubles/telegram/faults.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { eventually } from "../support/processes.ts";
import { Office } from "./office.ts";

/** What a day came to. */
export interface Hari {
  /** Each chat as it ended, message by message. */
  readonly pesan: ReadonlyMap<string, readonly string[]>;
  /** What the office's log says, in order. */
  readonly catatan: readonly string[];
  /** Each figure, and where the berkas stands. */
  readonly angka: readonly string[];
  /** Messages that were given up. */
  readonly mati: number;
  /** How often the service failed. */
  readonly gangguan: number;
  /** Calls the service knows no such thing of. */
  readonly keluhan: readonly string[];
}

/** What goes wrong, in turn. */
export type Gangguan = readonly [Disturbance, ...Disturbance[]];

/** What a service may do to a call before anything has come of it. */
export const gangguanList: readonly (readonly [nama: string, apa: Disturbance])[] = [
  [
    "told to slow down",
    { status: 429, description: "Too Many Requests", parameters: { retry_after: 3 } },
  ],
  ["failed inside the service", { status: 500, description: "Internal Server Error" }],
  ["stopped by a gateway", { status: 502, description: "Bad Gateway" }],
  ["lost on the way", "lost"],
  ["reset in the middle", "midway"],
];

/** Lives through the day: of each method's calls every `tiap`-th goes wrong, in turn as in `apa`. */
export async function hari(
  buruk: { readonly tiap: number; readonly apa: Gangguan } | null,
): Promise<Hari> {
  const office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
    tempo: TEMPO,
  });
  if (buruk !== null) office.telegram.faults.disturb(buruk.tiap, ...buruk.apa);
  await triwulan(office);
  const { struck } = office.telegram.faults;
  office.telegram.faults.heal();
  await quiet(office);
  const [berkas] = await allBerkas(office.store);
  const rekap = await office.store.loadRekap(KANTOR, 2026, null);
  const log = await office.store.readLog(KANTOR, 0, 1_000);
  const { dead } = await office.store.outboxDepth();
  const ended: Hari = {
    pesan: new Map(office.everybody.map(({ name, texts }) => [name, texts])),
    catatan: log.map(({ jenis, oleh }) => `${jenis} ${oleh}`),
    angka: [
      `${berkas?.state.periode} ${berkas?.state.langkahNo} ${berkas?.state.status}`,
      ...(rekap?.realisasi ?? [])
        .filter((one) => one.periode === "2026-TW4")
        .map(({ kode, isian }) => `${kode} ${JSON.stringify(isian)}`),
    ],
    mati: dead,
    gangguan: struck,
    keluhan: office.telegram.complaints,
  };
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
  return ended;
}

/**
 * How many messages stand there once more than on the quiet day, and nothing else may be different: of a call
 * that was not answered nobody knows whether it did anything.
 */
export function berulang(buruk: Hari, tenang: Hari): number {
  expect({ ...buruk, pesan: null, gangguan: 0 }).toEqual({ ...tenang, pesan: null });
  let twice = 0;
  for (const [nama, texts] of buruk.pesan) {
    const quietly = tenang.pesan.get(nama) ?? [];
    expect([nama, once(texts)]).toEqual([nama, once(quietly)]);
    twice += texts.length - quietly.length;
  }
  return twice;
}

/** Of two the first keeps the looks it was sent with; only the one that is known of is changed. */
const once = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, at) => texts[at + 1]?.startsWith(text) !== true);

const KANTOR = KantorId.parse("uji");
/** Pauses of seconds pass in milliseconds; the office's clock stands. */
const TEMPO = 200;

/** Every kind of call: texts, files, pictures, signs, edits, downloads. */
async function triwulan(office: Office): Promise<void> {
  const says = (id: string, text: string) => calmly(office, () => office.says(id, text));
  const taps = (id: string, title: string) => calmly(office, () => office.taps(id, title));
  await calmly(office, () => office.moveTo("2027-01-04T08:00:00+08:00"));
  for (const [unit, ...figures] of FIGURES) {
    await taps(unit, "Mulai isi");
    for (const figure of figures) await says(unit, figure);
    if (unit === "kasi-pelayanan") {
      const photo = new Uint8Array([255, 216, 255, 224, 0, 16]);
      await calmly(office, () => office.act(() => office.person(unit).photo(photo, "bukti 1.1")));
    }
    await taps(unit, "Kirim");
  }
  await taps("kasubbag", "✅ Teruskan");
  await taps("sekcam", "↩️ Kembalikan");
  await says("sekcam", "Mohon lengkapi penjelasannya");
  await taps("kasubbag", "✅ Teruskan");
  await taps("sekcam", "✅ Setuju");
  await taps("camat", "✅ Setuju");
  await says("camat", "/rekap");
  await says("camat", "/grafik");
  await says("kasi-pelayanan", "terima kasih");
}

const FIGURES = [
  ["kasi-pelayanan", "88,4", "7"],
  ["kasi-pemerintahan", "40/40", "6"],
  ["kasubbag", "95"],
] as const;

/** Goes on only when everything it led to has arrived, as people do who wait for an answer. */
async function calmly(office: Office, does: () => Promise<void>): Promise<void> {
  await does();
  await quiet(office);
}

const quiet = ({ store }: Office): Promise<void> =>
  eventually(async () => (await store.outboxDepth()).pending === 0);
