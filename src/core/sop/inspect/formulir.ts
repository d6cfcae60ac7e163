import type { JenisNaskah } from "../../dokumen/jenis.ts";
import { inspectTahap } from "../../formulir/inspect.ts";
import type { Tahap } from "../../formulir/schema.ts";
import type { Langkah, LangkahOf } from "../langkah.ts";
import { hasTeam, naskahDari, type Sop } from "../schema.ts";
import { galat, type Temuan } from "../temuan.ts";
import { jenisSiklusList } from "./siklus.ts";

type Jalur = readonly (string | number)[];

/** Whether forms and papers fit the sheet: who fills in, what can be there to be looked at or sent. */
export const inspectFormulir = (sop: Sop): readonly Temuan[] =>
  sop.langkah.flatMap((langkah, index) => {
    const scene = { sop, langkah, before: papersBefore(sop, langkah) };
    const faults = [
      ...papersOf(scene),
      ...(langkah.jenis === "formulir" ? inspectParts({ ...scene, langkah }) : []),
    ];
    return faults.map(([jalur, pesan]) =>
      galat(langkah.no, ["langkah", index, ...jalur], `langkah ${langkah.no}: ${pesan}`),
    );
  });

interface Scene<L extends Langkah = Langkah> {
  readonly sop: Sop;
  readonly langkah: L;
  /** What some langkah on the way here makes. */
  readonly before: ReadonlySet<JenisNaskah>;
}

type Fault = readonly [jalur: Jalur, pesan: string];

function papersOf({ sop, langkah, before }: Scene): readonly Fault[] {
  const laporan = langkah.naskah.indexOf("laporan");
  const tentang = langkah.jenis === "keputusan" ? langkah.tentang : "laporan";
  return [
    ...(laporan >= 0
      ? [[["naskah", laporan], "laporan dibuat dengan versi, bukan naskah"] as const]
      : []),
    // A decision without any draft is about the figures, as on sheets that print no report.
    ...(tentang !== "laporan" && !before.has(tentang)
      ? [[["tentang"], neverMade(tentang)] as const]
      : []),
    ...duplicateFault(sop, langkah),
  ];
}

/** What is passed as done must have been done before, in the same kind of period. */
function duplicateFault(sop: Sop, { no, duplikatDari }: Langkah): readonly Fault[] {
  if (duplikatDari === undefined) return [];
  const noList = sop.langkah.map((one) => one.no);
  const fault = (sebab: string): readonly Fault[] => [
    [["duplikatDari"], `duplikatDari menunjuk langkah ${duplikatDari}, yang ${sebab}`],
  ];
  if (!noList.includes(duplikatDari)) return fault("tidak ada");
  if (noList.indexOf(duplikatDari) >= noList.indexOf(no)) return fault("tidak mendahuluinya");
  const together = jenisSiklusList.some((jenis) =>
    [no, duplikatDari].every((one) => sop.siklus[jenis]?.includes(one)),
  );
  return together ? [] : fault("tidak dijalankan dalam siklus yang sama");
}

function inspectParts(scene: Scene<LangkahOf<"formulir">>): readonly Fault[] {
  const { langkah, sop } = scene;
  // The parts of a named form stand in another file, which is inspected by itself.
  const own = langkah.formulir === undefined;
  const cacat = own ? inspectTahap(langkah.tahap) : [];
  const columns = sop.pelaksana.join(", ");
  return [
    ...cacat.map(({ jalur, pesan }) => [["tahap", ...jalur], pesan] as const),
    ...langkah.tahap.flatMap((tahap, index) => {
      const at = (...rest: Jalur): Jalur => (own ? ["tahap", index, ...rest] : ["formulir"]);
      const strangers = (tahap.pelaksana ?? []).flatMap((peran, place) =>
        sop.pelaksana.includes(peran)
          ? []
          : [
              [
                at("pelaksana", place),
                `${peran} tidak ada di kolom pelaksana (${columns})`,
              ] as const,
            ],
      );
      return [...strangers, ...partPapers(scene, index, at)];
    }),
  ];
}

function partPapers(
  { sop, langkah, before }: Scene<LangkahOf<"formulir">>,
  index: number,
  at: (...rest: Jalur) => Jalur,
): readonly Fault[] {
  const [tahap] = langkah.tahap.slice(index, index + 1);
  if (tahap === undefined) return [];
  const seen = new Set([...before, ...langkah.tahap.slice(0, index).flatMap(made)]);
  const { lihat, sampaikan } = tahap;
  // A form that several sheets share shows the report only where there is one.
  const shared = langkah.formulir !== undefined;
  const unseen = lihat.flatMap((jenis, place) =>
    seen.has(jenis) || (shared && jenis === "laporan")
      ? []
      : [[at("lihat", place), neverMade(jenis)] as const],
  );
  if (sampaikan === undefined) return unseen;
  const { naskah, kepada } = sampaikan;
  return [
    ...unseen,
    ...(seen.has(naskah) || tahap.naskah.includes(naskah)
      ? []
      : [[at("sampaikan", "naskah"), neverMade(naskah)] as const]),
    ...(kepada === "tim" && !hasTeam(sop)
      ? [[at("sampaikan", "kepada"), "tidak ada langkah yang membentuk tim"] as const]
      : []),
  ];
}

const made = ({ naskah }: Tahap): readonly JenisNaskah[] => naskah;

const neverMade = (jenis: JenisNaskah): string =>
  `${jenis} tidak dibuat langkah mana pun sebelum ini`;

/** Walks the exits backwards: every paper of every langkah from which this one can be reached. */
function papersBefore(sop: Sop, langkah: Langkah): ReadonlySet<JenisNaskah> {
  const reaching = new Set<Langkah>();
  const open: Langkah[] = [langkah];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of sop.langkah) {
      const leads = Object.values(one.hasil).includes(next.no);
      if (!leads || reaching.has(one)) continue;
      reaching.add(one);
      open.push(one);
    }
  }
  return new Set([...reaching].flatMap(outputOf));
}

function outputOf(langkah: Langkah): readonly JenisNaskah[] {
  const report = langkah.jenis === "penyusunan" || langkah.versi !== undefined;
  return [...naskahDari(langkah), ...(report ? (["laporan"] as const) : [])];
}
