import type { Loket } from "./loket.ts";

export type NamaMacam =
  | "a figure"
  | "Kirim"
  | "Teruskan"
  | "Setuju"
  | "Kembalikan"
  | "an order"
  | "Tandatangani"
  | "a broadcast";

/** A choice that decides something, and how it comes to stand there. */
export interface Macam {
  readonly nama: NamaMacam;
  readonly sopId: string;
  /** Brings the office there, from where the one before it stands. */
  readonly menuju: (loket: Loket) => Promise<void>;
  readonly siapa: string;
  readonly judul: string;
  /** What is typed in place of the tap. */
  readonly kata: string;
  /** It is asked anew of the same person, so that what stood there is old; absent where that cannot be. */
  readonly usang?: (loket: Loket) => Promise<void>;
  /** It is sent back, and nobody has done anything about that yet. */
  readonly kembali?: (loket: Loket) => Promise<void>;
}

const PARINGIN = "paringin-selatan";
const MEKANISME = "mekanisme-pengukuran";

async function dikembalikanCamat(loket: Loket): Promise<void> {
  await loket.taps("camat", "↩️ Kembalikan");
  await loket.says("camat", "Lengkapi data desa");
}

/** The Camat returned the draft, and the next one lies there. */
async function kembaliKeCamat(loket: Loket): Promise<void> {
  await dikembalikanCamat(loket);
  await loket.taps("kasubbag", "✅ Teruskan");
  await loket.taps("sekcam", "✅ Setuju");
}

export const macamList: readonly Macam[] = [
  {
    nama: "a figure",
    sopId: PARINGIN,
    async menuju(loket) {
      await loket.taps("kasi-pelayanan", "Mulai isi");
    },
    siapa: "kasi-pelayanan",
    judul: "Sama dengan",
    kata: "sama",
    usang: (loket) => loket.says("kasi-pelayanan", "86"),
  },
  {
    nama: "Kirim",
    sopId: PARINGIN,
    async menuju(loket) {
      await loket.says("kasi-pelayanan", "86");
      await loket.says("kasi-pelayanan", "9");
    },
    siapa: "kasi-pelayanan",
    judul: "Kirim",
    kata: "kirim",
    usang: (loket) => loket.says("kasi-pelayanan", "ubah 2"),
  },
  {
    nama: "Teruskan",
    sopId: PARINGIN,
    async menuju(loket) {
      await loket.taps("kasi-pelayanan", "Kirim");
      for (const [unit, ...figures] of [
        ["kasi-pemerintahan", "40/40", "6"],
        ["kasubbag", "95"],
      ] as const) {
        await loket.taps(unit, "Mulai isi");
        for (const one of figures) await loket.says(unit, one);
        await loket.taps(unit, "Kirim");
      }
    },
    siapa: "kasubbag",
    judul: "✅ Teruskan",
    kata: "teruskan",
    async usang(loket) {
      await loket.taps("kasubbag", "✅ Teruskan");
      await loket.taps("sekcam", "↩️ Kembalikan");
      await loket.says("sekcam", "Rapikan tabelnya");
    },
  },
  {
    nama: "Setuju",
    sopId: PARINGIN,
    async menuju(loket) {
      await loket.taps("kasubbag", "✅ Teruskan");
      await loket.taps("sekcam", "✅ Setuju");
    },
    siapa: "camat",
    judul: "✅ Setuju",
    kata: "setuju",
    usang: kembaliKeCamat,
    kembali: dikembalikanCamat,
  },
  {
    nama: "Kembalikan",
    sopId: PARINGIN,
    menuju: async () => undefined,
    siapa: "camat",
    judul: "↩️ Kembalikan",
    kata: "kembalikan",
    usang: kembaliKeCamat,
    kembali: dikembalikanCamat,
  },
  {
    nama: "an order",
    sopId: MEKANISME,
    menuju: async () => undefined,
    siapa: "camat",
    judul: "✅ Perintahkan",
    kata: "perintahkan",
  },
  {
    nama: "Tandatangani",
    sopId: MEKANISME,
    async menuju(loket) {
      await loket.taps("camat", "✅ Perintahkan");
      await loket.taps("sekcam", "✅");
    },
    siapa: "camat",
    judul: "✅ Tandatangani",
    kata: "tandatangani",
    async usang(loket) {
      await dikembalikanCamat(loket);
      await loket.taps("sekcam", "✅");
    },
    kembali: dikembalikanCamat,
  },
  {
    nama: "a broadcast",
    sopId: MEKANISME,
    async menuju(loket) {
      await loket.says("sekcam", "/siaran Rapat Kamis pukul 09.00");
      await loket.says("sekcam", "semua");
    },
    siapa: "sekcam",
    judul: "Kirim",
    kata: "kirim",
    async usang(loket) {
      await loket.says("sekcam", "/siaran Rapat Jumat");
      await loket.says("sekcam", "semua");
    },
  },
];
