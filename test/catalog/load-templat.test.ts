import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTemplat } from "../../src/catalog/load-templat.ts";
import { FlowsBroken } from "../../src/catalog/problem.ts";
import { asSubmitted } from "../../src/channels/whatsapp-cloud/templates.ts";

const good = `id: buka
jenis: tugas
nama: sopir_buka
bahasa: id
kategori: utility
isi: "Ada {jumlah} tugas SOP menunggu: {hal}. Ketuk tombol."
tombol: Buka
contoh:
  jumlah: "1"
  hal: Realisasi
`;

async function problemsOf(text: string): Promise<readonly string[]> {
  const flows = mkdtempSync(join(tmpdir(), "sopir-templat-"));
  mkdirSync(join(flows, "templat"));
  writeFileSync(join(flows, "templat", "buka.yaml"), text);
  try {
    await readTemplat(flows);
    return [];
  } catch (error) {
    if (!(error instanceof FlowsBroken)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^.*buka\.yaml/, "buka.yaml"));
  }
}

describe("the templates that open a chat", () => {
  it("are those of flows/templat, each kind in each language, all of other names and languages", async () => {
    const list = await readTemplat("flows");
    const kinds = list.map(({ jenis, bahasa }) => `${jenis} ${bahasa}`);
    expect(kinds.toSorted()).toEqual(["kabar en", "kabar id", "tugas en", "tugas id"]);
    expect(new Set(list.map(({ nama, bahasa }) => `${nama} ${bahasa}`)).size).toBe(list.length);
  });

  it("are handed in with numbered places and examples in their order", async () => {
    const [first] = (await readTemplat("flows")).filter(({ id }) => id === "buka-tugas");
    if (first === undefined) throw new Error("no template");
    expect(asSubmitted(first)).toEqual({
      name: "sopir_buka_tugas",
      language: "id",
      category: "UTILITY",
      components: [
        {
          type: "BODY",
          text: "Ada {{1}} tugas SOP menunggu: {{2}}. Ketuk tombol di bawah untuk membukanya.",
          example: { body_text: [["1", "Realisasi Triwulan IV 2026"]] },
        },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Buka" }] },
      ],
    });
  });

  it.each([
    ["nothing", good, []],
    [
      "a place nobody fills",
      good.replace("{hal}", "{nama}"),
      ["buka.yaml:6:6: isi: {nama} tidak dikenal; yang ada {jumlah} dan {hal}"],
    ],
    [
      "a place named twice",
      good.replace("{hal}", "{jumlah}"),
      ["buka.yaml:6:6: isi: setiap isian hanya boleh sekali"],
    ],
    [
      "a place at the end",
      good.replace(". Ketuk tombol.", "."),
      [
        "buka.yaml:6:6: isi: tidak boleh diawali atau diakhiri isian; tambahkan kata sebelum atau sesudahnya",
      ],
    ],
    [
      "another id than its file",
      good.replace("id: buka", "id: lain"),
      ['buka.yaml:1:5: id harus sama dengan nama berkas, "buka"'],
    ],
  ])("say where they are wrong: %s", async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  it.each([
    ["nama: sopir_buka", "nama: Sopir Buka", "buka.yaml:3:7:"],
    ["kategori: utility", "kategori: marketing", "buka.yaml:5:11:"],
    ["tombol: Buka", "tombol: Ketuk di sini untuk membuka", "buka.yaml:7:9:"],
  ])("%s, not %s", async (right, wrong, place) => {
    const [problem] = await problemsOf(good.replace(right, wrong));
    expect(problem?.startsWith(place)).toBe(true);
  });
});
