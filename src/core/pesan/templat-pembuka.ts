import { z } from "zod";
import { Bahasa } from "../kantor/schema.ts";

/** What waits for somebody: something they are asked for, or something they are told. */
export const JenisPembuka = z.enum(["tugas", "kabar"]);
export type JenisPembuka = z.infer<typeof JenisPembuka>;

/** What stands in for the words of a template. */
export interface Pembuka {
  readonly jenis: JenisPembuka;
  readonly bahasa: Bahasa;
  /** How many messages wait. */
  readonly jumlah: number;
  /** What the first of them is about, in one line. */
  readonly hal: string;
}

/** A place in the words of a template. */
export const SLOT = /\{([^{}]*)\}/g;

/** The places there may be. */
export type Slot = "jumlah" | "hal";

const isi = z.string().superRefine((text, context) => {
  const complain = (message: string): void => context.addIssue({ code: "custom", message });
  const slotList = [...text.matchAll(SLOT)].map(([, name = ""]) => name);
  const unknown = slotList.filter((name) => name !== "jumlah" && name !== "hal");
  for (const name of unknown) complain(`{${name}} tidak dikenal; yang ada {jumlah} dan {hal}`);
  if (new Set(slotList).size < slotList.length) complain("setiap isian hanya boleh sekali");
  if (/^\s*\{|\}[\s.,!?]*$/.test(text))
    complain("tidak boleh diawali atau diakhiri isian; tambahkan kata sebelum atau sesudahnya");
});

/**
 * A message the service has approved beforehand, which opens a chat whose person has been silent. Limits
 * are those of WhatsApp's message templates.
 */
export const TemplatPembuka = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "hanya huruf kecil, angka, dan -"),
  jenis: JenisPembuka,
  /** What WhatsApp calls it; another wording needs another name, or its approval anew. */
  nama: z.string().regex(/^[a-z0-9_]{1,512}$/, "hanya huruf kecil, angka, dan _"),
  bahasa: Bahasa,
  kategori: z.literal("utility"),
  isi: isi.pipe(z.string().min(1).max(550)),
  tombol: z.string().min(1).max(20),
  /** What the reviewer sees in the places. */
  contoh: z.strictObject({ jumlah: z.string().min(1), hal: z.string().min(1) }),
});
export type TemplatPembuka = z.infer<typeof TemplatPembuka>;

/** The places of a template in the order of its words. */
export const slotList = ({ isi: text }: TemplatPembuka): readonly Slot[] =>
  [...text.matchAll(SLOT)].flatMap(([, name]) =>
    name === "jumlah" || name === "hal" ? [name] : [],
  );
