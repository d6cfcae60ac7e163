import { describe, expect, it } from "vitest";
import { SessionJson } from "../../src/store/codec/session.ts";

const session = { seq: 4, prompt: null, aktifMs: 1_790_000_000_000 };
const asked = { id: "d1", waitId: "k3f9w2m1qa.1", antrean: ["1.2", "1.3"] };

describe("a session of version 0.1", () => {
  it.each([
    {
      ...asked,
      jenis: "isian",
      berkasId: "k3f9w2m1qa",
      terakhir: "1.1",
      tahap: { tahap: "angka" },
    },
    { ...asked, jenis: "formulir", tipe: "jam", calon: { tipe: "jam", menit: 600 } },
  ])("goes on with what is still to be asked of its $jenis", (dialogue) => {
    const read = SessionJson.parse(JSON.parse(JSON.stringify({ ...session, dialogue })));
    expect(read.dialogue).toEqual({
      jenis: dialogue.jenis,
      id: "d1",
      hal: { waitId: "k3f9w2m1qa.1" },
      antrean: ["1.2", "1.3"],
      jawaban: {},
      ragu: null,
      terakhir: null,
    });
  });

  it("is not readable in the middle of anything else, and begins anew", () => {
    const dialogue = { jenis: "unit", id: "d1", waitId: "k3f9w2m1qa.1" };
    expect(SessionJson.safeParse({ ...session, dialogue }).success).toBe(false);
  });
});
