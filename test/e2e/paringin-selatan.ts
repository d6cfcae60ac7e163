import { isiFormulir, PAKAI } from "./isian-formulir.ts";
import type { Office } from "./office.ts";

/** What every unit answers in each triwulan: the figure as it is typed, and a note where one is owed. */
interface Jawaban {
  readonly unit: string;
  readonly isian: readonly { readonly ketik: string; readonly penghambat?: string }[];
}

const angka = (...ketik: readonly string[]): Jawaban["isian"] =>
  ketik.map((one) => ({ ketik: one }));

export const jawabanByTriwulan: readonly (readonly Jawaban[])[] = [
  [
    { unit: "kasi-pelayanan", isian: angka("81,5", "10") },
    { unit: "kasi-pemerintahan", isian: angka("36/40", "3") },
    { unit: "kasubbag", isian: angka("15") },
  ],
  [
    { unit: "kasi-pelayanan", isian: angka("83,64", "9") },
    { unit: "kasi-pemerintahan", isian: angka("38/40", "4") },
    { unit: "kasubbag", isian: angka("45") },
  ],
  [
    { unit: "kasi-pelayanan", isian: angka("86,52", "8") },
    { unit: "kasi-pemerintahan", isian: angka("39/40", "4") },
    {
      unit: "kasubbag",
      isian: [{ ketik: "52,5", penghambat: "Anggaran perubahan terlambat disahkan" }],
    },
  ],
  [
    { unit: "kasi-pelayanan", isian: angka("88,4", "7") },
    { unit: "kasi-pemerintahan", isian: angka("40/40", "6") },
    { unit: "kasubbag", isian: angka("95") },
  ],
];

/** Every unit fills in its figures of one triwulan, one message a figure, and sends them. */
export async function fillTriwulan(office: Office, nomor: number): Promise<void> {
  for (const { unit, isian } of jawabanByTriwulan[nomor - 1] ?? []) {
    await office.taps(unit, "Mulai isi");
    for (const { ketik, penghambat } of isian) {
      await office.says(unit, ketik);
      if (penghambat !== undefined) await office.says(unit, penghambat);
    }
    await office.taps(unit, "Kirim");
  }
}

/** Compiler, secretary and head each tap once. */
export async function approveTriwulan(office: Office): Promise<void> {
  await office.taps("kasubbag", "✅ Teruskan");
  await office.taps("sekcam", "✅ Setuju");
  await office.taps("camat", "✅ Setuju");
}

/** Langkah 5 to 7. */
export async function passSemester(office: Office): Promise<void> {
  await office.taps("kasubbag", "✅ Rekap sesuai");
  await office.taps("kasubbag", "✅ Teruskan");
  await office.taps("sekcam", "✅ Setuju");
}

/** Langkah 8, the Camat's approval of the year, and the archive. */
export async function passTahun(office: Office): Promise<void> {
  await office.taps("kasubbag", "✅ Teruskan");
  await office.taps("camat", "✅ Setuju");
  await simpanArsip(office);
}

/** Langkah 8b: where the printed copy lies. */
export async function simpanArsip(office: Office): Promise<void> {
  await isiFormulir(office, "kasubbag", ["Lemari arsip 1", PAKAI]);
  await office.taps("kasubbag", "✅ Simpan arsip");
}
