import type { PeriodeJenis } from "../kinerja/periode.ts";
import { type Durasi, formatDurasi } from "../waktu/durasi.ts";
import { judulKolom } from "./judul-kolom.ts";
import type { Langkah } from "./langkah.ts";
import type { Tujuan } from "./reference.ts";
import { periodeJenisList, type Sop } from "./schema.ts";

/** A rectangle of a diagram, in pixels. */
interface Kotak {
  readonly x: number;
  readonly y: number;
  readonly lebar: number;
  readonly tinggi: number;
}

/** An element of BPMN 2.0 with the place it is drawn at. */
export interface SimpulBpmn {
  readonly id: string;
  readonly jenis: "startEvent" | "endEvent" | "userTask" | "serviceTask" | "exclusiveGateway";
  readonly nama: string;
  /** What the sheet asks of a langkah, a line each. */
  readonly dokumentasi: readonly string[];
  /** Place of the lane it stands in. */
  readonly jalur: number;
  readonly kotak: Kotak;
}

/** A sequence flow and the points it is drawn along. */
export interface AlurBpmn {
  readonly id: string;
  readonly dari: string;
  readonly ke: string;
  readonly nama: string | null;
  readonly titikList: readonly (readonly [x: number, y: number])[];
}

/** A sheet as a BPMN collaboration of one pool, with a lane for each column of pelaksana. */
export interface DiagramBpmn {
  readonly id: string;
  readonly nama: string;
  readonly kotak: Kotak;
  readonly jalurList: readonly {
    readonly id: string;
    readonly nama: string;
    readonly kotak: Kotak;
  }[];
  readonly simpulList: readonly SimpulBpmn[];
  readonly alurList: readonly AlurBpmn[];
}

const KOLAM = { x: 160, y: 80, judul: 30 } as const;
const JALUR = 140;
const TUGAS = { lebar: 120, tinggi: 80 } as const;
const GERBANG = 50;
const PERISTIWA = 36;
const SELA = 50;

/**
 * Reads a sheet as BPMN. Langkah follow each other from left to right, each in a column of its own, so that
 * no line up or down runs through another one; each kind of period has its start and its end.
 */
export function bpmnOf(sop: Sop): DiagramBpmn {
  const peranList = [...new Set(sop.pelaksana)];
  const simpulList = placeAll(sop, peranList);
  const right = Math.max(...simpulList.map(({ kotak }) => kotak.x + kotak.lebar)) + SELA;
  const lebar = right - KOLAM.x;
  return {
    id: sop.id,
    nama: `${sop.nama} – ${sop.instansi}`,
    kotak: { x: KOLAM.x, y: KOLAM.y, lebar, tinggi: JALUR * peranList.length },
    jalurList: peranList.map((peran, at) => ({
      id: `pelaksana_${peran}`,
      nama: judulKolom(sop, peran),
      kotak: {
        x: KOLAM.x + KOLAM.judul,
        y: KOLAM.y + at * JALUR,
        lebar: lebar - KOLAM.judul,
        tinggi: JALUR,
      },
    })),
    simpulList,
    alurList: flowsOf(sop, simpulList),
  };
}

const idTugas = (no: string): string => `langkah_${no}`;
const idGerbang = (no: string): string => `keputusan_${no}`;
const idMulai = (jenis: PeriodeJenis): string => `mulai_${jenis}`;
const idSelesai = (jenis: PeriodeJenis): string => `selesai_${jenis}`;

/** Every element in its column and lane. */
function placeAll(sop: Sop, peranList: readonly string[]): readonly SimpulBpmn[] {
  let x = KOLAM.x + KOLAM.judul + SELA;
  const found: SimpulBpmn[] = [];
  const place = (
    simpul: Pick<SimpulBpmn, "id" | "jenis" | "nama"> & Partial<SimpulBpmn>,
    jalur: number,
    { lebar, tinggi }: Pick<Kotak, "lebar" | "tinggi">,
  ): void => {
    const y = KOLAM.y + jalur * JALUR + (JALUR - tinggi) / 2;
    found.push({ dokumentasi: [], ...simpul, jalur, kotak: { x, y, lebar, tinggi } });
    x += lebar + SELA;
  };
  const peristiwa = { lebar: PERISTIWA, tinggi: PERISTIWA };
  for (const jenis of periodeJenisList(sop)) {
    const own = sop.langkah.filter(({ no }) => sop.siklus[jenis]?.includes(no));
    const laneOf = (one: Langkah | undefined): number =>
      Math.max(0, peranList.indexOf(one?.pelaksana.peran[0] ?? ""));
    place(
      { id: idMulai(jenis), jenis: "startEvent", nama: `Mulai ${jenis}` },
      laneOf(own[0]),
      peristiwa,
    );
    for (const langkah of own) {
      const jalur = laneOf(langkah);
      const otomatis = langkah.jenis === "kompilasi" && langkah.otomatis;
      place(
        {
          id: idTugas(langkah.no),
          jenis: otomatis ? "serviceTask" : "userTask",
          nama: `${langkah.no}. ${langkah.uraian}`,
          dokumentasi: documented(sop, langkah),
        },
        jalur,
        TUGAS,
      );
      if (!("kembalikan" in langkah.hasil) || langkah.hasil.kembalikan === undefined) continue;
      place({ id: idGerbang(langkah.no), jenis: "exclusiveGateway", nama: "Setuju?" }, jalur, {
        lebar: GERBANG,
        tinggi: GERBANG,
      });
    }
    place(
      { id: idSelesai(jenis), jenis: "endEvent", nama: `Selesai ${jenis}` },
      laneOf(own.at(-1)),
      peristiwa,
    );
  }
  return found;
}

/** Mutu baku and everybody else who takes part: modellers show it with the task. */
function documented(
  sop: Sop,
  { pelaksana, mutuBaku, keterangan, tambahan }: Langkah,
): readonly string[] {
  const named = (list: readonly (keyof typeof sop.sebutan)[]): string =>
    list.map((peran) => judulKolom(sop, peran)).join(", ");
  const [, ...bersama] = pelaksana.peran;
  const pairs: readonly (readonly [string, string])[] = [
    ["Kelengkapan", mutuBaku.kelengkapan.join(", ")],
    ["Baku mutu waktu", mutuBaku.waktu === null ? "" : waktuText(mutuBaku.waktu)],
    ["Output", mutuBaku.keluaran.join(", ")],
    ["Bersama", named(bersama)],
    ["Data dari", named(pelaksana.memasok)],
    ["Keterangan", keterangan ?? ""],
    ["Tambahan", tambahan ? "tidak ada di lembar asli" : ""],
  ];
  return pairs.flatMap(([nama, isi]) => (isi === "" ? [] : [`${nama}: ${isi}`]));
}

/** Office hours are no hours of the day, and an ISO duration would say they are. */
const waktuText = (waktu: Durasi): string =>
  `${formatDurasi(waktu)} ${waktu.satuan === "hari" ? "kerja" : "dalam jam kerja"}`;

function flowsOf(sop: Sop, simpulList: readonly SimpulBpmn[]): readonly AlurBpmn[] {
  const byId = new Map(simpulList.map((one) => [one.id, one]));
  const flow = (dari: string, ke: string, nama: string | null = null): readonly AlurBpmn[] => {
    const [from, to] = [byId.get(dari), byId.get(ke)];
    if (from === undefined || to === undefined) return [];
    return [
      {
        id: `alur_${dari}_${ke}${nama === "Tidak" ? "_tidak" : ""}`,
        dari,
        ke,
        nama,
        titikList: route(from, to),
      },
    ];
  };
  return periodeJenisList(sop).flatMap((jenis) => {
    const noList = sop.siklus[jenis] ?? [];
    const target = (tujuan: Tujuan): string =>
      tujuan === "selesai" ? idSelesai(jenis) : idTugas(tujuan);
    const [first] = noList;
    return [
      ...(first === undefined ? [] : flow(idMulai(jenis), idTugas(first))),
      ...sop.langkah
        .filter(({ no }) => noList.includes(no))
        .flatMap(({ no, hasil }) => {
          const maju = target("setuju" in hasil ? hasil.setuju : hasil.selesai);
          if (!("kembalikan" in hasil) || hasil.kembalikan === undefined)
            return flow(idTugas(no), maju);
          return [
            ...flow(idTugas(no), idGerbang(no)),
            ...flow(idGerbang(no), maju, "Ya"),
            ...flow(idGerbang(no), target(hasil.kembalikan), "Tidak"),
          ];
        }),
    ];
  });
}

/** Room above the tasks of a lane, where lines back and past others run. */
const ATAS_JALUR = 14;

/** Straight on to the next element; else over the top of the lane, and up or down in the column of its goal. */
function route(
  { kotak: a, jalur: from }: SimpulBpmn,
  { kotak: b, jalur: to }: SimpulBpmn,
): AlurBpmn["titikList"] {
  const [ay, by] = [a.y + a.tinggi / 2, b.y + b.tinggi / 2];
  const gap = b.x - (a.x + a.lebar);
  if (gap >= 0 && gap <= SELA) {
    const middle = b.x - SELA / 2;
    return ay === by
      ? [
          [a.x + a.lebar, ay],
          [b.x, by],
        ]
      : [
          [a.x + a.lebar, ay],
          [middle, ay],
          [middle, by],
          [b.x, by],
        ];
  }
  const [ax, bx] = [a.x + a.lebar / 2, b.x + b.lebar / 2];
  const lane = KOLAM.y + from * JALUR + ATAS_JALUR;
  const end = to < from ? b.y + b.tinggi : b.y;
  return [
    [ax, a.y],
    [ax, lane],
    [bx, lane],
    [bx, end],
  ];
}
