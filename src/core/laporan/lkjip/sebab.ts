import type { Blok, Isi } from "../../dokumen/model.ts";
import { daftar } from "../../dokumen/susun.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import type { BarisLembar } from "../../rekap/lembar.ts";
import { type FaktorIndikator, faktorOf, isPerhatian } from "../faktor.ts";
import { fill, lines } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Analysis 5: what was said of causes, indikator by indikator, and room for what was not. */
export function sebab(
  barisList: readonly BarisLembar[],
  bahan: Pick<BahanLkjip, "rekap" | "opsi">,
): readonly Blok[] {
  const said = barisList.flatMap((baris): readonly Isi[] => {
    const text = sebabOf(baris, bahan);
    return text.length === 0 ? [] : [lines([{ teks: baris.nama, tebal: true }], text)];
  });
  return [
    ...(said.length === 0 ? [] : [daftar("huruf", said)]),
    ...(barisList.every((baris) => isExplained(baris, bahan))
      ? []
      : ruang("sebab", lkjipText.sebabKosong)),
  ];
}

/** Whether it was said what helped or what stood in the way. */
function isExplained(baris: BarisLembar, bahan: Pick<BahanLkjip, "rekap" | "opsi">): boolean {
  const { pendukung, penghambat } = faktorIn(bahan, baris);
  return pendukung !== null || penghambat !== null;
}

const faktorIn = (
  { rekap, opsi }: Pick<BahanLkjip, "rekap" | "opsi">,
  baris: BarisLembar,
): FaktorIndikator =>
  faktorOf(baris, { faktorList: opsi.faktorList ?? [], tampilan: rekap.tampilan });

function sebabOf(baris: BarisLembar, bahan: Pick<BahanLkjip, "rekap" | "opsi">): Isi {
  const { tampilan } = bahan.rekap;
  const { pendukung, penghambat, tindakLanjut } = faktorIn(bahan, baris);
  const low = isPerhatian(baris, tampilan);
  return lines(
    pendukung === null ? [] : fill(lkjipText.pendukung, { teks: pendukung }),
    penghambat === null ? [] : fill(lkjipText.penghambat, { teks: penghambat }),
    tindakLanjut === null ? [] : fill(lkjipText.tindakLanjut, { teks: tindakLanjut }),
    !low && baris.keterangan !== null ? fill(lkjipText.catatan, { teks: baris.keterangan }) : [],
    low && penghambat === null
      ? fill(lkjipText.sebabDiminta, { ambang: formatAngka(tampilan.ambangPerhatianPersen) })
      : [],
  );
}
