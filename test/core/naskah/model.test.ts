import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { IsiFormulir } from "../../../src/core/formulir/nilai.ts";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import type { BahanNaskah } from "../../../src/core/naskah/bahan.ts";
import { duniaDari } from "../../../src/core/naskah/dunia.ts";
import { susunTemplat } from "../../../src/core/naskah/susun.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { templat } from "../../support/naskah.ts";
import { TIDAK_RESMI } from "../../support/resmi.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, Play, sampaiDraf } from "../engine/play.ts";

const pegawai = (id: string): PegawaiId => PegawaiId.parse(id);

/** Every field any paper looks for. */
const penuh: IsiFormulir = {
  isi: { tipe: "teks", teks: "Kumpulkan data.\n\nLaporkan Jumat." },
  perihal: { tipe: "teks", teks: "Penyusunan laporan" },
  sifat: { tipe: "pilihan", teks: "Sangat Segera" },
  tugas: { tipe: "daftar", butirList: ["Mengumpulkan data;", "SAKIP disusun."] },
  anggota: { tipe: "pegawai", idList: [pegawai("pelayanan"), pegawai("perencanaan")] },
  ketua: { tipe: "pegawai", idList: [pegawai("perencanaan")] },
  acara: { tipe: "teks", teks: "Rapat finalisasi" },
  tanggal: { tipe: "tanggal", tanggal: Tanggal.parse("2027-01-06") },
  jam: { tipe: "jam", menit: 570 },
  tempat: { tipe: "teks", teks: "Aula" },
  pesertaHadir: { tipe: "pegawai", idList: [pegawai("pelayanan"), pegawai("sekcam")] },
  pembahasan: { tipe: "daftar", butirList: ["Angka TW IV", "**Tebal** {{kantor}}"] },
  keputusan: { tipe: "daftar", butirList: ["Lengkapi data desa"] },
  kepada: { tipe: "teks", teks: "Inspektur Kabupaten Contoh\ndi Paringin" },
  jumlahRangkap: { tipe: "angka", nilai: 3 },
  penerima: { tipe: "teks", teks: "Inspektur Pembantu" },
  namaPenerima: { tipe: "teks", teks: "Rahmat" },
  cara: { tipe: "pilihan", teks: "Pos" },
  nomorAgenda: { tipe: "teks", teks: "77" },
  catatan: { tipe: "teks", teks: "Mohon ditindaklanjuti" },
  rencana: {
    tipe: "daftar",
    butirList: [
      "Memerintahkan rapat koordinasi; Camat; 5 Januari 2027; 6 Januari 2027",
      "Rapat; Sekcam; ; besok entah; catatan; lain",
      "Tanpa apa-apa",
    ],
  },
  tindakLanjut: {
    tipe: "daftar",
    butirList: [
      "Tertib administrasi (61,9 %); Dampingi desa; Kasi Pemerintahan; 31 Maret 2027",
      "Bukti belum seragam",
    ],
  },
};

/** The invitation of langkah 2 is out and one has said yes. */
const rapat: readonly Act[] = [
  { oleh: "camat", pilih: "selesai" },
  {
    oleh: "sekcam",
    formulir: "tanggal",
    nilai: { tipe: "tanggal", tanggal: Tanggal.parse("2027-01-06") },
  },
  { oleh: "sekcam", formulir: "tempat", nilai: { tipe: "teks", teks: "Aula" } },
  { oleh: "sekcam", pilih: "setuju" },
  { oleh: "pelayanan", pilih: "hadir" },
];

/** The same sheet with everybody invited: more than the head of a letter holds. */
const semuaDiundang: Sop = {
  ...sopFormulir,
  langkah: sopFormulir.langkah.map((langkah) =>
    langkah.jenis !== "formulir"
      ? langkah
      : {
          ...langkah,
          tahap: langkah.tahap.map((tahap) =>
            tahap.sampaikan?.naskah === "undangan"
              ? { ...tahap, sampaikan: { ...tahap.sampaikan, kepada: "semua" as const } }
              : tahap,
          ),
        },
  ),
};

const jenisList = [
  "surat-perintah",
  "nota-dinas",
  "lembar-disposisi",
  "sk-tim",
  "rencana-kegiatan",
  "perjanjian-kinerja",
  "rencana-aksi",
  "data-kinerja",
  "undangan",
  "daftar-hadir",
  "notulen",
  "lembar-pengesahan",
  "surat-pengantar",
  "surat-ralat",
  "tanda-terima",
  "rencana-tindak-lanjut",
  "catatan-langkah",
] as const;
type Jenis = (typeof jenisList)[number];

/** With everything filled in, with nothing, by the head, by the receiver; before and after its number. */
const kasusList: readonly (readonly [string, IsiFormulir, string, string | null])[] = [
  ["penuh", penuh, "perencanaan", "12/2027"],
  ["kosong", {}, "perencanaan", null],
  ["camat", penuh, "camat", null],
  ["inspektorat", penuh, "inspektorat", "12/2027"],
  ["sistem", {}, "sistem", null],
];

type Kasus = (typeof kasusList)[number];

function drawnBy(play: Play, jenis: Jenis, kasus: Kasus): readonly string[] {
  const [nama] = kasus;
  return modelList(play, jenis, kasus).map(({ no, model }, at) => {
    // two are kept to be read, of the others their name is enough
    const terbaca = play.sop === sopFormulir && at === 1 && (nama === "penuh" || nama === "kosong");
    return `${no} ${nama} ${terbaca ? model : sha256(model)}\n`;
  });
}

/** The paper as the first langkah of a sheet draw it. */
function modelList(
  play: Play,
  jenis: Jenis,
  [, isi, oleh, nomor]: Kasus,
): readonly { readonly no: string; readonly model: string }[] {
  return play.sop.langkah.slice(0, 4).map((langkah) => {
    const state = { ...play.state, formulirByLangkah: { [langkah.no]: isi } };
    const turn = { sop: play.sop, state, context: play.context, effects: [] };
    const bahan: BahanNaskah = {
      turn,
      langkah,
      oleh: oleh === "sistem" ? "sistem" : pegawai(oleh),
      nomor,
    };
    const model = JSON.stringify(susunTemplat(templat(jenis), duniaDari(bahan)), sorted);
    return { no: langkah.no, model };
  });
}

function drawn(jenis: Jenis): string {
  const [penuhnya, kosongnya] = kasusList;
  if (penuhnya === undefined || kosongnya === undefined) throw new Error("two cases at least");
  const play = Play.after(rapat, { sop: sopFormulir });
  const banyak = Play.open({ sop: semuaDiundang });
  const draf = Play.after([...sampaiDraf, { oleh: "perencanaan", pilih: "selesai" }]);
  return [
    ...kasusList.flatMap((kasus) => drawnBy(play, jenis, kasus)),
    ...drawnBy(banyak, jenis, penuhnya),
    ...drawnBy(draf, jenis, penuhnya),
    ...drawnBy(draf, jenis, kosongnya),
  ].join("");
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Keys in order, so that two equal models read the same. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe("the model of every letter", () => {
  it.each(jenisList)("%s is what it was", async (jenis) => {
    await expect(drawn(jenis)).toMatchFileSnapshot(`model/${jenis}.txt`);
  });

  it.each(jenisList)("%s writes days out, names no zone and not the program", (jenis) => {
    const play = Play.after(rapat, { sop: sopFormulir });
    const models = kasusList.flatMap((kasus) => modelList(play, jenis, kasus));
    for (const { model } of models) expect(model).not.toMatch(TIDAK_RESMI);
  });
});
