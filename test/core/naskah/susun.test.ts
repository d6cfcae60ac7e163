import { describe, expect, it } from "vitest";
import type { Dokumen } from "../../../src/core/dokumen/model.ts";
import type { Naskah } from "../../../src/core/engine/state.ts";
import type { Turn } from "../../../src/core/engine/turn.ts";
import type { IsiFormulir } from "../../../src/core/formulir/nilai.ts";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import type { Indikator } from "../../../src/core/kinerja/indikator.ts";
import { denganTarget } from "../../../src/core/kinerja/target.ts";
import { duniaDari } from "../../../src/core/naskah/dunia.ts";
import { susunTemplat } from "../../../src/core/naskah/susun.ts";
import type { Langkah } from "../../../src/core/sop/langkah.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { naskahTersedia, templat } from "../../support/naskah.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, effectsOf, Play, sampaiDraf } from "../engine/play.ts";

const pegawai = (id: string): PegawaiId => PegawaiId.parse(id);

const isi: IsiFormulir = {
  isi: { tipe: "teks", teks: "Kumpulkan data.\nLaporkan Jumat." },
  sifat: { tipe: "pilihan", teks: "Segera" },
  anggota: { tipe: "pegawai", idList: [pegawai("pelayanan"), pegawai("perencanaan")] },
  ketua: { tipe: "pegawai", idList: [pegawai("perencanaan")] },
  acara: { tipe: "teks", teks: "Rapat finalisasi" },
  tanggal: { tipe: "tanggal", tanggal: Tanggal.parse("2027-01-06") },
  jam: { tipe: "jam", menit: 570 },
  tempat: { tipe: "teks", teks: "Aula" },
  pesertaHadir: { tipe: "pegawai", idList: [pegawai("pelayanan")] },
  pembahasan: { tipe: "daftar", butirList: ["Angka TW IV"] },
  keputusan: { tipe: "daftar", butirList: ["Lengkapi data desa"] },
  kepada: { tipe: "teks", teks: "Inspektur Kabupaten Contoh\ndi Paringin" },
  jumlahRangkap: { tipe: "angka", nilai: 3 },
  cara: { tipe: "pilihan", teks: "Pos" },
  nomorAgenda: { tipe: "teks", teks: "77" },
  rencana: {
    tipe: "daftar",
    butirList: ["Memerintahkan rapat koordinasi; Camat; 5 Januari 2027; 6 Januari 2027"],
  },
  tindakLanjut: {
    tipe: "daftar",
    butirList: ["Tertib administrasi (61,9 %); Dampingi desa; Kasi Pemerintahan; 31 Maret 2027"],
  },
};

/** What a kind says for the third langkah of the sheet of forms, with everything filled in. */
function paper(
  jenis: string,
  oleh = "perencanaan",
  nomor: string | null = "12/2027",
  indikatorDari: (indikator: Indikator) => Indikator = (indikator) => indikator,
): Dokumen {
  const play = Play.after([], { sop: sopFormulir });
  const langkah = sopFormulir.langkah[2];
  if (langkah === undefined) throw new Error("the sheet of forms has three langkah");
  const indikatorList = play.state.indikatorList.map(indikatorDari);
  const formulirByLangkah = { [langkah.no]: isi, "1": isi };
  const state = { ...play.state, indikatorList, formulirByLangkah };
  return susunTemplat(
    templat(jenis),
    duniaDari({
      turn: { sop: play.sop, state, context: play.context, effects: [] } satisfies Turn,
      langkah: langkah satisfies Langkah,
      oleh: pegawai(oleh),
      nomor,
    }),
  );
}

const written = (dokumen: Dokumen): string => JSON.stringify(dokumen.blokList);

function changed(indikator: Indikator): Indikator {
  const next = denganTarget(indikator, {
    mulaiTriwulan: 4,
    dasar: "Perubahan PK Nomor 45/2026",
    tanggal: Tanggal.parse("2026-08-14"),
    targetTahunan: 90,
    targetTriwulan: [90],
  });
  return indikator.kode === "1.1" && typeof next !== "string" ? next : indikator;
}

describe("papers from what a berkas knows", () => {
  it.each<[string, readonly string[]]>([
    ["surat-perintah", ["Kasi Pelayanan", "Kasubbag Perencanaan", "Laporkan Jumat.", "12/2027"]],
    ["nota-dinas", ["Kasubbag Perencanaan", "Segera", "Kumpulkan data."]],
    ["lembar-disposisi", ["Segera", "Rapat Koordinasi, Triwulan IV 2026", "√"]],
    ["sk-tim", ["Pembentukan Tim Rapat Koordinasi Tahun 2026", "Ketua", "Penanggung jawab"]],
    ["rencana-kegiatan", ["Memerintahkan rapat koordinasi", "5 Januari 2027", "Nota Dinas"]],
    ["perjanjian-kinerja", ["Indeks Kepuasan Masyarakat (nilai)", "85"]],
    ["rencana-aksi", ["TW IV", "BUM Desa yang dibina"]],
    ["data-kinerja", ["Realisasi Triwulan", "Target Tahunan"]],
    ["undangan", ["Rapat finalisasi", "Rabu, 6 Januari 2027", "09.30 s.d. selesai", "Aula"]],
    ["daftar-hadir", ["Kasi Pelayanan", "Rapat finalisasi"]],
    ["notulen", ["Angka TW IV", "Lengkapi data desa", "Notulis"]],
    ["lembar-pengesahan", ["Laporan Kinerja", "Triwulan IV 2026", "langkah 3"]],
    ["surat-pengantar", ["Inspektur Kabupaten Contoh", "3 (tiga) rangkap", "12/2027"]],
    ["tanda-terima", ["Pos", "Nomor agenda 77"]],
    ["rencana-tindak-lanjut", ["Tertib administrasi", "61,9 %", "Dampingi desa", "31 Maret 2027"]],
    ["catatan-langkah", ["Menomori surat pengantar", "Rangkap", "3"]],
  ])("%s says %j", (jenis, words) => {
    const text = written(paper(jenis));
    for (const word of words) expect(text).toContain(word);
  });

  it.each(["perjanjian-kinerja", "rencana-aksi"])(
    "%s names what targets were before they were changed, where they were",
    (jenis) => {
      const text = written(paper(jenis, "perencanaan", null, changed));
      expect(text).toContain("TW I 80; TW II 82; TW III 84; TW IV 85; setahun 85");
      expect(text).toContain("Perubahan PK Nomor 45/2026 tanggal 14 Agustus 2026, mulai TW IV");
      expect(written(paper(jenis))).not.toContain("Semula");
    },
  );

  it("is complete: every paper says something", () => {
    for (const { id } of naskahTersedia.templatList) {
      expect(paper(id).blokList.length).toBeGreaterThan(0);
    }
  });

  it("marks a decree as a concept until it has its number", () => {
    expect(paper("sk-tim", "camat", null).tanda).toBe("KONSEP");
    expect(paper("sk-tim", "camat").tanda).toBeNull();
  });

  it.each<[string, string | undefined]>([
    ["notulen", undefined],
    ["surat-pengantar", "surat-keluar"],
    ["sk-tim", "keputusan"],
  ])("numbers %s from the register %s", (jenis, register) => {
    expect(templat(jenis).register).toBe(register);
  });

  it("says that the Inspektorat confirmed the receipt by a tap, and what that is worth", () => {
    const text = written(paper("tanda-terima", "inspektorat"));
    expect(text).toContain("Dikonfirmasi melalui aplikasi");
    expect(text).toContain("bukan tanda tangan elektronik tersertifikasi");
    expect(written(paper("tanda-terima"))).not.toContain("Dikonfirmasi melalui aplikasi");
  });
});

function naskahOf(acts: readonly Act[]): {
  readonly play: Play;
  readonly naskahList: readonly Naskah[];
} {
  const play = Play.after(acts);
  return { play, naskahList: play.state.naskahList };
}

describe("a report that comes back edited", () => {
  const diterima = { oleh: "perencanaan", unggah: "Laporan.docx", perubahan: "2 alinea diganti" };
  it("is the next version, and the berkas stays where it is", () => {
    const { play, naskahList } = naskahOf([...sampaiDraf, diterima]);
    expect(naskahList.at(-1)).toMatchObject({
      jenis: "laporan",
      sebutan: "Suntingan Draf 1",
      versi: 2,
      oleh: "perencanaan",
      unggahan: { nama: "Laporan.docx" },
      perubahan: "tidak ada angka yang berubah; 2 alinea diganti",
    });
    expect(play.state.langkahNo).toBe("2");
    expect(effectsOf(play.effects, "naskah")[0]?.isi).toBeNull();
  });

  it("goes on under the names of later versions as long as the figures hold", () => {
    const { naskahList } = naskahOf([
      ...sampaiDraf,
      diterima,
      { oleh: "perencanaan", pilih: "selesai" },
      { oleh: "sekcam", pilih: "selesai" },
      { oleh: "camat", pilih: "setuju" },
    ]);
    expect(naskahList.at(-1)).toMatchObject({
      sebutan: "Final",
      unggahan: { nama: "Laporan.docx" },
    });
  });

  it("is drawn anew once figures change, and says so", () => {
    const { naskahList } = naskahOf([
      ...sampaiDraf,
      diterima,
      { oleh: "perencanaan", pilih: "kembalikan", alasan: "Salah ketik", unit: "pelayanan" },
      { oleh: "pelayanan", isi: "1.1", nilai: 85 },
      { oleh: "pelayanan", kirim: true },
    ]);
    expect(naskahList.at(-1)).toMatchObject({
      sebutan: "Draf 3",
      unggahan: null,
      perubahan: "1 angka berubah; suntingan Word sebelumnya tidak terbawa karena angkanya berubah",
    });
  });

  it("is taken from nobody but the holder of the desk", () => {
    const play = Play.after(sampaiDraf);
    expect(play.act({ ...diterima, oleh: "perencanaan" })).toMatchObject({ kind: "accepted" });
    expect(play.act({ oleh: "perencanaan", pilih: "selesai" })).toMatchObject({ kind: "accepted" });
    expect(() => play.must({ ...diterima, oleh: "camat" })).toThrow();
  });
});
