import type { Command } from "commander";
import type { Pemakaian } from "../../app/ports/window.ts";
import { bulanOf } from "../../app/send/passage.ts";
import { readTemplat } from "../../catalog/load-templat.ts";
import {
  createTemplates,
  type TemplateDesk,
  type TemplateState,
} from "../../channels/whatsapp-cloud/index.ts";
import type { TemplatPembuka } from "../../core/pesan/templat-pembuka.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { table } from "../table.ts";
import { withStore } from "../with-store.ts";

/** `whatsapp`: the templates of the Cloud API, and what it has cost. */
export function addWhatsapp(program: Command, { io, settle }: Cli): void {
  const whatsapp = program
    .command("whatsapp")
    .description("WhatsApp's Cloud API: templates and costs");
  const template = whatsapp
    .command("template")
    .description("messages that open a chat after 24 hours of silence");
  template
    .command("list")
    .description("the templates in flows/templat, as they read")
    .action(() => settle(list(io)));
  template
    .command("submit")
    .argument("[id...]")
    .description("hands templates in for approval; without ids those WhatsApp does not know yet")
    .action((idList: string[]) => settle(submit(io, idList)));
  template
    .command("status")
    .description("how WhatsApp has decided on each")
    .action(() => settle(status(io)));
  whatsapp
    .command("biaya")
    .option("--bulan <bulan>", "another month than this one, such as 2026-11")
    .description("messages charged for in a month, by office")
    .action((options: { readonly bulan?: string }) => settle(biaya(io, options.bulan)));
}

async function list({ flows }: CliIo): Promise<Outcome> {
  const templat = await readTemplat(flows);
  const rows = templat.map(({ id, nama, bahasa, isi, tombol }) => [
    id,
    nama,
    bahasa,
    `${isi} [${tombol}]`,
  ]);
  return done({ templat }, table([["id", "nama", "bahasa", "isi"], ...rows]));
}

async function submit(io: CliIo, idList: readonly string[]): Promise<Outcome> {
  const templatList = await readTemplat(io.flows);
  const unknown = idList.find((id) => !templatList.some((one) => one.id === id));
  if (unknown !== undefined) return wrongUsage(`Templat ${unknown} tidak ada di flows/templat.`);
  return withDesk(io, async (desk) => {
    const known = await desk.list();
    const chosen = templatList.filter((one) =>
      idList.length === 0 ? stateOf(one, known) === undefined : idList.includes(one.id),
    );
    const diajukan: { readonly id: string; readonly status: string }[] = [];
    for (const templat of chosen) {
      diajukan.push({ id: templat.id, status: await desk.submit(templat) });
    }
    const rows = diajukan.map((one) => [one.id, one.status]);
    return done({ diajukan }, rows.length === 0 ? "Tidak ada yang perlu diajukan." : table(rows));
  });
}

const status = async (io: CliIo): Promise<Outcome> =>
  withDesk(io, async (desk) => {
    const templat = await statesOf(io, desk);
    const rows = templat.map(({ id, bahasa, status: state, alasan }) => [
      id,
      bahasa,
      state,
      alasan,
    ]);
    return done({ templat }, table([["id", "bahasa", "status", "alasan"], ...rows]));
  });

/** Templates of `flows/templat` as WhatsApp has decided on them. */
async function statesOf({ flows }: Pick<CliIo, "flows">, desk: TemplateDesk) {
  const known = await desk.list();
  return (await readTemplat(flows)).map((templat) => {
    const state = stateOf(templat, known);
    return {
      id: templat.id,
      nama: templat.nama,
      bahasa: templat.bahasa,
      status: state?.status ?? "belum diajukan",
      alasan: state?.rejected_reason ?? "",
    };
  });
}

const stateOf = (
  { nama, bahasa }: TemplatPembuka,
  known: readonly TemplateState[],
): TemplateState | undefined =>
  known.find(({ name, language }) => name === nama && language === bahasa);

/** Does something with the account's templates, or says what is missing. */
async function withDesk(
  io: CliIo,
  work: (desk: TemplateDesk) => Promise<Outcome>,
): Promise<Outcome> {
  const { whatsappCloud } = io.config();
  if (whatsappCloud === null || whatsappCloud.accountId === null) return refused(NOT_SET);
  const { token, apiRoot, version, accountId } = whatsappCloud;
  return work(createTemplates({ token: token.reveal(), apiRoot, version }, accountId));
}

const NOT_SET =
  "Isi WHATSAPP_CLOUD_TOKEN dan WHATSAPP_CLOUD_ACCOUNT_ID di .env dulu; lihat docs/whatsapp.md.";

async function biaya(io: CliIo, bulan: string | undefined): Promise<Outcome> {
  if (bulan !== undefined && !/^\d{4}-\d{2}$/.test(bulan))
    return wrongUsage("Tulis bulannya seperti 2026-11.");
  return withStore(io, async ({ store, clock }) => {
    const of = bulan ?? bulanOf(clock.now());
    const pemakaian = await store.pemakaian(of);
    const { perMonthMax = null } = io.config().whatsappCloud ?? {};
    const jumlah = totalOf(pemakaian);
    const text = [
      pemakaian.length === 0 ? "" : table(rowsOf(pemakaian)),
      `${of}: ${sentenceOf(jumlah, perMonthMax)}`,
    ];
    const json = { bulan: of, pemakaian, jumlah, batas: perMonthMax };
    return done(json, text.filter(Boolean).join("\n"));
  });
}

const rowsOf = (pemakaian: readonly Pemakaian[]): readonly (readonly string[])[] => [
  ["saluran", "kantor", "jenis", "jumlah"],
  ...pemakaian.map(({ channelId, kantorId, jenis, jumlah }) => [
    channelId,
    kantorId ?? "(tanpa kantor)",
    jenis,
    String(jumlah),
  ]),
];

/** Messages of all offices together. */
export const totalOf = (pemakaian: readonly Pemakaian[]): number =>
  pemakaian.reduce((sum, { jumlah }) => sum + jumlah, 0);

/** How much of a month's limit is used. */
export const sentenceOf = (jumlah: number, perMonthMax: number | null): string =>
  perMonthMax === null
    ? `${jumlah} pesan berbayar, tanpa batas bulanan`
    : `${jumlah} dari ${perMonthMax} pesan berbayar`;
