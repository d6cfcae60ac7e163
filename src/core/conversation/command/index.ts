import { perintahText } from "../../../generated/teks.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import type { NamaPerintah } from "../../pesan/perintah.ts";
import type { Teks } from "../../pesan/teks.ts";
import { anggaran } from "./anggaran.ts";
import { arsip } from "./arsip.ts";
import { bantuan } from "./bantuan.ts";
import { batal } from "./batal.ts";
import { bukakembali } from "./bukakembali.ts";
import { bukti } from "./bukti.ts";
import { dokumen } from "./dokumen.ts";
import { grafik } from "./grafik/index.ts";
import type { Command } from "./handler.ts";
import { hentikan } from "./hentikan.ts";
import { ingatkan } from "./ingatkan.ts";
import { isi } from "./isi.ts";
import { libur } from "./libur.ts";
import { lke } from "./lke.ts";
import { mulai } from "./mulai.ts";
import { pegawai } from "./pegawai.ts";
import { plh } from "./plh.ts";
import { rekap } from "./rekap.ts";
import { riwayat } from "./riwayat.ts";
import { saya } from "./saya.ts";
import { siapabelum } from "./siapabelum.ts";
import { siaran } from "./siaran.ts";
import { sop } from "./sop.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";
import { target } from "./target.ts";
import { tugas } from "./tugas.ts";
import { tunda } from "./tunda.ts";
import { undang } from "./undang.ts";

/** Every command; one without a text or an implementation does not compile. */
export const commands: { readonly [N in NamaPerintah]: Command } = {
  start,
  tugas,
  isi,
  status,
  siapabelum,
  tunda,
  rekap,
  grafik,
  dokumen,
  bukti,
  mulai,
  hentikan,
  bukakembali,
  riwayat,
  siaran,
  ingatkan,
  undang,
  pegawai,
  plh,
  libur,
  target,
  anggaran,
  lke,
  arsip,
  sop,
  saya,
  bantuan: bantuan(({ pegawai }) => offeredTo(pegawai)),
  batal,
};

/** The commands a channel may put into this person's menu. */
export const commandsFor = (
  pegawai: Pegawai,
): readonly { readonly nama: NamaPerintah; readonly keterangan: Teks }[] =>
  offeredTo(pegawai).map((nama) => ({ nama, keterangan: perintahText[nama].keterangan }));

/** Whether there is a command of this name. */
export const isPerintah = (nama: string): nama is NamaPerintah => Object.hasOwn(commands, nama);

const offeredTo = (pegawai: Pegawai): readonly NamaPerintah[] =>
  Object.keys(commands)
    .filter(isPerintah)
    .filter((nama) => commands[nama].untuk(pegawai));
