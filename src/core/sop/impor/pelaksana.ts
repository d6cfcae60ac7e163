import type { Peran } from "../../kantor/schema.ts";
import type { JenisTerbaca } from "./jenis.ts";
import { type KolomPelaksana, peranDisebut } from "./peran.ts";
import type { BarisTerbaca, Tanda } from "./sumber.ts";

/** Who works on a langkah, and how that is known. */
export interface PelaksanaTerbaca {
  readonly peran: readonly Peran[];
  readonly memasok: readonly Peran[];
  readonly menerima: readonly Peran[];
  /** `kolom`: marked there; `teks`: named in the sentence; `tebakan`: neither. */
  readonly dari: "kolom" | "teks" | "tebakan";
}

interface Lembar {
  readonly kolomList: readonly KolomPelaksana[];
  readonly dinas: boolean;
  readonly jenis: JenisTerbaca;
}

/** Finds whoever works on a langkah: by the marks in the columns, then by its sentence, then by its kind. */
export function pelaksanaOf(baris: BarisTerbaca, lembar: Lembar): PelaksanaTerbaca {
  const marked = (...wanted: readonly Tanda[]): readonly Peran[] => [
    ...new Set(
      baris.tandaList.flatMap(({ kolom, tanda }) =>
        wanted.includes(tanda) ? (lembar.kolomList[kolom]?.peranList ?? []) : [],
      ),
    ),
  ];
  const kerja = [...new Set([...marked("kerja", "putus"), ...marked("bersama")])];
  const ujung = marked("mulai", "selesai");
  const serta = { memasok: marked("memasok"), menerima: marked("menerima") };
  if (kerja.length + ujung.length > 0) {
    return { peran: kerja.length > 0 ? kerja : ujung, ...serta, dari: "kolom" };
  }
  const named = namedIn(baris.uraian, lembar.dinas);
  if (named.length > 0) return { peran: named, ...serta, dari: "teks" };
  return { peran: [guess(lembar, baris.uraian)], ...serta, dari: "tebakan" };
}

/** "Camat memerintahkan …", "… oleh Camat", "Sekretaris bersama Tim …", "… ke Camat untuk persetujuan". */
function namedIn(uraian: string, dinas: boolean): readonly Peran[] {
  const [, before = ""] =
    /^((?:[A-Z]\S*|bersama|dan)(?:\s+(?:[A-Z]\S*|bersama|dan))*?)\s+(?=[Mm]e[a-z]{4,})/u.exec(
      uraian,
    ) ?? [];
  const [, bersama = ""] = /^Rapat ((?:[A-Z]\w+|bersama|dan|\s)+?)\s+untuk/u.exec(uraian) ?? [];
  const [, oleh = ""] = /\boleh ((?:[A-Za-z]+\s?){1,3})/i.exec(uraian) ?? [];
  const [, setuju = ""] =
    /(?:ke|kepada) ((?:[A-Z]\w*\s?){1,2})untuk (?:mendapat\w* )?persetujuan/u.exec(uraian) ?? [];
  const found = [before, bersama, oleh, setuju].map((teks) =>
    peranDisebut(teks, dinas).map(({ peran }) => peran),
  );
  return [...new Set(found.find((list) => list.length > 0) ?? [])];
}

const kepala: readonly Peran[] = ["camat", "kadis"];
const sekretaris: readonly Peran[] = ["sekcam", "sekdis"];
const penyusun: readonly Peran[] = ["kasubbag", "tim", "jfp", "kasi", "staf"];
const penata: readonly Peran[] = ["staf", "kasubbag", "tim", "jfp"];

const olehFormulir: ReadonlyMap<string | null, readonly Peran[]> = new Map([
  ["perintah", kepala],
  ["nota-dinas", kepala],
  ["disposisi", kepala],
  ["tanda-tangan-sk", kepala],
  ["tanda-tangan-laporan", kepala],
  ["rapat", sekretaris],
  ["format-data", sekretaris],
  ["tim", ["jfp", "sekcam", "sekdis"]],
  ["rencana-kegiatan", sekretaris],
  ["tindak-lanjut", sekretaris],
  ["serah-terima", ["kasubbag", "staf", "tim"]],
  ["surat-pengantar", penata],
  ["penggandaan", penata],
  ["pengiriman", penata],
  ["arsip", penata],
]);

const olehJenis: { readonly [J in JenisTerbaca["jenis"]]: readonly Peran[] } = {
  realisasi: ["tim", "staf", "kasubbag", "jfp"],
  kompilasi: penyusun,
  penyusunan: penyusun,
  sosialisasi: sekretaris,
  keputusan: sekretaris,
  formulir: [],
};

/** The usual desk for such a langkah among the columns there are; else the last column. */
function guess({ kolomList, dinas, jenis }: Lembar, uraian: string): Peran {
  const columns = kolomList.flatMap(({ peranList }) => peranList);
  const signs = /menandatangani|persetujuan|menyetujui/i.test(uraian);
  // whoever gives an order stands above the one it is given to
  const [disuruh] = /^memerintahkan/i.test(uraian) ? peranDisebut(uraian, dinas) : [];
  const bawah = disuruh !== undefined && !sekretaris.includes(disuruh.peran);
  const usual = bawah
    ? sekretaris
    : signs
      ? kepala
      : (olehFormulir.get(jenis.formulir) ?? olehJenis[jenis.jenis]);
  return [...usual, ...penyusun].find((one) => columns.includes(one)) ?? columns.at(-1) ?? "staf";
}
