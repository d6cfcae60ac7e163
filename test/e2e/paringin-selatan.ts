import { isiFormulir, PAKAI } from "./isian-formulir.ts";
import type { Acting } from "./office.ts";

/** What every unit answers in each triwulan: the figure as it is typed, and what is told where that is owed. */
interface Jawaban {
  readonly unit: string;
  readonly isian: readonly {
    readonly ketik: string;
    readonly penghambat?: readonly [penghambat: string, tindakLanjut: string];
  }[];
}

const ANGGARAN = "Anggaran perubahan terlambat disahkan";

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
      isian: [{ ketik: "52,5", penghambat: [ANGGARAN, "Belanja triwulan IV dipercepat"] }],
    },
  ],
  [
    { unit: "kasi-pelayanan", isian: angka("88,4", "7") },
    { unit: "kasi-pemerintahan", isian: angka("40/40", "6") },
    { unit: "kasubbag", isian: angka("95") },
  ],
];

/** Every unit fills in its figures of one triwulan, one message a figure, and sends them. */
export async function fillTriwulan(office: Acting, nomor: number): Promise<void> {
  for (const { unit, isian } of jawabanByTriwulan[nomor - 1] ?? []) {
    const said = isian.map(({ ketik, penghambat = [] }) =>
      penghambat.length === 0 ? [ketik] : [ketik, ...penghambat, "Lewati"],
    );
    await fillUnit(office, unit, said.flat());
  }
}

/** One unit types its figures, and what is told of low ones, one message each, and sends them. */
export async function fillUnit(
  office: Acting,
  unit: string,
  ketikan: readonly string[],
): Promise<void> {
  await office.taps(unit, "Mulai isi");
  for (const one of ketikan) {
    const asked = office.person(unit).texts.at(-1) ?? "";
    if (asked.includes("Sudah dilaksanakan?")) await office.taps(unit, "Sebagian");
    await office.says(unit, one);
  }
  await office.taps(unit, "Kirim");
}

/** Who compiles and who approves, where it is not who the office file says. */
interface Pelaku {
  readonly kasubbag?: string;
  readonly kepala?: string;
}

/** Compiler, secretary and head each tap once. */
export async function approveTriwulan(
  office: Acting,
  { kasubbag = "kasubbag", kepala = "camat" }: Pelaku = {},
): Promise<void> {
  await office.taps(kasubbag, "✅ Teruskan");
  await office.taps("sekcam", "✅ Setuju");
  await office.taps(kepala, "✅ Setuju");
}

/** Langkah 5 to 7. */
export async function passSemester(office: Acting, kasubbag = "kasubbag"): Promise<void> {
  await office.taps(kasubbag, "✅ Rekap sesuai");
  await office.taps(kasubbag, "✅ Teruskan");
  await office.taps("sekcam", "✅ Setuju");
}

/** Langkah 8, the Camat's approval of the year, and the archive. */
export async function passTahun(office: Acting, kasubbag = "kasubbag"): Promise<void> {
  await office.taps(kasubbag, "✅ Teruskan");
  await office.taps("camat", "✅ Setuju");
  await simpanArsip(office, kasubbag);
}

/** Langkah 8b: where the printed copy lies. */
export async function simpanArsip(office: Acting, kasubbag = "kasubbag"): Promise<void> {
  await isiFormulir(office, kasubbag, ["Lemari arsip 1", PAKAI]);
  await office.taps(kasubbag, "✅ Simpan arsip");
}
