import { formulirText } from "../../../generated/teks.ts";
import { langkahOf } from "../../engine/holders.ts";
import { bacaIsian } from "../../formulir/baca.ts";
import { tahapOf } from "../../formulir/lengkap.ts";
import type { IsianFormulir } from "../../formulir/schema.ts";
import { nilaiText } from "../../formulir/teks.ts";
import { fill } from "../../pesan/teks.ts";
import { dialogues } from "../dialogue/index.ts";
import type { Task } from "../find.ts";
import type { Amended } from "../isian/amend.ts";
import { drawId, settle, type Talk } from "../talk.ts";

/** A field of a form that is written anew; null where there is none that takes a text. */
export function fieldOf({ berkas, wait }: Task, kode: string): IsianFormulir | null {
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") return null;
  const field = tahapOf(langkah, wait.tahap).isian.find((one) => one.kode === kode);
  return field === undefined || field.tipe === "berkas" ? null : field;
}

/** Takes a correction that raises no question; null where the form's own dialogue must ask. */
export function amendField(
  talk: Talk,
  { berkas, wait }: Task,
  field: IsianFormulir,
  teks: string,
): Amended | null {
  const { kode, nama } = field;
  const read = bacaIsian(field, teks, talk.world);
  if (read.kind !== "nilai") return null;
  const { nilai } = read;
  const lalu = berkas.state.formulirByLangkah[wait.langkahNo]?.[kode];
  const by = { waitId: wait.id, oleh: talk.pegawai.id };
  const { talk: settled, refusal } = settle(talk, berkas, {
    kind: "isi-formulir",
    ...by,
    kode,
    nilai,
  });
  const { kantor } = talk.world;
  const data = { nama, lalu: nilaiText(lalu, kantor), nilai: nilaiText(nilai, kantor) };
  return refusal === null ? { talk: settled, echo: fill(formulirText.ubah, data) } : null;
}

/** Lets the dialogue read the correction like a new answer. */
export function askAmendedField(
  talk: Talk,
  { wait }: Task,
  field: IsianFormulir,
  teks: string,
): Talk {
  const { dialogue } = talk.session;
  const own = dialogue?.jenis === "formulir" && dialogue.waitId === wait.id ? dialogue : null;
  const { talk: drawn, id } = drawId(talk);
  const rest = (own?.antrean ?? []).filter((kode) => kode !== field.kode);
  const antrean = [field.kode, ...rest];
  const asking = { jenis: "formulir", waitId: wait.id, antrean, tipe: field.tipe } as const;
  return dialogues.formulir.onText(drawn, { ...asking, id: own?.id ?? id, calon: null }, teks);
}
