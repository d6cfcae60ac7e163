import { berkasTercatat } from "../../src/core/berkas-kantor/berkas-dari.ts";
import type { IsiBerkas } from "../../src/core/conversation/incoming/isi-berkas.ts";
import type { Jejak } from "../../src/core/conversation/jejak.ts";
import { tercatatOf } from "../../src/core/kantor/pada.ts";
import type { Effect } from "../../src/core/pesan/effect.ts";
import type { Pesan } from "../../src/core/pesan/pesan.ts";
import { plainText } from "../../src/core/pesan/spans.ts";
import { arsipLewat } from "./arsip-lewat.ts";
import { bukuMasuk, denganSel } from "./buku.ts";
import { kabupatenStage } from "./kabupaten.ts";
import { lembarLhe } from "./lembar-lhe.ts";
import { contohRencana } from "./rencana/contoh.ts";
import { kertasTabel } from "./rencana/kertas.ts";
import { sopFormulir } from "./sop-formulir.ts";
import { type Act, Stage } from "./stage.ts";
import { at, worldOf } from "./world.ts";

/**
 * Plays the acts of a transcript, its lines without indentation, and gives the transcript as it came
 * out: below each act what its person got back, what others got, and what was written down.
 *
 *     # …                          said about the play; kept as it is
 *     @ lembar rapat-koordinasi    before the first act: the sheet of forms instead of the short one
 *     @ lembar tindak-lanjut-lhe   before the first act: the sheet of recommendations beside the short one
 *     @ arsip lewat masa           before the first act: files that are past their time
 *     @ kabupaten                  before the first act: Bagian Organisasi over seven kecamatan
 *     = berkas 2026-TW4            a berkas is opened
 *     = 30 menit                   time passes
 *     = jam 2027-01-09 00:01       time passes until then
 *     Camat: teks ⏎ teks           writes; ⏎ is a new line
 *     Camat > Setuju               taps the newest choice that begins so
 *     Camat > Sekcam / Teruskan    taps one that was shown to somebody else
 *     Camat < daftar.pdf | 1.3     sends a file, with what stands below it
 *     Camat < buku.xlsx | Pegawai!B7 = Citra; …   sends the workbook of the office, with these cells changed
 *     Camat < PK.docx / NAME       sends a plan laid out as the one of this name
 *     Camat ~ 86 => 85,5           edits the message that said this
 *     Camat ! 86                   deletes it
 */
export function play(transcript: string): string {
  const lineList = transcript.split("\n");
  const stage = stageOf(lineList);
  const said = new Map<string, Jejak>();
  return lineList
    .filter((line) => line !== "" && !line.startsWith(" "))
    .map((line) => [line, ...outcomeOf(stage, said, line)].join("\n"))
    .join("\n\n")
    .concat("\n");
}

function stageOf(lineList: readonly string[]): Stage {
  if (lineList.includes("@ kabupaten")) return kabupatenStage();
  if (lineList.includes("@ arsip lewat masa")) return new Stage(worldOf({ arsip: arsipLewat }));
  if (lineList.includes("@ lembar tindak-lanjut-lhe"))
    return new Stage(worldOf({ sopList: [...worldOf().sopList, lembarLhe] }));
  return lineList.includes("@ lembar rapat-koordinasi")
    ? new Stage(worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }] }))
    : new Stage();
}

const ACT = /^(.+?)(?:: | ([><~!]) )(.*)$/;

function outcomeOf(stage: Stage, said: Map<string, Jejak>, line: string): readonly string[] {
  if (line.startsWith("#") || line.startsWith("@")) return [];
  const before = { pesan: stage.delivered.length, effect: stage.effects.length };
  const who = line.startsWith("=") ? direct(stage, line) : perform(stage, said, line);
  const news = stage.delivered.slice(before.pesan);
  const others = new Map<string, string[]>();
  for (const { kepada, pesan } of news.filter(({ kepada }) => kepada !== who)) {
    const text = shown(pesan)
      .map((one) => `    ${one}`.trimEnd())
      .join("\n");
    others.set(text, [...(others.get(text) ?? []), stage.pegawai(kepada).jabatan]);
  }
  return [
    ...news.filter(({ kepada }) => kepada === who).flatMap(({ pesan }) => shown(pesan)),
    ...[...others].flatMap(([text, jabatanList]) => [`    → ${jabatanList.join(", ")}`, text]),
    ...stage.effects.slice(before.effect).flatMap(written),
  ];
}

/** Nobody's act. */
function direct(stage: Stage, line: string): null {
  const [, kata = "", nilai = ""] = /^= (\S+) ?(\S*)/.exec(line) ?? [];
  if (kata === "berkas") stage.open(nilai);
  else if (kata === "jam") stage.passTo(at(line.slice("= jam ".length)));
  else if (nilai === "menit") stage.wait(Number(kata));
  else throw new Error(`what is ${line}?`);
  return null;
}

function perform(stage: Stage, said: Map<string, Jejak>, line: string): string {
  const [, jabatan = "", sign = ":", rest = ""] = ACT.exec(line) ?? [];
  const who = idOf(stage, jabatan);
  if (!isLinked(stage, who)) return who;
  const { jejak } = stage.outcome(who, actOf(stage, said, { who, sign, rest }));
  const teks = sign === "~" ? (rest.split(" => ")[1] ?? "") : rest;
  said.set(`${who} ${teks}`, jejak);
  return who;
}

function actOf(
  stage: Stage,
  said: ReadonlyMap<string, Jejak>,
  { who, sign, rest }: { readonly who: string; readonly sign: string; readonly rest: string },
): Act {
  const [first = "", second = ""] = rest.split(/ \| | => /);
  const jejak = said.get(`${who} ${first}`) ?? null;
  switch (sign) {
    case ">":
      return tapped(stage, rest);
    case "<":
      if (first.includes(" / ")) return rencanaOf(first);
      return first.endsWith(".xlsx")
        ? { file: first, isi: bukuOf(stage, rest) }
        : { file: first, caption: second };
    case "~":
      return { masukan: { jenis: "ralat", teks: second, jejak, terakhir: false } };
    case "!":
      return { masukan: { jenis: "hapus", jejak } };
    default:
      return rest.replaceAll(" ⏎ ", "\n");
  }
}

/** A plan of an office's own. */
function rencanaOf(named: string): Act {
  const [file = "", layout] = named.split(" / ");
  const contoh = contohRencana.find(({ nama }) => nama === layout);
  if (contoh === undefined) throw new Error(`no layout ${layout}`);
  const tabelList = kertasTabel(contoh.kertas);
  const terbuka = { perubahan: 0, komentar: 0 };
  const naskah = { tanda: null, alineaList: [], terbuka, dasar: null, tabelList };
  const isi: IsiBerkas = file.endsWith(".docx")
    ? { jenis: "naskah", ...naskah }
    : { jenis: "rencana", tabelList };
  return { file, isi };
}

/** The workbook of the office as it is, with cells written over. */
function bukuOf({ world }: Stage, rest: string): IsiBerkas {
  const tatanan = { kantor: tercatatOf(world.kantor), calendar: world.calendar };
  const ubahan = [...rest.matchAll(/([\w ]+![A-Z]+\d+) =([^;]*)/g)].map(
    ([, alamat = "", nilai = ""]) => [alamat.trim(), nilai.trim()] as const,
  );
  const lembarList = bukuMasuk(berkasTercatat(tatanan));
  return { jenis: "buku", lembarList: denganSel(lembarList, Object.fromEntries(ubahan)) };
}

/** A choice of one's own, or one that was shown to somebody else. */
function tapped(stage: Stage, rest: string): Act {
  const [, jabatan, title = ""] = /^(.+) \/ (.+)$/.exec(rest) ?? [];
  return jabatan === undefined
    ? { tap: rest }
    : { token: stage.token(idOf(stage, jabatan), title) };
}

/** Whoever has no account any more writes to nobody. */
const isLinked = ({ world }: Stage, who: string): boolean =>
  [...world.terhubung].some((id) => id === who);

function idOf(stage: Stage, jabatan: string): string {
  const { kantor } = stage.world;
  const found = kantor.pegawaiList.find((one) => one.jabatan === jabatan);
  // Whoever left is still called what they were.
  const left = (kantor.kepemilikanList ?? []).find((one) => one.jabatan === jabatan)?.pegawaiId;
  const id = found?.id ?? left;
  if (id === undefined) throw new Error(`who is ${jabatan}?`);
  return id;
}

function shown({ teks, blok, pilihan = [], lampiran }: Pesan): readonly string[] {
  const [kepala = ""] = plainText(teks).split("\n");
  const [first] = blok ?? [];
  // whoever sees blocks must not miss what the others read first
  if (first !== undefined && !("teks" in first && plainText(first.teks).startsWith(kepala)))
    throw new Error(`the blocks do not begin with “${kepala}”: ${JSON.stringify(first)}`);
  return [
    ...plainText(teks).split("\n"),
    ...(lampiran === undefined ? [] : [`📎 ${lampiran.jenis}`]),
    ...pilihan.map((row) => row.map(({ judul }) => `[ ${judul} ]`).join(" ")),
  ].map((line) => `    ${line}`.trimEnd());
}

/** An entry of the log, without what only this play could call it. */
function written(effect: Effect): readonly string[] {
  if (effect.kind === "kirim-kantor") return [`    ⇒ ${effect.kantorId}: ${effect.isi.jenis}`];
  if (effect.kind !== "catat") return [];
  const data = Object.entries(effect.data).filter(
    ([nama, nilai]) => nama !== "kalender" && nama !== "sopHash" && !/id\d{8}/.test(String(nilai)),
  );
  const parts = data.map(([nama, nilai]) => `${nama} ${JSON.stringify(nilai)}`);
  return [`    ✓ ${[effect.jenis, ...parts].join(" · ")}`];
}
