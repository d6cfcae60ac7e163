import { createHash } from "node:crypto";
import { extname } from "node:path";
import { Workbook } from "exceljs";
import { wordsOf } from "../documents/poppler.ts";
import { entriesOf } from "./zip.ts";

type Berkas = readonly [nama: string, data: Uint8Array];

/**
 * Everything somebody can read in files, below the name each is found by; of a zip, in each file of it.
 * The same file, sent to several people and kept in an archive, is read once.
 */
export async function terbaca(
  berkasList: readonly Berkas[],
): Promise<readonly (readonly [nama: string, teks: string])[]> {
  const teksBySidik = new Map<string, Promise<string>>();
  const once = ([nama, data]: Berkas): Promise<string> => {
    const sidik = `${extname(nama)} ${createHash("sha256").update(data).digest("hex")}`;
    const teks = teksBySidik.get(sidik) ?? teksDari(nama, data);
    teksBySidik.set(sidik, teks);
    return teks;
  };
  const unpacked = await Promise.all(berkasList.map(isiBerkas));
  return Promise.all(unpacked.flat().map(async (one) => [one[0], await once(one)] as const));
}

/** A file, or what lies in a zip. */
async function isiBerkas([nama, data]: Berkas): Promise<readonly Berkas[]> {
  if (extname(nama) !== ".zip") return [[nama, data]];
  const inside = Object.entries(await entriesOf(data));
  const list = await Promise.all(inside.map(isiBerkas));
  return list.flat().map(([path, isi]) => [`${nama}/${path}`, isi]);
}

async function teksDari(nama: string, data: Uint8Array): Promise<string> {
  switch (extname(nama)) {
    case ".pdf":
      return wordsOf(data);
    case ".docx":
      return wordText(data);
    case ".xlsx":
      return sheetText(data);
    case ".txt":
    case ".json":
    case ".csv":
      return Buffer.from(data).toString("utf8");
    default:
      return "";
  }
}

async function wordText(data: Uint8Array): Promise<string> {
  const parts = Object.entries(await entriesOf(data)).filter(([path]) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(path),
  );
  return parts.map(([, xml]) => xml.toString("utf8").replaceAll(/<[^>]+>/g, " ")).join("\n");
}

async function sheetText(data: Uint8Array): Promise<string> {
  const book = new Workbook();
  await book.xlsx.load(Uint8Array.from(data).buffer);
  return book.worksheets
    .flatMap((sheet) => {
      const texts = [sheet.name];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.value !== null) texts.push(cell.text);
        }),
      );
      return texts;
    })
    .join("\n");
}
