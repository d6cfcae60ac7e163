import type { Tahap } from "../formulir/schema.ts";
import {
  formatNomor,
  isTerpakai,
  nomorBerikut,
  type RegisterNomor,
  tahunRegister,
} from "../kantor/nomor.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import type { Langkah } from "../sop/langkah.ts";
import { type EngineContext, type Refusal, refuse } from "./decision.ts";
import { emit, note, patch, type Turn } from "./turn.ts";

/**
 * Draws the numbers a form asks for, at the moment it is handed in: the next free one, or the one
 * that was typed. Numbers that were skipped are entered as used outside the program, so that the
 * register has no gaps. A form handed in once more keeps the number it has.
 */
export function drawNomor(
  turn: Turn,
  langkah: Langkah,
  tahap: Tahap,
  oleh: PegawaiId,
): Turn | Refusal {
  let next = turn;
  for (const isian of tahap.isian) {
    if (isian.tipe !== "nomor") continue;
    const drawn = drawOne(next, langkah, isian, oleh);
    if ("kind" in drawn) return drawn;
    next = drawn;
  }
  return next;
}

function drawOne(
  turn: Turn,
  langkah: Langkah,
  { kode, register }: { readonly kode: string; readonly register: RegisterNomor },
  oleh: PegawaiId,
): Turn | Refusal {
  const { state } = turn;
  const context = withDrawn(turn);
  const nilai = state.formulirByLangkah[langkah.no]?.[kode];
  if (nilai?.tipe !== "nomor" || nilai.nomor !== null) return turn;
  const free = nomorBerikut(context, register);
  const urut = nilai.urut ?? free;
  if (isTerpakai(context, register, urut)) {
    return refuse("nomor-terpakai", { nomor: String(urut), berikut: String(free) });
  }
  const perihal = `${langkah.uraian}, ${labelPeriode(state.periode, context.kantor.istilahTriwulan)}`;
  const { turn: entered, nomor } = enterNomor(turn, { register, urut, perihal, oleh });
  const fields = { ...state.formulirByLangkah[langkah.no], [kode]: { ...nilai, urut, nomor } };
  return patch(entered, {
    formulirByLangkah: { ...state.formulirByLangkah, [langkah.no]: fields },
  });
}

/** What a number is used for. */
interface Pemakaian {
  readonly register: RegisterNomor;
  readonly perihal: string;
  readonly oleh: PegawaiId;
}

/** Draws the next free number for a paper that comes out of no form. */
export const takeNomor = (turn: Turn, pemakaian: Pemakaian): Bernomor =>
  enterNomor(turn, { ...pemakaian, urut: nomorBerikut(withDrawn(turn), pemakaian.register) });

/** A turn in which a number was taken, and the number as it is printed. */
interface Bernomor {
  readonly turn: Turn;
  readonly nomor: string;
}

function enterNomor(
  turn: Turn,
  { register, perihal, oleh, urut }: Pemakaian & { readonly urut: number },
): Bernomor {
  const { state } = turn;
  const context = withDrawn(turn);
  const free = nomorBerikut(context, register);
  const tahun = tahunRegister(context);
  const nomor = formatNomor(context.kantor, { register, urut, tahun });
  const skipped = Array.from({ length: Math.max(0, urut - free) }, (_, at) => free + at);
  const entry = { kind: "nomor", register, tahun, oleh } as const;
  const entered = emit(
    turn,
    ...skipped.map((one) => ({
      ...entry,
      urut: one,
      nomor: null,
      perihal: "Dipakai di luar sopir",
      berkasId: null,
    })),
    {
      ...entry,
      urut,
      nomor,
      perihal,
      berkasId: state.id,
    },
  );
  return { turn: note(entered, "nomor-diambil", oleh, { register, tahun, urut, nomor }), nomor };
}

/** Numbers drawn a moment ago, for another field of the same form, are taken too. */
const withDrawn = ({ context, effects }: Turn): EngineContext => ({
  ...context,
  nomorList: [...context.nomorList, ...effects.filter((effect) => effect.kind === "nomor")],
});
