import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "../../../src/app/ports/store.ts";
import { Office } from "../../e2e/office.ts";

const kantorFile = join(import.meta.dirname, "../../e2e/uji.yaml");

/** The office's store with a fault: whatever commit `breaks` says so about fails like a bug would. */
function breakCommits(store: Store, breaks: (request: Parameters<Store["commit"]>[0]) => boolean) {
  const whole = store.commit.bind(store);
  store.commit = async (request) => {
    if (breaks(request)) throw new Error("planned fault");
    return whole(request);
  };
}

describe("an update that can never be written", () => {
  let office: Office;

  afterEach(() => office.close());

  it("is set aside with an apology, and holds nobody else up", async () => {
    office = await Office.open({ kantorFile, mulai: "2026-03-30T09:00:00+08:00" });
    breakCommits(office.store, ({ log, kantorId }) =>
      log.some(({ jenis, oleh }) => kantorId !== null && jenis === "ditolak" && oleh === "camat"),
    );
    await office.act(() => {
      office.person("camat").says("sesuatu yang tidak dimengerti");
      office.person("sekcam").says("/tugas");
    });
    expect(office.person("camat").last?.text).toContain("ada gangguan di sistem");
    expect(office.person("sekcam").last?.text).toContain("Tidak ada tugas");
    expect(office.telegram.pendingUpdates).toBe(0);
    const [held, ...others] = await office.store.listHeld();
    expect(held?.event).toMatchObject({ type: "text", text: "sesuatu yang tidak dimengerti" });
    expect(others).toEqual([]);
  });
});
