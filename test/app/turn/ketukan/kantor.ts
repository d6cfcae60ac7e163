/** The office `uji` with a second sheet, somebody without a task of their own, and a figure of last triwulan. */
export const yaml = (text: string): string =>
  `${text
    .replace("sop: [paringin-selatan]", "sop: [paringin-selatan, mekanisme-pengukuran]")
    .replace(
      "\nindikator:\n",
      `  - { id: penerus, nama: Penerus, jabatan: Penerus, peran: [staf] }
  - { id: inspektorat, nama: Irban, jabatan: Inspektorat, peran: [inspektorat] }

indikator:
`,
    )}
realisasi:
  - { kode: "1.1", periode: 2026-TW3, isian: { jenis: angka, nilai: 83.2 } }
`;
