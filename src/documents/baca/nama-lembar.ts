import type { BagianPaket } from "./paket.ts";
import { bacaXml } from "./xml-aman.ts";

/** What the sheets of a workbook are called, by the name of their part. */
export async function namaLembar(
  bagianList: readonly BagianPaket[],
): Promise<ReadonlyMap<string, string>> {
  const [utama] = bagianList;
  if (utama === undefined || utama.data === null) return new Map();
  const sheetList: { readonly nama: string; readonly id: string }[] = [];
  await bacaXml(utama.data, {
    buka: (elemen, atribut) => {
      if (elemen !== "sheet") return;
      sheetList.push({ nama: atribut("name") ?? "", id: atribut("r:id") ?? "" });
    },
  });
  const partById = await readRelations(utama, bagianList);
  const inOrder = bagianList.filter(({ isi }) => /\.worksheet\+xml$/i.test(isi));
  return new Map(
    sheetList.flatMap(({ nama, id }, at): [string, string][] => {
      const part = partById.get(id) ?? inOrder[at]?.nama;
      return part === undefined ? [] : [[part, nama]];
    }),
  );
}

/** Which part an id of the main part stands for; what is outside the file is none. */
async function readRelations(
  { nama }: BagianPaket,
  bagianList: readonly BagianPaket[],
): Promise<ReadonlyMap<string, string>> {
  const folder = nama.slice(0, nama.lastIndexOf("/") + 1);
  const file = nama.slice(folder.length);
  const rels = bagianList.find((one) => one.nama === `${folder}_rels/${file}.rels`)?.data ?? null;
  const partById = new Map<string, string>();
  if (rels === null) return partById;
  await bacaXml(rels, {
    buka: (elemen, atribut) => {
      const [id, target] = [atribut("Id"), atribut("Target")];
      if (elemen !== "Relationship" || id === undefined || target === undefined) return;
      if (atribut("TargetMode") === "External") return;
      partById.set(id, target.startsWith("/") ? target.slice(1) : `${folder}${target}`);
    },
  });
  return partById;
}
