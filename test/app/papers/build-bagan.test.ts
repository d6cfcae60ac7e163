import { describe, expect, it } from "vitest";
import { buildBagan } from "../../../src/app/papers/build-bagan.ts";
import type { Chart } from "../../../src/core/sop/chart/model.ts";
import { PesanJson } from "../../../src/store/codec/pesan.ts";
import { pengukuran } from "../../core/sop/chart-sheets.ts";

describe("building the chart of a sheet", () => {
  const drawn: Chart[] = [];
  const deps = {
    store: { loadSop: (hash: string) => Promise.resolve(hash === "ada" ? pengukuran : null) },
    documents: {
      baganPng: (chart: Chart) => {
        drawn.push(chart);
        return Promise.resolve(Uint8Array.of(1));
      },
    },
  };

  it("gives a picture under the name of the sheet", async () => {
    expect(await buildBagan(deps, "ada")).toEqual({
      nama: "SOP Pengukuran Capaian Kinerja.png",
      mime: "image/png",
      data: Uint8Array.of(1),
    });
    expect(drawn[0]).toMatchObject({ judul: pengukuran.nama, kertas: "A4" });
  });

  it("fails loudly for a sheet that was never stored", async () => {
    await expect(buildBagan(deps, "lain")).rejects.toThrow("sop version lain");
  });

  it("is named in the outbox by the hash of its sheet", () => {
    const pesan = { teks: [{ teks: "SOP" }], lampiran: { jenis: "bagan", sopHash: "ada" } };
    expect(PesanJson.parse(JSON.parse(JSON.stringify(pesan)))).toEqual(pesan);
  });
});
