// An office as flows/kantor has it: some units, each with indikator of its own.
export const FIGURES = 10;

export function officeText(n, units, figures = FIGURES) {
  const pegawai = [
    ["camat", "Camat", "camat"],
    ["sekcam", "Sekretaris Kecamatan", "sekcam, admin"],
    ["kasubbag", "Kasubbag Perencanaan", "kasubbag"],
    ["staf", "Staf Perencanaan", "staf"],
    ["inspektorat", "Inspektorat", "inspektorat"],
    ...Array.from({ length: units }, (_, at) => [`unit-${at + 1}`, `Kasi ${at + 1}`, "kasi"]),
  ].map(
    ([id, jabatan, peran]) =>
      `  - { id: ${id}, nama: ${jabatan}, jabatan: ${jabatan}, peran: [${peran}] }`,
  );
  const indikator = Array.from({ length: units * figures }, (_, at) => {
    const unit = Math.floor(at / figures) + 1;
    return `  - { kode: "${unit}.${(at % figures) + 1}", tahun: 2026, sasaran: Meningkatnya pelayanan,
      nama: Nilai layanan ${unit}.${(at % figures) + 1}, satuan: nilai, arah: naik, agregasi: posisi_akhir,
      penanggungJawab: unit-${unit}, targetTahunan: 80, targetTriwulan: [80, 80, 80, 80] }`;
  });
  return [
    "kantor:",
    `  id: kantor-${n}`,
    `  nama: Kecamatan ${n}`,
    "  kabupaten: Kabupaten Contoh",
    "  zonaWaktu: Asia/Makassar",
    "  sop: [paringin-selatan]",
    "pegawai:",
    ...pegawai,
    "indikator:",
    ...indikator,
    "",
  ].join("\n");
}
