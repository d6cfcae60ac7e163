import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../doubles/telegram/index.ts";
import { isiFormulir, openArsip, PAKAI, paperLines, papersOf } from "./isian-formulir.ts";
import { Office } from "./office.ts";

const TW4 = "2026-TW4";

let office: Office;
const person = (id: string): Person => office.person(id);
const last = (id: string): string => person(id).texts.at(-1) ?? "";

async function returns(id: string, alasan: string): Promise<void> {
  await office.taps(id, "↩️ Kembalikan");
  await office.says(id, alasan);
}

/** Every unit of the office sends its figures of the fourth triwulan. */
async function fillFigures(): Promise<void> {
  const figures = {
    "bidang-layanan": ["86", "95"],
    "analis-data": ["3"],
    perencana: ["60", "Dua paket gagal lelang", "Lewati", "Lewati"],
  };
  for (const [unit, typed] of Object.entries(figures)) {
    await office.taps(unit, "Mulai isi");
    for (const one of typed) await office.says(unit, one);
    await office.taps(unit, "Kirim");
  }
}

/** Calls the meeting for a day; who is asked says whether they come. */
async function callMeeting(tanggal: string, tempat: string): Promise<void> {
  await isiFormulir(office, "analis-data", [PAKAI, tanggal, PAKAI, tempat, PAKAI]);
  await office.taps("analis-data", "✅ Kirim undangan");
}

const registered = async (): Promise<readonly string[]> =>
  (
    await Promise.all(
      [2026, 2027].flatMap(async (tahun) => {
        const [kantor] = await office.store.listKantor();
        return kantor === undefined ? [] : office.store.listNomor(kantor.kantor.id, tahun);
      }),
    )
  )
    .flat()
    .map(({ register, nomor }) => `${register} ${nomor}`);

describe("sheet 004 with every decision taken both ways, started anew before each act", () => {
  beforeAll(async () => {
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "../support/kantor/uji-dinas.yaml"),
      mulai: "2026-12-28T09:00:00+07:00",
      restartEachAct: true,
    });
    await office.moveTo("2027-01-04T08:00:00+07:00");
  });
  afterAll(async () => {
    expect(office.telegram.complaints).toEqual([]);
    expect(await office.logIsWhole()).toBe(true);
    await office.close();
  });

  it("1–3: the Kadis' disposition and the Sekdis' order lead to a draft of the decree", async () => {
    await office.taps("kadis", "✅ Disposisikan");
    expect(last("sekdis")).toContain("Surat perintah Triwulan IV 2026 sudah disiapkan");
    expect(person("sekdis").transcript()).toContain("Lembar Disposisi");
    await office.taps("sekdis", "Sudah dibaca");
    await office.taps("sekdis", "✅ Perintahkan");
    expect(person("perencana").transcript()).toContain("Surat Perintah");
    await office.taps("perencana", "Sudah dibaca");
    await office.taps("perencana", "✅ Ajukan draf SK");
    expect(last("sekdis")).toContain("SK Tim — mohon diperiksa");
    expect(await registered()).toEqual([expect.stringMatching(/^surat-keluar .*1/)]);
  });
  it("4: the Sekdis returns it to the planner", async () => {
    await returns("sekdis", "Tim cukup perencana dan analis data.");
    expect(last("perencana")).toContain("dikembalikan Sekretaris Dinas");
    expect(last("perencana")).toContain("Catatan: Tim cukup perencana dan analis data.");
    await isiFormulir(office, "perencana", [PAKAI, "3, 4", PAKAI]);
    await office.taps("perencana", "✅ Ajukan draf SK");
  });

  it("5: the Kadis returns it three times, one level only; the Sekdis passes it on once", async () => {
    await office.taps("sekdis", "✅ Setuju");
    expect(last("kadis")).not.toContain("Pengajuan ke-");
    const planner = person("perencana").inbox.length;
    await returns("kadis", "Dasar hukumnya mohon dicek.");
    expect(last("sekdis")).toContain("SK Tim Triwulan IV 2026 dikembalikan Kepala Dinas");
    expect(person("perencana").inbox.length).toBe(planner);
    await returns("sekdis", "Kepala Dinas meminta dasar hukumnya dicek.");
    expect(last("perencana")).toContain("Kepala Dinas meminta dasar hukumnya dicek.");
    await office.taps("perencana", "✅ Ajukan draf SK");
    await office.taps("sekdis", "✅ Setuju");
    expect(last("kadis")).toContain("Pengajuan ke-2.");
    for (const ke of [3, 4]) {
      await returns("kadis", `Mohon dicek sekali lagi (${ke}).`);
      await office.taps("sekdis", "✅ Setuju");
      expect(last("kadis")).toContain(`Pengajuan ke-${ke}.`);
    }
  });

  it("5: is numbered only when it is signed; what was returned stays without a number", async () => {
    expect((await registered()).filter((one) => one.startsWith("keputusan"))).toEqual([]);
    await office.taps("kadis", "✅ Tandatangani");
    expect((await registered()).filter((one) => one.startsWith("keputusan"))).toHaveLength(1);
    const decrees = (await papersOf(office, TW4)).filter(({ jenis }) => jenis === "sk-tim");
    expect(decrees.map(({ nomor }) => nomor === null)).toEqual([true, true, false]);
    await office.taps("perencana", "Sudah dibaca");
  });

  it("6: only the chosen members act for the team", async () => {
    const stranger = person("bidang-layanan");
    expect(stranger.transcript()).not.toContain("Pengumpulan realisasi");
    expect(person("analis-data").transcript()).toContain("Pengumpulan realisasi");
    await office.says("bidang-layanan", "/tugas");
    expect(last("bidang-layanan")).toContain("Realisasi Triwulan IV 2026");
    expect(last("bidang-layanan")).not.toContain("engumpulan");
    await fillFigures();
    expect(last("analis-data")).toContain("📄 Draf Laporan Triwulan IV 2026 siap diperiksa");
    expect(stranger.transcript()).not.toContain("siap diperiksa");
  });

  it("6a: the team sends the draft to the meeting", async () => {
    await office.taps("analis-data", "✅ Teruskan");
    expect(last("sekdis")).toContain("Undangan");
  });

  it("7: the meeting disagrees once and sends the draft back", async () => {
    await callMeeting("6 Januari 2027", "Aula");
    await office.taps("perencana", "✅ Hadir");
    await office.taps("bidang-layanan", "Berhalangan");
    await returns("sekdis", "Analisis anggaran belum lengkap.");
    expect(last("perencana")).toContain("dikembalikan Sekretaris Dinas");
    await office.taps("perencana", "✅ Teruskan");
    const undangan = last("analis-data");
    expect(undangan).toContain("– Tanggal: belum diisi");
    expect(undangan).toContain("– Tempat: Aula");
  });

  it("7: and agrees the next time, with the attendance of that day", async () => {
    await office.moveTo("2027-01-06T08:00:00+07:00");
    await callMeeting("7 Januari 2027", "Ruang rapat kecil");
    await office.taps("bidang-layanan", "✅ Hadir");
    await office.taps("perencana", "Berhalangan");
    await office.moveTo("2027-01-07T10:00:00+07:00");
    await isiFormulir(office, "analis-data", [PAKAI, "Serapan anggaran", "Draf disetujui", PAKAI]);
    expect(last("analis-data")).toContain("Peserta hadir: Analis Data, Kepala Bidang Layanan");
    await office.taps("analis-data", "✅ Sahkan notulen");
    expect(last("kadis")).toContain("Persentase realisasi anggaran");
  });

  it("8: the Kadis returns it to the meeting, and signs it the next time", async () => {
    await returns("kadis", "Tambahkan penyebab anggaran rendah.");
    expect(last("sekdis")).toContain("dikembalikan Kepala Dinas");
    await callMeeting("8 Januari 2027", "Aula");
    await office.moveTo("2027-01-08T10:00:00+07:00");
    await isiFormulir(office, "sekdis", [PAKAI, PAKAI, "Penyebab ditambahkan", PAKAI]);
    await office.taps("sekdis", "✅ Sahkan notulen");
    expect(last("kadis")).toContain("Pengajuan ke-2.");
    await office.taps("kadis", "✅ Tandatangani");
  });

  it("9: the follow-up is prefilled and read by everybody concerned", async () => {
    expect(last("sekdis")).toContain("Dua paket gagal lelang");
    await office.taps("sekdis", "✅ Tetapkan");
    for (const id of ["perencana", "analis-data", "bidang-layanan"]) {
      expect(person(id).transcript()).toContain("Rencana Tindak Lanjut Triwulan IV 2026");
      await office.taps(id, "Sudah dibaca");
    }
  });

  it("9a: the archive comes and its sums fit", async () => {
    await isiFormulir(office, "perencana", ["Lemari 2, map Laporan Kinerja", PAKAI]);
    await office.taps("perencana", "✅ Simpan arsip");
    const { lokasi, apaList, tidakCocok } = await openArsip(office, "perencana");
    expect(lokasi).toBe("Lemari 2, map Laporan Kinerja");
    expect(tidakCocok).toEqual([]);
    expect(apaList.length).toBeGreaterThan(10);
    expect(await office.berkasEnds()).toContain(`${TW4} selesai`);
  });

  it("leaves every output of every langkah", async () => {
    expect(await paperLines(office, TW4)).toEqual([
      "1: lembar-disposisi",
      "2: surat-perintah [000.8/1/DU/2027]",
      "3: sk-tim",
      "3: sk-tim",
      "4: catatan-langkah",
      "5: sk-tim [000.8/2/DU/2027]",
      "6: data-kinerja",
      '6: laporan "Konsep"',
      '6a: laporan "Draf Laporan"',
      "7: undangan [000.8/3/DU/2027]",
      '6a: laporan "Draf Laporan (perbaikan 1)"',
      "7: undangan [000.8/4/DU/2027]",
      "7: daftar-hadir",
      "7: notulen",
      '7: laporan "Draf terverifikasi"',
      "7: undangan [000.8/5/DU/2027]",
      "7: daftar-hadir",
      "7: notulen",
      '7: laporan "Draf terverifikasi (perbaikan 1)"',
      "8: lembar-pengesahan",
      '8: laporan "Final"',
      "9: rencana-tindak-lanjut",
      "9a: arsip",
    ]);
  });
});
