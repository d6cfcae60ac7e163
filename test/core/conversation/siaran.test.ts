import { describe, expect, it } from "vitest";
import { type SiaranKeadaan, siaranProgress } from "../../../src/core/conversation/siaran.ts";
import { titlesFor } from "../../../src/core/pesan/ucap.ts";
import { Stage } from "../../support/stage.ts";
import { pembaca, said } from "../../support/teks.ts";
import { akunOf, kantor, worldOf } from "../../support/world.ts";

const linked = kantor.pegawaiList.map(({ id }) => id);

describe("a broadcast", () => {
  it("asks text and audience, shows a preview, and leaves only after Kirim", () => {
    const stage = new Stage(worldOf({ terhubung: new Set(linked.slice(0, 5)) }));
    stage.open();
    expect(stage.act("sekcam", "/siaran")).toContain("Ketik isi pesannya");
    expect(stage.act("sekcam", "Rapat Kamis\npukul 09.00 di aula")).toContain("untuk siapa?");
    expect(stage.titles("sekcam")).toEqual([
      "Semua (4)",
      "Belum mengirim (2)",
      "Camat (1)",
      "Para Kasi (2)",
      "Para Kasubbag (1)",
      "Batal",
    ]);
    const preview = stage.act("sekcam", "semua");
    expect(preview).toContain("Rapat Kamis\npukul 09.00 di aula");
    expect(preview).toContain(
      "Akan dikirim ke 4 orang (2 lainnya belum punya akun), perkiraan 5 detik.",
    );
    expect(stage.effects.some(({ kind }) => kind === "siaran")).toBe(false);
    expect(stage.act("sekcam", "kirim")).toContain("✅ Siaran dikirim ke 4 orang");
    const sent = stage.effects.find(({ kind }) => kind === "siaran");
    expect(sent).toMatchObject({
      oleh: "sekcam",
      teks: "Rapat Kamis\npukul 09.00 di aula",
      penerima: ["camat", "pelayanan", "pemerintahan", "perencanaan"].map((pegawaiId) => ({
        pegawaiId,
        akunId: `akun-${pegawaiId}`,
      })),
      pribadi: [],
    });
    expect(stage.session("sekcam").dialogue).toBeNull();
    expect(stage.act("sekcam", { tap: "Batalkan siaran" })).toContain("Siaran dibatalkan");
    const [cancelled] = stage.effects.filter(({ kind }) => kind === "batal-siaran");
    expect(cancelled).toMatchObject({
      siaranId: sent?.kind === "siaran" ? sent.siaranId : "",
      oleh: "sekcam",
    });
  });

  it("counts by channel, and says whom no channel for many reaches", () => {
    const [camat, sekcam, pelayanan, pemerintahan] = linked.map((id) => akunOf(id));
    if (!camat || !sekcam || !pelayanan || !pemerintahan) throw new Error("too few people");
    const wa = { saluran: "WhatsApp", massal: null };
    const stage = new Stage(
      worldOf({
        akunList: [
          { ...camat, ...wa },
          { ...sekcam },
          { ...pelayanan, ...wa },
          { ...pelayanan, id: "kedua" },
          { ...pemerintahan, saluran: "Peraga" },
        ],
      }),
    );
    stage.act("sekcam", "/siaran Rapat Kamis");
    expect(stage.act("sekcam", "semua")).toContain(
      "Akan dikirim ke 2 orang (1 Telegram, 1 Peraga; 3 lainnya belum punya akun), perkiraan 3 detik.\nTidak dikirim: Camat (saluran pribadi).",
    );
    stage.act("sekcam", "kirim");
    expect(stage.effects.find(({ kind }) => kind === "siaran")).toMatchObject({
      penerima: [
        { pegawaiId: "pelayanan", akunId: "kedua" },
        { pegawaiId: "pemerintahan", akunId: "akun-pemerintahan" },
      ],
      pribadi: ["camat"],
    });
  });

  it("says beforehand that a slow channel takes minutes, and what goes on the next day", () => {
    const akunList = linked.slice(0, 5).map((id) => ({
      ...akunOf(id),
      saluran: "WhatsApp",
      massal: { jedaDetik: 60, perHari: 2 },
    }));
    const stage = new Stage(worldOf({ akunList }));
    stage.act("sekcam", "/siaran Rapat Kamis");
    expect(stage.act("sekcam", "semua")).toContain(
      [
        "Akan dikirim ke 4 orang (2 lainnya belum punya akun), perkiraan 3 menit.",
        "Jumlah sehari dibatasi agar nomor kantor aman: selebihnya dikirim pada jam yang sama hari berikutnya, seluruhnya dalam 2 hari. Yang belum dikirim dapat dibatalkan.",
      ].join("\n"),
    );
  });

  it("can be changed before it leaves", () => {
    const stage = new Stage();
    stage.act("sekcam", "/siaran Besok libur");
    stage.act("sekcam", "para kasi");
    expect(stage.act("sekcam", { tap: "Ubah penerima" })).toContain("untuk siapa?");
    stage.act("sekcam", "camat");
    expect(stage.act("sekcam", "ubah isi")).toContain("Ketik isi pesannya");
    expect(stage.act("sekcam", "status")).toContain("untuk siapa?");
    expect(stage.act("sekcam", "batal")).toContain("Dibatalkan");
  });

  it.each([
    ["!!", "kalimat-terlalu-pendek"],
    ["huruf ".repeat(600), "kalimat-terlalu-panjang"],
  ])("refuses a text that is none (%#)", (text, code) => {
    const stage = new Stage();
    stage.act("sekcam", "/siaran");
    expect(stage.outcome("sekcam", text).ditolak).toBe(code);
  });

  it("is cancelled only by those who may send one", () => {
    const stage = new Stage();
    expect(stage.outcome("pelayanan", { token: "abc:batal-siaran" }).ditolak).toBe(
      "tidak-berwenang",
    );
  });
});

const status = (change: Partial<SiaranKeadaan>): SiaranKeadaan => ({
  id: "s1",
  dibatalkan: false,
  total: 14,
  terkirim: 13,
  dibaca: 9,
  menunggu: 0,
  kantorMenunggu: 0,
  gagal: [],
  sampai: 0,
  dilewati: [],
  ...change,
});

describe("siaranProgress", () => {
  it("counts while it runs and can be called off", () => {
    const pesan = siaranProgress(status({ terkirim: 5, menunggu: 9 }), kantor);
    expect(said(pesan.teks)).toContain("Terkirim 5 dari 14, menunggu 9.");
    expect(pesan.promptId).toBe("s1");
    expect(titlesFor(pembaca, pesan.pilihan ?? [])).toEqual([
      [{ id: "batal-siaran", judul: "Batalkan siaran" }],
    ]);
  });

  it("reports who was not reached and why", () => {
    const [, , , gone] = kantor.pegawaiList;
    if (gone === undefined) throw new Error("no such person");
    const gagal = [{ kantorId: kantor.id, pegawaiId: gone.id, sebab: "akun memblokir bot" }];
    const pesan = siaranProgress(status({ gagal }), kantor);
    expect(said(pesan.teks)).toBe(
      "✅ Siaran selesai\nTerkirim 13 dari 14, dibaca 9, gagal 1.\nGagal: Kasi Pemerintahan (akun memblokir bot).",
    );
    expect(pesan.pilihan).toBeUndefined();
  });

  it("says what had left when it was called off", () => {
    const pesan = siaranProgress(status({ dibatalkan: true, terkirim: 3, menunggu: 11 }), kantor);
    expect(said(pesan.teks)).toContain("Terlanjur terkirim 3 dari 14");
  });
});
