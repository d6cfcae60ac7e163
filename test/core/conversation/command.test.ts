import { describe, expect, it } from "vitest";
import { commands, commandsFor } from "../../../src/core/conversation/command/index.ts";
import { emptySession } from "../../../src/core/conversation/session.ts";
import { welcome } from "../../../src/core/conversation/welcome.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { Stage } from "../../support/stage.ts";
import { akunOf, at, kantor, sop, worldOf } from "../../support/world.ts";

function opened(): Stage {
  const stage = new Stage();
  stage.open();
  return stage;
}

const offered = (id: string): readonly string[] =>
  commandsFor(new Stage().pegawai(id)).map(({ nama }) => nama);

describe("commandsFor", () => {
  it("offers each person what their office may do", () => {
    expect(offered("inspektorat")).toEqual([
      "start",
      "tugas",
      "status",
      "tunda",
      "dokumen",
      "bukti",
      "sop",
      "saya",
      "bantuan",
      "batal",
    ]);
    expect(offered("pelayanan")).toContain("isi");
    expect(offered("pelayanan")).not.toContain("siaran");
    // offices of others are nobody's in an office but of those who watch over them
    expect(offered("sekcam")).toEqual(Object.keys(commands).filter((nama) => nama !== "ingatkan"));
  });

  it("refuses everything it does not offer, by name and in one sentence", () => {
    const names = Object.keys(commands);
    for (const pegawai of kantor.pegawaiList) {
      const offered = commandsFor(pegawai).map(({ nama }): string => nama);
      for (const nama of names.filter((one) => !offered.includes(one))) {
        const stage = opened();
        expect(stage.outcome(pegawai.id, `/${nama}`).ditolak).toBe("tidak-berwenang");
        expect(stage.lastText(pegawai.id)).toMatch(/^Perintah ini untuk .+\/bantuan\.$/);
      }
    }
  });
});

describe("commands", () => {
  it.each(["/tugas", "tugas", "Tugas", "/tugas@contoh_bot"])("reads %s", (text) => {
    expect(opened().act("pelayanan", text)).toContain("3 indikator menunggu Bapak/Ibu");
  });

  it("does not take a sentence that begins with a command's word for one", () => {
    const stage = opened();
    expect(stage.outcome("camat", "status laporan bagaimana ya").ditolak).toBe("tidak-dipahami");
  });

  it("/tugas lists several by deadline and begins each with a tap", () => {
    const stage = opened();
    stage.open("2026-TW3");
    stage.wait(60);
    const text = stage.act("pelayanan", "/tugas");
    expect(text).toContain("📋 Tugas Bapak/Ibu — 2");
    expect(text).toContain(
      "1. Realisasi Triwulan III 2026, kurang 3 indikator — ⚠️ lewat sejak Sen 4 Jan, 09.15",
    );
    expect(text).toContain(
      "2. Realisasi Triwulan IV 2026, kurang 3 indikator — batas Kam 7 Jan, 16.00",
    );
    expect(stage.titles("pelayanan")).toEqual(["Kerjakan 1", "Kerjakan 2"]);
    expect(stage.act("pelayanan", "2")).toContain("Indikator 1 dari 3");
  });

  it("/tugas says so when nothing waits", () => {
    expect(opened().act("camat", "/tugas")).toContain("Tidak ada tugas");
  });

  it("/tugas of a wait that is another's is refused like its buttons", () => {
    const stage = opened();
    const wait = stage.berkas().state.waitList.at(-1);
    expect(stage.outcome("camat", `/tugas ${wait?.id}`).ditolak).toBe("bukan-pelaksana");
    expect(stage.outcome("camat", "/tugas zzz.9").ditolak).toBe("tombol-lama");
  });

  it("/isi begins with the kode that was named", () => {
    const stage = opened();
    expect(stage.act("pelayanan", "/isi 1.3")).toContain("Indikator 3 dari 3");
    expect(stage.act("pelayanan", "isi 2")).toContain("Indikator 2 dari 3");
    expect(stage.outcome("pelayanan", "/isi 2.1").ditolak).toBe("indikator-tidak-dikenal");
    expect(stage.outcome("staf", "/isi").ditolak).toBe("tidak-ada-isian");
  });

  it("/status shows who has sent, who is missing and who is late", () => {
    const stage = opened();
    stage.act("pemerintahan", "1=12 2=5");
    stage.act("pemerintahan", "kirim");
    const text = stage.act("camat", "status");
    expect(text).toContain("📋 Triwulan IV 2026 — langkah 1 dari 4: Mengumpulkan data kinerja");
    expect(text).toContain("Sudah: Kasi Pemerintahan");
    expect(text).toContain("Belum: Kasi Pelayanan (0 dari 3)");
    stage.wait(7 * 24 * 60);
    expect(stage.act("camat", "status")).toContain("Kasi Pelayanan (0 dari 3, ⚠️ terlambat)");
  });

  it("/status names the holder of a desk and its deadline", () => {
    const stage = opened();
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu lewat");
    const text = stage.act("sekcam", "/status");
    expect(text).toContain(
      "Pemegang: Kasubbag Perencanaan, sejak Sen 4 Jan, 09.00 WITA · batas Sen 4 Jan, 09.30 WITA",
    );
    expect(text).toContain("Tidak mengirim: Kasi Pelayanan, Kasi Pemerintahan");
  });

  it("/status says when nothing runs, and how to begin", () => {
    const stage = new Stage();
    expect(stage.act("sekcam", "/status")).toContain("Membuka berkas baru: /mulai.");
    expect(stage.act("pelayanan", "/status")).not.toContain("/mulai");
  });

  it.each([
    ["camat", "/rekap", "2026-TW4", null],
    ["camat", "rekap 3 2026", "2026-TW3", null],
    ["camat", "/rekap tw iii", "2026-TW3", null],
    ["camat", "/rekap 2026", "2026", null],
    ["pelayanan", "/rekap", "2026-TW4", "pelayanan"],
    ["pemerintahan", "/rekap", "2026-TW3", "pemerintahan"],
  ])("%s gets the rekap of %s", (who, text, periode, unit) => {
    const stage = opened();
    stage.act("pelayanan", "1=86 2=39/40");
    stage.act("pelayanan", "/batal");
    stage.act(who, text);
    expect(stage.last(who).lampiran).toMatchObject({ jenis: "rekap", periode, unit, tahun: 2026 });
  });

  it.each([
    ["/rekap besok", "periode-tidak-terbaca"],
    ["/rekap 1 2020", "tidak-ada-rekap"],
  ])("refuses %s", (text, code) => {
    expect(opened().outcome("camat", text).ditolak).toBe(code);
  });

  it("/mulai proposes the last and the running period and refuses what is there", () => {
    const stage = new Stage();
    stage.act("sekcam", "/mulai");
    expect(stage.titles("sekcam")).toEqual(["Triwulan IV 2026", "Tahun 2026", "Batal"]);
    expect(stage.act("sekcam", "1")).toContain("✅ Berkas Triwulan IV 2026 dibuka");
    expect(stage.lastText("pelayanan")).toContain("3 indikator menunggu");
    stage.act("sekcam", "/mulai");
    expect(stage.titles("sekcam")).toEqual(["Tahun 2026", "Batal"]);
    for (const [text, code] of [
      ["TW 4 2026", "berkas-sudah-ada"],
      ["minggu depan", "periode-tidak-terbaca"],
      ["tw 3 2027", "periode-belum-mulai"],
      ["semester 2 2026", "periode-tidak-dijalankan"],
    ] as const) {
      expect(stage.outcome("sekcam", text).ditolak, text).toBe(code);
    }
    expect(stage.act("sekcam", "batal")).toContain("Dibatalkan");
  });

  it("/mulai asks which sheet where there are several", () => {
    const second = Sop.parse({ ...structuredClone(sop), id: "lain", nama: "SOP Lain" });
    const stage = new Stage(
      worldOf({
        sopList: [
          { sop, hash: "a" },
          { sop: second, hash: "b" },
        ],
      }),
    );
    stage.act("camat", "/mulai");
    expect(stage.titles("camat")).toEqual(["Laporan Kinerja Triwulan", "SOP Lain", "Batal"]);
    expect(stage.outcome("camat", "tw 4 2026").ditolak).toBe("bukan-pilihan");
    stage.act("camat", "sop lain");
    stage.act("camat", "1");
    expect(stage.berkas().state.sopId).toBe("lain");
    expect(stage.act("camat", "/sop")).toContain("Yang mana yang ditampilkan?");
    expect(stage.act("camat", "2")).toContain("SOP Lain");
    expect(stage.outcome("camat", "/sop entah").ditolak).toBe("tidak-ada-sop");
  });

  it("/sop prints header, langkah, executor and mutu baku", () => {
    const stage = new Stage();
    const text = stage.act("inspektorat", "sop");
    expect(stage.last("inspektorat").lampiran).toEqual({
      jenis: "bagan",
      sopHash: stage.world.sopList[0]?.hash,
    });
    expect(text).toContain("Nomor: 065/001/2023");
    expect(text).toContain("Pelaksana: Kasubbag Perencanaan · Waktu: 30 menit");
    expect(text).toContain("Waktu: tidak disebut");
  });

  it("/saya shows the accounts, the preferred one first, and changes which one that is", () => {
    const stage = new Stage(worldOf());
    const { id } = stage.pegawai("camat");
    const second = akunOf(id, { id: "akun-kedua", saluran: "WhatsApp" });
    stage.world = { ...stage.world, akunList: [...stage.world.akunList, second] };
    const profile = stage.act("camat", "/saya");
    expect(profile).toContain("Telegram: utama, percakapan ini\nWhatsApp: cadangan\n");
    expect(stage.titles("camat")).toEqual([
      "Utamakan WhatsApp",
      "Hubungkan akun lain",
      "Putuskan akun",
    ]);
    expect(stage.act("camat", "1")).toContain("dikirim ke WhatsApp");
    expect(stage.effects).toContainEqual({
      kind: "utamakan",
      pegawaiId: "camat",
      akunId: "akun-kedua",
    });
    expect(stage.outcome("sekcam", "/saya utamakan akun-kedua").ditolak).toBe("akun-tidak-dikenal");
    expect(stage.act("camat", "/saya putuskan ya")).toContain("selanjutnya dikirim ke WhatsApp");
  });

  it("/saya gives a code for another account of one's own", () => {
    const stage = new Stage();
    stage.act("camat", "/saya");
    expect(stage.act("camat", { tap: "Hubungkan akun lain" })).toContain("/start KODEUNDANGA");
    expect(stage.effects).toContainEqual(
      expect.objectContaining({ kind: "undangan", pegawaiId: "camat", oleh: "camat" }),
    );
  });

  it("/saya unlinks only after a second yes", () => {
    const stage = opened();
    expect(stage.act("camat", "/saya")).toContain("Jabatan: Camat");
    expect(stage.act("camat", "putuskan akun")).toContain("Putuskan akun ini?");
    expect(stage.effects.some(({ kind }) => kind === "putuskan")).toBe(false);
    expect(stage.act("camat", "ya")).toContain("✅ Akun diputuskan");
    expect(stage.effects).toContainEqual({ kind: "putuskan", pegawaiId: "camat" });
  });

  it("/undang makes a code for whoever has no account", () => {
    const linked = new Set(kantor.pegawaiList.map(({ id }) => id).filter((id) => id !== "camat"));
    const stage = new Stage(worldOf({ terhubung: linked }));
    stage.act("sekcam", "/undang");
    expect(stage.titles("sekcam")).toEqual(["Camat"]);
    const text = stage.act("sekcam", "camat");
    const effect = stage.effects.find(({ kind }) => kind === "undangan");
    expect(effect).toMatchObject({ pegawaiId: "camat", oleh: "sekcam" });
    if (effect?.kind !== "undangan") throw new Error("no invitation");
    expect(effect.kode).toBe(stage.world.kodeUndangan);
    expect(effect.berlakuSampaiMs).toBe(at("2027-01-11 09:00"));
    expect(text).toContain(`/start ${effect.kode}`);
    expect(stage.outcome("sekcam", "/undang kasi").ditolak).toBe("pegawai-tidak-dikenal");
    expect(stage.outcome("sekcam", "/undang inspektorat").ditolak).toBe("sudah-terhubung");
  });

  it("/pegawai lists who has an account", () => {
    const linked = kantor.pegawaiList.slice(1, 2).map(({ id }) => id);
    const stage = new Stage(worldOf({ terhubung: new Set(linked) }));
    const text = stage.act("sekcam", "/pegawai");
    expect(text).toContain("Pegawai Kecamatan Contoh — 1 dari 7 punya akun");
    expect(text).toContain("1. Camat — belum punya akun");
    expect(text).toContain("Mengundang yang belum: /undang.");
  });

  it("/dokumen offers every version with the figures it was made from", () => {
    const stage = opened();
    expect(stage.act("camat", "/dokumen")).toContain("Belum ada dokumen");
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu lewat");
    stage.wait(10);
    stage.act("perencanaan", "1");
    stage.act("sekcam", "kembalikan");
    stage.act("sekcam", "Rapikan uraian");
    expect(stage.act("camat", "dokumen")).toContain("1. Laporan, Draf 2 — ");
    expect(stage.act("camat", "2")).toContain("Laporan, Draf 1 Triwulan IV 2026");
    expect(stage.last("camat").lampiran).toMatchObject({ jenis: "naskah", bentuk: "pdf" });
    expect(stage.outcome("camat", "/dokumen x 9").ditolak).toBe("tombol-lama");
  });

  it("/batal with nothing open says so", () => {
    expect(new Stage().act("camat", "/batal")).toContain("Tidak ada yang sedang dikerjakan");
  });

  it("/start of a linked person shows what waits", () => {
    expect(
      opened().act("pelayanan", { masukan: { jenis: "perintah", nama: "start", argumen: "ABC" } }),
    ).toContain("1. Realisasi Triwulan IV 2026, kurang 3 indikator");
  });
});

describe("welcome", () => {
  it.each([
    ["pelayanan", "mengisi realisasi indikator"],
    ["camat", "satu jawaban"],
    ["inspektorat", "menerima laporan"],
  ])("greets %s by what the program is for them", (id, says) => {
    const pegawai = new Stage().pegawai(id);
    const { effects } = welcome(worldOf(), { pegawai, session: emptySession, akunId: null });
    const [effect] = effects;
    if (effect?.kind !== "pesan") throw new Error("no message");
    const text = plainText(effect.pesan.teks);
    expect(text).toContain(`Selamat datang, ${pegawai.jabatan} (Kecamatan Contoh).`);
    expect(text).toContain(says);
    expect(text).toContain("Saat ini tidak ada tugas. Ketik /bantuan kapan saja.");
  });

  it("shows the tasks that came before the account", () => {
    const stage = opened();
    const pegawai = stage.pegawai("pelayanan");
    const { effects, session } = welcome(stage.world, {
      pegawai,
      session: emptySession,
      akunId: null,
    });
    const [effect] = effects;
    if (effect?.kind !== "pesan") throw new Error("no message");
    expect(plainText(effect.pesan.teks)).toContain("1. Realisasi Triwulan IV 2026");
    expect(session.prompt?.pilihan).toHaveLength(1);
  });
});

function letter(): Stage {
  const stage = new Stage(worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }] }));
  stage.open();
  stage.act("camat", { tap: "✅ Perintahkan" });
  return stage;
}

describe("/hentikan", () => {
  it("gives the only running berkas up with a reason, and tells whoever it waits for", () => {
    const stage = letter();
    expect(stage.act("camat", "/hentikan")).toContain("Menghentikan berkas Triwulan IV 2026");
    expect(stage.act("camat", "Rapat dipindahkan ke semester")).toContain(
      "Berkas Triwulan IV 2026 dihentikan",
    );
    expect(stage.berkas().state.status).toBe("dibatalkan");
    expect(stage.lastText("sekcam")).toContain("Rapat dipindahkan ke semester");
    expect(stage.effects).toContainEqual(
      expect.objectContaining({ kind: "batal-nomor", alasan: "Rapat dipindahkan ke semester" }),
    );
  });

  it("can be left, and is for nobody but heads, secretaries and admin", () => {
    const stage = letter();
    stage.act("camat", "/hentikan");
    stage.act("camat", "batal");
    expect(stage.berkas().state.status).toBe("berjalan");
    expect(stage.outcome("pelayanan", "/hentikan").ditolak).toBe("tidak-berwenang");
    expect(stage.outcome("camat", "/hentikan lain").ditolak).toBe("tombol-lama");
  });

  it("asks which where several run, and says so where none does", () => {
    const stage = new Stage();
    expect(stage.act("camat", "/hentikan")).toContain("Tidak ada berkas yang berjalan");
    stage.open("2026-TW3");
    stage.open("2026-TW4");
    expect(stage.act("camat", "/hentikan")).toContain("Berkas yang mana?");
    expect(stage.act("camat", "2")).toContain("Menghentikan berkas Triwulan IV 2026");
  });
});
