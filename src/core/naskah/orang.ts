import { langkahOf, timOf } from "../engine/holders.ts";
import { readersOf } from "../engine/readers.ts";
import type { Pegawai, PegawaiId } from "../kantor/schema.ts";
import { forwardExit } from "../sop/langkah.ts";
import { waktuResmi } from "../waktu/format.ts";
import {
  type BahanNaskah,
  isiDari,
  kepalaOf,
  orangKepala,
  orangPelaku,
  pegawaiDari,
  pelaku,
} from "./bahan.ts";
import type { Rekaman } from "./nilai.ts";

/** Everybody who may work on the langkah that comes after this one; nobody after the last. */
export function berikutnya({ turn, langkah }: BahanNaskah): readonly Pegawai[] {
  const { tujuan } = forwardExit(langkah);
  if (tujuan === "selesai") return [];
  const { peran } = langkahOf(turn.sop, tujuan).pelaksana;
  return turn.context.kantor.pegawaiList.filter((one) =>
    one.peran.some((held) => peran.includes(held)),
  );
}

/** Those an order is for: the team once it is formed, else whoever works next. */
export function ditugasi(bahan: BahanNaskah): readonly Pegawai[] {
  const tim = timOf(bahan.turn.sop, bahan.turn.state);
  return tim.length === 0 ? berikutnya(bahan) : pegawaiDari(bahan, tim);
}

/** Everybody with a column on the sheet, and whether they work next. */
export function pelaksana(
  bahan: BahanNaskah,
): readonly { readonly jabatan: string; readonly berikutnya: boolean }[] {
  const { sop, context } = bahan.turn;
  const next = new Set(berikutnya(bahan).map(({ id }) => id));
  return context.kantor.pegawaiList
    .filter(({ peran }) => peran.some((one) => sop.pelaksana.includes(one)))
    .map(({ id, jabatan }) => ({ jabatan, berikutnya: next.has(id) }));
}

/** Whom the form of this langkah asks whether they will come. */
export function undangan(bahan: BahanNaskah): readonly Pegawai[] {
  const { turn, langkah } = bahan;
  const tahapList = langkah.jenis === "formulir" ? langkah.tahap : [];
  const sampaikan = tahapList.find((one) => one.sampaikan?.tanggapan === "hadir")?.sampaikan;
  return sampaikan === undefined
    ? []
    : pegawaiDari(bahan, readersOf(turn, langkah, sampaikan.kepada));
}

/** Those present, and what they answered to the invitation. */
export const hadir = (
  bahan: BahanNaskah,
): readonly {
  readonly nama: string;
  readonly jabatan: string;
  readonly konfirmasi: string | null;
}[] =>
  present(bahan).map(({ id, nama, jabatan }) => ({
    nama,
    jabatan,
    konfirmasi: confirmedAt(bahan, id),
  }));

/** Who leads a meeting: the head of the office where the sheet names them, else whoever wrote it up. */
export function pimpinan(bahan: BahanNaskah): Pegawai | undefined {
  return headLeads(bahan) ? kepalaOf(bahan) : pelaku(bahan);
}

/** The same as papers speak of them. */
export const orangPimpinan = (bahan: BahanNaskah): Rekaman =>
  headLeads(bahan) ? orangKepala(bahan) : orangPelaku(bahan);

const headLeads = (bahan: BahanNaskah): boolean =>
  kepalaOf(bahan)?.peran.some((one) => bahan.langkah.pelaksana.peran.includes(one)) === true;

/** Those present but for who leads. */
export const peserta = (bahan: BahanNaskah): readonly Pegawai[] =>
  present(bahan).filter(({ jabatan }) => jabatan !== pimpinan(bahan)?.jabatan);

function present(bahan: BahanNaskah): readonly Pegawai[] {
  const nilai = isiDari(bahan, "pesertaHadir");
  return nilai?.tipe === "pegawai" ? pegawaiDari(bahan, nilai.idList) : [];
}

function confirmedAt({ turn, langkah }: BahanNaskah, id: PegawaiId): string | null {
  const wait = turn.state.waitList.findLast(
    ({ macam, langkahNo, pemegang }) =>
      macam === "hadir" &&
      langkahNo === langkah.no &&
      pemegang.jenis === "pegawai" &&
      pemegang.pegawaiId === id,
  );
  return wait?.jawaban?.pilihan === "hadir"
    ? waktuResmi(wait.jawaban.atMs, turn.context.kantor.zonaWaktu)
    : null;
}

/** The head answers for the team, the one named leads it, everybody else is a member. */
export function anggotaTim(
  bahan: BahanNaskah,
): readonly { readonly nama: string; readonly jabatan: string; readonly kedudukan: string }[] {
  const { sop, state } = bahan.turn;
  const nilai = isiDari(bahan, "ketua");
  const ketua = nilai?.tipe === "pegawai" ? nilai.idList[0] : undefined;
  const kepala = kepalaOf(bahan);
  const idList = [...timOf(sop, state), ...(ketua === undefined ? [] : [ketua])];
  const named = pegawaiDari(bahan, idList)
    .filter(({ id }) => id !== kepala?.id)
    .toSorted((a, b) => Number(b.id === ketua) - Number(a.id === ketua))
    .map((one) => ({ one, kedudukan: one.id === ketua ? "Ketua" : "Anggota" }));
  const all =
    kepala === undefined ? named : [{ one: kepala, kedudukan: "Penanggung jawab" }, ...named];
  return all.map(({ one: { nama, jabatan }, kedudukan }) => ({ nama, jabatan, kedudukan }));
}

/** Whoever received what was handed over, where they said so themselves. */
export const penerima = ({ turn, oleh }: BahanNaskah): Pegawai | undefined =>
  turn.context.kantor.pegawaiList.find(
    ({ id, peran }) => id === oleh && peran.includes("inspektorat"),
  );

/** Whoever handed in the part before the receiver's; else the one who handed this in. */
export function penyerah(bahan: BahanNaskah): Pegawai | undefined {
  const { turn, langkah, oleh } = bahan;
  const before = turn.state.waitList.findLast(
    ({ macam, langkahNo, jawaban }) =>
      macam === "meja" && langkahNo === langkah.no && jawaban !== null && jawaban.oleh !== oleh,
  );
  return (
    turn.context.kantor.pegawaiList.find(({ id }) => id === before?.jawaban?.oleh) ?? pelaku(bahan)
  );
}

/** The choice this langkah goes on with, in words. */
export function pilihan({ langkah }: BahanNaskah): string {
  const tombol = langkah.jenis === "formulir" ? langkah.tahap.at(-1)?.tombol : undefined;
  return tombol?.replace(/^[^\p{L}]+/u, "") ?? forwardExit(langkah).pilihan;
}

/** Whether who agrees had also drawn the last version up: allowed, but said. */
export function rangkapJabatan({ turn, oleh }: BahanNaskah): boolean {
  const { draf, naskahList, waitList } = turn.state;
  const drafted = naskahList.find(({ id }) => id === draf?.naskahId)?.langkahNo;
  return waitList.some(({ jawaban, langkahNo }) => jawaban?.oleh === oleh && langkahNo === drafted);
}
