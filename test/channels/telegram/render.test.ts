import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../../src/channels/telegram/index.ts";
import {
  overlongToken,
  sanitizeFileName,
  toEntities,
  toKeyboard,
  toParts,
} from "../../../src/channels/telegram/render.ts";
import { systemTiming } from "../../../src/clock/system-timing.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { rich } from "../../support/teks.ts";

const { caps } = createTelegramChannel({
  token: "1:x",
  apiRoot: "http://127.0.0.1:9",
  log: new MemoryLog(),
  now: () => 0,
  timing: systemTiming,
});

describe("toEntities", () => {
  it("counts in UTF-16 units and puts looks beside the bare text", () => {
    expect(toEntities([{ teks: "😀 " }, { teks: "tebal", tebal: true, miring: true }])).toEqual({
      text: "😀 tebal",
      entities: [
        { type: "bold", offset: 3, length: 5 },
        { type: "italic", offset: 3, length: 5 },
      ],
    });
  });

  it("points at the same words after splitting, however long the text", () => {
    // Each bold word is unlike any other, so what an entity covers can be told.
    const piece = fc.record({
      bold: fc.boolean(),
      filler: fc.stringMatching(/^[a-zé😀 \n]{0,200}$/u),
    });
    const content = fc.array(piece, { maxLength: 120 });
    fc.assert(
      fc.property(content, fc.boolean(), (pieceList, withFile) => {
        const spanList = pieceList.flatMap(({ bold, filler }, n) => [
          { teks: `${filler} ` },
          bold ? { teks: `<${n}>`, tebal: true as const } : { teks: `[${n}]` },
        ]);
        const file = withFile ? { nama: "a", mime: "b", data: new Uint8Array(1) } : null;
        const partList = toParts({ teks: spanList, pilihan: [], file }, caps).map(toEntities);
        const covered = partList.flatMap(({ text, entities }) =>
          entities.map(({ offset, length }) => text.slice(offset, offset + length)),
        );
        const expected = pieceList.flatMap(({ bold }, n) => (bold ? [`<${n}>`] : []));
        expect(covered.join("")).toBe(expected.join(""));
        for (const [at, { text }] of partList.entries()) {
          const max = withFile && at === 0 ? caps.captionMax : caps.textMax;
          expect(text.length).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const rowOf = (id: string) => [[{ id, judul: "Ya" }]];

describe("toKeyboard", () => {
  it("has the token behind the title, and no empty rows", () => {
    const rows = [[{ id: "a.1:ya", judul: "Ya" }], []];
    expect(toKeyboard(rows)).toEqual({
      inline_keyboard: [[{ text: "Ya", callback_data: "a.1:ya" }]],
    });
    expect(toKeyboard([[]])).toBeNull();
  });

  it("counts the bytes of a token, not its letters", () => {
    expect(overlongToken(rowOf("x".repeat(64)))).toBeUndefined();
    expect(overlongToken(rowOf("x".repeat(65)))?.judul).toBe("Ya");
    expect(overlongToken(rowOf("ж".repeat(33)))?.judul).toBe("Ya");
  });
});

describe("sanitizeFileName", () => {
  it.each([
    ["Rekap TW IV.xlsx", "Rekap TW IV.xlsx"],
    ['a"b\r\nc.pdf', "abc.pdf"],
    ["../../etc/passwd", "..-..-etc-passwd"],
    ["Отчёт ✅.xlsx", "Отчёт ✅.xlsx"],
    ['"\u0000"', "berkas"],
  ])("turns %j into %j", (nama, clean) => {
    expect(sanitizeFileName(nama)).toBe(clean);
  });
});

describe("a text with marks of its own", () => {
  it("stays as typed", () => {
    const { text, entities } = toEntities(rich("{{isi}}", { isi: "*x* _y_ <b>z</b> [a](b)" }));
    expect(text).toBe("*x* _y_ <b>z</b> [a](b)");
    expect(entities).toEqual([]);
  });
});
