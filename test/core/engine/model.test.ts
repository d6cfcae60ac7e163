import * as fc from "fast-check";
import { describe, it } from "vitest";
import { anyDraw, courses, playModel } from "./model.ts";

/** Sequences a course; the long form has many more. */
const runs = { numRuns: 6 };

describe("whatever happens to a berkas", () => {
  it.each(courses)(
    "somebody is asked, nobody beside them, no deadline is before its time, and it finds its end: $nama",
    (course) => {
      fc.assert(
        fc.property(fc.array(anyDraw, { minLength: 1, maxLength: 60, size: "max" }), (draws) => {
          playModel(course, draws);
        }),
        runs,
      );
    },
  );
});
