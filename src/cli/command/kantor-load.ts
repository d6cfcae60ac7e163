import { join } from "node:path";
import {
  type KantorDimuat,
  type LoadPlan,
  loadKantor,
  planKantor,
} from "../../app/office/load-kantor.ts";
import { type Catalog, loadCatalog } from "../../catalog/load.ts";
import { loadKantor as readKantor } from "../../catalog/load-kantor.ts";
import { formatProblem } from "../../catalog/problem.ts";
import type { Beda } from "../../core/berkas-kantor/beda.ts";
import { contohRealisasi } from "../../core/berkas-kantor/contoh.ts";
import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import { labelPeriode } from "../../core/kinerja/periode.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import type { CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withStore } from "../with-store.ts";
import { undanganJson } from "./undangan.ts";

/** How a load is to be taken. */
export interface LoadOptions {
  /** Also where running berkas are touched. */
  readonly apply?: boolean;
  /** With the invented figures of the demo office that a copied file still carries. */
  readonly denganContoh?: boolean;
  /** People as the file has them, whatever was changed in the chat. */
  readonly timpa?: boolean;
}

/** The demo office, whose figures nobody measured. */
const PERAGA = "peraga";

/** `kantor load`: shows what a file changes, and changes it once that is wanted. */
export async function load(io: CliIo, file: string, options: LoadOptions): Promise<Outcome> {
  const catalog = await loadCatalog(io.flows);
  const { isi: read, problems, peringatan } = await readKantor(file, catalog);
  if (read === null) {
    const masalah = [...problems, ...catalog.problems];
    return refused(masalah.map(formatProblem).join("\n"), { masalah });
  }
  for (const one of [...catalog.problems, ...peringatan]) io.err(`${formatProblem(one)}\n`);
  const { isi, contoh } = await withoutContoh(io, catalog, read, options);
  const { timpa = false } = options;
  return withStore(io, async (deps) => {
    const plan = await planKantor(deps, isi, { timpa });
    const shown = { ...planJson(isi, plan), peringatan };
    if (plan.tolakanList.length > 0) {
      return refused([...planText(isi, plan), ...plan.tolakanList].join("\n"), shown);
    }
    const asked = options.apply !== true && plan.akibatList.length > 0;
    if (asked && !(await isWanted(io, planText(isi, plan)))) {
      return refused("Belum dimuat. Ulangi dengan --apply untuk memuatnya.", shown);
    }
    return take(deps, isi, { planLines: asked ? [] : planText(isi, plan), contoh, shown, timpa });
  });
}

interface Taken {
  /** What was not shown before. */
  readonly planLines: readonly string[];
  readonly contoh: number;
  readonly timpa: boolean;
  readonly shown: Readonly<Record<string, unknown>>;
}

async function take(
  deps: StoreDeps,
  isi: KantorIsi,
  { planLines, contoh, shown, timpa }: Taken,
): Promise<Outcome> {
  const result = await loadKantor(deps, isi, {
    undangan: isi.kantor.aktif !== false,
    timpa,
  });
  const { kantor } = isi;
  const json = {
    ...shown,
    baru: result.baru,
    realisasiBaru: result.realisasiBaru,
    realisasiDiabaikan: result.diabaikanList,
    realisasiContoh: contoh,
    berkasBerubah: result.berkasBerubah,
    undangan: result.undanganList.map((one) => undanganJson(one, kantor.zonaWaktu)),
  };
  const lines = [...planLines, ...contohText(contoh), ...resultText(isi, result)];
  return done(json, lines.join("\n"));
}

/** A copy of the demo office brings its own figures, or none. */
async function withoutContoh(
  io: CliIo,
  catalog: Catalog,
  isi: KantorIsi,
  { denganContoh = false }: LoadOptions,
): Promise<{ readonly isi: KantorIsi; readonly contoh: number }> {
  if (isi.kantor.id === PERAGA || denganContoh) return { isi, contoh: 0 };
  const demo = await readKantor(join(io.flows, "kantor", `${PERAGA}.yaml`), catalog);
  const contoh = new Set(contohRealisasi(isi.realisasi, demo.isi?.realisasi ?? []));
  const realisasi = isi.realisasi.filter((row) => !contoh.has(row));
  return { isi: { ...isi, realisasi }, contoh: contoh.size };
}

/** Shows what would change, and asks where somebody can answer. */
async function isWanted(io: CliIo, planLines: readonly string[]): Promise<boolean> {
  io.err(`${planLines.join("\n")}\n`);
  if (!io.terminal) return false;
  io.err("Muat perubahan ini? [y/T] ");
  for await (const line of io.lines()) return /^ya?$/i.test(line.trim());
  return false;
}

const planJson = ({ kantor }: KantorIsi, plan: LoadPlan): Readonly<Record<string, unknown>> => ({
  kantor: kantor.id,
  baru: plan.baru,
  pegawai: kantor.pegawaiList.length,
  indikator: kantor.indikatorList.length,
  perubahan: plan.bedaList,
  akibat: plan.akibatList,
  tetap: plan.tetapList,
});

const tanda: { readonly [J in Beda["jenis"]]: string } = { tambah: "+", ubah: "~", hapus: "-" };

function planText(
  { kantor }: KantorIsi,
  { bedaList, akibatList, tetapList }: LoadPlan,
): readonly string[] {
  const frozen = bedaList.some(({ apa, jenis }) => apa === "indikator" && jenis !== "tambah");
  return [
    ...bedaList.map(({ jenis, apa, nama, isi }) => {
      const what = [apa, nama].filter((part) => part !== "").join(" ");
      return `${tanda[jenis]} ${what}${isi === "" ? "" : `: ${isi}`}`;
    }),
    ...(frozen ? ["  Berkas yang sudah dibuka tetap memakai nama dan target saat dibuka."] : []),
    ...(tetapList.length === 0
      ? []
      : [
          "Diubah lewat percakapan, tidak ada dalam berkas ini, dan tetap berlaku (--timpa memakai isi berkas):",
          ...tetapList.map((teks) => `= ${teks}`),
        ]),
    ...akibatList.map(
      ({ periode, berkasId, teks }) =>
        `! ${labelPeriode(periode, kantor.istilahTriwulan)} (${berkasId}): ${teks}`,
    ),
  ];
}

const contohText = (contoh: number): readonly string[] =>
  contoh === 0
    ? []
    : [
        `${contoh} angka realisasi dalam berkas ini sama dengan kantor peraga, jadi rekaan, dan tidak dimasukkan. Hapus dari berkasnya; bila memang angka kantor ini, ulangi dengan --dengan-contoh.`,
      ];

function resultText(isi: KantorIsi, result: KantorDimuat): readonly string[] {
  const { kantor, sopList } = isi;
  const kata = result.baru ? "dibuat" : "diperbarui";
  return [
    `${kantor.nama} ${kata}: ${kantor.pegawaiList.length} pegawai, ${kantor.indikatorList.length} indikator, SOP ${sopList.map(({ sop }) => sop.id).join(", ")}.`,
    ...(result.realisasiBaru > 0
      ? [`Realisasi dari berkas: ${result.realisasiBaru}, tercatat atas nama operator.`]
      : []),
    ...ignoredText(isi, result),
    ...(result.berkasBerubah > 0 ? [`Berkas berjalan yang berubah: ${result.berkasBerubah}.`] : []),
    ...undanganText(isi, result),
  ];
}

const ignoredText = ({ kantor }: KantorIsi, { diabaikanList }: KantorDimuat): readonly string[] =>
  diabaikanList.map(({ periode, kodeList, sebab }) => {
    const label = labelPeriode(periode, kantor.istilahTriwulan);
    const alasan =
      sebab === "dikumpulkan"
        ? "angkanya dikumpulkan lewat chat"
        : "periodenya sudah ditutup; muat ulang tidak mengubahnya";
    return `Realisasi ${label} dari berkas tidak dipakai (${kodeList.join(", ")}): ${alasan}.`;
  });

function undanganText({ kantor }: KantorIsi, { undanganList }: KantorDimuat): readonly string[] {
  const [first] = undanganList;
  if (kantor.aktif === false)
    return ["Kantor ini tidak aktif: tidak ada undangan, pembukaan, atau pengingat."];
  if (first === undefined) return ["Semua pegawai sudah punya akun."];
  const sampai = formatWaktu(first.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true });
  return [
    "",
    `Undangan, berlaku sampai ${sampai}; pegawai mengirim /start KODE:`,
    table(undanganList.map(({ pegawai, kode }) => [kode, pegawai.id, pegawai.jabatan])),
  ];
}
