import { describe, expect, it } from "vitest";
import type { Pesan } from "../../../src/core/pesan/pesan.ts";
import { Stage } from "../../support/stage.ts";

function lastReply(stage: Stage): Pesan | undefined {
  const replies = stage.effects.flatMap((effect) =>
    effect.kind === "pesan" && effect.kepada.ke === "asal" ? [effect.pesan] : [],
  );
  return replies.at(-1);
}

describe("thanks, with nothing waiting", () => {
  it.each(["terima kasih", "Terimakasih 🙏", "makasih pak", "ok, trims"])(
    "%s may be answered by a sign",
    (text) => {
      const stage = new Stage();
      expect(stage.act("camat", text)).toContain("Terima kasih, Bapak/Ibu.");
      expect(lastReply(stage)?.reaksi).toEqual({ tanda: "👍" });
    },
  );

  it.each(["selamat pagi", "assalamualaikum", "mohon izin pak"])(
    "%s is answered in words",
    (text) => {
      const stage = new Stage();
      stage.act("camat", text);
      expect(lastReply(stage)?.reaksi).toBeUndefined();
    },
  );

  it("is answered in words where something waits, and with it", () => {
    const stage = new Stage();
    stage.open();
    expect(stage.act("pelayanan", "terima kasih")).toContain("Yang menunggu Bapak/Ibu sekarang");
    expect(lastReply(stage)?.reaksi).toBeUndefined();
  });
});
