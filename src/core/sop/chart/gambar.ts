import type { IsiHalaman, SambunganHalaman, SimpulHalaman } from "./isi-halaman.ts";
import { spanOf } from "./kepala-tabel.ts";
import type { KolomTabel } from "./kolom.ts";
import { placeLabel } from "./label.ts";
import type { TitikKisi } from "./medan.ts";
import type { Bidang, LabelPanah, Panah, Simbol, Titik } from "./model.ts";
import { routeAll } from "./rute.ts";
import { KISI } from "./ukuran.ts";

/** The symbols and arrows of a page, in points; `asal` is where its grid begins. */
export function drawFlow(
  isi: IsiHalaman,
  kolom: KolomTabel,
  asal: Titik,
): { readonly simbolList: readonly Simbol[]; readonly panahList: readonly Panah[] } {
  const { lebar, tinggi, simpulList, sambunganList } = isi;
  const ruteList = routeAll(
    {
      lebar,
      tinggi,
      simpulList: simpulList.map((one) => one.kisi),
      kisi: kolom.kisi,
    },
    sambunganList.map(({ dari, ke, jenis, label }) => ({
      dari: dari.kisi,
      ke: ke.kisi,
      jenis,
      label,
    })),
  );
  const garisList = ruteList.map(({ titikList, sendiri }) => ({
    sendiri: corners(titikList.slice(0, sendiri)).map((at) => onPage(at, asal)),
    bersama: corners(titikList.slice(sendiri)).map((at) => onPage(at, asal)),
  }));
  const simbolList = simpulList.map((one) => simbolOf(one, asal));
  const batas = { ...spanOf(kolom.pelaksana), y: asal.y, tinggi: tinggi * KISI };
  const labels = labelsOf(sambunganList, {
    garisList: garisList.map(({ sendiri }) => sendiri),
    simbolList,
    batas,
  });
  return {
    simbolList,
    panahList: sambunganList.map(({ dari, ke, tambahan, duaArah }, index) => ({
      dari: dari.simpul.id,
      ke: ke.simpul.id,
      titikList: [...(garisList[index]?.sendiri ?? []), ...(garisList[index]?.bersama ?? [])],
      sendiri: garisList[index]?.sendiri.length ?? 0,
      label: labels[index] ?? null,
      tambahan,
      duaArah,
    })),
  };
}

/** Lines of the grid run through the middle of its squares, so that none falls on a rule of the table. */
const onPage = ({ x, y }: TitikKisi, asal: Titik): Titik => ({
  x: asal.x + (x + 0.5) * KISI,
  y: asal.y + (y + 0.5) * KISI,
});

/** The ends of a path and where it bends. */
function corners(path: readonly TitikKisi[]): readonly TitikKisi[] {
  return path.filter((at, index) => {
    const [before, after] = [path[index - 1], path[index + 1]];
    if (before === undefined || after === undefined) return true;
    return (before.x === at.x) !== (after.x === at.x);
  });
}

function simbolOf({ simpul, kisi, baris }: SimpulHalaman, asal: Titik): Simbol {
  const { x, y } = onPage({ x: kisi.cx - kisi.hw, y: kisi.cy - kisi.hh }, asal);
  return {
    id: simpul.id,
    bentuk: simpul.bentuk,
    bidang: { x, y, lebar: 2 * kisi.hw * KISI, tinggi: 2 * kisi.hh * KISI },
    teks: simpul.teks,
    langkahNo: baris?.alur.langkah.no ?? null,
    tambahan: simpul.tambahan,
    disimpulkan: simpul.disimpulkan,
  };
}

interface Sekitar {
  readonly garisList: readonly (readonly Titik[])[];
  readonly simbolList: readonly Simbol[];
  readonly batas: Bidang;
}

function labelsOf(
  list: readonly SambunganHalaman[],
  { garisList, simbolList, batas }: Sekitar,
): readonly (LabelPanah | null)[] {
  const placed: Bidang[] = [];
  return list.map(({ label }, index) => {
    if (label === null) return null;
    const bidang = placeLabel(label, garisList[index] ?? [], {
      garisList,
      simbolList,
      labelList: placed,
      batas,
    });
    placed.push(bidang);
    return { teks: label, bidang };
  });
}
