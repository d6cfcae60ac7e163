import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Desk, launchChromium } from "./desk.ts";
import { Program } from "./program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Below the root; the guides name them from their own folder. */
export const FOLDER = "docs/gambar/panduan";

/** High enough that the longest message is seen whole. */
const LAYAR = { width: 1440, height: 1100 };

/** What a picture shows: somebody's phone after this was done, on the day before it. */
interface Adegan {
  readonly nama: string;
  readonly siapa: string;
  readonly lakukan: (desk: Desk) => Promise<void>;
}

const KASUBBAG = "Kasubbag Perencanaan dan Keuangan";
const SEKCAM = "Sekretaris Kecamatan";
const UNIT = [
  "Kasi Pemerintahan",
  "Kasi PMD",
  "Kasi Trantib",
  "Kasubbag Umum dan Kepegawaian",
  KASUBBAG,
];

/** One day of the demo office, picture by picture; each goes on where the one before it ended. */
const hari: readonly Adegan[] = [
  {
    nama: "admin",
    siapa: SEKCAM,
    lakukan: async (desk) => {
      await desk.says(SEKCAM, "/pegawai");
      await desk.reads(SEKCAM, "punya akun");
    },
  },
  {
    nama: "plh",
    siapa: SEKCAM,
    lakukan: async (desk) => {
      await desk.says(SEKCAM, "/plh");
      await desk.offered(SEKCAM, "Catat halangan");
      await desk.answers(SEKCAM, "Catat halangan");
      await desk.answers(SEKCAM, /^Camat$/);
      await desk.answers(SEKCAM, "Cuti");
      await desk.says(SEKCAM, "6 Januari 2027");
      await desk.reads(SEKCAM, "Sampai tanggal berapa");
    },
  },
  {
    nama: "staf",
    siapa: "Staf Perencanaan",
    lakukan: async (desk) => {
      await desk.push("+15 menit");
      await desk.offered("Staf Perencanaan", "Tutup pengumpulan");
    },
  },
  {
    nama: "kasi",
    siapa: "Kasi Pelayanan",
    lakukan: async (desk) => {
      await desk.answers("Kasi Pelayanan", "Mulai isi");
      await desk.says("Kasi Pelayanan", "86,25");
      await desk.reads("Kasi Pelayanan", "capaian 101,47");
    },
  },
  {
    nama: "bantuan",
    siapa: "Kasi Pelayanan",
    lakukan: async (desk) => {
      await desk.says("Kasi Pelayanan", "/bantuan");
      await desk.reads("Kasi Pelayanan", "Sekarang:");
    },
  },
  {
    nama: "ringkasan",
    siapa: "Kasi Pelayanan",
    lakukan: async (desk) => {
      await desk.says("Kasi Pelayanan", "/isi");
      await desk.offered("Kasi Pelayanan", "Lewati dulu");
      await desk.figuresByTaps("Kasi Pelayanan");
    },
  },
  {
    nama: "status",
    siapa: SEKCAM,
    lakukan: async (desk) => {
      await desk.says(SEKCAM, "/status");
      await desk.reads(SEKCAM, "Penanggung jawab");
    },
  },
  {
    nama: "kasubbag",
    siapa: KASUBBAG,
    lakukan: async (desk) => {
      await desk.answers("Kasi Pelayanan", "Kirim");
      for (const unit of UNIT) await desk.fillByTaps(unit);
      await desk.offered(KASUBBAG, /Teruskan/);
    },
  },
  {
    nama: "sekcam",
    siapa: SEKCAM,
    lakukan: async (desk) => {
      await desk.taps(KASUBBAG, /Teruskan/);
      await desk.offered(SEKCAM, /Setuju/);
    },
  },
  {
    nama: "camat",
    siapa: "Camat",
    lakukan: async (desk) => {
      await desk.taps(SEKCAM, /Setuju/);
      await desk.offered("Camat", /Setuju/);
    },
  },
  {
    nama: "inspektorat",
    siapa: "Inspektorat",
    lakukan: async (desk) => {
      await desk.taps("Camat", /Setuju/);
      await desk.reads("Camat", "selesai");
      await desk.says("Inspektorat", "/dokumen");
      await desk.reads("Inspektorat", "Pilih dokumen");
    },
  },
];

/** The names of all pictures. */
export const namaGambar: readonly string[] = hari.map(({ nama }) => nama);

/** Draws all pictures, or those that are named; the day before a picture is played all the same. */
export async function drawPanduan(wanted: readonly string[] = []): Promise<readonly string[]> {
  const folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  const program = new Program();
  const browser = await launchChromium();
  const drawn: string[] = [];
  try {
    const desk = await Desk.open(browser, await program.start(), LAYAR);
    for (const { nama, siapa, lakukan } of hari) {
      await lakukan(desk);
      if (wanted.length > 0 && !wanted.includes(nama)) continue;
      const path = join(folder, `${nama}.png`);
      await draw(desk, siapa, path);
      drawn.push(relative(root, path));
    }
    return drawn;
  } finally {
    await browser.close();
    await program.close();
  }
}

/** Somebody's phone with its newest message in view. */
async function draw(desk: Desk, siapa: string, path: string): Promise<void> {
  const phone = await desk.phone(siapa);
  // At once: a chat that is still being added to is never "stable".
  await phone
    .locator(".gelembung")
    .last()
    .evaluate((bubble) => bubble.scrollIntoView());
  // neither what the pointer rests on nor what was typed into looks different
  await desk.page.mouse.move(0, 0);
  await phone.getByRole("textbox").blur();
  await phone.screenshot({ path, animations: "disabled" });
}
