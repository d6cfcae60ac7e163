import type { Command } from "commander";
import { createNaskahFiles } from "../../app/papers/naskah-file.ts";
import { destroyPast, pastRetention, type RetentionDeps } from "../../app/papers/retention.ts";
import { readPenyimpanan } from "../../catalog/load-penyimpanan.ts";
import { golonganOf, type LewatMasa, sebutanJenisArsip } from "../../core/arsip/jadwal.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { createDocuments } from "../../documents/index.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor, withStore } from "../with-store.ts";
import { writeWhole } from "../write-whole.ts";

/** `arsip`: everything of a berkas in one file, and how long what is kept. */
export function addArsip(program: Command, { io, settle }: Cli): void {
  const arsip = program
    .command("arsip")
    .description("archives of berkas, and how long they are kept");
  arsip
    .command("export")
    .description("write the archive of a berkas as a .zip file, with a manifest of SHA-256")
    .requiredOption("--berkas <id>", "berkas; see: berkas list --semua")
    .requiredOption("-o, --output <file>", "file to write")
    .action((options: ExportOptions) => settle(exportArsip(io, options)));
  arsip
    .command("jadwal")
    .description("what is past its time by flows/penyimpanan.yaml; nothing is changed")
    .option(...opsiKantor)
    .action((options: Named) => settle(jadwal(io, options)));
  arsip
    .command("musnahkan")
    .description("destroy what `arsip jadwal` lists; the log keeps names and SHA-256")
    .requiredOption("--konfirmasi <sidik>", "the word `arsip jadwal` prints below its list")
    .requiredOption("--dasar <teks>", "letter or minutes that allow it, kept in the log")
    .option(...opsiKantor)
    .action((options: MusnahkanOptions) => settle(musnahkan(io, options)));
}

interface Named {
  readonly kantor?: string;
}

interface MusnahkanOptions extends Named {
  readonly konfirmasi: string;
  readonly dasar: string;
}

const jadwal = (io: CliIo, { kantor }: Named): Promise<Outcome> =>
  withKantor(io, kantor, async (deps, record) => {
    const { list, sidik } = await pastRetention(await withRetensi(io, deps), record);
    const json = { lewat: list.map(lewatJson), sidik: list.length === 0 ? null : sidik };
    if (list.length === 0) return done(json, "Tidak ada yang lewat masa simpannya.");
    const rows = list.map(({ jenis, apa, berkasId, sampaiTahun, ukuranByte, dasar }) => [
      sebutanJenisArsip[jenis],
      apa,
      berkasId ?? "-",
      `sampai ${sampaiTahun}`,
      `${ukuranByte} byte`,
      dasar,
    ]);
    const next = [
      `${list.length} lewat masa simpannya. Tidak ada yang dihapus sendiri.`,
      "Sesudah ada persetujuan tertulis, jalankan:",
      `sopir arsip musnahkan --kantor ${record.kantor.id} --konfirmasi ${sidik} --dasar "nomor dan tanggal persetujuan"`,
    ];
    return done(json, `${table(rows)}\n\n${next.join("\n")}`);
  });

const musnahkan = (io: CliIo, { kantor, konfirmasi, dasar }: MusnahkanOptions): Promise<Outcome> =>
  withKantor(io, kantor, async (deps, record) => {
    if (dasar.trim() === "") return refused("Sebutkan surat atau berita acara yang mengizinkan.");
    const persetujuan = { sidik: konfirmasi, dasar: dasar.trim() };
    const list = await destroyPast(await withRetensi(io, deps), record, persetujuan);
    if (list === null) {
      return refused(
        "Konfirmasi itu bukan untuk daftar yang sekarang; tidak ada yang dihapus. Lihat dahulu: sopir arsip jadwal.",
      );
    }
    const counted = golonganOf(list)
      .map((one) => `${one.list.length} ${sebutanJenisArsip[one.jenis]}`)
      .join(", ");
    return done(
      { dimusnahkan: list.map(lewatJson), dasar: persetujuan.dasar },
      `Dimusnahkan: ${counted}. Nama dan SHA-256-nya tercatat di log.`,
    );
  });

const withRetensi = async (io: CliIo, deps: StoreDeps): Promise<RetentionDeps> => ({
  ...deps,
  retensi: (await readPenyimpanan(io.flows)).arsip,
});

const lewatJson = ({ jenis, apa, kunci, berkasId, sampaiTahun, ukuranByte, dasar }: LewatMasa) => ({
  jenis,
  apa,
  kunci,
  berkas: berkasId,
  sampai: sampaiTahun,
  ukuranByte,
  dasar,
});

interface ExportOptions {
  readonly berkas: string;
  readonly output: string;
}

const exportArsip = (io: CliIo, { berkas: berkasId, output }: ExportOptions): Promise<Outcome> =>
  withStore(io, async (deps) => {
    const kantorId = await kantorOf(deps, berkasId);
    if (kantorId === null) {
      return refused(`Berkas ${berkasId} tidak ada. Daftarnya: sopir berkas list --semua.`);
    }
    const list = await deps.store.listNaskah(kantorId, berkasId);
    const latest = list.findLast(({ naskah }) => naskah.jenis === "arsip");
    if (latest === undefined) {
      return refused(
        `Berkas ${berkasId} belum diarsipkan; arsipnya dibuat oleh langkah di SOP-nya.`,
      );
    }
    const naskah = createNaskahFiles({ ...deps, documents: createDocuments(deps.files) });
    const { hash, ukuranByte } = await naskah.get(kantorId, latest.naskah.id, "zip");
    await writeWhole(deps.files.read(hash), output);
    return done(
      { berkas: berkasId, naskah: latest.naskah.id, output, sha256: hash, ukuranByte },
      `Arsip berkas ${berkasId} ditulis ke ${output} (${ukuranByte} byte, SHA-256 ${hash}).`,
    );
  });

/** The office a berkas belongs to, whether it runs or not. */
async function kantorOf({ store }: StoreDeps, berkasId: string): Promise<KantorId | null> {
  for (const { kantor } of await store.listKantor()) {
    const { berkasById, unreadable } = await store.loadBerkas(kantor.id, [berkasId]);
    if (berkasById.has(berkasId) || unreadable.has(berkasId)) return kantor.id;
  }
  return null;
}
