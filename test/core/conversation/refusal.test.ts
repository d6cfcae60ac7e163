import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikePassphrase } from "../../../src/core/conversation/incoming/passphrase.ts";
import { strangerReply } from "../../../src/core/conversation/stranger.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { said } from "../../support/teks.ts";

function opened(): Stage {
  const stage = new Stage();
  stage.open();
  return stage;
}

describe("refusals outside a dialogue", () => {
  it.each<readonly [Act, string]>([
    ["halo", "tidak-dipahami"],
    ["86,25", "tidak-dipahami"],
    ["", "tidak-dipahami"],
    ["/terbang", "perintah-tidak-dikenal"],
    [{ token: "nobody.3:setuju" }, "tombol-lama"],
    [{ token: "abc-7:kirim" }, "tombol-lama"],
    [{ token: "" }, "tombol-lama"],
    [{ token: ":" }, "tombol-lama"],
    [{ masukan: { jenis: "tak-didukung" } }, "tak-didukung"],
    [{ masukan: { jenis: "berkas-ditolak", sebab: "terlalu-besar" } }, "berkas-terlalu-besar"],
    [{ masukan: { jenis: "berkas-ditolak", sebab: "kosong" } }, "berkas-kosong"],
    [{ masukan: { jenis: "berkas-ditolak", sebab: "tak-terunduh" } }, "berkas-tak-terunduh"],
  ])("answers %j in words, logs it and changes nothing", (act, code) => {
    const stage = opened();
    const before = stage.berkas();
    const outcome = stage.outcome("sekcam", act);
    expect(outcome.ditolak).toBe(code);
    expect(outcome.berkasList).toEqual([]);
    expect(stage.berkas()).toEqual(before);
    expect(stage.lastText("sekcam").length).toBeGreaterThan(20);
    expect(outcome.effects).toContainEqual({
      kind: "catat",
      jenis: "ditolak",
      berkasId: null,
      oleh: "sekcam",
      data: { sebab: code },
    });
  });

  it("shows what is open to somebody who was not understood", () => {
    const stage = opened();
    stage.act("pelayanan", "assalamualaikum");
    expect(stage.lastText("pelayanan")).toContain(
      "1. Realisasi Triwulan IV 2026, kurang 3 indikator",
    );
    expect(stage.act("pelayanan", "1")).toContain("Indikator 1 dari 3");
  });

  it("refuses a choice that the wait does not have", () => {
    const stage = opened();
    const wait = stage.berkas().state.waitList.at(-1);
    expect(stage.outcome("pemerintahan", { token: `${wait?.id}:terbang` }).ditolak).toBe(
      "pilihan-tidak-dikenal",
    );
  });
});

describe("passphrases", () => {
  it.each([
    "passphrase saya Rahasia123!",
    "Passphrase: melati2024",
    "ini pass phrase TTE: Kucing#99",
    "kata sandi BSrE saya = abcdEF12",
    "PIN 123456 untuk tanda tangan",
    "password bsre KucingHitam",
  ])("are recognized in %s", (text) => {
    expect(looksLikePassphrase(text)).toBe(true);
  });

  it.each([
    "Apakah passphrase harus dikirim ke sini?",
    "Saya lupa passphrase, mohon bantuan admin.",
    "86,25",
    "Rapat Kamis 09.00",
    "pindah ruang 123456",
    "lapisan 2024 pinggir jalan",
  ])("are not seen in %s", (text) => {
    expect(looksLikePassphrase(text)).toBe(false);
  });

  it.each<readonly [string, Act]>([
    ["text", "passphrase saya Rahasia123!"],
    ["a command", "/siaran passphrase Rahasia123!"],
    ["a caption", { file: "a.pdf", caption: "passphrase Rahasia123!" }],
  ])("in %s are neither kept nor echoed", (_where, act) => {
    const stage = opened();
    const outcome = stage.outcome("sekcam", act);
    expect(outcome.ditolak).toBe("passphrase");
    expect(JSON.stringify(outcome)).not.toContain("Rahasia123");
    expect(stage.lastText("sekcam")).toContain("jangan kirim passphrase di sini");
  });

  it("are refused inside a dialogue, which stays open", () => {
    const stage = opened();
    stage.act("sekcam", "/siaran");
    expect(stage.outcome("sekcam", "passphrase: Rahasia123!").ditolak).toBe("passphrase");
    expect(stage.session("sekcam").dialogue).toMatchObject({ jenis: "siaran", jawaban: {} });
  });
});

describe("strangerReply", () => {
  it.each([
    "tanpa-kode",
    "kode-salah",
    "kode-kedaluwarsa",
    "kode-terpakai",
    "terlalu-sering",
  ] as const)("has one sentence for %s that tells nothing about the office", (sebab) => {
    const text = said(strangerReply(sebab).teks);
    expect(text.length).toBeGreaterThan(30);
    expect(text).not.toContain("Contoh");
    expect(strangerReply(sebab).pilihan).toBeUndefined();
  });
});

describe("whatever people do", () => {
  const who = fc.constantFrom(
    "pelayanan",
    "pemerintahan",
    "perencanaan",
    "staf",
    "sekcam",
    "camat",
  );
  const words = fc.constantFrom(
    "1",
    "2",
    "3",
    "86",
    "860",
    "86.250",
    "39/40",
    "nihil",
    "belum",
    "lewati",
    "ya",
    "setuju",
    "kembalikan",
    "kirim",
    "ubah 1",
    "batal",
    "isi",
    "/tugas",
    "/status",
    "/mulai",
    "/siaran",
    "/rekap",
    "1=80 2=10/40",
    "Data desa belum masuk",
    "tw 4 2026",
  );
  const act = fc.oneof(
    words.map((text) => ({ kind: "text" as const, text })),
    fc.nat(6).map((index) => ({ kind: "tap" as const, index })),
    fc.nat(60).map((index) => ({ kind: "old" as const, index })),
    fc.constant({ kind: "file" as const }),
    // Without the marks looked for below: a person's own words may come back in an answer.
    fc.string().map((text) => ({ kind: "text" as const, text: text.replace(/[\s.{}nN]/g, "_") })),
    fc.constant({ kind: "wait" as const }),
  );

  it("is answered in words, with buttons that fit a token, and never breaks", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(who, act), { maxLength: 40 }), (script) => {
        const stage = opened();
        for (const [id, one] of script) {
          if (one.kind === "wait") {
            stage.wait(37);
            continue;
          }
          const done = toAct(stage, id, one);
          if (done === null) continue;
          const outcome = stage.outcome(id, done);
          const tappedAway = outcome.effects.some(({ kind }) => kind === "tutup-prompt");
          const replied = outcome.effects.some(({ kind }) => kind === "pesan");
          expect(replied || tappedAway).toBe(true);
        }
        for (const { pesan } of stage.delivered) {
          expect(plainText(pesan.teks)).not.toMatch(/\{\{|undefined|null|NaN|  | \./);
          for (const { id } of (pesan.pilihan ?? []).flat()) {
            expect(`${pesan.promptId ?? ""}:${id}`.length).toBeLessThanOrEqual(64);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function toAct(
  stage: Stage,
  id: string,
  one: { readonly kind: string; readonly text?: string; readonly index?: number },
): Act | null {
  if (one.text !== undefined) return one.text;
  if (one.kind === "file") return { file: "a.jpg" };
  const seen = stage.delivered.filter(({ kepada, pesan }) => kepada === id && pesan.pilihan);
  const shown = one.kind === "tap" ? seen.slice(-1) : seen;
  const tokens = shown.flatMap(({ pesan }) =>
    (pesan.pilihan ?? [])
      .flat()
      .map((choice) => (choice.id.startsWith("/") ? choice.id : `${pesan.promptId}:${choice.id}`)),
  );
  const token = tokens[(one.index ?? 0) % Math.max(1, tokens.length)];
  return token === undefined ? null : { token };
}
