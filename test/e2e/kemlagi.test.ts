import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../documents/poppler.ts";
import { filledIn } from "../support/format.ts";
import { terbaca } from "../support/terbaca.ts";
import { BerkasOffice, XLSX } from "./berkas-office.ts";
import {
  denganTriwulanSebelumnya,
  isiLainArsip,
  kirimDanArsipkan,
  naskahSampaiTandaTangan,
  persetujuanCamat,
  rapatFinalisasi,
  suratPengantar,
  susunLakip,
  tandaTangan,
} from "./lakip.ts";

const TW4 = "2026-TW4";
const TAHUN = "2026";
const KASUBBAG = "kasubag-program";

let kantor: BerkasOffice;

describe("sheet 002, the last tribulan and the year, with everything started anew before each act", () => {
  beforeAll(async () => {
    kantor = await BerkasOffice.open("kemlagi", {
      ubah: denganTriwulanSebelumnya,
      restartEachAct: true,
    });
    await kantor.office.moveTo("2027-01-04T07:40:00+07:00");
  });
  afterAll(async () => {
    await kantor.akhir();
    await kantor.close();
  });

  it("begins with the nota dinas of the Camat, and passes the format on", async () => {
    await kantor.taps("camat", "✅ Perintahkan");
    expect(kantor.semua("kasi-pelayanan")).toContain("📄 Nota Dinas Tribulan IV 2026");
    const nota = await wordsOf(kantor.berkasTerakhir("kasi-pelayanan"));
    expect(nota).toContain("NOTA DINAS");
    await kantor.taps("kasi-pelayanan", "Sudah dibaca");
    await kantor.taps("sekcam", "✅ Sampaikan format");
    expect(await kantor.letak(TW4)).toBe("3");
  });

  it("collects the figures; the Kasubbag returns one unit's before calling the rekap right", async () => {
    const lembar = kantor.berkasTerakhir("kasi-pelayanan");
    const terisi = await filledIn(lembar, (sheet, row) => {
      sheet.getCell(`F${row("Indeks Kepuasan Masyarakat")}`).value = "86";
      sheet.getCell(`F${row("Rata-rata waktu layanan")}`).value = 13;
      sheet.getCell(`G${row("Rata-rata waktu layanan")}`).value = "Loket kedua dibuka";
    });
    await kantor.kirimBerkas("kasi-pelayanan", "Format Isian.xlsx", terisi, XLSX);
    expect(kantor.last("kasi-pelayanan")).toContain("✅ Terbaca dari Excel: 2 isian");
    await kantor.taps("kasi-pelayanan", "Kirim");
    await kantor.isiAngka("kasi-pemerintahan", "91", "12");
    await kantor.isiAngka(KASUBBAG, "96");
    await kantor.taps(KASUBBAG, "↩️ Kembalikan", "Kasi Pelayanan");
    await kantor.says(KASUBBAG, "Cek hasil survei.");
    expect(kantor.last("kasi-pelayanan")).toContain("Cek hasil survei.");
    await kantor.taps("kasi-pelayanan", "Perbaiki");
    await kantor.says("kasi-pelayanan", "ubah 1", "85,5");
    await kantor.taps("kasi-pelayanan", "Kirim");
    await kantor.taps(KASUBBAG, "✅ Rekap sesuai");
    expect(await kantor.letak(TW4)).toBe("selesai");
    expect(await kantor.naskah(TW4)).toEqual([
      "1: Nota Dinas, 800/1/416-315/2027",
      "2: Catatan Pelaksanaan",
      "3: Data Kinerja Terkumpul",
      "3: Data Kinerja Terkumpul",
      "4: Laporan Kinerja, Hasil analisis",
    ]);
  });

  it("goes on with the year: draft, correction", async () => {
    await susunLakip(kantor, KASUBBAG);
    expect(await kantor.letak(TAHUN)).toBe("7");
  });

  it("meets", async () => {
    await rapatFinalisasi(kantor, {
      hadir: ["camat", "kasi-pemerintahan", "kasi-pmd", KASUBBAG, "staf"],
      berhalangan: "kasi-pelayanan",
    });
    expect(await kantor.letak(TAHUN)).toBe("8");
  });

  it("is returned by the Camat once, and agreed to", async () => {
    await persetujuanCamat(kantor, KASUBBAG);
    expect(await kantor.letak(TAHUN)).toBe("9");
  });

  it("is signed, with the scan", async () => {
    await tandaTangan(kantor);
    expect(await kantor.letak(TAHUN)).toBe("10");
  });

  it("is sent with a letter whose number nobody used", async () => {
    await suratPengantar(kantor, KASUBBAG);
    expect(await kantor.letak(TAHUN)).toBe("11");
  });

  it("is copied, sent and archived with everything in it", async () => {
    const { entries, manifest } = await kirimDanArsipkan(kantor);
    expect(await kantor.letak(TAHUN)).toBe("selesai");
    const log = entries["log/log.txt"]?.toString() ?? "";
    expect(log).toContain("Nomor 800/5/416-315/2027 diambil dari register surat-keluar");
    const pathList = manifest.isi.map(({ path }) => path);
    expect(new Set(pathList.flatMap((path) => /^bagian\/[^/]+\/[^/]+/.exec(path) ?? []))).toEqual(
      new Set(["bagian/Tribulan IV 2026/naskah"]),
    );
    expect(pathList.filter((path) => !/^(?:naskah|bagian)\//.test(path))).toEqual(
      isiLainArsip("Kecamatan Kemlagi", { kirim: "12" }),
    );
  });

  it("leaves every output behind", async () => {
    expect(await kantor.naskah(TAHUN)).toEqual([
      ...naskahSampaiTandaTangan((urut) => `800/${urut}/416-315/2027`),
      "10: Surat Pengantar, 800/5/416-315/2027",
      "11: Catatan Pelaksanaan",
      "12: Catatan Pelaksanaan",
      "12a: Arsip Berkas",
    ]);
  });

  it("never says triwulan: not in a message, a button, the name of a file or what is in it", async () => {
    for (const perintah of ["/bantuan", "/status", "/rekap", "/sop", "/mulai", "/rekap 9 2026"]) {
      await kantor.says("sekcam", perintah);
    }
    const messages = kantor.office.everybody.map((person) => [person.transcript(), ""] as const);
    const files = kantor.office.everybody.flatMap((person) =>
      person.inbox.flatMap((message) =>
        message.document === undefined
          ? []
          : [[message.document.file_name ?? "", person.opens(message)] as const],
      ),
    );
    const read = [...messages, ...(await terbaca(files))];
    expect(read.filter(([nama]) => nama.endsWith(".xlsx")).length).toBeGreaterThan(3);
    expect(read.filter(([nama]) => nama.endsWith(".pdf")).length).toBeGreaterThan(10);
    expect(read.some((one) => one.join(" ").includes("TB IV 2026"))).toBe(true);
    const said = read.flatMap(([nama, teks]) =>
      [...`${nama}\n${teks}`.matchAll(/.{0,40}(?:triwulan\b|(?<![-\d])\bTW\b).{0,20}/gi)].map(
        ([found]) => `${nama.slice(0, 60)}: ${found}`,
      ),
    );
    expect(said).toEqual([]);
  });
});
