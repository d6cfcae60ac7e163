import type { BerkasState } from "../engine/state.ts";
import { nilaiText } from "../formulir/teks.ts";
import type { Kantor } from "../kantor/schema.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import { sidikCatatan, type UjungCatatan } from "../rekap/sidik.ts";
import type { Sop } from "../sop/schema.ts";
import { formatWaktu } from "../waktu/format.ts";
import { formatIso, type Instant } from "../waktu/instant.ts";
import type { IsiArsip } from "./isi.ts";

/** What a manifest speaks of. */
export interface BahanManifest {
  readonly kantor: Kantor;
  readonly state: BerkasState;
  readonly sop: Sop;
  /** The instant the archive shows. */
  readonly padaMs: Instant;
  readonly isiList: readonly IsiArsip[];
  /** Where the office's log stood then. */
  readonly ujung?: UjungCatatan;
}

/** The manifest for programs: every file with its SHA-256. */
export function manifestJson(bahan: BahanManifest): string {
  const { kantor, state, sop, padaMs, isiList, ujung } = bahan;
  const document = {
    arsip: 1,
    berkas: state.id,
    kantor: { id: kantor.id, nama: kantor.nama },
    sop: { id: sop.id, nama: sop.nama, nomor: sop.kepala.nomor, hash: state.sopHash },
    periode: state.periode,
    dibuka: formatIso(state.dibukaMs, kantor.zonaWaktu),
    diarsipkan: formatIso(padaMs, kantor.zonaWaktu),
    lokasi: lokasiOf(state, kantor),
    catatan:
      ujung === undefined
        ? null
        : { sampai: ujung.seq, sidik: sidikCatatan(ujung), sha256: ujung.hash },
    isi: isiList.map(({ path, apa, bukti, sebutan, nomor, keadaan, samaDengan }) => ({
      path,
      apa,
      sha256: bukti.hash,
      ukuranByte: bukti.ukuranByte,
      namaAsal: bukti.nama,
      sebutan,
      nomor,
      keadaan,
      samaDengan,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The manifest for people. */
export function manifestText(bahan: BahanManifest): string {
  const { kantor, state, sop, padaMs, isiList, ujung } = bahan;
  const waktu = (atMs: Instant): string => formatWaktu(atMs, kantor.zonaWaktu, { tahun: true });
  const kurang = isiList.filter(({ keadaan }) => keadaan !== "utuh");
  return [
    `ARSIP BERKAS ${labelPeriode(state.periode, kantor.istilahTriwulan).toUpperCase()}`,
    kantor.nama,
    "",
    `Berkas      : ${state.id}`,
    `SOP         : ${sop.nama}${sop.kepala.nomor === null ? "" : ` (Nomor ${sop.kepala.nomor})`}`,
    `Lembar SOP  : ${state.sopHash}`,
    `Dibuka      : ${waktu(state.dibukaMs)}`,
    `Diarsipkan  : ${waktu(padaMs)}`,
    `Lokasi fisik: ${lokasiOf(state, kantor) ?? "tidak dicatat"}`,
    `Isi         : ${isiList.length} berkas${kurang.length === 0 ? "" : `, ${kurang.length} tidak ikut`}`,
    ...(ujung === undefined
      ? []
      : [`Catatan     : sampai baris ${ujung.seq}, sidik jari ${sidikCatatan(ujung)}`]),
    "",
    ...isiList.flatMap(isiText),
    "",
    "SHA-256 dapat dihitung ulang, misalnya dengan sha256sum; bila berbeda, berkas itu telah berubah.",
    ...(ujung === undefined
      ? []
      : [
          "Sidik jari catatan diperiksa di kantor dengan: npm run sopir -- log verify --sidik SIDIK-JARI",
        ]),
    "",
  ].join("\n");
}

/** Where the paper originals lie, as the form of a langkah says; null where nobody was asked. */
const lokasiOf = ({ formulirByLangkah }: BerkasState, kantor: Kantor): string | null =>
  Object.values(formulirByLangkah)
    .map(({ lokasi }) => nilaiText(lokasi, kantor))
    .findLast((teks) => teks !== "") ?? null;

const keadaanText: { readonly [K in IsiArsip["keadaan"]]: string | null } = {
  utuh: null,
  hilang: "TIDAK IKUT: berkas ini hilang dari penyimpanan",
  berubah: "TIDAK IKUT: isi berkas ini telah berubah di penyimpanan",
  dimusnahkan: "TIDAK IKUT: berkas ini telah dimusnahkan menurut jadwal penyimpanan",
};

function isiText(isi: IsiArsip): readonly string[] {
  const { path, apa, bukti, sebutan, nomor, keadaan, samaDengan } = isi;
  const sama = samaDengan === null ? null : `isinya sama dengan ${samaDengan}`;
  const notes = [sebutan, nomor && `Nomor ${nomor}`, keadaanText[keadaan] ?? sama];
  return [
    path,
    `  ${[apa, ...notes.filter((note) => note !== null && note !== "")].join(" · ")}`,
    `  ${bukti.ukuranByte} byte · SHA-256 ${bukti.hash}`,
  ];
}
