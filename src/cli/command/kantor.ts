import type { Command } from "commander";
import type { UndanganBaru } from "../../app/create-undangan.ts";
import { loadKantor as loadIntoStore } from "../../app/load-kantor.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { loadKantor } from "../../catalog/load-kantor.ts";
import { formatProblem } from "../../catalog/problem.ts";
import type { KantorIsi } from "../../core/kantor/isi.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { formatIso, type ZonaWaktu } from "../../core/waktu/instant.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withStore } from "../with-store.ts";

/** `kantor`: the offices this installation serves. */
export function addKantor(program: Command, { io, settle }: Cli): void {
  const kantor = program.command("kantor").description("offices");
  kantor
    .command("load <file>")
    .description(
      "create or update an office from YAML; prints an invitation per pegawai without an account",
    )
    .action((file: string) => settle(load(io, file)));
  kantor
    .command("list")
    .description("offices in the database")
    .action(() => settle(list(io)));
}

async function load(io: CliIo, file: string): Promise<Outcome> {
  const catalog = await loadCatalog(io.flows);
  const { isi, problems, peringatan } = await loadKantor(file, catalog);
  if (isi === null) {
    const masalah = [...problems, ...catalog.problems];
    return refused(masalah.map(formatProblem).join("\n"), { masalah });
  }
  for (const one of [...catalog.problems, ...peringatan]) io.err(`${formatProblem(one)}\n`);
  const result = await withStore(io, (deps) => loadIntoStore(deps, isi, { undangan: true }));
  const { kantor } = isi;
  const json = {
    kantor: kantor.id,
    baru: result.baru,
    pegawai: kantor.pegawaiList.length,
    indikator: kantor.indikatorList.length,
    realisasiBaru: result.realisasiBaru,
    berkasBerubah: result.berkasBerubah,
    peringatan,
    undangan: result.undanganList.map((one) => undanganJson(one, kantor.zonaWaktu)),
  };
  return done(json, loadText(isi, result));
}

function loadText(isi: KantorIsi, result: Awaited<ReturnType<typeof loadIntoStore>>): string {
  const { kantor, sopList } = isi;
  const kata = result.baru ? "dibuat" : "diperbarui";
  const [first] = result.undanganList;
  const lines = [
    `${kantor.nama} ${kata}: ${kantor.pegawaiList.length} pegawai, ${kantor.indikatorList.length} indikator, SOP ${sopList.map(({ sop }) => sop.id).join(", ")}.`,
    ...(result.realisasiBaru > 0 ? [`Realisasi dari berkas: ${result.realisasiBaru}.`] : []),
    ...(result.berkasBerubah > 0
      ? [`Tenggat dihitung ulang pada ${result.berkasBerubah} berkas berjalan.`]
      : []),
    ...(first === undefined
      ? ["Semua pegawai sudah punya akun."]
      : [
          "",
          `Undangan, berlaku sampai ${formatWaktu(first.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true })}; pegawai mengirim /start KODE:`,
          table(
            result.undanganList.map(({ pegawai, kode }) => [kode, pegawai.id, pegawai.jabatan]),
          ),
        ]),
  ];
  return lines.join("\n");
}

/** An invitation as JSON shows it. */
export const undanganJson = (
  { pegawai, kode, berlakuSampaiMs }: UndanganBaru,
  zona: ZonaWaktu,
): Readonly<Record<string, string>> => ({
  pegawai: pegawai.id,
  jabatan: pegawai.jabatan,
  kode,
  berlakuSampai: formatIso(berlakuSampaiMs, zona),
});

async function list(io: CliIo): Promise<Outcome> {
  const kantor = await withStore(io, async ({ store }) =>
    Promise.all(
      (await store.listKantor()).map(async ({ kantor: one }) => ({
        id: one.id,
        nama: one.nama,
        kabupaten: one.kabupaten,
        zonaWaktu: one.zonaWaktu,
        sop: one.sopIdList,
        pegawai: one.pegawaiList.length,
        terhubung: new Set((await store.listAccount(one.id)).map(({ pegawaiId }) => pegawaiId))
          .size,
      })),
    ),
  );
  if (kantor.length === 0) return done({ kantor }, "Belum ada kantor.");
  const rows = kantor.map(({ id, nama, kabupaten, pegawai, terhubung }) => [
    id,
    nama,
    kabupaten,
    `${terhubung}/${pegawai}`,
  ]);
  return done({ kantor }, table([["id", "nama", "kabupaten", "terhubung"], ...rows]));
}
