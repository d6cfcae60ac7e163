import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Command } from "commander";
import { createUndangan, type UndanganBaru } from "../../app/office/create-undangan.ts";
import { kartuFile } from "../../app/office/kartu.ts";
import { inviteUnlinked } from "../../app/office/load-kantor.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { formatIso, type ZonaWaktu } from "../../core/waktu/instant.ts";
import { createDocuments } from "../../documents/index.ts";
import { tautanFor } from "../../invite-link.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

/** `undangan`: one-time codes that link a chat account to a pegawai. */
export function addUndangan(program: Command, { io, settle }: Cli): void {
  const undangan = program.command("undangan").description("invitations");
  undangan
    .command("create <pegawai>")
    .description("make an invitation for one pegawai")
    .option(...opsiKantor)
    .action((pegawai: string, options: { kantor?: string }) =>
      settle(create(io, pegawai, options.kantor)),
    );
  undangan
    .command("kartu [pegawai...]")
    .description(
      "write invitations as cards to be printed and cut, eight a page: of these pegawai, or of everybody without an account",
    )
    .requiredOption("-o, --output <file>", "file to write, .pdf")
    .option(...opsiKantor)
    .action((idList: readonly string[], options: KartuOptions) =>
      settle(kartu(io, idList, options)),
    );
}

interface KartuOptions {
  readonly output: string;
  readonly kantor?: string;
}

const create = (io: CliIo, pegawaiId: string, kantorId: string | undefined): Promise<Outcome> =>
  withKantor(io, kantorId, async (deps, record) => {
    const { kantor } = record;
    const made = await inviteOne(deps, record, pegawaiId);
    if ("kind" in made) return made;
    const tautan = (await tautanFor(io.config()))(made.kode);
    const sampai = formatWaktu(made.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true });
    const lines = [
      `${made.kode}  untuk ${made.pegawai.jabatan}, berlaku sampai ${sampai}; kirim /start ${made.kode}`,
      ...(tautan === null ? [] : [tautan]),
    ];
    return done(
      { ...undanganJson(made, kantor.zonaWaktu), ...(tautan !== null && { tautan }) },
      lines.join("\n"),
    );
  });

async function inviteOne(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  pegawaiId: string,
): Promise<UndanganBaru | Outcome> {
  const result = await createUndangan(deps, { kantorId: kantor.id, pegawaiId });
  if (result.kind === "created") return result.undangan;
  const known = kantor.pegawaiList.map(({ id }) => id).join(", ");
  return refused(`Pegawai ${pegawaiId} tidak ada di ${kantor.nama}. Yang ada: ${known}.`);
}

/** Whoever is not there keeps everybody from being invited: nothing is printed by halves. */
function kartu(
  io: CliIo,
  idList: readonly string[],
  { output, kantor: kantorId }: KartuOptions,
): Promise<Outcome> | Outcome {
  if (extname(output).toLowerCase() !== ".pdf") return wrongUsage("Nama berkas berakhiran .pdf.");
  return withKantor(io, kantorId, async (deps, record) => {
    const { kantor } = record;
    const unknown = idList.find((id) => !kantor.pegawaiList.some((one) => one.id === id));
    if (unknown !== undefined) return refused(`Pegawai ${unknown} tidak ada di ${kantor.nama}.`);
    const undanganList = await invite(deps, record, idList);
    if (undanganList.length === 0) return refused("Semua pegawai sudah punya akun.");
    const tautan = await tautanFor(io.config());
    const documents = createDocuments(deps.files);
    const bahan = { ...deps, documents, kantor, tautan, dibuatMs: deps.clock.now() };
    const { data } = await kartuFile(bahan, undanganList);
    await writeFile(output, data, { mode: 0o600 });
    const isLinked = undanganList.every(({ kode }) => tautan(kode) !== null);
    return done(
      {
        berkas: output,
        undangan: undanganList.map((one) => undanganJson(one, kantor.zonaWaktu)),
      },
      `${output}: ${undanganList.length} kartu.${isLinked ? "" : " Tanpa gambar tautan: bot belum dikenal, lihat sopir telegram periksa."}`,
    );
  });
}

async function invite(
  deps: StoreDeps,
  record: KantorRecord,
  idList: readonly string[],
): Promise<readonly UndanganBaru[]> {
  if (idList.length === 0) return inviteUnlinked(deps, record.kantor.id);
  const made: UndanganBaru[] = [];
  for (const id of idList) {
    const one = await inviteOne(deps, record, id);
    if (!("kind" in one)) made.push(one);
  }
  return made;
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
