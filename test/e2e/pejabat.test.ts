import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { allBerkas } from "../support/all-berkas.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const mulai = "2027-01-04T07:15:00+08:00";

let office: Office;
afterEach(() => office.close());

const textsOf = (id: string): readonly string[] => office.person(id).texts;
const lastOf = (id: string): string => textsOf(id).at(-1) ?? "";

/** Kasi Pelayanan is away on Wednesday alone, and the Sekcam stands in. */
async function withPlh(): Promise<void> {
  for (const said of ["/plh baru", "Kasi Pelayanan", "Cuti", "6 Januari", "6 Januari"])
    await office.says("sekcam", said);
  await office.says("sekcam", "Kasi Pemerintahan");
  await office.says("sekcam", "SP 800/2/2027");
  await office.says("sekcam", "Ya, catat");
}

describe("somebody who stands in", () => {
  it("has the tasks through the dates of the letter, and is told a minute after them", async () => {
    office = await Office.open({ kantorFile, mulai });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await withPlh();
    expect(
      textsOf("kasi-pemerintahan").some((text) => text.includes("ditunjuk sebagai Plh.")),
    ).toBe(true);
    await office.moveTo("2027-01-06T08:00:00+08:00");
    expect(
      textsOf("kasi-pemerintahan").some((text) => text.includes("bertugas sebagai Plh.")),
    ).toBe(true);
    const before = textsOf("kasi-pemerintahan").length;
    await office.moveTo("2027-01-07T00:01:00+08:00");
    expect(textsOf("kasi-pemerintahan")).toHaveLength(before);
    await office.says("kasi-pelayanan", "/tugas");
    expect(lastOf("kasi-pelayanan")).toContain("menunggu Bapak/Ibu");
    await office.moveTo("2027-01-07T08:00:00+08:00");
    expect(
      textsOf("kasi-pemerintahan").some((text) => text.includes("Plh. Kasi Pelayanan selesai")),
    ).toBe(true);
    expect(await office.logIsWhole()).toBe(true);
  }, 120_000);

  it("stays so when the office file is loaded again, which does not know of it", async () => {
    office = await Office.open({ kantorFile, mulai });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await withPlh();
    await office.reload((yaml) => yaml);
    const [record] = await office.store.listKantor();
    expect(record?.kantor.halanganList).toMatchObject([
      { jabatan: { pegawaiId: "kasi-pelayanan" }, wakil: { pegawaiId: "kasi-pemerintahan" } },
    ]);
    expect(record?.kantor.perubahanList).toHaveLength(1);
  }, 120_000);
});

describe("a stolen phone", () => {
  it("is unlinked at once: it answers nothing, and the new one goes on", async () => {
    office = await Office.open({ kantorFile, mulai });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await office.says("kasi-pelayanan", "/isi");
    await office.says("sekcam", "/pegawai putus kasi-pelayanan");
    await office.says("sekcam", "Ya, putuskan");
    const kode = office.codeTold("sekcam");
    await office.says("kasi-pelayanan", "84,5");
    expect(lastOf("kasi-pelayanan")).toContain("Akun ini belum terhubung");
    const state = (await allBerkas(office.store))[0]?.state;
    expect(state?.isianByKode).toEqual({});
    const baru = office.telegram.person(999, "Kasi Pelayanan");
    await office.act(() => baru.says(`/start ${kode}`));
    expect(baru.texts.at(-1)).toContain("Kasi Pelayanan");
    const before = textsOf("kasi-pelayanan").length;
    await office.moveTo("2027-01-08T16:00:00+08:00");
    expect(textsOf("kasi-pelayanan")).toHaveLength(before);
    expect(baru.texts.some((text) => text.startsWith("⏰"))).toBe(true);
    expect(await office.logIsWhole()).toBe(true);
  }, 120_000);
});

describe("a Kasi who is replaced", () => {
  it("leaves figures, tasks and a memori to the successor", async () => {
    office = await Office.open({ kantorFile, mulai });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await office.says("kasi-pemerintahan", "/isi");
    await office.says("kasi-pemerintahan", "17/18");
    await office.says("sekcam", "/pegawai keluar kasi-pemerintahan");
    await office.says("sekcam", "Pegawai baru");
    await office.says("sekcam", "Hana Lestari");
    await office.says("sekcam", "Ya, alihkan");
    const kode = office.codeTold("sekcam");
    const hana = office.telegram.person(999, "Hana Lestari");
    await office.act(() => hana.says(`/start ${kode}`));
    await office.telegram.until(() =>
      hana.texts.some((text) => text.includes("Serah terima dari")),
    );
    expect(
      office.telegram
        .callsOf("sendDocument")
        .some(({ params }) => String(params["chat_id"]) === String(hana.id)),
    ).toBe(true);
    await office.act(() => hana.says("/isi 2.2"));
    await office.act(() => hana.says("3"));
    const isian = (await allBerkas(office.store))[0]?.state.isianByKode;
    expect(isian?.["2.1"]).toMatchObject({ oleh: "kasi-pemerintahan" });
    expect(isian?.["2.2"]?.isian).toMatchObject({ nilai: 3 });
    expect(await office.logIsWhole()).toBe(true);
  }, 120_000);
});
