import { jawabanText, sematanText } from "../../generated/teks.ts";
import { isKepala, langkahOf, openWaits, owedWaits, progressOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import type { Pegawai } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import { sebutPeriode } from "../pesan/periode.ts";
import { fill, lines, paragraphs, type Teks, type Ucapan } from "../pesan/teks.ts";
import { sebutWaktu } from "../pesan/waktu.ts";
import { holderText } from "./tugas/position.ts";
import { jamBerikut, type Tugas, tugasLine, tugasOf } from "./tugas/tugas.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** Of each kind so many are named: a pinned message is looked at, not read. */
const PALING_BANYAK = 5;

/** What is needed to say what runs. */
type Papan = Pick<World, "berkasById" | "kantor" | "nowMs" | "sopList">;

/**
 * What is kept at the top of somebody's chat: what waits for them, and where each running berkas is. It is for
 * the head and for whoever holds work, and stays with them (`ada`) until nothing runs. Null where there is
 * nothing to keep.
 */
export function sematanUntuk(papan: Papan, pegawai: Pegawai, ada: boolean): Ucapan | null {
  const running = [...papan.berkasById.values()]
    .filter(({ state }) => state.status === "berjalan")
    .toSorted((a, b) => a.state.dibukaMs - b.state.dibukaMs);
  if (running.length === 0) return null;
  const tugasList = tugasOf(papan, pegawai).filter(
    ({ berkas }) => berkas.state.status === "berjalan",
  );
  if (!ada && tugasList.length === 0 && !isKepala(pegawai)) return null;
  return {
    teks: paragraphs(
      owedText(papan, tugasList),
      ...running.slice(0, PALING_BANYAK).map((berkas) => berkasText(papan, berkas)),
      lines(moreText(running.length), sematanText.kaki),
    ),
    pilihan: [
      [
        { id: "/tugas", judul: sematanText.tugas },
        { id: "/status", judul: sematanText.papan },
      ],
    ],
  };
}

/** Said in its place once nothing runs, or once the account is somebody else's. */
export const sematanTutup: Ucapan = { teks: sematanText.tutup };

/** Whether what is pinned anywhere may say something else after a decision than before. */
export function menggeserPapan(
  { berkasById }: Pick<World, "berkasById">,
  berkasList: readonly BerkasTerbuka[],
  effects: readonly Effect[],
): boolean {
  return (
    berkasList.some((after) => hasMoved(berkasById.get(after.state.id), after)) ||
    effects.some((effect) =>
      // Whoever is told of a task or reminded of one holds it, or is late with it, since now.
      effect.kind === "pesan" ? isTask(effect.prioritas) : CHANGES.has(effect.kind),
    )
  );
}

const isTask = (prioritas: Extract<Effect, { kind: "pesan" }>["prioritas"]): boolean =>
  prioritas === "tugas" || prioritas === "pengingat";

/** Who is there, and on which account. */
const CHANGES: ReadonlySet<Effect["kind"]> = new Set([
  "kantor",
  "hubungkan",
  "putuskan",
  "utamakan",
  "jangkauan",
]);

/** Figures move nothing: they are not told here, for each of them would be an edit. */
function hasMoved(before: BerkasTerbuka | undefined, { state }: BerkasTerbuka): boolean {
  if (before === undefined) return true;
  const { status, langkahNo, waitList } = before.state;
  if (status !== state.status || langkahNo !== state.langkahNo) return true;
  if (waitList === state.waitList) return false;
  return markOf(openWaits(before.state)) !== markOf(openWaits(state));
}

const markOf = (waitList: readonly Wait[]): string =>
  JSON.stringify(
    waitList.map(({ id, pemegang, tenggatMs, batasMs }) => [id, pemegang, tenggatMs, batasMs]),
  );

function owedText(papan: Papan, tugasList: readonly Tugas[]): Teks {
  if (tugasList.length === 0) return sematanText.tanpaTugas;
  const more = tugasList.length - PALING_BANYAK;
  return lines(
    fill(sematanText.kepala, { jumlah: tugasList.length }),
    ...tugasList
      .slice(0, PALING_BANYAK)
      .map((one, at) => tugasLine(papan, { ...one, judul: judulOf(one) }, at + 1)),
    more > 0 ? fill(sematanText.tugasLain, { jumlah: more }) : [],
  );
}

/** Without how many figures are still missing, which changes with every one of them. */
const judulOf = ({ berkas, wait, judul }: Tugas): Teks =>
  wait.macam === "unit"
    ? fill(sematanText.realisasi, { periode: sebutPeriode(berkas.state.periode) })
    : judul;

function berkasText({ kantor, nowMs, sopList }: Papan, berkas: BerkasTerbuka): Teks {
  const { sop, state } = berkas;
  const dueMs = jamBerikut(owedWaits(state), nowMs);
  const waktu = dueMs === null ? [] : sebutWaktu(dueMs, kantor.zonaWaktu);
  return lines(
    fill(jawabanText.statusKepala, {
      periode: sebutPeriode(state.periode),
      ...progressOf(sop, state),
      uraian: langkahOf(sop, state.langkahNo).uraian,
    }),
    sopList.length > 1 ? fill(jawabanText.statusSop, { sop: sop.nama }) : [],
    fill(sematanText.pemegang, {
      pemegang: holderText(kantor, berkas),
      batas:
        dueMs === null
          ? ""
          : fill(dueMs < nowMs ? jawabanText.statusLewat : jawabanText.statusBatas, { waktu }),
    }),
  );
}

const moreText = (jumlah: number): Teks =>
  jumlah > PALING_BANYAK ? fill(sematanText.berkasLain, { jumlah: jumlah - PALING_BANYAK }) : [];
