import { describe, expect, it } from "vitest";
import { TAK_DIKENAL } from "../../../src/core/berkas-kantor/impor/dikenal.ts";
import { usulkan } from "../../../src/core/berkas-kantor/impor/impor.ts";
import type { BarisUsul } from "../../../src/core/berkas-kantor/impor/usulan.ts";
import { type Contoh, contohRencana, type Dimaksud } from "../../support/rencana/contoh.ts";
import { kertasDocx, kertasXlsx, terbaca } from "../../support/rencana/kertas.ts";

/** A proposed row by what a person reads off the page. */
const maksud = ({ sel }: BarisUsul): Readonly<Record<string, unknown>> => ({
  nama: sel.nama.nilai,
  sasaran: sel.sasaran.nilai,
  satuan: sel.satuan.nilai,
  arah: sel.arah.nilai,
  agregasi: sel.agregasi.nilai,
  pj: sel.penanggungJawab.nilai,
  tw1: sel["targetTriwulan.0"].nilai,
  tw2: sel["targetTriwulan.1"].nilai,
  tw3: sel["targetTriwulan.2"].nilai,
  tw4: sel["targetTriwulan.3"].nilai,
  setahun: sel.targetTahunan.nilai,
});

const seharusnya = (baris: Dimaksud): Readonly<Record<string, unknown>> => ({
  nama: baris.nama,
  sasaran: baris.sasaran,
  satuan: baris.satuan,
  arah: baris.arah === "naik" ? "makin tinggi makin baik" : "makin rendah makin baik",
  agregasi: baris.agregasi,
  pj: baris.pj,
  tw1: baris.tw[0],
  tw2: baris.tw[1],
  tw3: baris.tw[2],
  tw4: baris.tw[3],
  setahun: baris.setahun,
});

interface Nilai {
  readonly baris: number;
  readonly benar: number;
  readonly sel: number;
  readonly selBenar: number;
  readonly lebih: number;
  readonly beda: readonly string[];
}

async function ukur(contoh: Contoh): Promise<Nilai> {
  const { kertas, jenis, dimaksud } = contoh;
  const data = jenis === "xlsx" ? await kertasXlsx(kertas) : await kertasDocx(kertas);
  const usulan = usulkan(await terbaca(data, `PK.${jenis}`), { tahun: null, dikenal: TAK_DIKENAL });
  const found = usulan.barisList.map(maksud);
  const perBaris = dimaksud.map((one) => {
    const wanted = seharusnya(one);
    const own = found.find(({ nama }) => String(nama).toLowerCase() === one.nama.toLowerCase());
    const beda = Object.entries(wanted).filter(([key, nilai]) =>
      key === "nama" ? own === undefined : own?.[key] !== nilai,
    );
    return {
      jumlah: Object.keys(wanted).length,
      beda: beda.map(
        ([key, nilai]) => `${one.nama}: ${key} ${String(own?.[key])} ≠ ${String(nilai)}`,
      ),
    };
  });
  const sel = perBaris.reduce((sum, { jumlah }) => sum + jumlah, 0);
  return {
    baris: dimaksud.length,
    benar: perBaris.filter(({ beda }) => beda.length === 0).length,
    sel,
    selBenar: sel - perBaris.reduce((sum, { beda }) => sum + beda.length, 0),
    lebih: Math.max(0, found.length - dimaksud.length),
    beda: perBaris.flatMap(({ beda }) => beda),
  };
}

describe("indikator read off the documents of offices", () => {
  it("reads nearly every row right without help", async () => {
    const nilaiList: Nilai[] = [];
    for (const contoh of contohRencana) {
      const nilai = await ukur(contoh);
      nilaiList.push(nilai);
      if (process.env["DBG"]) console.log(contoh.nama, nilai);
    }
    const sum = (key: "baris" | "benar" | "sel" | "selBenar" | "lebih"): number =>
      nilaiList.reduce((total, one) => total + one[key], 0);
    console.info(
      `indikator import: ${contohRencana.length} tata letak, ${sum("benar")}/${sum("baris")} baris dan ${sum("selBenar")}/${sum("sel")} sel benar tanpa bantuan, ${sum("lebih")} baris lebih`,
    );
    expect(sum("benar") / sum("baris")).toBeGreaterThan(0.9);
  });
});
