import { KalenderTahun } from "../core/waktu/calendar.ts";
import { type Checked, checked, type Problem } from "./problem.ts";
import { misnamed, type ProblemAt, readYaml } from "./read-yaml.ts";

/** Reads the holidays of one year; the file is named by it. */
export async function loadKalender(file: string): Promise<Checked<KalenderTahun>> {
  const yaml = await readYaml(file, KalenderTahun);
  if (yaml.kind === "broken") return { value: null, problems: yaml.problems };
  const { value, at } = yaml;
  return checked(value, [
    ...misnamed(file, value.tahun, at, ["tahun"]),
    ...liburProblems(value, at),
    ...ramadanProblems(value, at),
  ]);
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
