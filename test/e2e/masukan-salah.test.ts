import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { observe } from "./akibat.ts";
import { Office, type OfficeOptions } from "./office.ts";
import { fillTriwulan } from "./paringin-selatan.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");

/** The office before the collection of TW IV, with one more desk that holds the same langkah. */
const open = (options: Partial<OfficeOptions> = {}): Promise<Office> =>
  Office.open({
    kantorFile,
    mulai: "2026-12-28T09:00:00+08:00",
    ubah: (yaml) =>
      `${yaml.replace(
        "\nindikator:\n",
        `  - { id: kasubbag-umum, nama: Umum, jabatan: Kasubbag Umum, peran: [kasubbag] }
  - { id: inspektorat, nama: Irban, jabatan: Inspektorat, peran: [inspektorat] }

indikator:
`,
      )}
realisasi:
  - { kode: "1.1", periode: 2026-TW3, isian: { jenis: angka, nilai: 83.2 } }
`,
    ...options,
  });

/** When TW IV is collected. */
const pengumpulan = "2027-01-04T07:40:00+08:00";

/** One answer, to whoever asked; nothing changed; logged by its code. */
const refusal = (kalimat: string, code: string) => ({
  jawaban: [kalimat],
  lain: [],
  berubah: false,
  ditolak: [code],
});

let office: Office;
const person = (id: string): Person => office.person(id);
const last = (id: string): string => person(id).texts.at(-1) ?? "";

describe("a stranger", () => {
  let nextId = 900;
  const stranger = (): Person => office.telegram.person(++nextId, "Orang Asing");

  beforeAll(async () => {
    office = await open({ tanpaAkun: ["staf", "kasubbag-umum"] });
  });
  afterAll(() => office.close());

  const belumTerhubung =
    "Akun ini belum terhubung. Mintalah kode undangan kepada admin kantor, lalu kirim /start KODE.";
  const tidakDikenal =
    "Kode undangan itu tidak dikenal. Periksa kembali penulisannya, lalu kirim /start KODE.";
  const terpakai =
    "Kode undangan itu sudah dipakai. Mintalah kode baru kepada admin kantor bila akun ini milik Bapak/Ibu.";

  it.each([
    ["a greeting", () => "Assalamualaikum", belumTerhubung, "tanpa-kode"],
    ["a command", () => "/rekap 4 2026", belumTerhubung, "tanpa-kode"],
    ["no code", () => "/start", belumTerhubung, "tanpa-kode"],
    ["a code that does not exist", () => "/start KARANGANKU9", tidakDikenal, "kode-salah"],
    ["a code without its slash", () => "start karanganku9", tidakDikenal, "kode-salah"],
    ["a used code", () => `/start ${office.invitation("camat")}`, terpakai, "kode-terpakai"],
  ])("is sent away with one sentence for %s", async (_, text, kalimat, code) => {
    const asing = stranger();
    expect(await observe(office, asing, () => asing.says(text()))).toEqual(refusal(kalimat, code));
    expect(office.telegram.commandsFor(asing)).toEqual([]);
    expect(office.keeps("KARANGANKU9")).toBe(false);
  });

  it("is answered the same for a file and a tap on nothing of theirs", async () => {
    const asing = stranger();
    const photo = await observe(office, asing, () => asing.photo(Buffer.from("foto asing")));
    expect(photo).toEqual(refusal(belumTerhubung, "tanpa-kode"));
    expect(office.keeps("foto asing")).toBe(false);
  });

  it("may try five codes and then waits, even with the right one", async () => {
    const asing = stranger();
    const kode = office.invitation("kasubbag-umum");
    for (let n = 1; n <= 5; n += 1) await office.act(() => asing.says(`/start SALAH${n}`));
    expect(await observe(office, asing, () => asing.says(`/start ${kode}`))).toEqual(
      refusal("Terlalu banyak percobaan. Mohon tunggu sebentar, lalu coba lagi.", "terlalu-sering"),
    );
    await office.moveTo("2026-12-28T09:11:00+08:00");
    await office.act(() => asing.says(`/start ${kode}`));
    expect(asing.texts.at(-1)).toContain("✅ Akun terhubung");
    // shown, used, and nowhere but as its hash
    expect(office.keeps(kode)).toBe(false);
    expect(office.keeps(createHash("sha256").update(kode).digest("hex"))).toBe(true);
  });

  it("cannot share a code with somebody who shows it at the same moment", async () => {
    const kode = office.invitation("staf");
    const [satu, dua] = [stranger(), stranger()];
    await office.act(() => {
      for (const one of [satu, dua]) one.says(`/start ${kode}`);
    });
    const answers = [satu, dua].map(({ texts }) => texts);
    expect(answers.map((texts) => texts.length)).toEqual([1, 1]);
    expect(answers.flat().filter((text) => text.includes("✅ Akun terhubung"))).toHaveLength(1);
    expect(answers.flat()).toContain(terpakai);
    expect(office.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it("is told that a code has run out", async () => {
    const kode = await office.invite("inspektorat");
    await office.moveTo("2027-01-05T09:00:00+08:00");
    const asing = stranger();
    expect(await observe(office, asing, () => asing.says(`/start ${kode}`))).toEqual(
      refusal(
        "Kode undangan itu sudah lewat masa berlakunya. Mintalah kode baru kepada admin kantor.",
        "kode-kedaluwarsa",
      ),
    );
  });

  it("is whoever has left the office file", async () => {
    // The file as it is: without the two this test added to it.
    await office.reload((yaml) => yaml);
    const asing = person("inspektorat");
    expect(await observe(office, asing, () => asing.says("/tugas"))).toEqual(
      refusal(belumTerhubung, "tanpa-kode"),
    );
  });
});

describe("somebody who may not", () => {
  beforeAll(async () => {
    office = await open();
    await office.moveTo(pengumpulan);
  });
  afterAll(() => office.close());

  it.each([
    ["kasi-pelayanan", "/siaran Rapat besok", "sekretaris dan admin"],
    ["camat", "/siaran", "sekretaris dan admin"],
    ["kasi-pelayanan", "/mulai", "pimpinan, sekretaris, dan admin"],
    ["staf", "mulai", "pimpinan, sekretaris, dan admin"],
    ["inspektorat", "/rekap 4 2026", "pimpinan, penyusun, dan penanggung jawab indikator"],
    ["inspektorat", "/isi", "penanggung jawab indikator"],
    ["camat", "/undang staf", "admin"],
    ["kasubbag", "/pegawai", "admin"],
  ])("%s is told whom %s is for", async (id, text, untuk) => {
    const kalimat = `Perintah ini untuk ${untuk}. Yang dapat Bapak/Ibu lakukan ada di /bantuan.`;
    expect(await observe(office, person(id), () => person(id).says(text))).toEqual(
      refusal(kalimat, "tidak-berwenang"),
    );
  });

  it("is told of a command that does not exist", async () => {
    const sekcam = person("sekcam");
    expect(await observe(office, sekcam, () => sekcam.says("/hapus_semua"))).toEqual(
      refusal(
        "Perintah /hapus_semua tidak dikenal. Yang dapat Bapak/Ibu lakukan ada di /bantuan.",
        "perintah-tidak-dikenal",
      ),
    );
  });
});

describe("a button", () => {
  beforeEach(async () => {
    office = await open();
    await office.moveTo(pengumpulan);
  });
  afterEach(async () => {
    expect(office.telegram.complaints).toEqual([]);
    expect(await office.logIsWhole()).toBe(true);
    await office.close();
  });

  it("of an earlier question asks the open one again", async () => {
    const kasi = person("kasi-pelayanan");
    await office.taps("kasi-pelayanan", "Mulai isi");
    const earlier = kasi.last;
    await office.says("kasi-pelayanan", "86,5");
    if (earlier === undefined) throw new Error("no question");
    const { jawaban, ...rest } = await observe(office, kasi, () =>
      kasi.tapsOn(earlier, "Belum ada data"),
    );
    expect(rest).toEqual({ lain: [], berubah: false, ditolak: ["pertanyaan-lama"] });
    expect(jawaban).toHaveLength(1);
    expect(jawaban[0]).toMatch(
      /^Pilihan itu dari pertanyaan sebelumnya\. Yang ditanyakan sekarang:\n\n✍️ Indikator 2 dari 2/,
    );
    await office.says("kasi-pelayanan", "/batal");
    expect(await observe(office, kasi, () => kasi.tapsOn(earlier, "Belum ada data"))).toEqual(
      refusal(
        "Pilihan itu dari pesan lama dan tidak berlaku lagi. Yang menunggu sekarang: /tugas.",
        "tombol-lama",
      ),
    );
  });

  it("of an earlier draft brings the draft that waits now", async () => {
    await fillTriwulan(office, 4);
    const sekcam = person("sekcam");
    await office.taps("kasubbag", "✅ Teruskan");
    const earlier = sekcam.last;
    if (earlier === undefined) throw new Error("no draft");
    await office.taps("sekcam", "↩️ Kembalikan");
    await office.says("sekcam", "Mohon lengkapi penjelasannya.");
    await office.taps("kasubbag", "✅ Teruskan");
    const { jawaban, ...rest } = await observe(office, sekcam, () =>
      sekcam.tapsOn(earlier, "✅ Setuju"),
    );
    expect(rest).toEqual({ lain: [], berubah: false, ditolak: ["draf-lama"] });
    expect(jawaban).toHaveLength(1);
    expect(jawaban[0]).toMatch(
      /^Pilihan itu dari draf lama\. Draf terbaru ada di bawah\.\n\n.*\(?Draf 2\b/su,
    );
    await office.taps("sekcam", "✅ Setuju");
    expect(last("camat")).toContain("mohon persetujuan");
  });

  it("tapped twice counts once", async () => {
    await fillTriwulan(office, 4);
    await office.taps("kasubbag", "✅ Teruskan");
    const sekcam = person("sekcam");
    const before = await decisions();
    const { jawaban, ditolak } = await observe(office, sekcam, () => {
      sekcam.taps("✅ Setuju");
      sekcam.taps("✅ Setuju");
    });
    expect(jawaban).toEqual([
      expect.stringMatching(/^✅ Tercatat\.\nSekarang: .* pada Camat\.$/),
      "Sudah tercatat pukul 07.40 oleh Sekcam. Keadaan terkini: /status.",
    ]);
    expect(ditolak).toEqual(["sudah-dijawab"]);
    expect(await decisions()).toBe(before + 1);
    expect(person("camat").texts.filter((text) => text.includes("mohon persetujuan"))).toHaveLength(
      1,
    );
  });

  it("tapped by two holders at once counts for one; the other is told who and when", async () => {
    await fillTriwulan(office, 4);
    const holders = [person("kasubbag"), person("kasubbag-umum")];
    const before = holders.map(({ inbox }) => inbox.length);
    await office.act(() => {
      for (const holder of holders) holder.taps("✅ Teruskan");
    });
    const answers = holders.flatMap(({ texts }, index) => texts.slice(before[index]));
    expect(answers.filter((text) => text.startsWith("✅ Tercatat."))).toHaveLength(1);
    expect(
      answers.filter((text) =>
        /^Sudah tercatat pukul 07\.40 oleh Kasubbag (Perencanaan|Umum)\. Keadaan terkini: \/status\.$/.test(
          text,
        ),
      ),
    ).toHaveLength(1);
    expect(await decisions()).toBe(1);
    const kept = holders.map(({ inbox }) =>
      inbox.find(({ caption }) => caption?.includes("Draf 1")),
    );
    for (const message of kept) {
      expect(message?.caption).toMatch(/✅ Diteruskan Kasubbag .*, Sen 4 Jan, 07\.40 WITA$/);
      expect(message?.reply_markup).toBeUndefined();
    }
  });
});

describe("a figure", () => {
  beforeAll(async () => {
    office = await open();
    await office.moveTo(pengumpulan);
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.taps("kasi-pemerintahan", "Mulai isi");
  });
  afterAll(async () => {
    expect(office.telegram.complaints).toEqual([]);
    await office.close();
  });

  const belum =
    "Angkanya belum terbaca. Ketik angka saja, misalnya 83,5; atau ketik belum atau lewati.";
  const rasio = "Mohon ketik pembilang dan penyebut, misalnya 12/40; atau ketik belum atau lewati.";

  it.each([
    ["kasi-pelayanan", "dua atau tiga", belum, "angka-tidak-terbaca"],
    ["kasi-pelayanan", "10:30", belum, "angka-tidak-terbaca"],
    ["kasi-pelayanan", "12/40/2", belum, "angka-tidak-terbaca"],
    ["kasi-pelayanan", "9".repeat(40), belum, "angka-tidak-terbaca"],
    ["kasi-pelayanan", "👍", belum, "angka-tidak-terbaca"],
    ["kasi-pemerintahan", "90", rasio, "rasio-tidak-terbaca"],
    ["kasi-pemerintahan", "lancar", rasio, "rasio-tidak-terbaca"],
    [
      "kasi-pemerintahan",
      "3/0",
      "Penyebut tidak boleh nol. Mohon ketik kembali, misalnya 12/40.",
      "penyebut-nol",
    ],
  ])("of %s that reads %s is asked again", async (id, text, kalimat, code) => {
    const { jawaban, ...rest } = await observe(office, person(id), () => person(id).says(text));
    expect(rest).toEqual({ lain: [], berubah: false, ditolak: [code] });
    expect(jawaban).toHaveLength(1);
    expect(jawaban[0]?.split("\n\n")[0]).toBe(kalimat);
    expect(jawaban[0]).toContain("✍️ Indikator 1 dari 2");
  });

  it.each([
    {
      text: "1.500",
      asked: "✍️ Indeks Kepuasan Masyarakat — angkanya dapat dibaca dua cara. Mana yang dimaksud?",
      buttons: ["1.500 (seribu lima ratus)", "1,5 (satu koma lima)", "Ketik ulang"],
    },
    {
      // Forty times as much as in the triwulan before.
      text: "3328",
      asked:
        "⚠️ Indeks Kepuasan Masyarakat — 3.328 jauh di atas TW III (83,2) dan target 85. Betul 3.328, atau 332,8, atau 33,28?",
      buttons: ["332,8", "33,28", "Betul, 3.328", "Ketik ulang"],
    },
    {
      text: "88O",
      asked: "⚠️ Indeks Kepuasan Masyarakat\nTerbaca 88; “O” tidak terbaca. Betul 88?",
      buttons: ["Betul, 88", "Ketik ulang"],
    },
    {
      text: "87,5 menit",
      asked:
        "⚠️ Indeks Kepuasan Masyarakat\nTerbaca 87,5; satuannya nilai, tertulis menit. Betul 87,5 nilai?",
      buttons: ["Betul, 87,5", "Ketik ulang"],
    },
    {
      text: "-86",
      asked: "⚠️ Indeks Kepuasan Masyarakat — -86 di bawah nol. Betul -86, atau 86?",
      buttons: ["86", "Betul, -86", "Ketik ulang"],
    },
  ])("of $text is asked back before it is taken", async ({ text, asked, buttons }) => {
    const kasi = person("kasi-pelayanan");
    expect(await observe(office, kasi, () => kasi.says(text))).toEqual({
      jawaban: [asked],
      lain: [],
      berubah: false,
      ditolak: [],
    });
    expect(kasi.buttons).toEqual(buttons);
    await office.taps("kasi-pelayanan", "Ketik ulang");
    expect(last("kasi-pelayanan")).toContain("✍️ Indikator 1 dari 2");
  });

  it("for another unit's indikator is refused though it comes among others", async () => {
    const kasi = person("kasi-pelayanan");
    const { jawaban, lain, berubah } = await observe(office, kasi, () =>
      kasi.says("2.1=95 3.1=95"),
    );
    expect({ lain, berubah }).toEqual({ lain: [], berubah: false });
    expect(jawaban[0]).toMatch(
      /^⚠️ Perlu diulang: 2\n2\.1: tidak ada indikator dengan nomor atau kode itu\.\n3\.1: /,
    );
  });
});

describe("what is no answer at all", () => {
  beforeAll(async () => {
    office = await open();
    await office.moveTo(pengumpulan);
    await office.taps("kasi-pelayanan", "Mulai isi");
  });
  afterAll(() => office.close());

  it.each([
    [
      "an empty file",
      (kasi: Person) => kasi.uploads("bukti.pdf", Buffer.alloc(0), "application/pdf"),
      "Berkas itu kosong. Mohon periksa, lalu kirim kembali.",
      "berkas-kosong",
    ],
    [
      "a file of more than twenty megabytes",
      (kasi: Person) => kasi.uploads("video.mp4", Buffer.alloc(20_000_001), "video/mp4"),
      "Berkas itu terlalu besar. Mohon kirim yang lebih kecil, misalnya foto atau PDF yang diringkas.",
      "berkas-terlalu-besar",
    ],
    [
      "a contact",
      (kasi: Person) => kasi.sharesContact("+6281234567890"),
      "Jenis pesan itu belum dapat dibaca. Mohon gunakan teks, pilihan yang ditawarkan, foto, atau berkas.",
      "tak-didukung",
    ],
    [
      "a file that Telegram does not hand out",
      (kasi: Person) => {
        office.telegram.faults.failNext("getFile", 400, "Bad Request: wrong file_id");
        kasi.photo(Buffer.from("hilang"));
      },
      "Berkas itu tidak dapat diambil. Mohon kirim sekali lagi.",
      "berkas-tak-terunduh",
    ],
    [
      "a passphrase",
      (kasi: Person) => kasi.says("passphrase TTE saya Kucing#99Hitam"),
      "Demi keamanan, jangan kirim passphrase di sini. Pesan itu tidak kami simpan; mohon hapus dari percakapan.",
      "passphrase",
    ],
    [
      "a passphrase behind a command",
      (kasi: Person) => kasi.says("/isi sandi: Kucing#99Hitam"),
      "Demi keamanan, jangan kirim passphrase di sini. Pesan itu tidak kami simpan; mohon hapus dari percakapan.",
      "passphrase",
    ],
  ])("such as %s leaves the question open", async (_, does, kalimat, code) => {
    const kasi = person("kasi-pelayanan");
    expect(await observe(office, kasi, () => does(kasi))).toEqual(refusal(kalimat, code));
    await office.says("kasi-pelayanan", "lewati");
    expect(last("kasi-pelayanan")).toContain("dilewati dulu");
    await office.says("kasi-pelayanan", "/isi");
  });

  it("a passphrase is kept nowhere: no log, no database, no message, not even below a file", async () => {
    const kasi = person("kasi-pelayanan");
    const data = Buffer.from("isi bukti yang sah");
    const { ditolak } = await observe(office, kasi, () =>
      kasi.uploads("bukti.txt", data, "text/plain", "kata sandi = Kucing#99Hitam"),
    );
    expect(ditolak).toEqual(["passphrase"]);
    expect(office.keeps("Kucing#99Hitam")).toBe(false);
    expect(office.everybody.flatMap(({ texts }) => texts).join("\n")).not.toContain("Kucing#99");
  });
});

describe("in the middle of a dialogue", () => {
  beforeEach(async () => {
    office = await open();
    await office.moveTo(pengumpulan);
  });
  afterEach(() => office.close());

  it("a command is obeyed, says what was left, and loses nothing", async () => {
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.says("kasi-pelayanan", "86,5");
    await office.says("kasi-pelayanan", "/status");
    expect(last("kasi-pelayanan")).toMatch(
      /^Isian yang sudah masuk tersimpan\. Lanjutkan kapan saja dengan \/isi\.\n\n📋 Triwulan IV 2026/,
    );
    expect(last("kasi-pelayanan")).toContain("Kasi Pelayanan (1 dari 2)");
    await office.says("kasi-pelayanan", "9");
    expect(last("kasi-pelayanan")).toMatch(/^Maaf, pesan itu belum saya pahami\./);
    await office.says("kasi-pelayanan", "/isi");
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
  });

  it("/batal leaves it once, and says so when there is nothing to leave", async () => {
    await office.taps("staf", "Tutup pengumpulan");
    const staf = person("staf");
    const cancel = (): Promise<{
      readonly jawaban: readonly string[];
      readonly berubah: boolean;
    }> => observe(office, staf, () => staf.says("/batal"));
    expect(await cancel()).toMatchObject({
      jawaban: ["✅ Dibatalkan. Tidak ada yang berubah."],
      berubah: false,
    });
    expect(await cancel()).toMatchObject({
      jawaban: ["Tidak ada yang sedang dikerjakan. Tugas Bapak/Ibu: /tugas."],
      berubah: false,
    });
  });

  it("the program may stop and start: the next message answers the open question", async () => {
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.says("kasi-pelayanan", "1.500");
    await office.restart();
    await office.says("kasi-pelayanan", "1,5");
    expect(last("kasi-pelayanan")).toContain("1,5 jauh di bawah TW III (83,2) dan target 85");
    await office.restart();
    await office.taps("kasi-pelayanan", "Betul, 1,5");
    expect(last("kasi-pelayanan")).toContain("Mohon sebutkan penghambat utamanya");
    await office.restart();
    await office.says("kasi-pelayanan", "Survei baru berjalan sebagian.");
    expect(last("kasi-pelayanan")).toContain("Tindak lanjut untuk");
    await office.restart();
    await office.taps("kasi-pelayanan", "Lewati");
    await office.taps("kasi-pelayanan", "Lewati");
    expect(last("kasi-pelayanan")).toContain("Indikator 2 dari 2");
  });
});

describe.each(["SQLite", "PostgreSQL"])("hostile names and texts on %s", (engine) => {
  let postgres: TestPostgres | null = null;

  const jabatan = "Kasi <b>Pelayanan</b> *x* _y_ [z](http://x) {{jumlah}} 👩🏽‍💼 \\u0627\\u0644";
  const shown = "Kasi <b>Pelayanan</b> *x* _y_ [z](http://x) {{jumlah}} 👩🏽‍💼 ال";

  beforeAll(async () => {
    if (engine === "PostgreSQL") postgres = await startPostgres();
    office = await open({
      ...(postgres !== null && { databaseUrl: await postgres.createDatabase() }),
      ubah: (yaml) => yaml.replace("jabatan: Kasi Pelayanan", `jabatan: "${jabatan}"`),
    });
    await office.moveTo(pengumpulan);
  });
  afterAll(async () => {
    await office.close();
    await postgres?.stop();
  });

  it("an office's own names arrive as they are written", async () => {
    await office.says("sekcam", "/status");
    expect(last("sekcam")).toContain(`${shown} (0 dari 2)`);
    expect(person("kasi-pelayanan").texts[0]).toContain(`Selamat datang, ${shown} (`);
  });

  const hostile = [
    ["markup", "<b>tebal</b> *tebal* _miring_ `kode` [klik](http://x) {{alasan}} **x**"],
    ["emoji", "Perbaiki 👩🏽‍💼👨‍👩‍👧‍👦🇮🇩 ya 😀"],
    ["right to left", "Mohon \u202Eperbaiki\u202C العربية עברית"],
    ["SQL", '\'; DROP TABLE berkas; -- "x" \\ %s'],
  ] as const;

  it.each(hostile)("a broadcast of %s arrives as plain text", async (_, text) => {
    await office.says("sekcam", `/siaran ${text}`);
    await office.taps("sekcam", /^Camat/);
    await office.taps("sekcam", "Kirim");
    const message = person("camat").last;
    expect(message?.text).toBe(`📄 Pengumuman\n${text}`);
    expect(message?.entities).toEqual([{ type: "bold", offset: 3, length: 10 }]);
    expect(office.telegram.complaints).toEqual([]);
  });

  it("control characters and halves of characters are left out", async () => {
    await office.says("sekcam", "/siaran Rapat\u0000 be\u0007sok\r\njam\t9 \uD83D x");
    await office.taps("sekcam", /^Camat/);
    await office.taps("sekcam", "Kirim");
    expect(last("camat")).toBe("📄 Pengumuman\nRapat besok\njam\t9 \uFFFD x");
  });

  it.each([
    // A phone sends five thousand letters in two messages.
    ["a reason", "staf", 500, [4_096, 904]],
    ["a broadcast", "sekcam", 3_000, [4_096]],
  ] as const)(
    "%s of five thousand letters is refused with its length",
    async (_, id, max, parts) => {
      if (id === "staf") await office.taps(id, "Tutup pengumpulan");
      else await office.says(id, "/siaran");
      for (const length of parts) {
        const { jawaban, ...rest } = await observe(office, person(id), () =>
          person(id).says(
            "panjang "
              .repeat(600)
              .slice(0, length - 1)
              .concat("g"),
          ),
        );
        expect(rest).toEqual({ lain: [], berubah: false, ditolak: ["kalimat-terlalu-panjang"] });
        expect(jawaban).toHaveLength(1);
        expect(jawaban[0]?.split("\n\n")[0]).toBe(
          `Mohon diringkas: paling banyak ${max} huruf, pesan tadi ${length}.`,
        );
      }
      await office.says(id, "/batal");
    },
  );
});

/** How often somebody decided at a desk. */
async function decisions(): Promise<number> {
  const [record] = await office.store.listKantor();
  if (record === undefined) throw new Error("no office");
  const entries = await office.store.readLog(record.kantor.id, 0, 1_000);
  return entries.filter(({ jenis }) => jenis === "dijawab").length;
}
