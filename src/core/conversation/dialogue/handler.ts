import type { BerkasId, Bukti, WaitId } from "../../engine/state.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import type { BarisMasuk } from "../../kinerja/format/index.ts";
import type { Teks } from "../../pesan/teks.ts";
import type { Instant } from "../../waktu/instant.ts";
import type { IsiBerkas } from "../isi-berkas.ts";
import type { Dialogue } from "../session.ts";
import type { Suntingan } from "../suntingan.ts";
import type { Talk } from "../talk.ts";

export type DialogueJenis = Dialogue["jenis"];
export type DialogueOf<J extends DialogueJenis> = Extract<Dialogue, { readonly jenis: J }>;

/** What each kind of dialogue begins with. */
export interface DialogueRequest {
  /** `kode` is asked for first; `teks` is an answer that came before any question. */
  readonly isian: {
    readonly waitId: WaitId;
    readonly kode: string | null;
    readonly teks?: string;
    /** Rows of a sheet that came as a file. */
    readonly barisList?: readonly BarisMasuk[];
    /** A file that proves this kode. */
    readonly bukti?: Bukti;
  };
  readonly alasan: { readonly waitId: WaitId; readonly unit: PegawaiId | null };
  readonly unit: { readonly waitId: WaitId };
  readonly tutup: { readonly waitId: WaitId };
  readonly hentikan: { readonly berkasId: BerkasId };
  readonly formulir: { readonly waitId: WaitId };
  readonly suntingan: {
    readonly waitId: WaitId;
    readonly suntingan: Suntingan;
    readonly asal: string | null;
  };
  readonly pindah: {
    readonly undanganId: string;
    readonly pegawaiId: PegawaiId;
    readonly berlakuSampaiMs: Instant;
  };
  readonly tabel: Pick<DialogueOf<"tabel">, "waitId" | "bukti" | "kode" | "tabel">;
  readonly mulai: { readonly sopId: string | null };
  readonly siaran: { readonly teks: string | null };
}

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

/** One kind of dialogue. Add a kind: its shape in the session, one file like these, one line. */
export interface DialogueHandler<J extends DialogueJenis> {
  start(talk: Talk, request: DialogueRequest[J]): Talk;
  /** Text that is none of the choices shown. */
  onText(talk: Talk, dialogue: DialogueOf<J>, teks: string): Talk;
  onChoice(talk: Talk, dialogue: DialogueOf<J>, pilihan: string): Talk;
  onFile(talk: Talk, dialogue: DialogueOf<J>, file: FileMasuk): Talk;
  /** Asks the open question once more, below what has just been said. */
  again(talk: Talk, dialogue: DialogueOf<J>, kepala: Teks): Talk;
}
