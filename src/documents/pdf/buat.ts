import pdfmake from "pdfmake";
import type { Instant } from "../../core/waktu/instant.ts";
import { HURUF } from "../huruf.ts";
import { hurufPdf } from "./huruf.ts";
import type { Definisi } from "./jenis.ts";
import { pdfText } from "./teks.ts";

const hurufList = new Set<string>(Object.values(hurufPdf));
pdfmake.setFonts({ [HURUF]: { ...hurufPdf } });
// a document is made of what we computed: nothing in it may reach for the network or the disk
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => hurufList.has(path));

/** The library that writes PDF files, with our typeface and nothing else within its reach. */
export { pdfmake };

/** What every file of ours says about itself. */
export function asDocument(
  judul: string,
  dibuatMs: Instant,
): Pick<Definisi, "language" | "displayTitle" | "info"> {
  const made = new Date(dibuatMs);
  return {
    language: "id",
    displayTitle: true,
    info: {
      title: pdfText(judul),
      author: "sopir",
      creator: "sopir",
      producer: "sopir",
      creationDate: made,
      modDate: made,
    },
  };
}
