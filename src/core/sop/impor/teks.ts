import { type BarisTerbaca, rapi, satuanIn, type TabelTerbaca } from "./sumber.ts";

const JUDUL_KEGIATAN = /^\s*(no\.?\s+)?(uraian (prosedur|kegiatan)|aktivitas|kegiatan)\b/i;
const NOMOR_KOLOM = /^\s*1\s+2\s+3\s+4\b[\d\s]*$/;
/** Titles of a table that lost its columns stand in so many lines at most. */
const BARIS_JUDUL = 40;

/**
 * Reads a table of langkah that lost its columns when a printed sheet became text: by its numbers where it
 * has them, by the words activities begin with where not. Null where nothing names its columns.
 */
export function bacaTabelTeks(lines: readonly string[]): TabelTerbaca | null {
  const first = lines.findIndex((line) => JUDUL_KEGIATAN.test(line));
  if (first < 0) return null;
  const [kepala, isi] = cutKepala(lines, first);
  const judul = kepala.join(" ");
  const satuan = /waktu/i.test(judul) ? satuanIn(judul.replace(/.*?(?=waktu)/i, "")) : null;
  const numbered = byNomor(isi);
  const barisList =
    numbered.length > 1
      ? numbered.map(({ no, teks }) => rowOf(no, teks, satuan !== null))
      : byKataKerja(isi).map((list) => blurredRow(list));
  return { judulList: judulPelaksana(judul), satuan, barisList };
}

/** The titles, which a sheet of several pages repeats, apart from what stands below them. */
function cutKepala(lines: readonly string[], from: number): readonly [string[], string[]] {
  const kepala: string[] = [];
  const isi: string[] = [];
  let start = lines.slice(0, from).findLastIndex((line) => line.trim().length > 40) + 1;
  for (let at = from; at >= 0; ) {
    isi.push(...(isi.length > 0 || kepala.length > 0 ? lines.slice(start, at) : []));
    const end = endOfKepala(lines, at);
    if (kepala.length === 0) kepala.push(...lines.slice(start, end));
    start = end;
    const next = lines.slice(end).findIndex((line) => JUDUL_KEGIATAN.test(line));
    at = next < 0 ? -1 : end + next;
  }
  isi.push(...lines.slice(start));
  return [kepala, isi.filter((line) => !/^\s*no\.?\s*$/i.test(line))];
}

function endOfKepala(lines: readonly string[], at: number): number {
  const near = lines.slice(at, at + BARIS_JUDUL);
  const counted = near.findIndex((line) => NOMOR_KOLOM.test(line));
  const output = near.findIndex((line) => /output|keluaran/i.test(line));
  return at + Math.max(counted, counted < 0 ? output : counted, 0) + 1;
}

/** Whoever is named between the title of the activity and those of mutu baku. */
function judulPelaksana(judul: string): readonly string[] {
  const words = rapi(judul);
  const kata =
    /sekretaris(?: tim| dinas| kecamatan)?|sekcam|sekdis|kasi\/kasub\w*|kasub\w*(?: [A-Z]{2,4}\b)?|kasi|camat|kadis|jfp|n?spektorat|inspektorat|staff?|penyusun|tim/gi;
  return [...words.matchAll(kata)]
    .map(([kata]) => kata)
    .filter(
      (one, at, list) =>
        list.findLastIndex((other) => other.toLowerCase() === one.toLowerCase()) === at,
    )
    .filter(
      (one, _, list) => !(/^tim$/i.test(one) && list.some((other) => /^penyusun$/i.test(other))),
    );
}

interface Bernomor {
  readonly no: string;
  readonly teks: string;
}

/** Begins a langkah wherever a line begins with the number that comes next. */
function byNomor(lines: readonly string[]): readonly Bernomor[] {
  const found: { no: string; lines: string[] }[] = [];
  for (const line of lines) {
    const match = /^\s*([1-9]\d?)([a-z]?)[.)]?(?:\s+(?!menit|jam|hari)(\S.*)|\s*)$/i.exec(line);
    const [, digits = "", letter = "", rest = ""] = match ?? [];
    const before = Number.parseInt(found.at(-1)?.no ?? "0", 10);
    const next = match !== null && Number(digits) === before + (letter === "" ? 1 : 0);
    if (next) found.push({ no: `${digits}${letter}`.toLowerCase(), lines: [rest] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ no, lines }) => ({ no, teks: lines.join("\n") }));
}

const BERSATUAN = /(?:^|\s)((?:\d{1,4}|½|1\/2)\s*(?:menit|jam|hari)\b)/i;
const BERANGKA = /(?:^|\s)(\d{1,4})(?=\s|$)/;

function rowOf(no: string, teks: string, bersatuan: boolean): BarisTerbaca {
  const cut = celahOf(teks);
  const sisa = teks
    .slice(cut)
    .replaceAll(/[ \t]*\n\s*/g, " ")
    .trimEnd();
  const waktu = BERSATUAN.exec(sisa) ?? (bersatuan ? BERANGKA.exec(sisa) : null);
  const [before, after] =
    waktu === null
      ? [sisa, ""]
      : [sisa.slice(0, waktu.index), sisa.slice(waktu.index + waktu[0].length)];
  const [keluaran = "", keterangan = ""] = after.split(/(?<=\S)\s+(?=SOP\s)|\s+-$/);
  return {
    no,
    uraian: rapi(teks.slice(0, cut)),
    tandaList: [],
    kelengkapan: rapi(before),
    waktu: rapi(waktu?.[1] ?? ""),
    keluaran: rapi(keluaran),
    keterangan: rapi(keterangan),
    keraguanList: cut === undefined ? ["uraian dan mutu baku tidak terpisah di teks"] : [],
  };
}

/** Empty columns of pelaksana leave a run of spaces between the activity and its mutu baku. */
const celahOf = (teks: string): number | undefined =>
  [...teks.matchAll(/\s+/g)].find(
    ({ 0: ruang, index }) => /[ \t]{3}/.test(ruang) && teks.slice(0, index).trim() !== "",
  )?.index;

const PEMBUKA =
  /^(?:[A-Z]\S*\s+|bersama\s+|Hasil\s+){0,4}?(?:[Mm]em?[a-z]{4,}|Rapat|Tim [a-z]{6,})/;
const TERPENDEK = 25;

/** Without numbers, a langkah begins with a long line that begins with what is done. */
function byKataKerja(lines: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let open = false;
  for (const raw of lines) {
    const line = raw.trim();
    const begins = /^[A-Z]/.test(line) && line.length > TERPENDEK + 5 && PEMBUKA.test(line);
    if (begins) found.push([line]);
    else if (line.length >= TERPENDEK || (open && /^[A-Z][a-z]+\.$/.test(line)))
      found.at(-1)?.push(line);
    open = line === "" ? open : !line.endsWith(".");
  }
  return found;
}

/** Columns ran into each other: the number is the time, what follows it the output, the rest the activity. */
function blurredRow(lines: readonly string[]): BarisTerbaca {
  const uraian: string[] = [];
  let waktu = "";
  let keluaran = "";
  for (const line of lines) {
    const [before = ""] = line.split(/\s+[|]\s*|\s+[-‘’]\s+(?=\S*\d)/);
    const number = BERANGKA.exec(line);
    const mine = number !== null && waktu === "";
    if (mine) {
      waktu = number[1] ?? "";
      keluaran = rapi(line.slice(number.index + number[0].length));
    }
    uraian.push(mine ? before.slice(0, number.index) : before.replace(/\s+[-.]$/, ""));
  }
  return {
    no: null,
    uraian: rapi(uraian.join(" ")),
    tandaList: [],
    kelengkapan: "",
    waktu,
    keluaran,
    keterangan: "",
    keraguanList: [
      "kolom lembar bercampur di teks: bandingkan uraian, kelengkapan, dan keluaran dengan lembarnya",
    ],
  };
}
