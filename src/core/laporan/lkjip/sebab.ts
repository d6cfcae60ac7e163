import type { Blok, Isi } from "../../dokumen/model.ts";
import { daftar } from "../../dokumen/susun.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import type { Rekap } from "../../rekap/index.ts";
import type { BarisLembar } from "../../rekap/lembar.ts";
import { faktorOf, isPerhatian } from "../faktor.ts";
import { pelaksanaanKata } from "../pelaksanaan.ts";
import { fill, lines } from "../template.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

type Penyajian = Pick<Rekap, "tampilan" | "kop">;

/** Analysis 5: what was said of causes, indikator by indikator, and room for what was not. */
export function sebab(barisList: readonly BarisLembar[], rekap: Penyajian): readonly Blok[] {
  const said = barisList.flatMap((baris): readonly Isi[] => {
    const text = sebabOf(baris, rekap);
    return text.length === 0 ? [] : [lines([{ teks: baris.nama, tebal: true }], text)];
  });
  return [
    ...(said.length === 0 ? [] : [daftar("huruf", said)]),
    ...(barisList.every((baris) => isExplained(baris, rekap))
      ? []
      : ruang("sebab", lkjipText.sebabKosong)),
  ];
}

/** Whether it was said what helped or what stood in the way. */
function isExplained(baris: BarisLembar, { tampilan }: Penyajian): boolean {
  const { pendukung, penghambat } = faktorOf(baris, tampilan);
  return pendukung !== null || penghambat !== null;
}

function sebabOf(baris: BarisLembar, { tampilan, kop }: Penyajian): Isi {
  const { pendukung, penghambat, tindakLanjut } = faktorOf(baris, tampilan);
  const low = isPerhatian(baris, tampilan);
  return lines(
    pendukung === null ? [] : fill(lkjipText.pendukung, { teks: pendukung }),
    penghambat === null ? [] : fill(lkjipText.penghambat, { teks: penghambat }),
    tindakLanjut === null ? [] : fill(lkjipText.tindakLanjut, { teks: tindakLanjut }),
    ...baris.pelaksanaanList.map((one) =>
      fill(lkjipText.pelaksanaan, pelaksanaanKata(one, kop.istilahTriwulan)),
    ),
    !low && baris.keterangan !== null ? fill(lkjipText.catatan, { teks: baris.keterangan }) : [],
    low && penghambat === null
      ? fill(lkjipText.sebabDiminta, { ambang: formatAngka(tampilan.ambangPerhatianPersen) })
      : [],
  );
}
