import { describe, expect, it } from "vitest";
import type { NomorTercatat } from "../../../src/core/kantor/nomor.ts";
import { buildCalendar } from "../../../src/core/waktu/calendar.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { Stage } from "../../support/stage.ts";
import { at, worldOf } from "../../support/world.ts";

const calendar = buildCalendar({
  zona: "Asia/Makassar",
  tahunList: [
    {
      tahun: 2027,
      dasar: "uji",
      libur: [
        {
          tanggal: Tanggal.parse("2027-01-05"),
          jenis: "libur_nasional",
          nama: "Hari Uji",
          pasti: true,
        },
      ],
    },
  ],
});

function stageOf(nomorList: readonly NomorTercatat[] = []): Stage {
  const stage = new Stage(
    worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }], calendar, nomorList }),
  );
  stage.open();
  return stage;
}

/** The order is given; the meeting is to be called. */
function called(): Stage {
  const stage = stageOf();
  stage.act("camat", { tap: "✅ Perintahkan" });
  return stage;
}

/** The minutes are written; the letter is to be numbered. */
function minuted(nomorList: readonly NomorTercatat[] = []): Stage {
  const stage = stageOf(nomorList);
  stage.act("camat", { tap: "✅ Perintahkan" });
  for (const answer of [
    { tap: "Isi" },
    "6 Januari",
    "Pakai usulan",
    "Aula",
    { tap: "✅ Undang" },
  ]) {
    stage.act("sekcam", answer);
  }
  stage.act("pelayanan", { tap: "✅ Hadir" });
  stage.passTo(at("2027-01-06 11:00"));
  for (const answer of [
    { tap: "Isi" },
    { tap: "Pakai usulan" },
    "1. Lengkapi data desa\n2. Kirim Jumat",
  ]) {
    stage.act("sekcam", answer);
  }
  stage.act("sekcam", { file: "notulen.jpg" });
  stage.act("sekcam", { tap: "Selesai" });
  stage.act("sekcam", { tap: "✅ Kirim" });
  return stage;
}

const used = (urut: number): NomorTercatat => ({ register: "surat-keluar", tahun: 2027, urut });

describe("a form in chat", () => {
  it("shows what it would say and takes one tap", () => {
    const stage = stageOf();
    expect(stage.lastText("camat")).toContain(
      "– Isi perintah: Laksanakan Rapat Koordinasi untuk Triwulan IV 2026. (usulan)",
    );
    expect(stage.titles("camat")).toEqual(["✅ Perintahkan", "Ubah isian"]);
    stage.act("camat", { tap: "✅ Perintahkan" });
    expect(stage.berkas().state.langkahNo).toBe("2");
  });

  it("asks one field a message and saves each at once", () => {
    const stage = called();
    expect(stage.titles("sekcam")).toEqual(["Isi"]);
    expect(stage.act("sekcam", { tap: "Isi" })).toContain("Isian 1 dari 3 — Tanggal");
    expect(stage.act("sekcam", "Rabu")).toContain(
      "Isian 2 dari 3 — Pukul\nPukul berapa?\nUsulan: 09.00",
    );
    expect(stage.act("sekcam", "jam 10.30")).toContain("Isian 3 dari 3 — Tempat");
    stage.act("sekcam", "/batal");
    expect(stage.berkas().state.formulirByLangkah).toMatchObject({
      "2": { tanggal: { tanggal: "2027-01-06" }, jam: { menit: 630 } },
    });
    stage.act("sekcam", { token: `${stage.berkas().state.waitList.at(-1)?.id}:formulir` });
    expect(stage.act("sekcam", "Tetap")).toContain("Isian 2 dari 3");
  });

  it.each([
    ["1 Januari 2027", "1 Januari 2027 sudah lewat. Betul tanggal itu?"],
    ["5-1-2027", "5 Januari 2027 hari libur (Hari Uji). Betul tanggal itu?"],
    ["Sabtu", "9 Januari 2027 bukan hari kerja. Betul tanggal itu?"],
  ])("asks %s back, and takes it when it is meant", (text, question) => {
    const stage = called();
    stage.act("sekcam", { tap: "Isi" });
    expect(stage.act("sekcam", text)).toContain(question);
    expect(stage.berkas().state.formulirByLangkah).not.toHaveProperty("2");
    expect(stage.act("sekcam", "Ketik ulang")).toContain("Isian 1 dari 3");
    stage.act("sekcam", text);
    expect(stage.act("sekcam", "betul")).toContain("Isian 2 dari 3");
  });

  it.each(["31 Februari", "kapan-kapan", "5/13/2027"])("does not take %s for a day", (text) => {
    const stage = called();
    stage.act("sekcam", { tap: "Isi" });
    expect(stage.act("sekcam", text)).toContain("Tanggalnya belum terbaca.");
  });

  it("invites, counts who comes, and offers them as those present", () => {
    const stage = minuted();
    const { formulirByLangkah, naskahList } = stage.berkas().state;
    expect(formulirByLangkah).toMatchObject({
      "2": {
        pesertaHadir: { idList: ["sekcam", "pelayanan"] },
        keputusan: { butirList: ["Lengkapi data desa", "Kirim Jumat"] },
        lampiran: { buktiList: [{ nama: "notulen.jpg" }] },
      },
    });
    expect(naskahList.map(({ jenis }) => jenis)).toEqual([
      "nota-dinas",
      "undangan",
      "daftar-hadir",
      "notulen",
    ]);
    expect(stage.lastText("camat")).toContain("Notulen Rapat Triwulan IV 2026 — untuk diketahui");
  });

  it("takes people by their number, by their office, or all of them", () => {
    const stage = stageOf();
    stage.act("camat", { tap: "Ubah isian" });
    stage.act("camat", { tap: "Pakai usulan" });
    expect(stage.lastText("camat")).toContain("3. Kasi Pelayanan");
    expect(stage.act("camat", "3, 99")).toContain("Belum jelas siapa yang dimaksud.");
    stage.act("camat", "3, kasubbag perencanaan");
    expect(stage.berkas().state.formulirByLangkah).toMatchObject({
      "1": { anggota: { idList: ["pelayanan", "perencanaan"] } },
    });
  });

  it("reads a number as the answer where a number is asked for", () => {
    const stage = minuted();
    stage.act("perencanaan", { tap: "Ubah isian" });
    stage.act("perencanaan", { tap: "Pakai usulan" });
    expect(stage.lastText("perencanaan")).toContain("Isian 2 dari 3 — Rangkap");
    expect(stage.act("perencanaan", "99")).toContain("di luar batas (1 s.d. 20)");
    expect(stage.act("perencanaan", "1")).toContain("Isian 3 dari 3 — Cara");
    expect(stage.act("perencanaan", "Pos")).toContain("Isian tersimpan.");
    expect(stage.berkas().state.formulirByLangkah).toMatchObject({
      "3": { jumlahRangkap: { nilai: 1 }, cara: { teks: "Pos" } },
    });
  });

  it("takes an option by a tap", () => {
    const stage = minuted();
    stage.act("perencanaan", { tap: "Ubah isian" });
    stage.act("perencanaan", { tap: "Pakai usulan" });
    stage.act("perencanaan", "1");
    expect(stage.act("perencanaan", { tap: "Pos" })).toContain("Isian tersimpan.");
    expect(stage.berkas().state.formulirByLangkah).toMatchObject({
      "3": { cara: { teks: "Pos" } },
    });
  });

  it("refuses a number that is used and says which is free", () => {
    const stage = minuted([used(1), used(2)]);
    stage.act("perencanaan", { tap: "Ubah isian" });
    expect(stage.act("perencanaan", "2")).toContain(
      "Nomor 2 sudah terpakai dalam register. Nomor bebas berikutnya: 3.",
    );
  });

  it("enters numbers that were used elsewhere, so that none is missing", () => {
    const stage = minuted([used(1)]);
    stage.act("perencanaan", { tap: "Ubah isian" });
    expect(stage.act("perencanaan", "5")).toContain("nomor 2 s.d. 4 dicatat dipakai di luar sopir");
    stage.act("perencanaan", "Betul");
    stage.act("perencanaan", "/batal");
    const wait = stage.berkas().state.waitList.at(-1)?.id;
    stage.act("perencanaan", { token: `${wait}:selesai` });
    expect(stage.world.nomorList.map(({ urut }) => urut)).toEqual([1, 2, 3, 4, 5]);
  });

  it("lets the Inspektorat confirm the receipt with one tap", () => {
    const stage = minuted();
    stage.act("perencanaan", { tap: "✅ Kirim" });
    expect(stage.lastText("inspektorat")).toContain("Penerimaan");
    expect(stage.last("inspektorat").lampiran).toMatchObject({ jenis: "naskah", bentuk: "pdf" });
    stage.act("inspektorat", { tap: "✅ Diterima" });
    expect(stage.berkas().state.langkahNo).toBe("5");
    stage.act("perencanaan", { tap: "Isi" });
    stage.act("perencanaan", "Lemari 2, rak atas");
    stage.act("perencanaan", { tap: "✅ Kirim" });
    expect(stage.berkas().state.status).toBe("selesai");
    const handed = stage.delivered.filter(
      ({ kepada, pesan }) => kepada === "perencanaan" && pesan.lampiran?.jenis === "naskah",
    );
    expect(handed.at(-1)?.pesan.lampiran).toMatchObject({ bentuk: "zip" });
  });

  it("takes an edit of an answer, says what it was, and asks on", () => {
    const stage = called();
    stage.act("sekcam", { tap: "Isi" });
    const { jejak } = stage.outcome("sekcam", "6 Januari");
    const edits = (teks: string): string =>
      stage.act("sekcam", { masukan: { jenis: "ralat", teks, jejak, terakhir: false } });
    const changed = edits("7 Januari");
    expect(changed).toMatch(/Diubah: .*6 Januari 2027 → .*7 Januari 2027/);
    expect(changed).toContain("Isian 2 dari 3");
    expect(edits("kapan-kapan")).toMatch(/Tanggalnya belum terbaca\.[^]*Isian 1 dari 3/);
    stage.act("sekcam", "/batal");
    expect(edits("8 Januari")).toMatch(/→ .*8 Januari 2027[^]*Isi/);
    expect(stage.session("sekcam").dialogue).toBeNull();
    expect(stage.titles("sekcam")).toContain("Isi");
  });

  it("keeps the form of somebody else closed", () => {
    const stage = called();
    const wait = stage.berkas().state.waitList.at(-1)?.id;
    expect(stage.outcome("staf", { token: `${wait}:formulir` }).ditolak).toBe("bukan-pelaksana");
  });
});
