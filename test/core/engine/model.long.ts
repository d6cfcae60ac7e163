import * as fc from "fast-check";
import { describe, it } from "vitest";
import { figures, seed } from "../../support/endurance.ts";
import { anyDraw, courses, playModel } from "./model.ts";

const SEQUENCES = 100;

describe("whatever happens to a berkas, for long", () => {
  it.each(courses)("$nama stays in order and finds its end", (course) => {
    const beganMs = Date.now();
    let decisions = 0;
    fc.assert(
      fc.property(fc.array(anyDraw, { minLength: 1, maxLength: 120, size: "max" }), (draws) => {
        decisions += playModel(course, draws);
      }),
      { numRuns: SEQUENCES, seed },
    );
    const seconds = Math.round((Date.now() - beganMs) / 1_000);
    figures(`fuzz, decide, ${course.nama}`, { sequences: SEQUENCES, decisions, seconds });
  });
});
