import { Command, CommanderError } from "commander";
import { adviceOf } from "../store/trouble.ts";
import { addAnggaran } from "./command/anggaran.ts";
import { addArsip } from "./command/arsip.ts";
import { addBackup } from "./command/backup.ts";
import { addBerkas } from "./command/berkas.ts";
import { addBukti } from "./command/bukti.ts";
import { addData } from "./command/data.ts";
import { addDoctor } from "./command/doctor.ts";
import { addGladi } from "./command/gladi.ts";
import { addGrafik } from "./command/grafik.ts";
import { addHitung } from "./command/hitung.ts";
import { addIndikator } from "./command/indikator.ts";
import { addKantor } from "./command/kantor.ts";
import { addLibur } from "./command/libur.ts";
import { addLke } from "./command/lke.ts";
import { addLog } from "./command/log.ts";
import { addNaskah } from "./command/naskah.ts";
import { addNomor } from "./command/nomor.ts";
import { addOutbox } from "./command/outbox.ts";
import { addPegawai } from "./command/pegawai.ts";
import { addPlh } from "./command/plh.ts";
import { addRekap } from "./command/rekap.ts";
import { addSop } from "./command/sop.ts";
import { addTarget } from "./command/target.ts";
import { addTelegram } from "./command/telegram.ts";
import { addUndangan } from "./command/undangan.ts";
import { addWhatsapp } from "./command/whatsapp.ts";
import type { Cli, CliIo } from "./io.ts";
import type { Outcome } from "./outcome.ts";

/** Every group of commands, in the order of the help page. */
const groups: readonly ((program: Command, cli: Cli) => void)[] = [
  addKantor,
  addTelegram,
  addUndangan,
  addPegawai,
  addPlh,
  addLibur,
  addTarget,
  addAnggaran,
  addIndikator,
  addSop,
  addBerkas,
  addRekap,
  addGrafik,
  addNaskah,
  addBukti,
  addArsip,
  addLke,
  addNomor,
  addGladi,
  addHitung,
  addLog,
  addOutbox,
  addWhatsapp,
  addBackup,
  addData,
  addDoctor,
];

/** Runs one command; resolves to its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let outcome: Outcome | null = null;
  const program = programOf(io);
  const settle = async (work: Promise<Outcome> | Outcome): Promise<void> => {
    outcome = await work;
  };
  const json = (): boolean => program.opts()["json"] === true;
  for (const add of groups) add(program, { io, json, settle });
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    io.err(`sopir: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    const advice = adviceOf(cause);
    if (advice !== null) io.err(`${advice}\n`);
    return 1;
  }
  return report(outcome, io, json());
}

function programOf({ out, err }: CliIo): Command {
  return new Command("sopir")
    .description("Drives an SOP from desk to desk: the operator's command line")
    .option("--json", "print one JSON document instead of text")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
}

function report(outcome: Outcome | null, { out, err }: CliIo, json: boolean): number {
  if (outcome === null) return 2;
  switch (outcome.kind) {
    case "done":
      out(json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`);
      return 0;
    case "refused":
      if (json && outcome.json !== undefined) out(`${JSON.stringify(outcome.json)}\n`);
      err(`${outcome.reason}\n`);
      return 1;
    case "usage":
      err(`${outcome.reason}\n`);
      return 2;
  }
}
