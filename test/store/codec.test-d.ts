// Compiled by `npm run check`, never run. `satisfies` lets a codec lack an optional field or a member of
// a union, and what it lacks it refuses when it reads: here each must know all of its type.
import type { z } from "zod";
import type { FromPerson } from "../../src/app/ports/channel.ts";
import type { Jawaban } from "../../src/core/conversation/jejak.ts";
import type { Session } from "../../src/core/conversation/session.ts";
import type { Dokumen } from "../../src/core/dokumen/model.ts";
import type { TimerIsi } from "../../src/core/engine/effect.ts";
import type { BerkasState, Naskah } from "../../src/core/engine/state.ts";
import type { KantorTercatat } from "../../src/core/kantor/schema.ts";
import type { BentukNaskah, Pesan } from "../../src/core/pesan/pesan.ts";
import type { BerkasJson } from "../../src/store/codec/berkas.ts";
import type { DokumenJson } from "../../src/store/codec/dokumen.ts";
import type { EventJson } from "../../src/store/codec/event.ts";
import type { JawabanJson } from "../../src/store/codec/jejak.ts";
import type { KantorJson } from "../../src/store/codec/kantor.ts";
import type { BentukJson, NaskahJson } from "../../src/store/codec/naskah.ts";
import type { PesanJson } from "../../src/store/codec/pesan.ts";
import type { SessionJson } from "../../src/store/codec/session.ts";
import type { TimerJson } from "../../src/store/codec/timer.ts";

type Plain = string | number | boolean | null | undefined;

/** A type with every field there: an optional one that only one side has makes the two differ. */
type Whole<T> = T extends Plain
  ? T
  : T extends readonly (infer E)[]
    ? readonly Whole<E>[]
    : { readonly [K in keyof T]-?: Whole<T[K]> };

type Same<A, B> = [Whole<A>] extends [Whole<B>]
  ? [Whole<B>] extends [Whole<A>]
    ? true
    : false
  : false;

export const complete: {
  readonly berkas: Same<z.output<typeof BerkasJson>, BerkasState>;
  readonly event: Same<z.output<typeof EventJson>, FromPerson>;
  readonly dokumen: Same<z.output<typeof DokumenJson>, Dokumen>;
  readonly jawaban: Same<z.output<typeof JawabanJson>, Jawaban[]>;
  readonly kantor: Same<z.output<typeof KantorJson>, KantorTercatat>;
  readonly naskah: Same<z.output<typeof NaskahJson>, Naskah>;
  readonly bentuk: Same<z.output<typeof BentukJson>, BentukNaskah>;
  readonly pesan: Same<z.output<typeof PesanJson>, Pesan>;
  readonly session: Same<z.output<typeof SessionJson>, Session>;
  readonly timer: Same<z.output<typeof TimerJson>, TimerIsi>;
} = {
  berkas: true,
  event: true,
  dokumen: true,
  jawaban: true,
  kantor: true,
  naskah: true,
  bentuk: true,
  pesan: true,
  session: true,
  timer: true,
};

// And a codec that lacks an optional field or a member is told apart.
export const lacking: readonly [
  Same<{ a: string }, { a: string; b?: string }>,
  Same<{ a: "x" }[], readonly { readonly a: "x" | "y" }[]>,
] = [false, false];
