import type { Dokumen } from "../dokumen/model.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { type JenisNaskah, namaNaskah } from "../naskah/jenis.ts";
import type { Naskah, NaskahId } from "../naskah/naskah.ts";
import { susunNaskah } from "../naskah/susun.ts";
import type { Langkah } from "./langkah/schema.ts";
import type { BerkasState } from "./state.ts";
import type { Turn } from "./turn.ts";
import { emit, note, patch } from "./turn.ts";

/** A paper about to be added: what is said about it that the berkas does not know by itself. */
export interface NaskahBaru
  extends Pick<Naskah, "jenis" | "nama" | "sebutan" | "oleh" | "unggahan" | "perubahan"> {
  readonly nomor?: string | null;
  /** What is drawn; absent where the file is made from the berkas as a whole. */
  readonly isi?: Dokumen;
}

/** Adds a paper to the berkas: listed in its state, its content handed over to be kept. */
export function addNaskah(
  turn: Turn,
  langkah: Langkah,
  { isi, nomor = null, ...baru }: NaskahBaru,
): { readonly turn: Turn; readonly id: NaskahId } {
  const { state, context } = turn;
  const id = `${state.id}-n${state.naskahList.length + 1}`;
  const naskah: Naskah = {
    ...baru,
    id,
    nomor,
    versi: state.naskahList.filter(({ jenis }) => jenis === baru.jenis).length + 1,
    langkahNo: langkah.no,
    padaMs: context.nowMs,
  };
  const listed = patch(turn, { naskahList: [...state.naskahList, naskah] });
  return {
    turn: emit(listed, {
      kind: "naskah",
      berkasId: state.id,
      periode: state.periode,
      naskah,
      isi: isi ?? null,
    }),
    id,
  };
}

/** Draws up a letter or form from what the berkas knows, and adds it. */
export function issueNaskah(
  turn: Turn,
  langkah: Langkah,
  { jenis, oleh }: { readonly jenis: JenisNaskah; readonly oleh: PegawaiId | "sistem" },
): Turn {
  const nomor = nomorOf(turn.state, langkah, jenis);
  const made = susunNaskah(jenis, { turn, langkah, oleh, nomor });
  const { turn: added } = addNaskah(turn, langkah, {
    jenis,
    nama: namaNaskah[jenis],
    sebutan: null,
    oleh,
    nomor: made?.bernomor === true ? nomor : null,
    unggahan: null,
    perubahan: null,
    ...(made === null ? {} : { isi: made.dokumen }),
  });
  return note(added, "naskah-dibuat", oleh, { langkah: langkah.no, naskah: jenis, nomor });
}

/** The newest paper of a kind; undefined before there is one. */
export const latestNaskah = ({ naskahList }: BerkasState, jenis: JenisNaskah): Naskah | undefined =>
  naskahList.findLast((one) => one.jenis === jenis);

/**
 * The number that was drawn for a paper in the form of its langkah. A decree has its own register: the
 * draft that comes out of an order does not carry the number of the order.
 */
function nomorOf(
  { formulirByLangkah }: BerkasState,
  langkah: Langkah,
  jenis: JenisNaskah,
): string | null {
  if (langkah.jenis !== "formulir") return null;
  const values = formulirByLangkah[langkah.no] ?? {};
  const drawn = langkah.tahap
    .flatMap(({ isian }) => isian)
    .filter((one) => one.tipe === "nomor")
    .filter(({ register }) => jenis !== "sk-tim" || register === "keputusan")
    .map(({ kode }) => values[kode])
    .find((one) => one?.tipe === "nomor" && one.nomor !== null);
  return drawn?.tipe === "nomor" ? drawn.nomor : null;
}
