import { describe, it } from "vitest";
import { gangguan, tahun } from "./tahun.ts";

describe("a year of sheet 003 on SQLite ends with the expected rekap when it is", () => {
  it("left alone", () => tahun({}));
  it("given every update twice", () => tahun(gangguan.dikirimDuaKali));
  it("played by a clock that is set back before every message", () => tahun(gangguan.jamMundur));
  it("stopped and started before every message", () => tahun(gangguan.dimulaiUlang));
});
