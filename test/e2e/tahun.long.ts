import { describe, it } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { gangguan, tahun } from "./tahun.ts";

describe("a year of sheet 003 on SQLite ends with the expected rekap when it is", () => {
  it("left alone", () => tahun({}));
  it("given every update twice", () => tahun(gangguan.dikirimDuaKali));
  it("played by a clock that is set back before every message", () => tahun(gangguan.jamMundur));
  it("stopped and started before every message", () => tahun(gangguan.dimulaiUlang));
});

describe("a year of sheet 003 on PostgreSQL ends with the expected rekap", () => {
  it("through every disturbance at once", async ({ onTestFinished }) => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const databaseUrl = await postgres.createDatabase();
    const { dikirimDuaKali, jamMundur, dimulaiUlang } = gangguan;
    await tahun({ ...dikirimDuaKali, ...jamMundur, ...dimulaiUlang, databaseUrl });
  });
});
