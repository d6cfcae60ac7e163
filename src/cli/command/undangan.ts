import type { Command } from "commander";
import { createUndangan, type UndanganBaru } from "../../app/office/create-undangan.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { formatIso, type ZonaWaktu } from "../../core/waktu/instant.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { withKantor } from "../with-store.ts";

/** `undangan`: one-time codes that link a chat account to a pegawai. */
export function addUndangan(program: Command, { io, settle }: Cli): void {
  program
    .command("undangan")
    .description("invitations")
    .command("create <pegawai>")
    .description("make an invitation for one pegawai")
    .option("--kantor <id>", "office; not needed where there is only one")
    .action((pegawai: string, options: { kantor?: string }) =>
      settle(create(io, pegawai, options.kantor)),
    );
}

const create = (io: CliIo, pegawaiId: string, kantorId: string | undefined): Promise<Outcome> =>
  withKantor(io, kantorId, async (deps, { kantor }) => {
    const result = await createUndangan(deps, { kantorId: kantor.id, pegawaiId });
    if (result.kind === "refused") {
      const known = kantor.pegawaiList.map(({ id }) => id).join(", ");
      return refused(`Pegawai ${pegawaiId} tidak ada di ${kantor.nama}. Yang ada: ${known}.`);
    }
    const { undangan } = result;
    const sampai = formatWaktu(undangan.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true });
    return done(
      undanganJson(undangan, kantor.zonaWaktu),
      `${undangan.kode}  untuk ${undangan.pegawai.jabatan}, berlaku sampai ${sampai}; kirim /start ${undangan.kode}`,
    );
  });

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
