import type { TemplatNaskah } from "../dokumen/templat.ts";
import { petunjuk } from "../sop/closest.ts";
import { sumberByNama } from "./dunia.ts";
import { bentukByNama } from "./nilai.ts";
import { bacaSyarat, ungkapanList } from "./ungkapan.ts";

/** Something in a paper that cannot be filled, and the keys and positions that lead to it. */
export interface CacatNaskah {
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}

/** A field of a form that a paper names, and where. */
export interface IsianDisebut extends Pick<CacatNaskah, "jalur"> {
  readonly kode: string;
  /** Written `isian.kode?`: the paper does without it. */
  readonly bolehTidakAda: boolean;
}

/** Every name in a paper that neither the world nor the item it stands in has. */
export const inspectNaskah = (templat: TemplatNaskah): readonly CacatNaskah[] =>
  sebutanList(templat, [], null).flatMap(({ jalur, sumber, bentukList, butir }) => [
    ...sumberFault(sumber, butir).map((pesan) => ({ jalur, pesan })),
    ...bentukList
      .filter((nama) => !bentukByNama.has(nama))
      .map((nama) => ({ jalur, pesan: unknown("bentuk", nama, [...bentukByNama.keys()]) })),
  ]);

/** Every field of a form a paper names, or names something that is worked out from it. */
export const isianDisebut = (templat: TemplatNaskah): readonly IsianDisebut[] =>
  sebutanList(templat, [], null).flatMap(({ jalur, sumber }) => {
    const [, kode = sumberByNama.get(sumber)?.isian, tanda] = ISIAN.exec(sumber) ?? [];
    return kode === undefined ? [] : [{ jalur, kode, bolehTidakAda: tanda === "?" }];
  });

const ISIAN = /^isian\.([a-z][a-zA-Z0-9]*)(\??)$/;

/** A name somewhere in a paper; `butir` are the fields of the item it is about, null without one. */
interface Sebutan extends Pick<CacatNaskah, "jalur"> {
  readonly sumber: string;
  readonly bentukList: readonly string[];
  readonly butir: readonly string[] | null;
}

/** Keys that hold names themselves; all others hold texts with names in braces. */
const kunciSumber: readonly (string | undefined)[] = ["untuk", "setiap", "oleh"];
const kunciSyarat: readonly (string | undefined)[] = ["jika", "konsep"];

function sebutanList(
  isi: unknown,
  jalur: CacatNaskah["jalur"],
  butir: Sebutan["butir"],
): readonly Sebutan[] {
  if (typeof isi === "string") return sebutanTeks(isi, jalur, butir);
  if (Array.isArray(isi)) return isi.flatMap((one, at) => sebutanList(one, [...jalur, at], butir));
  if (typeof isi !== "object" || isi === null) return [];
  const isiList = Object.entries(isi);
  const diulang = isiList.find(([kunci]) => kunci === "untuk" || kunci === "setiap")?.[1];
  const bidang = typeof diulang === "string" ? bidangOf(diulang) : butir;
  return isiList.flatMap(([kunci, nilai]) =>
    sebutanList(nilai, [...jalur, kunci], kunciSumber.includes(kunci) ? butir : bidang),
  );
}

function sebutanTeks(
  teks: string,
  jalur: CacatNaskah["jalur"],
  butir: Sebutan["butir"],
): readonly Sebutan[] {
  const kunci = jalur.findLast((part) => typeof part === "string");
  const satu = (sumber: string): Sebutan => ({ jalur, sumber, bentukList: [], butir });
  if (kunciSumber.includes(kunci)) return [satu(teks)];
  if (kunciSyarat.includes(kunci)) return [satu(bacaSyarat(teks).sumber)];
  return ungkapanList(teks).map((one) => ({ ...one, jalur, butir }));
}

/** Items of a field are people or texts. */
const bidangOf = (sumber: string): readonly string[] =>
  sumberByNama.get(sumber)?.bidang ?? ["nama", "jabatan", "nip"];

function sumberFault(sumber: string, butir: Sebutan["butir"]): readonly string[] {
  if (sumber === "ke" || ISIAN.test(sumber)) return [];
  const [kepala = "", bidang, ...sisa] = sumber.split(".");
  const bidangList = kepala === "butir" ? butir : sumberByNama.get(kepala)?.bidang;
  if (bidangList === null) return ["butir hanya ada di bawah untuk atau setiap"];
  if (bidangList === undefined || sisa.length > 0) {
    return [unknown("nama", sumber, [...sumberByNama.keys()])];
  }
  return bidang === undefined || bidangList.includes(bidang)
    ? []
    : [unknown(`bidang ${kepala}`, bidang, bidangList)];
}

const unknown = (apa: string, nama: string, known: readonly string[]): string =>
  `${apa} "${nama}" tidak dikenal; ${petunjuk(nama, known)}`;
