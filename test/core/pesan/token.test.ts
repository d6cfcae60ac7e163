import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { berkasIdOf, parseToken, tokenOf } from "../../../src/core/pesan/token.ts";

const choiceId = fc.stringMatching(/^[a-z0-9-]{1,20}$/);

describe("tokens of choices", () => {
  it.each([
    ["ab12cd34ef.3", "setuju", "ab12cd34ef.3:setuju"],
    ["d:7", "1", "d:7:1"],
    ["ab12cd34ef.3", "/tugas", "/tugas"],
    [null, "/tugas", "/tugas"],
    [null, "ya", "ya"],
  ])("composes %j and %j to %j", (promptId, id, token) => {
    expect(tokenOf(promptId, id)).toBe(token);
  });

  it.each([
    ["ab12cd34ef.3:setuju", "ab12cd34ef.3", "setuju"],
    ["d:7:1", "d:7", "1"],
    ["/isi 1:1", null, "/isi 1:1"],
    ["ya", null, "ya"],
    ["", null, ""],
  ])("takes %j apart", (token, promptId, id) => {
    expect(parseToken(token)).toEqual({ promptId, id });
  });

  it.each([
    ["ab12cd34ef.3:setuju", "ab12cd34ef"],
    ["isian-7:1", null],
    ["/tugas", null],
  ])("finds the berkas of %j", (token, berkasId) => {
    expect(berkasIdOf(token)).toBe(berkasId);
  });

  it("gives back what was put in, colons in the prompt's id included", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.:]{1,30}$/), choiceId, (promptId, id) => {
        expect(parseToken(tokenOf(promptId, id))).toEqual({ promptId, id });
      }),
    );
  });
});
