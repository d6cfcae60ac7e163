import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommitRequest } from "../../src/app/ports/commit.ts";
import type { Documents } from "../../src/app/ports/documents.ts";
import type { FileStore } from "../../src/app/ports/files.ts";
import type { NaskahRow } from "../../src/app/ports/naskah.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Dokumen } from "../../src/core/dokumen/model.ts";
import type { BerkasState, Naskah } from "../../src/core/engine/state.ts";
import type { Bukti } from "../../src/core/formulir/nilai.ts";
import type { Kantor } from "../../src/core/kantor/schema.ts";
import type { Kamus } from "../../src/core/pesan/kamus.ts";
import { LangkahNo } from "../../src/core/sop/reference.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { createFileStore } from "../../src/store/files.ts";
import { suratByNama } from "../core/dokumen/sample.ts";
import {
  BERKAS_TW4,
  berkasTw4,
  DIBUAT_MS,
  masukan,
  periode,
  kantor as sampleKantor,
  sop,
} from "../core/rekap/sample.ts";
import { requestOf } from "../store/contract/fixture.ts";
import { openTestStore, type TestStore } from "./store.ts";
import { kamus } from "./teks.ts";

/** The demo office of the sample year in a database and a folder of its own. */
export interface NaskahOffice {
  readonly bench: TestStore;
  readonly store: Store;
  readonly dir: string;
  readonly files: FileStore;
  /** Draws letters as their content in JSON, so that a test can read what was drawn. */
  readonly documents: Documents;
  /** What was drawn so far, and as what. */
  readonly drawn: { readonly bentuk: "pdf" | "docx"; readonly dokumen: Dokumen }[];
  readonly clock: { now(): number };
  readonly kamus: Kamus;
  /** Puts a file somebody sent into the store. */
  readonly put: (text: string, nama: string) => Promise<Bukti>;
  commit(part: Partial<CommitRequest>): Promise<void>;
  close(): Promise<void>;
}

/** Only what an office is made of: the sample's own has more of its file than a database takes. */
export const kantor: Kantor = {
  id: sampleKantor.id,
  nama: sampleKantor.nama,
  kabupaten: sampleKantor.kabupaten,
  zonaWaktu: sampleKantor.zonaWaktu,
  istilahTriwulan: sampleKantor.istilahTriwulan,
  sopIdList: sampleKantor.sopIdList,
  pembukaanOtomatis: sampleKantor.pembukaanOtomatis,
  pegawaiList: sampleKantor.pegawaiList,
  indikatorList: sampleKantor.indikatorList,
  tampilan: sampleKantor.tampilan,
  pengingat: sampleKantor.pengingat,
};

/** Opens it with its fourth triwulan closed; `state` says what is different in the berkas. */
export async function openNaskahOffice(
  change: (office: NaskahOffice) => Promise<Partial<BerkasState>> = async () => ({}),
): Promise<NaskahOffice> {
  const bench = await openTestStore();
  const dir = mkdtempSync(join(tmpdir(), "sopir-naskah-"));
  const files = createFileStore(dir);
  const drawn: NaskahOffice["drawn"] = [];
  const draw = (bentuk: "pdf" | "docx") => async (dokumen: Dokumen) => {
    drawn.push({ bentuk, dokumen });
    return new TextEncoder().encode(`${bentuk} ${JSON.stringify(dokumen)}`);
  };
  const { store } = bench;
  const office: NaskahOffice = {
    bench,
    store,
    dir,
    files,
    drawn,
    documents: { ...createDocuments(files), dokumenPdf: draw("pdf"), dokumenDocx: draw("docx") },
    clock: { now: () => DIBUAT_MS },
    kamus,
    put: (text, nama) =>
      files.put(new TextEncoder().encode(text), nama, "application/octet-stream"),
    async commit(part) {
      const result = await store.commit(requestOf(kantor.id, part));
      if (result !== "committed") throw new Error(result);
    },
    async close() {
      await bench.close();
      rmSync(dir, { recursive: true });
    },
  };
  await store.saveSop(sop, "0", DIBUAT_MS);
  await store.saveKantor({ kantor, calendar: masukan.calendar }, DIBUAT_MS);
  const state = { ...berkasTw4, ...(await change(office)) };
  await office.commit({
    berkas: [{ state, sop }],
    realisasi: masukan.realisasi.map((row) => ({ ...row, kantorId: kantor.id, bukti: [], seq: 1 })),
    log: masukan.log.map(({ jenis, berkasId, oleh, atMs, data }) => ({
      jenis,
      berkasId,
      oleh,
      atMs,
      data,
    })),
  });
  return office;
}

/** A paper of the berkas of the fourth triwulan; a letter unless it says otherwise. */
export const paperOf = (n: number, part: Partial<Naskah> = {}): NaskahRow => {
  const naskah: Naskah = {
    id: `${BERKAS_TW4}-n${n}`,
    jenis: "sk-tim",
    nama: "SK Tim",
    sebutan: null,
    versi: 1,
    langkahNo: LangkahNo.parse("3"),
    padaMs: DIBUAT_MS,
    // the log of the sample has four entries
    padaSeq: 4,
    oleh: "sistem",
    nomor: null,
    unggahan: null,
    perubahan: null,
    ...part,
  };
  const whole = naskah.unggahan !== null || naskah.jenis === "laporan" || naskah.jenis === "arsip";
  return {
    kantorId: kantor.id,
    berkasId: BERKAS_TW4,
    periode: periode("2026-TW4"),
    naskah,
    isi: whole ? null : suratByNama["sk tim"],
  };
};
