import { describe, expect, it } from "vitest";
import { grafikKabupaten } from "../../../src/core/grafik/kabupaten.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import type { BarisPeringkat, RekapKabupaten } from "../../../src/core/rekap/kabupaten.ts";
import { at } from "../../support/world.ts";

const baris = (kantor: string, part: Partial<BarisPeringkat> = {}): BarisPeringkat => ({
  peringkat: null,
  kantor,
  rataRataPersen: null,
  kategori: null,
  terisi: 0,
  jumlahIndikator: 5,
  perhatian: 0,
  keadaan: "belum-mulai",
  letak: [],
  terlambatHari: null,
  ...part,
});

const tinggi = { nama: "Tinggi", warna: "#56B4E9", ambangPersen: 76 };
const rekapOf = (peringkat: readonly BarisPeringkat[]): RekapKabupaten => ({
  kop: {
    kantor: "Bagian Organisasi",
    kabupaten: "Kabupaten Contoh",
    alamat: null,
    zonaWaktu: "Asia/Makassar",
    periode: Periode.parse("2026-TW4"),
    label: "Triwulan IV 2026",
    dibuatMs: at("2027-01-11 08:30"),
  },
  peringkat,
  terlambat: [],
  kantorList: [],
});
const kantorList = [
  baris("Kecamatan Awayan", { rataRataPersen: 88.5, kategori: tinggi, terisi: 5, perhatian: 1 }),
  baris("Kecamatan Lampihong", {
    keadaan: "terlambat",
    letak: ["langkah 1 dari 4"],
    terlambatHari: 2.5,
  }),
];

describe("all offices of a kabupaten in one picture", () => {
  it("are told by their mean, in the order of the ranking; without figures a bar stays empty", () => {
    const lembar = grafikKabupaten(rekapOf(kantorList), "capaian");
    expect(lembar).toMatchObject({
      kantor: "Kabupaten Contoh",
      grafik: {
        judul: "Capaian per kantor, Triwulan IV 2026",
        garisTarget: 100,
        batangList: [
          {
            label: "Kecamatan Awayan",
            nilai: 88.5,
            keterangan: "Tinggi, 5 dari 5 indikator",
            arsir: true,
          },
          { label: "Kecamatan Lampihong", nilai: null },
        ],
      },
    });
  });

  it("are told by how late they are, the latest first, in words beside the colour", () => {
    expect(grafikKabupaten(rekapOf(kantorList), "ketepatan")?.grafik).toMatchObject({
      judul: "Keterlambatan per kantor",
      satuan: "hari",
      batangList: [
        {
          label: "Kecamatan Lampihong",
          nilai: 2.5,
          keterangan: "terlambat, langkah 1 dari 4",
          arsir: true,
        },
        { label: "Kecamatan Awayan", nilai: 0, keterangan: "belum mulai" },
      ],
    });
  });

  it("are no picture where there is none", () =>
    expect(grafikKabupaten(rekapOf([]), "capaian")).toBeNull());
});
