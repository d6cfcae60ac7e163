import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../documents/poppler.ts";
import { BerkasOffice } from "./berkas-office.ts";
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
const KASUBBAG = "kasubbag-program";

let kantor: BerkasOffice;

describe("sheet 001, the last triwulan and the year", () => {
  beforeAll(async () => {
    kantor = await BerkasOffice.open("pasrujambe", { ubah: denganTriwulanSebelumnya });
    await kantor.office.moveTo("2027-01-04T07:40:00+07:00");
  });
  afterAll(async () => {
    await kantor.akhir();
    await kantor.close();
  });

  it("begins with the nota dinas of the Camat, and passes the format on", async () => {
    await kantor.taps("camat", "✅ Perintahkan");
    expect(kantor.semua("kasi-pelayanan")).toContain("📄 Nota Dinas Triwulan IV 2026");
    const nota = await wordsOf(kantor.berkasTerakhir("kasi-pelayanan"));
    expect(nota).toContain("NOTA DINAS");
    await kantor.taps("kasi-pelayanan", "Sudah dibaca");
    await kantor.taps("sekcam", "✅ Sampaikan format");
    expect(await kantor.letak(TW4)).toBe("3");
  });

  it("collects the figures; the Kasubbag returns one unit's before calling the rekap right", async () => {
    await kantor.isiAngka("kasi-pelayanan", "86", "13");
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
      "1: Nota Dinas, 700/1/427.92/2027",
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
      hadir: ["camat", "kasi-pemerintahan", KASUBBAG, "staf"],
      berhalangan: "kasi-pelayanan",
    });
    expect(await kantor.letak(TAHUN)).toBe("8");
  });

  it("is returned by the Camat once, and agreed to", async () => {
    await persetujuanCamat(kantor, KASUBBAG);
    expect(await kantor.letak(TAHUN)).toBe("9");
  });

  it("is signed; what is printed twice is passed, and the log says why", async () => {
    await tandaTangan(kantor);
    expect(await kantor.letak(TAHUN)).toBe("11");
  });

  it("is sent with a letter whose number nobody used", async () => {
    await suratPengantar(kantor, KASUBBAG);
    expect(await kantor.letak(TAHUN)).toBe("12");
  });

  it("is copied, sent and archived with everything in it", async () => {
    const { entries, manifest } = await kirimDanArsipkan(kantor);
    expect(await kantor.letak(TAHUN)).toBe("selesai");
    const log = entries["log/log.txt"]?.toString() ?? "";
    expect(log).toContain("tercetak dua kali di lembar; sudah dikerjakan sebagai langkah 9");
    expect(log).toContain("Nomor 700/5/427.92/2027 diambil dari register surat-keluar");
    const pathList = manifest.isi.map(({ path }) => path);
    expect(new Set(pathList.flatMap((path) => /^bagian\/[^/]+\/[^/]+/.exec(path) ?? []))).toEqual(
      new Set(["bagian/Triwulan IV 2026/naskah"]),
    );
    expect(pathList.filter((path) => !/^(?:naskah|bagian)\//.test(path))).toEqual(
      isiLainArsip("Kecamatan Pasrujambe", { kirim: "13" }),
    );
  });

  it("leaves every output behind", async () => {
    expect(await kantor.naskah(TAHUN)).toEqual([
      ...naskahSampaiTandaTangan((urut) => `700/${urut}/427.92/2027`),
      "11: Surat Pengantar, 700/5/427.92/2027",
      "12: Catatan Pelaksanaan",
      "13: Catatan Pelaksanaan",
      "13a: Arsip Berkas",
    ]);
  });
});
