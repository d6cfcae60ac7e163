import { Command, CommanderError } from "commander";
import { adviceOf } from "../store/trouble.ts";
import type { Cli, CliIo } from "./io.ts";
import type { Outcome } from "./outcome.ts";

type AddGroup = (program: Command, cli: Cli) => void;

/**
 * Every group of commands by its name, in the order of the help page. Only the one that is called is read:
 * all of them together are half of the program.
 */
const groups: Readonly<Record<string, () => Promise<AddGroup>>> = {
  kantor: async () => (await import("./command/kantor.ts")).addKantor,
  telegram: async () => (await import("./command/telegram.ts")).addTelegram,
  undangan: async () => (await import("./command/undangan.ts")).addUndangan,
  pegawai: async () => (await import("./command/pegawai.ts")).addPegawai,
  plh: async () => (await import("./command/plh.ts")).addPlh,
  libur: async () => (await import("./command/libur.ts")).addLibur,
  target: async () => (await import("./command/target.ts")).addTarget,
  anggaran: async () => (await import("./command/anggaran.ts")).addAnggaran,
  indikator: async () => (await import("./command/indikator.ts")).addIndikator,
  sop: async () => (await import("./command/sop.ts")).addSop,
  berkas: async () => (await import("./command/berkas.ts")).addBerkas,
  rekap: async () => (await import("./command/rekap.ts")).addRekap,
  grafik: async () => (await import("./command/grafik.ts")).addGrafik,
  naskah: async () => (await import("./command/naskah.ts")).addNaskah,
  bukti: async () => (await import("./command/bukti.ts")).addBukti,
  arsip: async () => (await import("./command/arsip.ts")).addArsip,
  lke: async () => (await import("./command/lke.ts")).addLke,
  nomor: async () => (await import("./command/nomor.ts")).addNomor,
  gladi: async () => (await import("./command/gladi.ts")).addGladi,
  hitung: async () => (await import("./command/hitung.ts")).addHitung,
  log: async () => (await import("./command/log.ts")).addLog,
  outbox: async () => (await import("./command/outbox.ts")).addOutbox,
  whatsapp: async () => (await import("./command/whatsapp.ts")).addWhatsapp,
  backup: async () => (await import("./command/backup.ts")).addBackup,
  data: async () => (await import("./command/data.ts")).addData,
  doctor: async () => (await import("./command/doctor.ts")).addDoctor,
};

/** Commands beside a group that are told of in its file. */
const groupOf: Readonly<Record<string, string>> = { akun: "pegawai" };

/** The group that is called, or all of them: for the help page, and for whoever mistypes. */
function groupsFor(argv: readonly string[]): readonly (() => Promise<AddGroup>)[] {
  const name = argv.find((word) => !word.startsWith("-")) ?? "";
  const called = Object.entries(groups).find(([group]) => group === (groupOf[name] ?? name));
  return called === undefined ? Object.values(groups) : [called[1]];
}

/** Runs one command; resolves to its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let outcome: Outcome | null = null;
  const program = programOf(io);
  const settle = async (work: Promise<Outcome> | Outcome): Promise<void> => {
    outcome = await work;
  };
  const json = (): boolean => program.opts()["json"] === true;
  for (const group of groupsFor(argv)) (await group())(program, { io, json, settle });
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
