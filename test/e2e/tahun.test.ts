import { it } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { gangguan, tahun } from "./tahun.ts";

it("a year of sheet 003 on PostgreSQL ends with the expected rekap through every disturbance at once", async ({
  onTestFinished,
}) => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  await tahun({
    ...gangguan.dikirimDuaKali,
    ...gangguan.jamMundur,
    ...gangguan.dimulaiUlang,
    databaseUrl: await postgres.createDatabase(),
  });
}, 240_000);
