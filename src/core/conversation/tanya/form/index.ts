import type { Dialogue, DialogueOf, Jenis } from "../../session.ts";
import type { Talk } from "../../talk.ts";
import type { Field, Form } from "../field.ts";
import { anggaran } from "./anggaran.ts";
import { bukakembali } from "./bukakembali.ts";
import { formulir } from "./formulir/form.ts";
import { hadirKembali } from "./hadir-kembali.ts";
import { halangan } from "./halangan.ts";
import { hentikan } from "./hentikan.ts";
import { isian } from "./isian/form.ts";
import { kembalikan } from "./kembalikan.ts";
import { lampiran } from "./lampiran.ts";
import { liburHapus } from "./libur/hapus.ts";
import { liburTahun } from "./libur/tahun.ts";
import { liburTambah } from "./libur/tambah.ts";
import { mulai } from "./mulai.ts";
import { musnahkan } from "./musnahkan.ts";
import { pegawaiAnonim } from "./pegawai/anonim.ts";
import { pegawaiKeluar } from "./pegawai/keluar.ts";
import { pegawaiMasuk } from "./pegawai/masuk.ts";
import { putusAkun } from "./pegawai/putus.ts";
import { pegawaiUbah } from "./pegawai/ubah.ts";
import { pindah } from "./pindah.ts";
import { siaran } from "./siaran.ts";
import { suntingan } from "./suntingan.ts";
import { tabel } from "./tabel.ts";
import { target } from "./target/form.ts";
import { tunda } from "./tunda.ts";
import { tutup } from "./tutup.ts";

/**
 * Every kind of dialogue, declared by the form it is at any moment. Add a kind: what it is about in the
 * session and its codec, one file like these, one line.
 */
const forms: { readonly [J in Jenis]: (talk: Talk, dialogue: DialogueOf<J>) => Form } = {
  isian,
  formulir,
  kembalikan,
  tutup,
  hentikan,
  bukakembali,
  suntingan,
  lampiran,
  tabel,
  pindah,
  halangan,
  "hadir-kembali": hadirKembali,
  "pegawai-masuk": pegawaiMasuk,
  "pegawai-ubah": pegawaiUbah,
  "pegawai-keluar": pegawaiKeluar,
  "pegawai-anonim": pegawaiAnonim,
  musnahkan,
  "putus-akun": putusAkun,
  "libur-tambah": liburTambah,
  "libur-hapus": liburHapus,
  "libur-tahun": liburTahun,
  target,
  anggaran,
  tunda,
  mulai,
  siaran,
};

/** The form of a dialogue as it stands; the same talk and dialogue, which never change, have the same. */
export function formOf(talk: Talk, dialogue: Dialogue): Form {
  const formByDialogue = formsByTalk.get(talk) ?? new WeakMap<Dialogue, Form>();
  formsByTalk.set(talk, formByDialogue);
  const form = formByDialogue.get(dialogue) ?? declared(talk, dialogue);
  formByDialogue.set(dialogue, form);
  return form;
}

const formsByTalk = new WeakMap<Talk, WeakMap<Dialogue, Form>>();

const declared = <J extends Jenis>(
  talk: Talk,
  dialogue: DialogueOf<J> & { readonly jenis: J },
): Form => forms[dialogue.jenis](talk, dialogue);

/** The field that is asked now; undefined once all are answered. */
export function currentOf(form: Form, { antrean }: Dialogue): Field | undefined {
  const find = (kode: string | undefined): Field | undefined =>
    form.fields.find((one) => one.kode === kode);
  return antrean.map(find).find((field) => field !== undefined) ?? find(form.akhir?.());
}
