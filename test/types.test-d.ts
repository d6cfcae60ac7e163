// Compiled by `npm run check`, never run: each line below marked as an error must stay one.
import type { EffectHandler } from "../src/app/turn/effects/draft.ts";
import type { LangkahHandler } from "../src/core/engine/langkah/handler.ts";
import type { KantorId, PegawaiId } from "../src/core/kantor/schema.ts";
import type { Isian } from "../src/core/kinerja/indikator.ts";
import type { Periode } from "../src/core/kinerja/periode.ts";
import type { Effect } from "../src/core/pesan/effect.ts";
import { fill } from "../src/core/pesan/template.ts";
import type { JenisLangkah } from "../src/core/sop/langkah.ts";

declare const pegawaiId: PegawaiId;
declare const text: string;

// Ids of different things cannot be swapped, and a plain string is no id.
// @ts-expect-error
export const swapped: KantorId = pegawaiId;
// @ts-expect-error
export const unparsed: Periode = text;

// A template asks for every name it has, and for no other.
fill("Halo {{nama}}", { nama: "Kasi" });
// @ts-expect-error
fill("Halo {{nama}}", {});
// @ts-expect-error
fill("Halo {{nama}}", { nama: "Kasi", jabatan: "Kasi" });

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
