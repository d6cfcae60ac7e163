import { describe, expect, it } from "vitest";
import { TAK_DIKENAL } from "../../../src/core/berkas-kantor/impor/dikenal.ts";
import { usulkan } from "../../../src/core/berkas-kantor/impor/impor.ts";
import type { BarisUsul } from "../../../src/core/berkas-kantor/impor/usulan.ts";
import { type Contoh, contohRencana, type Dimaksud } from "../../support/rencana/contoh.ts";
import { kertasDocx, kertasXlsx, terbaca } from "../../support/rencana/kertas.ts";

type Sel = Readonly<Record<string, unknown>>;

/** A proposed row by what a person reads off the page. */
const dibaca = ({ sel }: BarisUsul): Sel => ({
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

const dimaksudOf = ({ tw: [tw1, tw2, tw3, tw4], arah, ...baris }: Dimaksud): Sel => ({
  ...baris,
  arah: arah === "naik" ? "makin tinggi makin baik" : "makin rendah makin baik",
  tw1,
  tw2,
  tw3,
  tw4,
});

interface Hasil {
  readonly tahun: number | null;
  readonly dibacaList: readonly Sel[];
  /** "Nama: satuan % ≠ persen", for every cell that is not as a person reads it. */
  readonly bedaList: readonly (readonly string[])[];
}

async function baca({ kertas, jenis, dimaksud }: Contoh): Promise<Hasil> {
  const data = jenis === "xlsx" ? await kertasXlsx(kertas) : await kertasDocx(kertas);
  const { tahun, barisList } = usulkan(await terbaca(data, `PK.${jenis}`), {
    tahun: null,
    dikenal: TAK_DIKENAL,
  });
  const dibacaList = barisList.map(dibaca);
  const bedaList = dimaksud.map((one) => {
    const own = dibacaList.find(
      ({ nama }) => String(nama).toLowerCase() === one.nama.toLowerCase(),
    );
    return Object.entries(dimaksudOf(one))
      .filter(([kunci, nilai]) => own?.[kunci] !== nilai)
      .map(([kunci, nilai]) => `${one.nama}: ${kunci} ${String(own?.[kunci])} ≠ ${String(nilai)}`);
  });
  return { tahun, dibacaList, bedaList };
}

/** What stays a little under what is reached, so that a change that reads worse is seen. */
const LANTAI = 0.95;

describe("indikator read off the documents of offices", () => {
  it.each(contohRencana)("$nama", async (contoh) => {
    const { tahun, dibacaList } = await baca(contoh);
    expect(tahun).toBe(contoh.tahun);
    expect(dibacaList).toHaveLength(contoh.dimaksud.length);
  });

  it("come out right without help, nearly all of them", async () => {
    const hasilList = await Promise.all(contohRencana.map(baca));
    const bedaList = hasilList.flatMap((one) => one.bedaList);
    const sel = contohRencana.flatMap(({ dimaksud }) =>
      dimaksud.flatMap((one) => Object.keys(dimaksudOf(one))),
    ).length;
    const [baris, barisBenar] = [
      bedaList.length,
      bedaList.filter((one) => one.length === 0).length,
    ];
    const selBenar = sel - bedaList.flat().length;
    console.info(
      `indikator import: ${contohRencana.length} layouts, ${barisBenar} of ${baris} rows and ${selBenar} of ${sel} cells right without help`,
    );
    expect(contohRencana.length).toBeGreaterThanOrEqual(8);
    expect(barisBenar / baris, bedaList.flat().join("\n")).toBeGreaterThanOrEqual(LANTAI);
    expect(selBenar / sel).toBeGreaterThanOrEqual(LANTAI);
  });
});
