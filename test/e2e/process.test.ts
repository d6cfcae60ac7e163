import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { wordsOf } from "../doubles/telegram/rich.ts";
import { SopirProcess } from "./sopir-process.ts";

describe("the process", () => {
  let sopir: SopirProcess;

  afterEach(() => sopir.dispose());

  it("loses nothing and doubles nothing when it is killed after every message", async () => {
    sopir = await SopirProcess.create();
    const kantor = join(import.meta.dirname, "uji.yaml");
    const loaded: { undangan: readonly { pegawai: string; kode: string }[] } = JSON.parse(
      await sopir.cli("kantor", "load", kantor, "--json"),
    );
    const kode = loaded.undangan.find(({ pegawai }) => pegawai === "kasi-pelayanan")?.kode;
    await sopir.cli(
      "berkas",
      "open",
      "--kantor",
      "uji",
      "--sop",
      "paringin-selatan",
      "--periode",
      "2026-TW3",
    );
    const kasi = sopir.telegram.person(11, "Kasi Pelayanan");

    /** Acts, cuts the power a little later each time, starts again and waits for the answer. */
    let cutAfterMs = 0;
    const survive = async (act: () => unknown, answer: RegExp): Promise<void> => {
      const before = count(answer);
      act();
      await new Promise((resolve) => setTimeout(resolve, cutAfterMs));
      cutAfterMs += 7;
      await sopir.kill();
      sopir.start();
      await sopir.telegram.until(
        () => count(answer) > before && sopir.telegram.pendingUpdates === 0,
        20_000,
      );
    };
    const count = (answer: RegExp): number =>
      kasi.inbox.filter((message) => answer.test(wordsOf(message))).length;

    sopir.start();
    await sopir.ready();
    await survive(() => kasi.says(`/start ${kode}`), /Akun terhubung/);
    await survive(() => kasi.says("/isi"), /Indikator 1 dari 2/);
    await survive(() => kasi.says("86,5"), /Indikator 2 dari 2/);
    await survive(() => kasi.says("9"), /Ringkasan/);
    await survive(() => kasi.taps("Kirim"), /terkirim/);

    const status = JSON.parse(await sopir.cli("berkas", "list", "--json"));
    expect(JSON.stringify(status)).toContain("2026-TW3");
    await sopir.cli("log", "verify");
    expect(sopir.telegram.complaints).toEqual([]);
    expect(await sopir.stop()).toBe(0);
  }, 120_000);
});
