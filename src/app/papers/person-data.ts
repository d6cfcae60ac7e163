import { pathArsip } from "../../core/arsip/isi.ts";
import { logJsonLines, logText } from "../../core/arsip/log.ts";
import {
  angkaOrang,
  buktiOrang,
  jawabanOrang,
  type Orang,
  profilOrang,
  tentang,
} from "../../core/arsip/orang.ts";
import type { BerkasState } from "../../core/engine/state.ts";
import type { Kantor, KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import { tahunPeriode } from "../../core/kinerja/periode.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents, IsiZip } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { KantorRecord, LogEntry, PersonRows, RealisasiRow } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { textFile } from "./text-file.ts";

/** What putting together the data of one person needs of the world. */
export interface PersonDataDeps {
  readonly store: Pick<
    Store,
    "listBerkas" | "listAccount" | "loadPerson" | "loadRekap" | "readLog"
  >;
  readonly clock: Clock;
  readonly kamus: Kamus;
  readonly files: Pick<FileStore, "read" | "verify">;
  readonly documents: Pick<Documents, "zip">;
}

/** A zip file, and how much of what is in it. */
export interface PersonData {
  readonly zip: AsyncIterable<Uint8Array>;
  readonly jumlah: {
    readonly akun: number;
    readonly pesan: number;
    readonly jawaban: number;
    readonly angka: number;
    readonly bukti: number;
    readonly catatan: number;
  };
}

/**
 * Everything kept of one person of an office, as JSON and the evidence they sent; null where nothing
 * is known of them.
 */
export async function personData(
  deps: PersonDataDeps,
  { kantor }: Pick<KantorRecord, "kantor">,
  id: PegawaiId,
): Promise<PersonData | null> {
  const isi = await gather(deps, kantor, id);
  const { profil, akun, rows, jawaban, angka, realisasi, log } = isi;
  const kept = akun.length + rows.pesanList.length + log.length;
  if (profil.pegawai === null && kept === 0) return null;
  const atMs = deps.clock.now();
  const bukti = await evidence(deps, realisasi, { id, atMs });
  const own = texts(isi, { kantor, kamus: deps.kamus, atMs });
  const jumlah = {
    akun: akun.length,
    pesan: rows.pesanList.length,
    jawaban: jawaban.length,
    angka: angka.length,
    bukti: bukti.length,
    catatan: log.length,
  };
  return { zip: deps.documents.zip([...own, ...bukti]), jumlah };
}

type Gathered = Awaited<ReturnType<typeof gather>>;

async function gather({ store }: Pick<PersonDataDeps, "store">, kantor: Kantor, id: PegawaiId) {
  const orang: Orang = { id, waktu: (atMs) => formatIso(atMs, kantor.zonaWaktu) };
  const stateList = (await store.listBerkas(kantor.id)).map(({ state }) => state);
  const realisasi = await allRealisasi(store, kantor.id, stateList);
  return {
    orang,
    profil: profilOrang(kantor, id),
    akun: (await store.listAccount(kantor.id)).filter(({ pegawaiId }) => pegawaiId === id),
    rows: await store.loadPerson(kantor.id, id),
    jawaban: jawabanOrang(stateList, orang),
    angka: angkaOrang(realisasi, orang),
    realisasi,
    log: (await allEntries(store, kantor.id)).filter((entry) => tentang(entry, id)),
  };
}

/** What is told in words and JSON. */
function texts(
  { orang, profil, akun, rows, jawaban, angka, log }: Gathered,
  {
    kantor,
    kamus,
    atMs,
  }: { readonly kantor: Kantor; readonly kamus: Kamus; readonly atMs: number },
): readonly IsiZip[] {
  const byPath = {
    "baca-dahulu.txt": guide(kantor.nama, orang.waktu(atMs)),
    "profil.json": json(profil),
    "akun.json": json(akunJson(akun, orang)),
    "pesan.json": json(pesanJson(rows, orang)),
    "jawaban.json": json(jawaban),
    "angka.json": json(angka),
    "log.jsonl": logJsonLines(log),
    "log.txt": logText(log, { kamus, kantor }),
  };
  return Object.entries(byPath).map(([path, isi]) => textFile(path, atMs, isi));
}

const json = (isi: unknown): string => `${JSON.stringify(isi, null, 2)}\n`;

const guide = (kantor: string, pada: string): string =>
  [
    `Data satu pegawai ${kantor}, per ${pada}.`,
    "",
    "profil.json   nama, jabatan, peran, berhalangan, dan indikator yang dipegang",
    "akun.json     akun chat yang terhubung",
    "pesan.json    pesan kepada pegawai ini yang masih disimpan, dan kapan pesan darinya diterima;",
    "              bunyi pesannya sendiri tidak disimpan, hanya akibatnya",
    "jawaban.json  persetujuan, pengembalian, dan konfirmasi",
    "angka.json    angka yang dikirim, keterangan, dan nama buktinya",
    "bukti/        berkas bukti yang dikirim dan masih disimpan",
    "log.jsonl     catatan peristiwa oleh atau tentang pegawai ini; log.txt dalam kata-kata",
    "",
    "Naskah bertanda tangan memuat nama pegawai dan tidak ikut di sini; lihat arsip berkasnya.",
    "",
  ].join("\n");

const akunJson = (
  list: Awaited<ReturnType<Store["listAccount"]>>,
  { waktu }: Orang,
): readonly unknown[] =>
  list.map(({ address: { channelId, chat }, utama, dibuatMs }) => ({
    saluran: channelId,
    alamat: chat,
    utama,
    terhubung: waktu(dibuatMs),
  }));

const pesanJson = ({ pesanList, masukList, percakapan }: PersonRows, { waktu }: Orang) => ({
  kepadanya: pesanList.map(({ address, dibuatMs, terkirimMs, status, pesan }) => ({
    saluran: address.channelId,
    alamat: address.chat,
    dibuat: waktu(dibuatMs),
    terkirim: terkirimMs === null ? null : waktu(terkirimMs),
    status,
    teks: plainText(pesan.teks),
    pilihan: (pesan.pilihan ?? []).flat().map(({ judul }) => judul),
  })),
  darinya: masukList.map(({ address, atMs }) => ({
    saluran: address.channelId,
    alamat: address.chat,
    diterima: waktu(atMs),
  })),
  percakapanTersimpan: percakapan,
});

/** Files that are gone are named in the figures and left out here. */
async function evidence(
  { files }: Pick<PersonDataDeps, "files">,
  realisasi: readonly RealisasiRow[],
  { id, atMs }: { readonly id: PegawaiId; readonly atMs: number },
): Promise<readonly IsiZip[]> {
  const list: IsiZip[] = [];
  for (const [index, { hash, nama }] of buktiOrang(realisasi, id).entries()) {
    if ((await files.verify(hash)) !== "utuh") continue;
    const path = pathArsip(["bukti"], index + 1, nama);
    list.push({ path, atMs, padatkan: false, content: () => files.read(hash) });
  }
  return list;
}

async function allRealisasi(
  store: Pick<Store, "loadRekap">,
  kantorId: KantorId,
  stateList: readonly Pick<BerkasState, "periode">[],
): Promise<readonly RealisasiRow[]> {
  const years = new Set(stateList.map(({ periode }) => tahunPeriode(periode)));
  const all: RealisasiRow[] = [];
  for (const tahun of [...years].toSorted((a, b) => a - b)) {
    const rows = await store.loadRekap(kantorId, tahun, null);
    const mine = rows?.realisasi.filter(({ periode }) => tahunPeriode(periode) === tahun);
    all.push(...(mine ?? []));
  }
  return all;
}

const PAGE = 1_000;

async function allEntries(
  store: Pick<Store, "readLog">,
  kantorId: KantorId,
): Promise<readonly LogEntry[]> {
  const all: LogEntry[] = [];
  for (;;) {
    const page = await store.readLog(kantorId, all.at(-1)?.seq ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
