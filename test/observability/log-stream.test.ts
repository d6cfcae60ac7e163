import { describe, expect, it } from "vitest";
import { createLogStream } from "../../src/observability/log-stream.ts";
import { createLogger } from "../../src/observability/logger.ts";

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A place that takes `room` bytes, a few at a time, and what it holds. */
function place(room: number, { code = "ENOSPC", atOnce = 1_000 } = {}) {
  const disk = { room, text: "", refused: 0 };
  const stream = createLogStream((bytes) => {
    const taken = Math.min(bytes.length, disk.room, atOnce);
    if (taken === 0) {
      disk.refused += 1;
      throw failure(code);
    }
    disk.room -= taken;
    disk.text += Buffer.from(bytes.subarray(0, taken)).toString();
    return taken;
  });
  return { disk, stream };
}

describe("the place log lines go to", () => {
  it("takes a line in pieces", () => {
    const { disk, stream } = place(100, { atOnce: 3 });
    stream.write("satu dua\n");
    expect([disk.text, stream.lost]).toEqual(["satu dua\n", 0]);
  });

  it.each(["ENOSPC", "EPIPE", "EIO", "EDQUOT"])(
    "loses lines to %s without a word, counts them, and says so once there is room",
    (code) => {
      const { disk, stream } = place(12, { code });
      stream.write("satu dua\n");
      stream.write("tiga empat\n");
      stream.write("lima enam\n");
      expect([disk.text, stream.lost]).toEqual(["satu dua\ntig", 2]);
      disk.room = 10_000;
      stream.write("tujuh\n");
      const [first, torn, note = "", last] = disk.text.split("\n");
      expect([first, torn, last]).toEqual(["satu dua", "tig", "tujuh"]);
      expect(JSON.parse(note)).toMatchObject({ level: "warn", lost: 2 });
      stream.write("delapan\n");
      expect(disk.text.match(/were lost/g)).toHaveLength(1);
      expect(stream.lost).toBe(2);
    },
  );

  it("waits a moment for a slow reader, and no longer", () => {
    const { disk, stream } = place(0, { code: "EAGAIN" });
    stream.write("satu\n");
    expect(stream.lost).toBe(1);
    expect(disk.refused).toBeGreaterThan(1);
  });

  it("never makes whoever logs fail", () => {
    const { stream } = place(0);
    const log = createLogger({ level: "info", pretty: false, secrets: [] }, stream);
    expect(() => log.info({ err: new Error("x") }, "sesuatu")).not.toThrow();
    expect(stream.lost).toBe(1);
  });
});
