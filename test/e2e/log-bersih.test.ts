// What the program logs, down to the least important line, read back after a triwulan was collected.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Office } from "./office.ts";
import { approveTriwulan, fillUnit } from "./paringin-selatan.ts";

/** Names of people, told apart from their posts. */
const namaList = ["Wibisono", "Hastuti", "Prakoso", "Maharani", "Sucipto", "Anggraini"];
const NOMOR = "0812-3456-7890";
const PENGHAMBAT = `Pejabat Pasar Lama belum menjawab, telepon ${NOMOR}`;
const ALASAN = "Angka surat keterangan tertukar dengan angka pengaduan";
const SIARAN = "Besok pagi apel di lapangan kantor lama";

let office: Office;
const shown: string[] = [];
const logOf = (): string => office.logLines.join("");

beforeAll(async () => {
  let at = 0;
  office = await Office.open({
    kantorFile: join(import.meta.dirname, "uji.yaml"),
    mulai: "2026-12-28T09:00:00+08:00",
    tanpaAkun: ["staf"],
    ubah: (yaml) =>
      yaml.replaceAll(/nama: [\w ]+(?=,\s+jabatan:)/g, () => `nama: Ibu ${namaList[at++]}`),
  });
  shown.push(office.invitation("staf"), office.invitation("camat"));
}, 60_000);
afterAll(() => office.close());

describe("the log of a triwulan, down to its least line", () => {
  it("is played: strangers, wrong codes, figures, a return, an approval, a broadcast, faults", async () => {
    expect(at6()).toBe(true);
    const asing = office.telegram.person(901, "Wartawan Usil");
    for (const kode of ["SALAHSALAH1", shown[1] ?? ""])
      await office.act(() => asing.says(`/start ${kode}`));
    await office.act(() => asing.says(`Halo, nomor saya ${NOMOR}`));
    await office.moveTo("2027-01-04T07:40:00+08:00");
    await office.says("sekcam", "/undang staf");
    shown.push(office.codeTold("sekcam"));
    await office.joins("staf", "Anggraini", shown[2] ?? "");
    await fillUnit(office, "kasi-pelayanan", ["88,4", "7"]);
    await fillUnit(office, "kasi-pemerintahan", ["40/40", "6"]);
    office.telegram.faults.failNext("sendMessage", 500, `kirim ${NOMOR}`);
    await fillUnit(office, "kasubbag", ["52,5", PENGHAMBAT, "Belanja dipercepat", "Lewati"]);
    await office.taps("kasubbag", "✅ Teruskan");
    await office.taps("sekcam", "✅ Setuju");
    await office.taps("camat", /Kembalikan/);
    await office.says("camat", ALASAN);
    await approveTriwulan(office);
    await office.says("sekcam", `/siaran ${SIARAN}`);
    expect((await office.berkasEnds()).join()).toContain("2026-TW4 selesai");
    expect(office.logLines.length).toBeGreaterThan(30);
    expect(logOf()).toContain('"level":"debug"');
  }, 120_000);

  it.each([
    [
      "the token of the bot",
      () => [office.telegram.token, office.telegram.token.split(":")[1] ?? ""],
    ],
    ["an invitation code, right or wrong", () => [...shown, "SALAHSALAH1"]],
    ["a telephone number", () => [NOMOR, NOMOR.replaceAll("-", ""), "3456-7890"]],
    ["a name", () => [...namaList, "Wartawan Usil"]],
    ["what somebody wrote", () => ["Pasar Lama", "surat keterangan", "lapangan kantor"]],
    ["what was sent to them", () => ["Mohon", "Realisasi Triwulan", "persetujuan"]],
  ])("does not show %s", (_, secretList) => {
    expect(secretList().filter((secret) => secret === "" || logOf().includes(secret))).toEqual([]);
  });
});

/** The office file was changed as meant. */
const at6 = (): boolean => namaList.every((nama) => office.keeps(nama));
