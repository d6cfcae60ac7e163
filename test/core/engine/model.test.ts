import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDraw, courses, Model } from "./model.ts";

/** Sequences a course; the long form has many more. */
const runs = { numRuns: 25 };

describe.each(courses)("whatever happens to $nama", (course) => {
  it("keeps somebody asked, nobody beside them, no deadline before its time, and a way forward", () => {
    fc.assert(
      fc.property(fc.array(anyDraw, { minLength: 1, maxLength: 60 }), (draws) => {
        const model = new Model(course);
        for (const draw of draws) model.step(draw);
        model.toTheEnd();
        expect(model.state.status).not.toBe("berjalan");
      }),
      runs,
    );
  });
});
