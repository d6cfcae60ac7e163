import type { Command } from "commander";
import { changeOffice } from "../../app/office/change-office.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { indikatorDari, tahunTarget } from "../../core/conversation/target.ts";
import { isJelas, readAngka } from "../../core/kinerja/angka/baca.ts";
import type { Indikator } from "../../core/kinerja/indikator.ts";
import { parsePeriode, tahunPeriode, triwulanAwal } from "../../core/kinerja/periode.ts";
import {
  dasarText,
  denganTarget,
  janggalTarget,
  labelTriwulan,
  type TargetBaru,
  targetKata,
} from "../../core/kinerja/target.ts";
import { Tanggal } from "../../core/waktu/tanggal.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

interface Named {
  readonly kantor?: string;
  readonly tahun?: string;
}

interface Ubah extends Named {
  readonly mulai: string;
  readonly target: readonly string[];
  readonly setahun?: string;
  readonly dasar: string;
  readonly tanggal: string;
}

/** `target`: what an office aims at within a year, as its compiler sees and changes it in the chat. */
export function addTarget(program: Command, { io, settle }: Cli): void {
  const target = program.command("target").description("targets of an office within a year");
  const tahun = ["--tahun <tahun>", "year; without it this one, or the last there is"] as const;
  target
    .command("list")
    .description("targets of a year, with what they were and what their changes rest on")
    .option(...tahun)
    .option(...opsiKantor)
    .action((options: Named) => settle(list(io, options)));
  target
    .command("set <kode>")
    .description("other targets from a triwulan on; running berkas keep theirs, the owner is told")
    .requiredOption("--mulai <periode>", "TW3, or S2")
    .requiredOption("--target <angka...>", "one for each triwulan from there to TW4; - for none")
    .option("--setahun <angka>", "target of the year; without it, as it is")
    .requiredOption("--dasar <dasar>", "name and number of the decree")
    .requiredOption("--tanggal <tanggal>", "its date, as 2026-08-14")
    .option(...tahun)
    .option(...opsiKantor)
    .action((kode: string, options: Ubah) => settle(set(io, kode, options)));
}

const tahunOf = (deps: StoreDeps, { kantor }: KantorRecord, { tahun }: Named): number =>
  tahun === undefined ? tahunTarget({ kantor, nowMs: deps.clock.now() }) : Number(tahun);

const list = (io: CliIo, options: Named): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const tahun = tahunOf(deps, record, options);
    const rows = record.kantor.indikatorList.filter((one) => one.tahun === tahun);
    const text = table(
      rows.map(({ kode, nama, targetTriwulan, targetTahunan, perubahanTarget = [] }) => [
        kode,
        nama,
        targetTriwulan.map(targetKata).join(" "),
        targetKata(targetTahunan),
        perubahanTarget.map((one) => dasarText(one, record.kantor.istilahTriwulan)).join("; "),
      ]),
    );
    const target = rows.map(({ kode, targetTriwulan, targetTahunan, perubahanTarget = [] }) => {
      return { kode, targetTriwulan, targetTahunan, perubahanTarget };
    });
    return done({ tahun, target }, rows.length === 0 ? "Tidak ada." : text);
  });

const set = (io: CliIo, kode: string, options: Ubah): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const { kantor } = record;
    const indikator = indikatorDari(kantor, tahunOf(deps, record, options), kode);
    if (indikator === undefined) return refused(`Indikator ${kode} tidak ada: sopir target list.`);
    const baru = targetDari(indikator, options);
    if (typeof baru === "string") return refused(baru);
    const perubahan = {
      jenis: "target" as const,
      kode: indikator.kode,
      tahun: indikator.tahun,
      ...baru,
    };
    const refusal = await changeOffice(deps, kantor.id, { perubahanList: [perubahan] });
    if (refusal !== null) return refused(refusal);
    const changed = denganTarget(indikator, baru);
    const janggal = typeof changed === "string" ? null : janggalTarget(changed);
    const said = `Target ${indikator.kode} berubah: ${dasarText(baru, kantor.istilahTriwulan)}.`;
    return done(
      { kantor: kantor.id, perubahan, ...(janggal !== null && { peringatan: janggal }) },
      janggal === null ? said : `${said}\nPeringatan: ${janggal}.`,
    );
  });

/** What the options say, or why they do not. */
function targetDari(indikator: Indikator, options: Ubah): TargetBaru | string {
  const { tahun } = indikator;
  const periode = parsePeriode(options.mulai, tahun);
  if (periode === null || tahunPeriode(periode) !== tahun) {
    return `${options.mulai}: tulis misalnya --mulai TW3 atau --mulai S2.`;
  }
  const mulaiTriwulan = triwulanAwal(periode);
  const banyak = 5 - mulaiTriwulan;
  if (options.target.length !== banyak) {
    return `--target memerlukan ${banyak} angka, dari ${labelTriwulan(mulaiTriwulan, "triwulan")} sampai TW IV; tertulis ${options.target.length}.`;
  }
  const targetTriwulan = options.target.map(nilaiDari);
  const targetTahunan =
    options.setahun === undefined ? indikator.targetTahunan : nilaiDari(options.setahun);
  const wrong = [...options.target, options.setahun ?? "-"].find(
    (text) => nilaiDari(text) === undefined,
  );
  const tanggal = Tanggal.safeParse(options.tanggal).data;
  if (wrong !== undefined) return `${wrong}: bukan angka yang jelas; tulis misalnya 87,5.`;
  if (tanggal === undefined) return `${options.tanggal}: tulis tanggalnya seperti 2026-08-14.`;
  return {
    mulaiTriwulan,
    dasar: options.dasar,
    tanggal,
    targetTahunan: targetTahunan ?? null,
    targetTriwulan: targetTriwulan.map((nilai) => nilai ?? null),
  };
}

/** A figure in Indonesian notation, null for none, undefined for what is neither. */
function nilaiDari(text: string): number | null | undefined {
  if (text === "-") return null;
  const read = readAngka(text);
  return read.jenis === "angka" && isJelas(read) ? read.nilaiList[0] : undefined;
}
