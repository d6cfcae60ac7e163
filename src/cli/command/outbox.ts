import type { Command } from "commander";
import type { Letter } from "../../app/ports/outbox.ts";
import type { Store } from "../../app/ports/store.ts";
import { pegawaiOf } from "../../core/engine/holders.ts";
import { plainText } from "../../core/pesan/spans.ts";
import { judulSurat } from "../../core/pesan/surat-mati.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { table } from "../table.ts";
import { withStore } from "../with-store.ts";

/** `outbox`: messages that were given up, and those that wait. */
export function addOutbox(program: Command, { io, settle }: Cli): void {
  const outbox = program.command("outbox").description("messages that were given up or wait");
  outbox
    .command("list")
    .description("dead letters: to whom, what, why")
    .option("--semua", "those that wait, too")
    .action((options: Choice) => settle(list(io, options)));
  outbox
    .command("show")
    .argument("<id>")
    .description("one message with its text")
    .action((id: string) => settle(show(io, id)));
  outbox
    .command("retry")
    .argument("[id...]")
    .description("sends messages again, with all their tries anew")
    .option("--semua", "every dead letter")
    .action((idList: string[], options: Choice) => settle(change(io, "retry", idList, options)));
  outbox
    .command("drop")
    .argument("[id...]")
    .description("gives messages up for good")
    .option("--semua", "every dead letter")
    .action((idList: string[], options: Choice) => settle(change(io, "drop", idList, options)));
}

interface Choice {
  readonly semua?: boolean;
}

/** A message as the command line tells of it: its receiver by office, never by chat. */
export interface Surat {
  readonly id: string;
  readonly status: Letter["status"];
  readonly kantor: string | null;
  readonly pegawai: string | null;
  readonly penerima: string;
  readonly saluran: string;
  readonly judul: string;
  readonly dibuat: string;
  readonly percobaan: number;
  readonly sebab: string;
  readonly teks: string;
}

/** Messages in these states with their receivers, oldest first. */
export async function lettersOf(
  store: Store,
  statusList: readonly Letter["status"][],
): Promise<readonly Surat[]> {
  const kantorById = new Map(
    (await store.listKantor()).map(({ kantor }) => [String(kantor.id), kantor]),
  );
  return (await store.listLetters(statusList)).map((letter) => {
    const { id, status, kantorId, pegawaiId, channelId, attempts, error, isi } = letter;
    const kantor = kantorById.get(kantorId ?? "");
    const pegawai = kantor && pegawaiId && pegawaiOf(kantor, pegawaiId);
    return {
      id,
      status,
      kantor: kantorId,
      pegawai: pegawaiId,
      penerima: (pegawai && pegawai.jabatan) || pegawaiId || "akun tanpa pegawai",
      saluran: channelId,
      judul: isi === null ? "(tidak terbaca)" : judulSurat(isi),
      dibuat: formatIso(letter.createdMs, kantor?.zonaWaktu ?? "Asia/Jakarta"),
      percobaan: attempts,
      sebab: error ?? "belum dicoba",
      teks: isi === null ? "" : plainText(isi.teks),
    };
  });
}

const list = (io: CliIo, { semua }: Choice): Promise<Outcome> =>
  withStore(io, async ({ store }) => {
    const letters = await lettersOf(store, semua === true ? ["gagal", "menunggu"] : ["gagal"]);
    const surat = letters.map((letter) => {
      const { teks: _, ...rest } = letter;
      return rest;
    });
    if (surat.length === 0) return done({ surat }, "Tidak ada surat mati.");
    const rows = surat.map((one) => [
      one.id,
      one.status,
      one.penerima,
      one.saluran,
      one.judul,
      one.dibuat,
      one.sebab,
    ]);
    return done({ surat }, table(rows));
  });

const show = (io: CliIo, id: string): Promise<Outcome> =>
  withStore(io, async ({ store }) => {
    const surat = (await lettersOf(store, ["gagal", "menunggu"])).find((one) => one.id === id);
    if (surat === undefined) return refused(unknown([id]));
    const { teks, ...head } = surat;
    const rows = Object.entries(head).map(([nama, isi]) => [nama, String(isi ?? "")]);
    return done(surat, `${table(rows)}\n\n${teks}`);
  });

const change = (
  io: CliIo,
  what: "retry" | "drop",
  named: readonly string[],
  { semua }: Choice,
): Promise<Outcome> | Outcome =>
  (semua === true) === named.length > 0
    ? wrongUsage("Sebutkan ID surat, atau --semua untuk semua surat mati.")
    : withStore(io, async ({ store }) => {
        const known = await store.listLetters(semua === true ? ["gagal"] : ["gagal", "menunggu"]);
        const idList = semua === true ? known.map(({ id }) => id) : named;
        const missing = idList.filter((one) => !known.some(({ id }) => id === one));
        if (missing.length > 0) return refused(unknown(missing));
        const jumlah = await (what === "retry"
          ? store.retryLetters(idList)
          : store.dropLetters(idList));
        return jumlah < idList.length
          ? refused(`${jumlah} dari ${idList.length}: lainnya sedang dikirim. Lihat lagi sebentar.`)
          : done({ jumlah }, SESUDAH[what](jumlah));
      });

const SESUDAH = {
  retry: (jumlah: number) =>
    `${jumlah} pesan dicoba lagi; bot yang berjalan mengirimnya dalam satu menit.`,
  drop: (jumlah: number) => `${jumlah} pesan dibuang.`,
};

const unknown = (idList: readonly string[]): string =>
  `Tidak ada surat ${idList.join(", ")}. Daftarnya: sopir outbox list --semua.`;
