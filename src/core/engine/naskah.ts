import { isUtuh, type JenisNaskah } from "../dokumen/jenis.ts";
import type { RegisterNomor } from "../kantor/nomor.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { namaNaskah, templatOf } from "../sop/schema.ts";
import type { BerkasState, Naskah, NaskahId } from "./state.ts";
import { emit, note, patch, seqOf, type Turn } from "./turn.ts";

/** A paper about to be added: what is said about it that the berkas does not know by itself. */
export interface NaskahBaru
  extends Pick<Naskah, "jenis" | "nama" | "sebutan" | "oleh" | "unggahan" | "perubahan"> {
  readonly nomor?: string | null;
}

/** Adds a paper to the berkas: listed in its state, to be drawn from what it knows now. */
export function addNaskah(
  turn: Turn,
  langkah: Langkah,
  { nomor = null, ...baru }: NaskahBaru,
): { readonly turn: Turn; readonly id: NaskahId } {
  const { state, context } = turn;
  const id = nextId(state);
  const naskah: Naskah = {
    ...baru,
    id,
    nomor,
    versi: (latestNaskah(state, baru.jenis)?.versi ?? 0) + 1,
    langkahNo: langkah.no,
    padaMs: context.nowMs,
    padaSeq: seqOf(turn),
  };
  const listed = patch(turn, { naskahList: [...state.naskahList, naskah] });
  return { turn: emit(listed, { kind: "naskah", naskah, berkas: state }), id };
}

/** Counted on from the last one: what was not made after all leaves no gap that another could fill. */
function nextId({ id, naskahList }: BerkasState): NaskahId {
  const last = /-n(\d+)$/.exec(naskahList.at(-1)?.id ?? "")?.[1];
  return `${id}-n${Number(last ?? naskahList.length) + 1}`;
}

/** Adds a letter or form; one the sheet does not hold is not made. */
export function issueNaskah(
  turn: Turn,
  langkah: Langkah,
  { jenis, oleh }: { readonly jenis: JenisNaskah; readonly oleh: PegawaiId | "sistem" },
): Turn {
  const templat = templatOf(turn.sop, jenis);
  if (templat === undefined && !isUtuh(jenis)) return turn;
  if (templat?.tetap === true && latestNaskah(turn.state, jenis) !== undefined) return turn;
  const nomor = nomorOf(turn.state, langkah, templat?.register ?? null);
  const { turn: added } = addNaskah(turn, langkah, {
    jenis,
    nama: namaNaskah(turn.sop, jenis),
    sebutan: null,
    oleh,
    nomor,
    unggahan: null,
    perubahan: null,
  });
  return note(added, "naskah-dibuat", oleh, { langkah: langkah.no, naskah: jenis, nomor });
}

/** The newest paper of a kind; undefined before there is one. */
export const latestNaskah = ({ naskahList }: BerkasState, jenis: JenisNaskah): Naskah | undefined =>
  naskahList.findLast((one) => one.jenis === jenis);

/** The number that was drawn from this register in the form of a langkah. */
function nomorOf(
  { formulirByLangkah }: BerkasState,
  langkah: Langkah,
  register: RegisterNomor | null,
): string | null {
  if (langkah.jenis !== "formulir") return null;
  const field = langkah.tahap
    .flatMap(({ isian }) => isian)
    .find((isian) => isian.tipe === "nomor" && isian.register === register);
  const nilai = field === undefined ? undefined : formulirByLangkah[langkah.no]?.[field.kode];
  return nilai?.tipe === "nomor" ? nilai.nomor : null;
}
