import { z } from "zod";

const kalimat = z.string().min(1).max(1000);

/**
 * What Bab I of the LKjIP says of an office (PermenPANRB 53/2014): nobody asks for it in chat, so the
 * office file may tell. What is missing stays open in the document.
 */
export const Profil = z.strictObject({
  tugasPokok: kalimat.optional(),
  fungsi: z.array(kalimat).default([]),
  /** Everybody who works there, with or without an account in the chat. */
  jumlahPegawai: z.number().int().min(0).max(100_000).optional(),
  /** Where it is and what belongs to it: "terdiri atas 12 desa dan 1 kelurahan". */
  wilayah: kalimat.optional(),
  isuStrategis: z.array(kalimat).default([]),
});
export type Profil = z.infer<typeof Profil>;
