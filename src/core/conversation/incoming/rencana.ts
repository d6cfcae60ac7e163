import { bukuText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { TabelDokumen } from "../../berkas-kantor/impor/dokumen.ts";
import { type Usulan, usulkan } from "../../berkas-kantor/impor/impor.ts";
import { type BarisUsul, type BidangUsul, bidangUsul } from "../../berkas-kantor/impor/usulan.ts";
import { fill, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { sheetsOf } from "../command/isi.ts";
import { say, type Talk } from "../talk.ts";
import type { FileMasuk } from "../tanya/field.ts";

/**
 * Proposes the indikator of an office's own document to whoever may load its workbook, and sends the workbook
 * with them back to be checked. Null where it holds none, something else is being answered, or evidence is owed.
 */
export function rencanaMasuk(
  talk: Talk,
  { bukti: { hash, nama } }: FileMasuk,
  { tabelList = [] }: { readonly tabelList?: readonly TabelDokumen[] },
): Talk | null {
  const { world, pegawai, session } = talk;
  if (session.dialogue !== null || !can(pegawai, "muat-kantor")) return null;
  if (tabelList.length === 0 || sheetsOf(world, pegawai).length > 0) return null;
  const { indikatorList, pegawaiList } = world.kantor;
  const dikenal = { indikatorList, orangList: pegawaiList };
  const usulan = usulkan(tabelList, { tahun: null, dikenal });
  if (usulan.barisList.length === 0) {
    return usulan.adaList.length === 0
      ? null
      : say(talk, {
          teks: fill(bukuText.rencana.sudahAda, { jumlah: usulan.adaList.length, nama }),
        });
  }
  return say(talk, {
    teks: ringkasan(usulan, nama),
    lampiran: { jenis: "buku", apa: "kantor", rencana: { hash, nama } },
  });
}

function ringkasan({ tahun, barisList, adaList }: Usulan, nama: string): Teks {
  const periksa = hitungPeriksa(barisList).map(([bidang, jumlah]) =>
    fill(bukuText.rencana.periksa, { bidang, jumlah }),
  );
  return paragraphs(
    lines(
      fill(bukuText.rencana.kepala, {
        jumlah: barisList.length,
        nama,
        tahun: tahunText(tahun),
      }),
      ...barisList.slice(0, BARIS_DISEBUT).map(({ sel }) =>
        fill(bukuText.rencana.baris, {
          kode: teksSel(sel.kode.nilai),
          nama: teksSel(sel.nama.nilai),
        }),
      ),
      barisList.length > BARIS_DISEBUT
        ? fill(bukuText.rencana.barisLain, { jumlah: barisList.length - BARIS_DISEBUT })
        : [],
      adaList.length > 0 ? fill(bukuText.rencana.ada, { jumlah: adaList.length }) : [],
    ),
    lines(...periksa),
    bukuText.rencana.tindak,
  );
}

/** How many are named; the rest is counted. */
const BARIS_DISEBUT = 5;

const teksSel = (nilai: string | number | null): string => String(nilai ?? "–");

const tahunText = (tahun: number | null): Teks =>
  tahun === null
    ? bukuText.rencana.tanpaTahun
    : fill(bukuText.rencana.tahun, { tahun: String(tahun) });

/** What a cell is asked for as; the four triwulan are one kind, and a kode may stay as it was counted. */
const kelompok = {
  kode: null,
  tahun: "tahun",
  sasaran: "sasaran",
  nama: "nama",
  satuan: "satuan",
  arah: "arah",
  agregasi: "agregasi",
  penanggungJawab: "penanggungJawab",
  "targetTriwulan.0": "other",
  "targetTriwulan.1": "other",
  "targetTriwulan.2": "other",
  "targetTriwulan.3": "other",
  targetTahunan: "targetTahunan",
} as const satisfies { readonly [B in BidangUsul]: string | null };
type Kelompok = NonNullable<(typeof kelompok)[BidangUsul]>;

/** How many cells of each kind somebody must look at. */
function hitungPeriksa(barisList: readonly BarisUsul[]): readonly (readonly [Kelompok, number])[] {
  const found = new Map<Kelompok, number>();
  for (const bidang of bidangUsul) {
    const kunci = kelompok[bidang];
    const jumlah = barisList.filter(({ sel }) => sel[bidang].catatan !== null).length;
    if (jumlah > 0 && kunci !== null) found.set(kunci, (found.get(kunci) ?? 0) + jumlah);
  }
  return [...found];
}
