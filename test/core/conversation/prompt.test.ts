import { describe, expect, it } from "vitest";
import { promptFor, withPrompt } from "../../../src/core/conversation/prompt.ts";
import { emptySession, type Session } from "../../../src/core/conversation/session.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import type { Pesan } from "../../../src/core/pesan/pesan.ts";

const task: Pesan = {
  teks: [{ teks: "Mohon persetujuan" }],
  pilihan: [[{ id: "setuju", judul: "✅ Setuju" }], [{ id: "angka", judul: "Lihat" }]],
  promptId: "b1.3",
};
const busy: Session = {
  ...emptySession,
  dialogue: fresh({ jenis: "tutup", hal: { waitId: "b1.1" } }, "d1"),
};

describe("promptFor", () => {
  it("lets a task that arrived be answered by typing", () => {
    expect(promptFor(emptySession, task).prompt).toEqual({
      promptId: "b1.3",
      pilihan: [
        { id: "setuju", judul: "✅ Setuju" },
        { id: "angka", judul: "Lihat" },
      ],
    });
  });

  it("leaves an open dialogue alone", () => {
    expect(promptFor(busy, task)).toBe(busy);
  });
});

describe("withPrompt", () => {
  it("keeps the last choices when a message has none", () => {
    const shown = withPrompt(emptySession, task);
    expect(withPrompt(shown, { teks: [] })).toBe(shown);
  });

  it("takes choices that need no prompt", () => {
    const list: Pesan = { teks: [], pilihan: [[{ id: "/tugas", judul: "Tugas" }]] };
    expect(withPrompt(busy, list).prompt?.promptId).toBe("");
  });
});
