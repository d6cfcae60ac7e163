// Compiled by `npm run check`, never run: each line below marked as an error must stay one.
import type { EffectHandler } from "../src/app/turn/effects/draft.ts";
import type { LangkahHandler } from "../src/core/engine/langkah/handler.ts";
import type { KantorId, PegawaiId } from "../src/core/kantor/schema.ts";
import type { Isian } from "../src/core/kinerja/indikator.ts";
import type { Periode } from "../src/core/kinerja/periode.ts";
import type { Effect } from "../src/core/pesan/effect.ts";
import type { Pesan } from "../src/core/pesan/pesan.ts";
import { fill, type Teks, type Ucapan } from "../src/core/pesan/teks.ts";
import type { JenisLangkah } from "../src/core/sop/langkah.ts";
import { lampiranText, umumText } from "../src/generated/teks.ts";

declare const pegawaiId: PegawaiId;
declare const text: string;

// Ids of different things cannot be swapped, and a plain string is no id.
// @ts-expect-error
export const swapped: KantorId = pegawaiId;
// @ts-expect-error
export const unparsed: Periode = text;

// A text asks for every name it has, and for no other.
fill(umumText.pukul, { jam: "09.00" });
// @ts-expect-error
fill(umumText.pukul, {});
// @ts-expect-error
fill(umumText.pukul, { jam: "09.00", menit: "00" });
// One without slots is said as it is; one with slots is not.
export const polos: Teks = umumText.batal;
// @ts-expect-error
export const kosong: Teks = umumText.pukul;
// A word of several is one of these.
fill(lampiranText.tertinggal, { nama: "PDF", gagal: "dibuat" });
// @ts-expect-error
fill(lampiranText.tertinggal, { nama: "PDF", gagal: "hilang" });
// @ts-expect-error
export const tidakAda = umumText.tidakAda;

// What nobody has been found for to read is not committed.
declare const ucapan: Ucapan;
// @ts-expect-error
export const pesan: Pesan = ucapan;

// A kind of effect or langkah without a handler does not compile.
type EffectRegistry = { readonly [K in Effect["kind"]]: EffectHandler<K> };
// @ts-expect-error
export const effects: EffectRegistry = {};
type LangkahRegistry = { readonly [J in JenisLangkah]: LangkahHandler<J> };
// @ts-expect-error
export const langkah: LangkahRegistry = {};

// A figure that is `nihil` has no value: not 0, not blank.
// @ts-expect-error
export const nihil: Isian = { jenis: "nihil", nilai: 0 };
