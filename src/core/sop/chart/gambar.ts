import type { IsiHalaman, SimpulKisi } from "./halaman.ts";
import { placeLabel } from "./label.ts";
import type { TitikKisi } from "./medan.ts";
import type { Bidang, HalamanChart, LabelPanah, Simbol, Titik } from "./model.ts";
import { routeAll } from "./rute.ts";
import { KISI } from "./ukuran.ts";

/** The symbols and arrows of a page, in points; `asal` is where its grid begins. */
export function drawFlow(
  isi: IsiHalaman,
  kisi: number,
  asal: Titik,
): Pick<HalamanChart, "simbolList" | "panahList"> {
  const { lebar, tinggi, simpulList, sambunganList } = isi;
  const simbolList = simpulList.map((one) => simbolOf(one, asal));
  const ruteList = routeAll({ lebar, tinggi, simpulList, kisi }, sambunganList).map(
    ({ titikList, sendiri }) => ({
      own: corners(titikList.slice(0, sendiri)).map((at) => onPage(at, asal)),
      shared: corners(titikList.slice(sendiri)).map((at) => onPage(at, asal)),
    }),
  );
  const garisList = ruteList.map(({ own }) => own);
  const batas = { ...asal, lebar: lebar * KISI, tinggi: tinggi * KISI };
  const labelList: Bidang[] = [];
  const labelAt = (teks: LabelPanah["teks"] | null, path: readonly Titik[]): LabelPanah | null => {
    if (teks === null) return null;
    const bidang = placeLabel(teks, path, { garisList, simbolList, labelList, batas });
    labelList.push(bidang);
    return { teks, bidang };
  };
  const panahList = sambunganList.map(({ dari, ke, label, tambahan, duaArah }, index) => {
    const { own, shared } = ruteList[index] ?? { own: [], shared: [] };
    return {
      dari: dari.id,
      ke: ke.id,
      titikList: [...own, ...shared],
      sendiri: own.length,
      label: labelAt(label, own),
      tambahan,
      duaArah,
    };
  });
  return { simbolList, panahList };
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

function simbolOf({ kolom: _kolom, cx, cy, hw, hh, ...simpul }: SimpulKisi, asal: Titik): Simbol {
  const corner = onPage({ x: cx - hw, y: cy - hh }, asal);
  return { ...simpul, bidang: { ...corner, lebar: 2 * hw * KISI, tinggi: 2 * hh * KISI } };
}
