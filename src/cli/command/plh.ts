import { type Command, Option } from "commander";
import { changeOffice } from "../../app/office/change-office.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { halanganTerbuka, namaDi } from "../../core/conversation/wakil.ts";
import type { Halangan } from "../../core/kantor/halangan.ts";
import {
  alasanHalangan,
  isBerjabatan,
  jabatanTetap,
  jenisWakilOf,
} from "../../core/kantor/halangan-baru.ts";
import { kantorPada } from "../../core/kantor/pada.ts";
import { singkatanWakil } from "../../core/kantor/pejabat.ts";
import type { Perubahan } from "../../core/kantor/perubahan.ts";
import type { Kantor, Pegawai } from "../../core/kantor/schema.ts";
import { formatTanggal } from "../../core/waktu/format.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import { Tanggal } from "../../core/waktu/tanggal.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

interface Named {
  readonly kantor?: string;
}

interface Mulai extends Named {
  readonly mulai?: string;
}

interface Catat extends Mulai {
  readonly alasan?: (typeof alasanHalangan)[number]["id"];
  readonly sampai?: string;
  readonly wakil?: string;
  readonly surat?: string;
}

/** `plh`: who is away and who stands in, as those who may name somebody see and change it in the chat. */
export function addPlh(program: Command, { io, settle }: Cli): void {
  const plh = program.command("plh").description("who is away, and who stands in (Plh., Plt.)");
  plh
    .command("list")
    .description("absences that go on or are still to come")
    .option(...opsiKantor)
    .action((options: Named) => settle(list(io, options)));
  plh
    .command("set <pegawai>")
    .description("somebody is away until a day; or, without --sampai, who stands in for them")
    .addOption(
      new Option(
        "--alasan <alasan>",
        "why; of a vacant post (lowong) one stands in as Plt.",
      ).choices(alasanHalangan.map(({ id }) => id)),
    )
    .option("--mulai <tanggal>", "first day, as 2027-01-06; without it today")
    .option("--sampai <tanggal>", "last day, still part of it")
    .option("--wakil <pegawai>", "who stands in; without it nobody yet")
    .option("--surat <surat>", "name and number of the letter that says so")
    .option(...opsiKantor)
    .action((id: string, options: Catat) => settle(set(io, id, options)));
  plh
    .command("end <pegawai>")
    .description("somebody is back since today, or is not to be away after all")
    .option("--mulai <tanggal>", "first day of the absence, where there are several")
    .option(...opsiKantor)
    .action((id: string, options: Mulai) => settle(end(io, id, options)));
}

const list = (io: CliIo, { kantor: named }: Named): Promise<Outcome> =>
  withKantor(io, named, async ({ clock }, { kantor }) => {
    const halangan = halanganTerbuka({ kantor, nowMs: clock.now() });
    const text = table(
      halangan.map((one) => [
        one.jabatan.pegawaiId,
        one.jabatan.jabatan,
        one.alasan,
        rentang(one),
        wakilKata(kantor, one),
      ]),
    );
    return done({ halangan }, halangan.length === 0 ? "Tidak ada." : text);
  });

const set = (io: CliIo, id: string, options: Catat): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const office = officeOf(deps, record);
    const pegawai = posted(office.kantor, id);
    const wakil = options.wakil === undefined ? null : posted(office.kantor, options.wakil);
    if (typeof pegawai === "string") return refused(pegawai);
    if (typeof wakil === "string") return refused(wakil);
    if ((wakil === null) !== (options.surat === undefined)) {
      return refused("--wakil dan --surat disebut bersama: siapa yang mewakili, dan surat apa.");
    }
    const asked =
      options.sampai === undefined
        ? recorded(office, pegawai, options)
        : absence(office, pegawai, { ...options, sampai: options.sampai, id: deps.random.id() });
    if (typeof asked === "string") return refused(asked);
    const { surat } = options;
    const halangan: Halangan =
      wakil === null || surat === undefined
        ? asked
        : { ...asked, wakil: { jenis: jenisWakilOf(asked), pegawaiId: wakil.id, surat } };
    const said = `${pegawai.jabatan}: ${halangan.alasan}, ${rentang(halangan)}; ${wakilKata(office.kantor, halangan)}.`;
    return change(deps, record, { jenis: "halangan", halangan }, said);
  });

const end = (io: CliIo, id: string, options: Mulai): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const { kantor, open } = officeOf(deps, record);
    const ofThem = open.filter(({ jabatan }) => jabatan.pegawaiId === id);
    const one = theOne(ofThem, options, `${id} tidak tercatat berhalangan: sopir plh list.`);
    if (typeof one === "string") return refused(one);
    const { jabatan } = one.jabatan;
    const back = `${jabatan} kembali bertugas; tugasnya menunggu ${namaDi(kantor, one.jabatan.pegawaiId)}.`;
    return change(deps, record, { jenis: "hadir-kembali", halanganId: one.id }, back);
  });

async function change(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  perubahan: Perubahan,
  said: string,
): Promise<Outcome> {
  const refusal = await changeOffice(deps, kantor.id, { perubahanList: [perubahan] });
  return refusal === null ? done({ kantor: kantor.id, perubahan }, said) : refused(refusal);
}

/** An office as it is today, with the absences that are not over. */
interface Office {
  readonly kantor: Kantor;
  readonly hariIni: Tanggal;
  readonly open: readonly Halangan[];
}

function officeOf({ clock }: StoreDeps, { kantor }: KantorRecord): Office {
  const nowMs = clock.now();
  return {
    kantor: kantorPada(kantor, nowMs),
    hariIni: toLocal(nowMs, kantor.zonaWaktu).tanggal,
    open: halanganTerbuka({ kantor, nowMs }),
  };
}

/** Somebody with a post of the office, or why they are not. */
function posted({ pegawaiList }: Kantor, id: string): Pegawai | string {
  const postedList = pegawaiList.filter(isBerjabatan);
  return (
    postedList.find((one) => one.id === id) ??
    `${id} bukan pejabat kantor ini. Yang ada: ${postedList.map((one) => one.id).join(", ")}.`
  );
}

/** A new absence, or what is wrong with its days. */
function absence(
  { hariIni }: Office,
  pegawai: Pegawai,
  { id, alasan, mulai, sampai }: Catat & { readonly id: string; readonly sampai: string },
): Halangan | string {
  const why = alasanHalangan.find((one) => one.id === alasan)?.alasan;
  if (why === undefined) {
    return `Sebutkan --alasan: ${alasanHalangan.map((one) => one.id).join(", ")}.`;
  }
  const pertama = Tanggal.safeParse(mulai ?? hariIni).data;
  const terakhir = Tanggal.safeParse(sampai).data;
  if (pertama === undefined) return `${mulai}: tulis tanggalnya seperti 2027-01-06.`;
  if (terakhir === undefined) return `${sampai}: tulis tanggalnya seperti 2027-01-08.`;
  if (pertama < hariIni) return `${formatTanggal(pertama)} sudah lewat; mulailah dari hari ini.`;
  const jabatan = jabatanTetap(pegawai);
  return { id, jabatan, mulai: pertama, sampai: terakhir, alasan: why, wakil: null };
}

/** The absence of somebody for which nobody stands in yet, or why there is none to name somebody for. */
function recorded({ open }: Office, pegawai: Pegawai, options: Catat): Halangan | string {
  if (options.wakil === undefined || options.alasan !== undefined) {
    return "Sebutkan --sampai; tanpa itu, hanya --wakil dan --surat bagi yang sudah tercatat berhalangan.";
  }
  const without = open.filter(
    ({ jabatan, wakil }) => jabatan.pegawaiId === pegawai.id && wakil === null,
  );
  return theOne(
    without,
    options,
    `Tidak ada halangan ${pegawai.jabatan} yang belum diwakili. Catat dengan --alasan, --mulai, dan --sampai.`,
  );
}

function theOne(list: readonly Halangan[], { mulai }: Mulai, none: string): Halangan | string {
  const [one, ...others] = list.filter((found) => mulai === undefined || found.mulai === mulai);
  if (one === undefined) return none;
  return others.length === 0
    ? one
    : `Ada beberapa: ${list.map(rentang).join("; ")}. Sebutkan --mulai, misalnya ${one.mulai}.`;
}

const rentang = ({ mulai, sampai }: Halangan): string =>
  `${formatTanggal(mulai)} s.d. ${formatTanggal(sampai)}`;

function wakilKata(kantor: Kantor, one: Halangan): string {
  const { wakil } = one;
  return wakil === null
    ? `belum ada ${singkatanWakil[jenisWakilOf(one)]}`
    : `${singkatanWakil[wakil.jenis]} ${namaDi(kantor, wakil.pegawaiId)} (${wakil.surat})`;
}
