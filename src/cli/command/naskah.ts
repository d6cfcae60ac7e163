import type { Command } from "commander";
import type { NaskahRecord } from "../../app/ports/naskah.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";

/** `naskah`: the papers of berkas. */
export function addNaskah(program: Command, { io, settle }: Cli): void {
  program
    .command("naskah")
    .description("papers of berkas")
    .command("list")
    .description("papers with version, number, author, time and SHA-256, oldest first")
    .option(...opsiKantor)
    .option("--berkas <id>", "of one berkas only")
    .action((options: ListOptions) => settle(list(io, options)));
}

interface ListOptions {
  readonly kantor?: string;
  readonly berkas?: string;
}

const list = (io: CliIo, { kantor: kantorId, berkas }: ListOptions): Promise<Outcome> =>
  withKantor(io, kantorId, async ({ store }, { kantor }) => {
    const known = await store.listBerkas(kantor.id);
    if (berkas !== undefined && !known.some(({ state }) => state.id === berkas)) {
      return refused(`Berkas ${berkas} tidak ada. Daftarnya: sopir berkas list --semua.`);
    }
    const papers = await store.listNaskah(kantor.id, berkas ?? null);
    const naskah = papers.map((paper) => naskahJson(paper, kantor));
    if (naskah.length === 0) return done({ naskah }, "Belum ada naskah.");
    const rows = naskah.map((one) => [
      one.id,
      one.periode,
      one.jenis,
      one.sebutan ?? String(one.versi),
      one.nomor ?? "",
      one.oleh,
      one.pada,
      one.file.map(({ bentuk, sha256 }) => `${bentuk} ${sha256}`).join(", ") || "belum dibuat",
    ]);
    return done({ naskah }, table(rows));
  });

function naskahJson({ berkasId, periode, naskah, fileList }: NaskahRecord, kantor: Kantor) {
  const { id, jenis, nama, sebutan, versi, nomor, oleh, padaMs, perubahan, unggahan } = naskah;
  return {
    id,
    berkas: berkasId,
    periode,
    jenis,
    nama,
    sebutan,
    versi,
    nomor,
    oleh,
    pada: formatIso(padaMs, kantor.zonaWaktu),
    perubahan,
    unggahan: unggahan !== null,
    file: fileList.map(({ bentuk, hash, ukuranByte, nama: namaFile }) => ({
      bentuk,
      sha256: hash,
      ukuranByte,
      nama: namaFile,
    })),
  };
}
