import type { Atribut, XmlPendengar } from "./xml-aman.ts";

/** Text that is struck out or moved away, and what stands there a second time for old programs. */
const tanpaSuara = new Set(["del", "moveFrom", "Fallback"]);
const jeda: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "-"],
]);
/** Numbers of pages are each program's own: some fill them in, some leave them out. */
const bidangHalaman = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;

/**
 * Listens to a part of a Word file for its paragraphs, as they read once every tracked change is accepted. A
 * line that is broken within a paragraph is a line of its text.
 */
export function createAlinea(selesai: (teks: string) => void): Required<XmlPendengar> {
  // a text box puts paragraphs into a paragraph
  const open: string[] = [];
  const senyap = createSenyap();
  let inText = false;
  const add = (text: string): void => {
    const last = open.pop();
    if (last !== undefined) open.push(senyap.isOn() ? last : last + text);
  };
  return {
    buka: (nama, atribut) => {
      senyap.buka(nama, atribut);
      if (nama === "p") open.push("");
      if (nama === "t") inText = true;
      const gap = jeda.get(nama);
      if (gap !== undefined) add(gap);
    },
    teks: (teks) => {
      senyap.teks(teks);
      if (inText) add(teks);
    },
    tutup: (nama) => {
      senyap.tutup(nama);
      if (nama === "t") inText = false;
      if (nama === "p") selesai(open.pop() ?? "");
    },
  };
}

/** Follows what is not to be read: struck out text, hints of empty controls, numbers of pages. */
function createSenyap(): {
  readonly buka: (nama: string, atribut: Atribut) => void;
  readonly teks: (teks: string) => void;
  readonly tutup: (nama: string) => void;
  readonly isOn: () => boolean;
} {
  let depth = 0;
  let inPerintah = false;
  /** Controls and simple fields that are open: whether each is silent. */
  const wadah: boolean[] = [];
  const bidang: { perintah: string; senyap: boolean }[] = [];
  const hush = (): true => {
    depth += 1;
    return true;
  };
  const onFieldChar = (jenis: string | undefined): void => {
    const field = bidang.at(-1);
    if (jenis === "begin") bidang.push({ perintah: "", senyap: false });
    if (jenis === "separate" && field !== undefined && bidangHalaman.test(field.perintah)) {
      field.senyap = hush();
    }
    if (jenis === "end" && bidang.pop()?.senyap === true) depth -= 1;
  };
  return {
    buka: (nama, atribut) => {
      if (tanpaSuara.has(nama)) depth += 1;
      if (nama === "instrText") inPerintah = true;
      if (nama === "fldChar") onFieldChar(atribut("w:fldCharType"));
      if (nama === "sdt") wadah.push(false);
      if (nama === "fldSimple") wadah.push(bidangHalaman.test(atribut("w:instr") ?? "") && hush());
      if (nama === "showingPlcHdr" && wadah.pop() !== undefined) wadah.push(hush());
    },
    teks: (teks) => {
      const field = bidang.at(-1);
      if (inPerintah && field !== undefined) field.perintah += teks;
    },
    tutup: (nama) => {
      if (tanpaSuara.has(nama)) depth -= 1;
      if (nama === "instrText") inPerintah = false;
      if ((nama === "sdt" || nama === "fldSimple") && wadah.pop() === true) depth -= 1;
    },
    isOn: () => depth > 0,
  };
}
