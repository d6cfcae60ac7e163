import { z } from "zod";

/** A duration as a sheet prints it. Value and unit stay apart: a hari is never 24 hours. */
const DurasiBagian = z.strictObject({
  nilai: z.number().int().positive().max(10_000),
  satuan: z.enum(["menit", "jam", "hari"]),
});

const pola = /^(\d{1,4})\s*(menit|mnt|jam|hari)(?:\s*kerja)?$/i;

/** A mutu baku waktu: `{nilai: 30, satuan: menit}`, or in a file simply "30 menit". */
export const Durasi = z.union([
  DurasiBagian,
  z.string().transform((text, context) => {
    const durasi = parseDurasi(text);
    if (durasi !== null) return durasi;
    context.addIssue({
      code: "custom",
      message: 'durasi ditulis seperti "30 menit" atau "2 hari"',
    });
    return z.NEVER;
  }),
]);
export type Durasi = z.infer<typeof DurasiBagian>;

/** Reads "60 menit", "1 jam", "2 hari"; null when the text is no duration. */
export function parseDurasi(text: string): Durasi | null {
  const match = pola.exec(text.trim());
  if (match === null) return null;
  const [, nilai = "", word = ""] = match;
  const lower = word.toLowerCase();
  const satuan = lower === "jam" || lower === "hari" ? lower : "menit";
  const durasi = { nilai: Number(nilai), satuan } as const;
  return DurasiBagian.safeParse(durasi).success ? durasi : null;
}

/** "30 menit", as a sheet prints it. */
export const formatDurasi = ({ nilai, satuan }: Durasi): string => `${nilai} ${satuan}`;
