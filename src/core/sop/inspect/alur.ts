import { forwardExit, type Langkah } from "../langkah.ts";
import type { LangkahNo, Tujuan } from "../reference.ts";
import type { Sop } from "../schema.ts";
import { galat, type Temuan } from "../temuan.ts";
import { jenisSiklusList } from "./siklus.ts";

/** Whether every exit leads somewhere, every langkah is reached, and every berkas comes to its end. */
export function inspectAlur(sop: Sop): readonly Temuan[] {
  return [...danglingList(sop), ...jenisSiklusList.flatMap((jenis) => inspectJenis(sop, jenis))];
}

interface Alur {
  readonly sop: Sop;
  readonly jenis: string;
  readonly langkahByNo: ReadonlyMap<LangkahNo, Langkah>;
  readonly first: LangkahNo;
}

function danglingList({ langkah }: Sop): readonly Temuan[] {
  const known = new Set<Tujuan>(["selesai", ...langkah.map(({ no }) => no)]);
  return langkah.flatMap(({ no, hasil }, index) =>
    Object.entries(hasil)
      .filter(([, tujuan]) => tujuan !== undefined && !known.has(tujuan))
      .map(([pilihan, tujuan]) =>
        galat(
          no,
          ["langkah", index, "hasil", pilihan],
          `langkah ${no}: ${pilihan} menuju langkah ${tujuan}, yang tidak ada`,
        ),
      ),
  );
}

function inspectJenis(sop: Sop, jenis: (typeof jenisSiklusList)[number]): readonly Temuan[] {
  const noList = sop.siklus[jenis] ?? [];
  const [first] = noList;
  const langkahByNo = new Map(
    sop.langkah.filter(({ no }) => noList.includes(no)).map((langkah) => [langkah.no, langkah]),
  );
  if (first === undefined || !langkahByNo.has(first)) return [];
  const alur: Alur = { sop, jenis, langkahByNo, first };
  return [...strayList(alur), ...unreachedList(alur), ...endlessList(alur), ...circleList(alur)];
}

/** Exits into a langkah that exists but does not run in this kind of period. */
function strayList(alur: Alur): readonly Temuan[] {
  const existing = new Set<Tujuan>(alur.sop.langkah.map(({ no }) => no));
  return [...alur.langkahByNo.values()].flatMap((langkah) =>
    exitsOf(langkah)
      .filter(({ tujuan }) => existing.has(tujuan) && !inside(alur, tujuan))
      .map(({ pilihan, tujuan }) =>
        galat(
          langkah.no,
          pathOf(alur, langkah, "hasil", pilihan),
          `langkah ${langkah.no}: ${pilihan} menuju langkah ${tujuan}, yang tidak dijalankan dalam siklus ${alur.jenis}`,
        ),
      ),
  );
}

function unreachedList(alur: Alur): readonly Temuan[] {
  const reached = reachedFrom(alur);
  return [...alur.langkahByNo.values()]
    .filter(({ no }) => !reached.has(no))
    .map((langkah) =>
      galat(
        langkah.no,
        pathOf(alur, langkah, "no"),
        `langkah ${langkah.no} tidak pernah tercapai dari langkah ${alur.first}`,
      ),
    );
}

/** Langkah that are reached but from which no chain of exits comes to the end. */
function endlessList(alur: Alur): readonly Temuan[] {
  const reached = reachedFrom(alur);
  const ending = new Set<Tujuan>();
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const langkah of alur.langkahByNo.values()) {
      // A broken exit is reported as such; here it counts as an end, lest it be reported twice.
      if (exitsOf(langkah).some(({ tujuan }) => !inside(alur, tujuan) || ending.has(tujuan))) {
        ending.add(langkah.no);
      }
    }
  }
  return [...alur.langkahByNo.values()]
    .filter(({ no }) => reached.has(no) && !ending.has(no))
    .map((langkah) =>
      galat(
        langkah.no,
        pathOf(alur, langkah, "hasil"),
        `langkah ${langkah.no}: tidak ada jalan menuju selesai`,
      ),
    );
}

/** Circles the engine would walk on its own: no langkah in them waits for anybody. */
function circleList(alur: Alur): readonly Temuan[] {
  const found: Temuan[] = [];
  const seen = new Set<LangkahNo>();
  for (const start of alur.langkahByNo.values()) {
    const path: LangkahNo[] = [];
    let langkah: Langkah | undefined = start;
    while (langkah !== undefined && !seen.has(langkah.no)) {
      seen.add(langkah.no);
      path.push(langkah.no);
      langkah = alur.langkahByNo.get(afterwards(langkah) ?? langkah.no);
      if (langkah !== undefined && path.includes(langkah.no) && afterwards(langkah) !== null) {
        const circle = [...path.slice(path.indexOf(langkah.no)), langkah.no].join(" → ");
        const pesan = `langkah ${circle} berputar tanpa menunggu siapa pun`;
        found.push(galat(langkah.no, pathOf(alur, langkah, "hasil"), pesan));
      }
    }
  }
  return found;
}

/**
 * Where a berkas goes on by itself: what was done once already, and collecting without any
 * indikator, pass at once, too.
 */
function afterwards(langkah: Langkah): LangkahNo | null {
  const alone =
    langkah.duplikatDari !== undefined ||
    langkah.jenis === "realisasi" ||
    (langkah.jenis === "kompilasi" && langkah.otomatis);
  const { tujuan } = forwardExit(langkah);
  return alone && tujuan !== "selesai" ? tujuan : null;
}

function reachedFrom(alur: Alur): ReadonlySet<LangkahNo> {
  const reached = new Set<LangkahNo>([alur.first]);
  for (const no of reached) {
    const langkah = alur.langkahByNo.get(no);
    if (langkah === undefined) continue;
    for (const { tujuan } of exitsOf(langkah)) {
      if (tujuan !== "selesai" && inside(alur, tujuan)) reached.add(tujuan);
    }
  }
  return reached;
}

const inside = ({ langkahByNo }: Alur, tujuan: Tujuan): boolean =>
  tujuan !== "selesai" && langkahByNo.has(tujuan);

const exitsOf = ({ hasil }: Langkah): readonly { pilihan: string; tujuan: Tujuan }[] =>
  Object.entries(hasil).flatMap(([pilihan, tujuan]) =>
    tujuan === undefined ? [] : [{ pilihan, tujuan }],
  );

const pathOf = ({ sop }: Alur, langkah: Langkah, ...rest: string[]): (string | number)[] => [
  "langkah",
  sop.langkah.indexOf(langkah),
  ...rest,
];
