import { type Command, Option } from "commander";
import { type AngkaTerbaca, isJelas, readAngka } from "../../core/kinerja/angka/baca.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import type { Sebagai } from "../../core/kinerja/angka/urai.ts";
import { type Capaian, computeCapaian, type Formula } from "../../core/kinerja/capaian.ts";
import type { Arah } from "../../core/kinerja/indikator.ts";
import { isMelampaui, kategoriOf } from "../../core/kinerja/kategori.ts";
import { parseDurasi } from "../../core/waktu/durasi.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { formatIso, parseIso } from "../../core/waktu/instant.ts";
import { computeTenggat } from "../../core/waktu/tenggat.ts";
import type { Cli, CliIo } from "../io.ts";
import { officeHours } from "../office-hours.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";

/** `hitung`: how the program computes, for an office that wants to check. */
export function addHitung(program: Command, { io, settle }: Cli): void {
  const hitung = program
    .command("hitung")
    .description("show how deadlines and figures are computed");
  hitung
    .command("tenggat")
    .description("when a duration that starts now or then runs out, in office hours")
    .requiredOption("--mulai <iso>", "start, such as 2026-11-26T15:30:00+08:00")
    .requiredOption("--durasi <durasi>", 'such as "60 menit", "2 jam", "1 hari"')
    .option("--kantor <id|file>", "office whose calendar counts: its id, or its file")
    .option("--ketat", "count a hari as 450 working minutes")
    .action((options: TenggatOptions) => settle(tenggat(io, options)));
  hitung
    .command("capaian")
    .description("capaian of one figure against its target")
    .requiredOption("--target <angka>", "target")
    .requiredOption("--realisasi <angka>", "figure that was reached")
    .addOption(
      new Option("--arah <arah>", "whether more or less is better")
        .choices(["naik", "turun"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--formula <formula>", "for --arah turun").choices(["A", "B"]).default("A"),
    )
    .action((options: CapaianOptions) => settle(capaian(options)));
  hitung
    .command("angka <teks>")
    .description("how a typed figure is read, and what of it is not")
    .option("--satuan <satuan>", "satuan of the indikator, such as menit or juta rupiah")
    .option("--rasio", "for an indikator that wants both parts of a ratio")
    .action((teks: string, options: Sebagai) => settle(angka(teks, options)));
}

interface TenggatOptions {
  readonly mulai: string;
  readonly durasi: string;
  readonly kantor?: string;
  readonly ketat?: boolean;
}

async function tenggat(io: CliIo, options: TenggatOptions): Promise<Outcome> {
  const durasi = parseDurasi(options.durasi);
  if (durasi === null) return wrongUsage('--durasi ditulis seperti "60 menit", "2 jam", "1 hari".');
  const office = await officeHours(io, options.kantor, options.mulai);
  if ("kind" in office) return office;
  const { calendar } = office;
  const mulai = parseIso(options.mulai, calendar.zona);
  if (mulai === null) return wrongUsage("--mulai ditulis seperti 2026-11-26T15:30:00+08:00.");
  const mode = options.ketat === true ? "ketat" : "hari-kerja";
  const at = computeTenggat(mulai, durasi, calendar, mode);
  if (at === null) return refused("Tanpa durasi tidak ada tenggat.");
  return done(
    { tenggat: formatIso(at, calendar.zona) },
    formatWaktu(at, calendar.zona, { tahun: true }),
  );
}

interface CapaianOptions {
  readonly target: string;
  readonly realisasi: string;
  readonly arah: Arah;
  readonly formula: Formula;
}

function capaian({ target, realisasi, arah, formula }: CapaianOptions): Outcome {
  const read = { target: figure(target), realisasi: figure(realisasi) };
  for (const [name, value] of Object.entries(read)) {
    if (typeof value === "string") return wrongUsage(`--${name} ${value}`);
  }
  const { target: t, realisasi: r } = read;
  if (typeof t === "string" || typeof r === "string") return wrongUsage("Angkanya tidak terbaca.");
  return capaianOutcome(computeCapaian({ target: t, realisasi: r, arah, formula }));
}

function capaianOutcome(capaian: Capaian): Outcome {
  if (capaian.persen === null) {
    const alasan = alasanText[capaian.alasan];
    return done({ capaianPersen: null, kategori: null, alasan }, `Tidak ada capaian: ${alasan}.`);
  }
  const { persen } = capaian;
  const kategori = kategoriOf(persen).nama;
  const lebih = isMelampaui(persen) ? ", melampaui target" : "";
  return done(
    { capaianPersen: persen, kategori },
    `${formatAngka(persen)} % (${kategori}${lebih})`,
  );
}

const alasanText: {
  readonly [A in Extract<Capaian, { persen: null }>["alasan"]]: string;
} = {
  "target-kosong": "target kosong",
  "realisasi-kosong": "realisasi kosong",
  "target-nol": "target nol, tidak dapat dibagi",
};

/** A figure as typed, or what is wrong with it; blank, `nihil` and `belum` are no figure, and no mistake. */
function figure(text: string): number | null | string {
  const read = readAngka(text);
  if (read.jenis === "bukan-angka") return "bukan angka.";
  if (read.jenis !== "angka") return null;
  if (isJelas(read)) return read.nilaiList[0] ?? null;
  return read.sisaList.length > 0
    ? `tidak terbaca seluruhnya: ${sisaText(read.sisaList)}.`
    : "dapat dibaca dua cara; tulis tanpa titik ribuan.";
}

function angka(teks: string, sebagai: Sebagai): Outcome {
  const read = readAngka(teks, sebagai);
  const { jenis, sisaList: sisa } = read;
  if (read.jenis !== "angka") {
    const text = { nihil: "nihil", belum: "belum ada data", "bukan-angka": "bukan angka" };
    return done({ nilai: null, ambigu: false, jenis }, text[read.jenis]);
  }
  const { nilaiList, rasio, asal, satuanLain } = read;
  const more = {
    ...rasio,
    ...(sisa.length === 0 ? {} : { sisa }),
    ...(asal === null ? {} : { asal }),
    ...(satuanLain === null ? {} : { satuanLain }),
  };
  const [nilai] = nilaiList;
  const taken = isJelas(read)
    ? { nilai, ambigu: false, jenis, ...more }
    : { nilai: null, ambigu: true, pilihan: nilaiList, jenis, ...more };
  return done(taken, readingLine(read, sebagai));
}

/** The reading as the chat would say it: a figure, or what it would ask about. */
function readingLine(read: AngkaTerbaca, { satuan = "-" }: Sebagai): string {
  const { nilaiList, rasio, asal, sisaList, satuanLain } = read;
  const values = nilaiList.map((one) => formatAngka(one, 6)).join(" atau ");
  const parts =
    rasio === null ? "" : `${formatAngka(rasio.pembilang, 6)}/${formatAngka(rasio.penyebut, 6)} = `;
  if (isJelas(read)) return `${parts}${values}${asal === null ? "" : `, dari ${asal}`}`;
  if (sisaList.length === 0 && satuanLain === null) return `dapat dibaca ${values}`;
  const sisa = sisaList.length === 0 ? "" : `; ${sisaText(sisaList)} tidak terbaca`;
  const lain = satuanLain === null ? "" : `; satuannya ${satuan}, tertulis ${satuanLain}`;
  return `terbaca ${parts}${values}${sisa}${lain}`;
}

const sisaText = (sisaList: readonly string[]): string =>
  sisaList.map((one) => `“${one}”`).join(", ");
