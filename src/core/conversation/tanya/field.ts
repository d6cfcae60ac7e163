import type { Bukti } from "../../formulir/nilai.ts";
import type { PenolakanCode } from "../../pesan/penolakan.ts";
import type { Tawaran, Teks } from "../../pesan/teks.ts";
import type { IsiBerkas } from "../incoming/isi-berkas.ts";
import type { Nilai, Perihal, Ragu } from "../session.ts";
import type { Talk } from "../talk.ts";

/** A file that came in, stored already, with what was written below it. */
export interface FileMasuk {
  readonly bukti: Bukti;
  readonly keterangan: string;
  readonly isi: IsiBerkas | null;
  /** Files that came together with it. */
  readonly bersama?: readonly Bukti[];
}

/** A file with those that came together with it. */
export const buktiOf = ({
  bukti,
  bersama = [],
}: Pick<FileMasuk, "bukti" | "bersama">): readonly Bukti[] => [bukti, ...bersama];

/** One of several answers in one message; a null is asked for next. */
export interface Item extends Pick<Answer, "kode" | "asal"> {
  readonly nilai: Nilai | null;
  /** Kept in the dialogue until what it belongs to is answered. */
  readonly tahan?: true;
}

/** Why an answer is not taken: a code, with its own sentence where the code's does not serve. */
export interface Tolak {
  readonly kind: "tolak";
  readonly code: PenolakanCode;
  readonly data?: Readonly<Record<string, Teks>>;
  readonly teks?: Teks;
  /** What is asked instead. */
  readonly antrean?: readonly string[];
}

/** An answer that is clear. */
export interface Answer {
  readonly kode: string;
  readonly nilai: Nilai;
  /** What was converted, as it was written. */
  readonly asal?: string;
  /** Whether an earlier message was written over. */
  readonly koreksi?: true;
}

/** What a text or a choice says in answer to a field. */
export type Bacaan =
  | { readonly kind: "nilai"; readonly nilai: Nilai; readonly asal?: string }
  | ({ readonly kind: "ragu" } & Ragu)
  | Tolak
  /** The field is passed over; with what is wanted `sesudah`, what stands is its answer. */
  | { readonly kind: "lewati"; readonly gema?: Teks; readonly sesudah?: readonly string[] }
  /** These are asked next, and nothing else. */
  | { readonly kind: "tanya"; readonly antrean: readonly string[] }
  /** The field is asked once more. */
  | { readonly kind: "ulang" }
  /**
   * `antrean` is asked after what could not be taken; `jelas` where all could. With `selesai` the form is handed
   * in after it, where nothing keeps it from that.
   */
  | {
      readonly kind: "banyak";
      readonly jelas: boolean;
      readonly selesai?: true;
      readonly items: readonly Item[];
      readonly antrean: readonly string[];
      readonly gema: Teks;
    }
  /** Nothing more is asked: the form is handed in. */
  | { readonly kind: "selesai" }
  | { readonly kind: "batal" }
  /** Another dialogue begins, with a first answer of its own. */
  | {
      readonly kind: "lain";
      readonly perihal: Perihal;
      readonly dahulu?: readonly string[];
      readonly kepala?: Teks;
      readonly lalu?: Bacaan | { readonly kode: string; readonly file: Pick<FileMasuk, "bukti"> };
    };

/** A choice below a question, with what it answers. */
export interface Offer extends Tawaran {
  readonly arti: Bacaan;
}

/** A question and what is offered below it. */
export interface Asked {
  readonly teks: Teks;
  readonly pilihan: readonly (readonly Offer[])[];
}

/** What answers a field: a number, a sentence of one's own, a choice, or a file. */
export type Menerima = "angka" | "kalimat" | "pilihan" | "berkas";

/** One thing that is asked. `a/b` is what is further wanted of `a`, and falls away with it. */
export interface Field {
  readonly kode: string;
  readonly menerima: Menerima;
  asks(): Asked;
  /** The question in one line, after something that came in between. */
  lagi?(): Teks;
  /** Asks a doubtful answer back. */
  back?(ragu: Ragu): Asked;
  read(teks: string): Bacaan;
}

/** An answer after it was given to the engine: what is said of it, or why it was refused. */
export interface Saved {
  readonly talk: Talk;
  readonly over: Form | null;
  readonly gema: Teks;
  /** Fields that are wanted next because of it. */
  readonly sesudah: readonly string[];
}

/**
 * A dialogue as it stands now, made anew from the world for every message. One that is over has no
 * fields, and says why.
 */
export interface Form {
  readonly fields: readonly Field[];
  /** What is asked at the beginning; without it every field that has no answer yet. */
  antrean?(): readonly string[];
  /** What is said above the first question. */
  readonly kepala?: Teks;
  /** The field that is asked once nothing else is; without one the form is finished then. */
  akhir?(): string;
  /** Texts that mean the same whatever is asked, unless it is a sentence. */
  baca?(teks: string): Bacaan | null;
  /** The field a file belongs to, and what its caption answers. */
  berkas?(file: FileMasuk): { readonly kode: string; readonly teks?: string } | Tolak;
  /** What keeps it from being handed in; null where nothing does. */
  kurang?(): Tolak | null;
  /** Takes an answer at once; without it answers are kept until the end. */
  save?(talk: Talk, answer: Answer): Saved;
  /** Hands the answers in, or says why there is nothing to ask; the dialogue is closed already. */
  finish(talk: Talk, gema: Teks): Talk;
}
