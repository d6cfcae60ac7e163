import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../../src/store/url.ts";
import { type Baris, barisList, type Jadi } from "./baris.ts";
import type { Akibat } from "./loket.ts";
import { type Macam, macamList } from "./macam.ts";
import { type Panggung, siapkan } from "./mesin.ts";

/** Entries of the office's log that say that somebody has decided something. */
const PUTUSAN = ["isian", "dikirim", "dijawab", "siaran"];

/** A row of the table with a kind of choice, where that can be. */
export type Sel = readonly [Macam, Baris];

/** Every way of being tapped, for every kind of choice. */
export const selList: readonly Sel[] = barisList.flatMap((baris) =>
  macamList.flatMap((macam): readonly Sel[] =>
    jadiOf([macam, baris]) === null ? [] : [[macam, baris]],
  ),
);

function jadiOf([{ nama }, { jadi, kecuali }]: Sel): Jadi | null {
  const lain = kecuali[nama];
  return lain === undefined ? jadi : lain;
}

/**
 * Every choice that decides something, tapped in every way it may be tapped: one effect or none, one sentence
 * for each tap, one entry in a log.
 */
export function describeKetukan(engine: Engine, list: readonly Sel[]): void {
  describe(`on ${engine}`, { timeout: 60_000 }, () => {
    let panggung: Panggung;
    const sekali = new Map<Macam, Akibat>();
    beforeAll(async () => {
      const wanted = new Set(list.map(([macam]) => macam));
      panggung = await siapkan(engine, wanted);
      const once = barisList.find(({ nama }) => nama === "once");
      for (const macam of wanted)
        if (once !== undefined) sekali.set(macam, await tapped(panggung, [macam, once]));
    }, 300_000);
    afterAll(() => panggung?.stop());

    it.each(list.map((sel) => [sel[0].nama, sel[1].nama, jadiOf(sel) ?? [], sel] as const))(
      "%s tapped %s: %j",
      async (_, __, jadi, sel) => {
        const akibat = await tapped(panggung, sel);
        expect(verdicts(akibat, jadi.length)).toEqual(jadi);
        expect(akibat.kalimat).toHaveLength(jadi.length);
        expect(akibat.kalimat.filter((one) => one.trim() === "")).toEqual([]);
        const { berubah, dimintai } = akibat;
        if (jadi.includes("diterima"))
          expect(effectOf(akibat)).toEqual(effectOf(sekali.get(sel[0])));
        else expect([berubah, dimintai, effectOf(akibat).catatan]).toEqual([false, [], []]);
      },
    );
  });
}

async function tapped(panggung: Panggung, [macam, baris]: Sel): Promise<Akibat> {
  const loket = await panggung.at(macam);
  const token = await loket.token(macam.siapa, macam.judul);
  await baris.sela?.(loket, macam);
  const akibat = await loket.observe(() => baris.ketuk(loket, macam, token));
  await loket.close();
  return akibat;
}

/** What became of each tap, by the one line each has left; who is not known is in the program's log alone. */
function verdicts({ catatan, ditolak }: Akibat, taps: number): readonly string[] {
  const found = [
    ...catatan.flatMap(({ jenis }) => (PUTUSAN.includes(jenis) ? ["diterima"] : [])),
    ...catatan.flatMap(({ jenis, sebab }) => (jenis === "ditolak" ? [sebab] : [])),
    ...ditolak.flatMap((one) => (one === "tanpa-kode" ? ["asing"] : [])),
  ];
  return [...found, ...Array.from({ length: taps - found.length }, () => "tanya")];
}

/** What a decision has changed and led to, without the refusals beside it. */
const effectOf = (akibat: Akibat | undefined) => ({
  catatan: akibat?.catatan.flatMap(({ jenis }) => (jenis === "ditolak" ? [] : [jenis])),
  berkas: akibat?.berkas,
  berubah: akibat?.berubah,
});
