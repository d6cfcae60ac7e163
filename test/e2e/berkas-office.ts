import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect } from "vitest";
import type { BerkasState } from "../../src/core/engine/state.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { entriesOf, withEntries } from "../support/zip.ts";
import { Office, type OfficeOptions } from "./office.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const PDF = "application/pdf";

/** An answer to a field of a form: a text that is typed, a button, or a file that is sent. */
export type Jawaban = string | { readonly pilih: string | RegExp } | { readonly foto: Uint8Array };

/** One office that works through a sheet in chat; every sentence of a test is a method of it. */
export class BerkasOffice {
  readonly office: Office;

  private constructor(office: Office) {
    this.office = office;
  }

  /** Opens a test office, a week before its triwulan IV ends. */
  static async open(nama: string, options: Partial<OfficeOptions> = {}): Promise<BerkasOffice> {
    const kantorFile = join(import.meta.dirname, `../support/kantor/uji-${nama}.yaml`);
    return new BerkasOffice(
      await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+07:00", ...options }),
    );
  }

  person(id: string): Person {
    return this.office.person(id);
  }

  /** The newest message somebody got. */
  last(id: string): string {
    return this.person(id).texts.at(-1) ?? "";
  }

  /** All messages somebody got, as one text. */
  semua(id: string): string {
    return this.person(id).texts.join("\n\n");
  }

  async taps(id: string, ...titles: readonly (string | RegExp)[]): Promise<void> {
    for (const title of titles) await this.office.taps(id, title);
  }

  async says(id: string, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.office.says(id, text);
  }

  /** Fills in the fields of a form one after the other; the form is on this person's desk. */
  async isi(id: string, ...jawaban: readonly Jawaban[]): Promise<void> {
    await this.taps(id, /^(Isi|Ubah isian)$/);
    await this.jawab(id, ...jawaban);
  }

  async jawab(id: string, ...jawaban: readonly Jawaban[]): Promise<void> {
    for (const one of jawaban) {
      if (typeof one === "string") await this.says(id, one);
      else if ("foto" in one) await this.office.act(() => this.person(id).photo(one.foto));
      else await this.taps(id, one.pilih);
    }
  }

  async kirimBerkas(id: string, nama: string, data: Uint8Array, mime: string): Promise<void> {
    await this.office.act(() => this.person(id).uploads(nama, data, mime));
  }

  /** Sends a report back, and says why. */
  async kembalikan(id: string, alasan: string): Promise<void> {
    await this.taps(id, "↩️ Kembalikan");
    await this.says(id, alasan);
  }

  /** Fills in the figures that are asked of a unit, and sends them. */
  async isiAngka(unit: string, ...angka: readonly string[]): Promise<void> {
    await this.taps(unit, "Mulai isi");
    await this.says(unit, ...angka);
    await this.taps(unit, "Kirim");
  }

  async berkas(periode: string): Promise<BerkasState> {
    const list = await allBerkas(this.office.store);
    const found = list.find(({ state }) => state.periode === periode);
    if (found === undefined) throw new Error(`no berkas of ${periode}`);
    return found.state;
  }

  /** Where a berkas stands: the number of its langkah, or how it ended. */
  async letak(periode: string): Promise<string> {
    const { status, langkahNo } = await this.berkas(periode);
    return status === "berjalan" ? langkahNo : status;
  }

  /** "langkah: name, version, number" of every paper of a berkas, in the order in which they came. */
  async naskah(periode: string): Promise<readonly string[]> {
    const { naskahList } = await this.berkas(periode);
    return naskahList.map(({ langkahNo, nama, sebutan, nomor }) =>
      [`${langkahNo}: ${nama}`, sebutan, nomor].filter((one) => one !== null).join(", "),
    );
  }

  /** Asks for a paper by `/dokumen` and opens the file that comes. */
  async ambil(id: string, judul: string | RegExp, bentuk: string | null = null): Promise<Buffer> {
    await this.says(id, "/dokumen");
    if (this.last(id).includes("Berkas yang mana?")) await this.taps(id, /2026 — /);
    await this.taps(id, judul);
    if (bentuk !== null) await this.taps(id, bentuk);
    return this.berkasTerakhir(id);
  }

  /** The file that came last. */
  berkasTerakhir(id: string): Buffer {
    const message = this.person(id).inbox.findLast((one) => one.document !== undefined);
    if (message === undefined) throw new Error(this.person(id).transcript());
    return Buffer.from(this.person(id).opens(message));
  }

  async close(): Promise<void> {
    await this.office.close();
  }

  /** What must be true of every office at the end of its year. */
  async akhir(): Promise<void> {
    expect(this.office.telegram.complaints).toEqual([]);
    expect(await this.office.logIsWhole()).toBe(true);
    expect(this.office.logLines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  }
}

/** The Word file with some words of its text replaced, as somebody edits it. */
export async function disunting(data: Uint8Array, dari: string, menjadi: string): Promise<Buffer> {
  const entries = await entriesOf(data);
  const xml = entries["word/document.xml"]?.toString("utf8") ?? "";
  if (!xml.includes(dari))
    throw new Error(`"${dari}" does not stand in: ${xml.replaceAll(/<[^>]+>/g, " ")}`);
  return withEntries(data, { "word/document.xml": xml.replace(dari, menjadi) });
}

interface Manifest {
  readonly catatan: { readonly sampai: number; readonly sidik: string; readonly sha256: string };
  readonly isi: readonly {
    readonly path: string;
    readonly apa: string;
    readonly sha256: string;
    readonly sebutan: string | null;
    readonly nomor: string | null;
    readonly keadaan: string;
    readonly samaDengan: string | null;
  }[];
  readonly lokasi: string | null;
  readonly periode: string;
}

/** Opens an archive: what it holds, and what its manifest says. Every sum must fit its file. */
export async function bukaArsip(data: Uint8Array): Promise<{
  readonly entries: Readonly<Record<string, Buffer>>;
  readonly manifest: Manifest;
}> {
  const entries = await entriesOf(data);
  const manifest: Manifest = JSON.parse(entries["manifest.json"]?.toString("utf8") ?? "");
  for (const { path, sha256, keadaan, samaDengan } of manifest.isi) {
    expect([path, keadaan]).toEqual([path, "utuh"]);
    const packed = entries[samaDengan ?? path] ?? Buffer.alloc(0);
    expect([path, createHash("sha256").update(packed).digest("hex")]).toEqual([path, sha256]);
  }
  const listed = manifest.isi.filter(({ samaDengan }) => samaDengan === null);
  expect(Object.keys(entries).toSorted()).toEqual(
    [...listed.map(({ path }) => path), "manifest.json", "manifest.txt"].toSorted(),
  );
  return { entries, manifest };
}
