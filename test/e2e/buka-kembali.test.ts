import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Office } from "./office.ts";
import { approveTriwulan, fillTriwulan, passSemester } from "./paringin-selatan.ts";

/**
 * A figure of TW II turns out wrong when both triwulan and the semester over them are finished. From
 * then on the process is stopped and started before every message.
 */
describe("a finished report that is opened again, over the Bot API", () => {
  let office: Office | undefined;
  afterEach(async () => {
    await office?.close();
    office = undefined;
  });

  it("is corrected, tells the semester, closes by itself and can be traced", async () => {
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "uji.yaml"),
      mulai: "2026-03-30T09:00:00+08:00",
    });
    const said = (id: string): string => office?.person(id).transcript() ?? "";
    await office.moveTo("2026-04-01T07:40:00+08:00");
    await fillTriwulan(office, 1);
    await approveTriwulan(office);
    await office.moveTo("2026-07-01T07:40:00+08:00");
    await fillTriwulan(office, 2);
    await approveTriwulan(office);
    await passSemester(office);

    office.restartEachAct = true;
    await office.moveTo("2026-07-08T09:00:00+08:00");
    await office.says("kasubbag", "/bukakembali TW 2 2026");
    await office.says("kasubbag", "1.2");
    await office.says("kasubbag", "2");
    await office.says("kasubbag", "Satu bulan belum terhitung.");
    expect(said("camat")).toContain("Mohon izin membuka kembali Triwulan II 2026");
    await office.taps("camat", "✅ Setuju");
    await office.taps("kasi-pelayanan", "Perbaiki");
    await office.says("kasi-pelayanan", "ubah 1");
    await office.says("kasi-pelayanan", "8");
    await office.taps("kasi-pelayanan", "Kirim");
    await approveTriwulan(office);
    expect(said("kasi-pelayanan")).toContain("1.2: 9 → 8");

    await office.moveTo("2026-07-08T09:30:00+08:00");
    expect(said("kasubbag")).toContain("Semester I 2026 sudah selesai dengan angka lama");
    await office.taps("kasubbag", "🔓 Buka kembali");
    await office.taps("kasubbag", "3 hari kerja");
    await office.says("kasubbag", "Angka Triwulan II dibetulkan.");
    await office.taps("camat", "✅ Setuju");
    await passSemester(office);
    expect(said("camat")).toContain("Perbaikan Semester I 2026 disahkan");
    expect(said("camat")).toContain("1.2 (Triwulan II 2026): 9 → 8");

    await office.says("kasubbag", "/bukakembali TW 2 2026");
    await office.says("kasubbag", "1.2");
    await office.says("kasubbag", "1");
    await office.says("kasubbag", "Perlu dicek sekali lagi.");
    await office.taps("camat", "✅ Setuju");
    await office.taps("kasi-pelayanan", "Perbaiki");
    await office.says("kasi-pelayanan", "ubah 1");
    await office.says("kasi-pelayanan", "7");
    await office.moveTo("2026-07-10T08:00:00+08:00");
    expect(said("kasi-pelayanan")).toContain("Waktu membuka kembali Triwulan II 2026 habis");

    await office.says("sekcam", "siapa mengubah angka 1.2?");
    const [, trace = ""] = said("sekcam").split("Riwayat angka 1.2");
    expect(trace).toContain("sistem: 7 → 8");
    expect(trace).toContain("Kasi Pelayanan: 9 → 8; 🔓 dibuka kembali");
    expect(await office.logIsWhole()).toBe(true);
  }, 240_000);
});
