import { basename } from "node:path";
import { KalenderTahun } from "../core/waktu/calendar.ts";
import { type Problem, sortProblems } from "./problem.ts";
import { type ProblemAt, readYaml } from "./read-yaml.ts";

/** The calendar of one year, or what is wrong with its file. */
export interface KalenderFile {
  readonly kalender: KalenderTahun | null;
  readonly problems: readonly Problem[];
}

/** Reads the holidays of one year; the file is named by it. */
export async function loadKalender(file: string): Promise<KalenderFile> {
  const yaml = await readYaml(file, KalenderTahun);
  if (yaml.kind === "broken") return { kalender: null, problems: yaml.problems };
  const { value: kalender, at } = yaml;
  const problems = sortProblems([
    ...misnamed(file, kalender, at),
    ...liburProblems(kalender, at),
    ...ramadanProblems(kalender, at),
  ]);
  return { kalender: problems.length > 0 ? null : kalender, problems };
}

function misnamed(file: string, { tahun }: KalenderTahun, at: ProblemAt): readonly Problem[] {
  const name = basename(file).replace(/\.ya?ml$/, "");
  return name === String(tahun)
    ? []
    : [at(["tahun"], `tahun harus sama dengan nama berkas, "${name}"`)];
}

function liburProblems({ tahun, libur }: KalenderTahun, at: ProblemAt): readonly Problem[] {
  return libur.flatMap(({ tanggal }, index) => {
    const jalur = ["libur", index, "tanggal"];
    if (!tanggal.startsWith(`${tahun}-`)) return [at(jalur, `${tanggal} di luar tahun ${tahun}`)];
    return libur.findIndex((one) => one.tanggal === tanggal) < index
      ? [at(jalur, `${tanggal} sudah tercatat`)]
      : [];
  });
}

function ramadanProblems({ ramadan }: KalenderTahun, at: ProblemAt): readonly Problem[] {
  return ramadan === undefined || ramadan.mulai <= ramadan.selesai
    ? []
    : [at(["ramadan", "selesai"], "akhir Ramadan mendahului awalnya")];
}
