import { Workbook } from "exceljs";
import { wordsOf } from "../documents/poppler.ts";
import { entriesOf } from "./zip.ts";

/** Everything somebody can read in a file, below the name it is found by; of a zip, in each file of it. */
export async function terbaca(
  nama: string,
  data: Uint8Array,
): Promise<readonly (readonly [nama: string, teks: string])[]> {
  if (nama.endsWith(".zip")) {
    const inside = Object.entries(await entriesOf(data));
    const read = await Promise.all(inside.map(([path, entry]) => terbaca(path, entry)));
    return read.flat().map(([path, teks]) => [`${nama}/${path}`, teks]);
  }
  if (nama.endsWith(".pdf")) return [[nama, await wordsOf(data)]];
  if (nama.endsWith(".docx")) return [[nama, await wordText(data)]];
  if (nama.endsWith(".xlsx")) return [[nama, await sheetText(data)]];
  return [[nama, /\.(txt|json|csv)$/.test(nama) ? Buffer.from(data).toString("utf8") : ""]];
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
