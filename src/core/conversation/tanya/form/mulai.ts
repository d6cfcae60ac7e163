import { jawabanText } from "../../../../generated/teks.ts";
import { openBerkas } from "../../../engine/open.ts";
import {
  jenisPeriode,
  Periode,
  parsePeriode,
  periodeAt,
  previousPeriode,
  rangePeriode,
  tahunPeriode,
} from "../../../kinerja/periode.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill, lines } from "../../../pesan/teks.ts";
import { toLocal } from "../../../waktu/instant.ts";
import type { Tanggal } from "../../../waktu/tanggal.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, drawId, say, type Talk, take } from "../../talk.ts";
import { positionText } from "../../tugas/position.ts";
import type { SopTersedia, World } from "../../world.ts";
import { batal, choiceField, kata, offer, tolak } from "../declare.ts";
import type { Bacaan, Field, Form } from "../field.ts";

/** Opens a berkas: which sheet, where the office has several, then for which period. */
export function mulai(talk: Talk, { jawaban }: DialogueOf<"mulai">): Form {
  const { sopList } = talk.world;
  const [only, second] = sopList;
  const chosen = second === undefined ? only : sopList.find(({ sop }) => sop.id === jawaban["sop"]);
  return {
    fields: [
      ...(second === undefined ? [] : [sopField(sopList)]),
      ...(chosen === undefined ? [] : [periodeField(talk, chosen)]),
    ],
    antrean: () => (second === undefined ? ["periode"] : ["sop", "periode"]),
    finish: (closed) => open(closed, chosen, jawaban["periode"]),
  };
}

const sopField = (sopList: readonly SopTersedia[]): Field =>
  choiceField("sop", () => ({
    teks: jawabanText.mulaiSop,
    pilihan: [
      ...sopList.map(({ sop }, index) => [offer(`sop-${index + 1}`, sop.nama, kata(sop.id))]),
      [batal],
    ],
  }));

/** The periods that are likely; any other can be typed. */
function periodeField(talk: Talk, chosen: SopTersedia): Field {
  const { world } = talk;
  const free = candidates(world, chosen);
  const template = free.length === 0 ? jawabanText.mulaiPeriodeKosong : jawabanText.mulaiPeriode;
  return {
    kode: "periode",
    menerima: "pilihan",
    asks: () => ({
      teks: fill(template, { sop: chosen.sop.nama }),
      pilihan: [
        ...free.map((periode) => [
          offer(periode, sebutPeriode(periode), checked(talk, chosen, periode)),
        ]),
        [batal],
      ],
    }),
    read: (teks) => {
      const periode = parsePeriode(teks, tahunPeriode(periodeAt(today(world))));
      return periode === null ? tolak("periode-tidak-terbaca") : checked(talk, chosen, periode);
    },
  };
}

/** The engine is asked before the period is taken, so that another can be named. */
function checked({ world, pegawai }: Talk, chosen: SopTersedia, periode: Periode): Bacaan {
  const { sop, hash: sopHash } = chosen;
  const data = { sop: sop.nama, periode: sebutPeriode(periode) };
  if (rangePeriode(periode).mulai > today(world)) return tolak("periode-belum-mulai", data);
  if (exists(world, chosen, periode)) return tolak("berkas-sudah-ada", data);
  const decision = openBerkas({ id: "", sop, sopHash, periode, oleh: pegawai.id }, world);
  return decision.kind === "refused" && decision.code !== "tidak-berwenang"
    ? tolak(decision.code, { ...data, ...decision.data })
    : kata(periode);
}

function open(talk: Talk, chosen: SopTersedia | undefined, answer: string | undefined): Talk {
  const periode = Periode.safeParse(answer).data;
  if (chosen === undefined || periode === undefined) return decline(talk, "tombol-lama");
  const { sop, hash: sopHash } = chosen;
  const { talk: drawn, id } = drawId(talk);
  const request = { id, sop, sopHash, periode, oleh: talk.pegawai.id };
  const { talk: opened, refusal } = take(drawn, sop, openBerkas(request, drawn.world));
  if (refusal !== null) return decline(talk, refusal.code, refusal.data);
  const berkas = opened.world.berkasById.get(id);
  if (berkas === undefined) throw new Error(`berkas ${id} was opened and is not there`);
  const data = { sop: sop.nama, periode: sebutPeriode(periode) };
  return say(opened, {
    teks: lines(fill(jawabanText.mulaiDibuka, data), positionText(opened.world.kantor, berkas)),
  });
}

/** The period that ended last and the running one, as far as the sheet runs them and none is there. */
function candidates(world: World, chosen: SopTersedia): readonly Periode[] {
  const { siklus } = chosen.sop;
  const running = (["triwulan", "semester", "tahunan"] as const)
    .filter((jenis) => siklus[jenis] !== undefined)
    .map((jenis) => periodeAt(today(world), jenis));
  return running
    .flatMap((periode) =>
      // A semester or year that still runs has nothing to roll up yet.
      jenisPeriode(periode) === "triwulan" || siklus.triwulan === undefined
        ? [previousPeriode(periode), periode]
        : [previousPeriode(periode)],
    )
    .filter((periode) => hasIndikator(world, periode) && !exists(world, chosen, periode));
}

/** A year without targets has nothing to collect; it can still be typed, where a sheet needs none. */
const hasIndikator = ({ kantor: { indikatorList } }: World, periode: Periode): boolean =>
  indikatorList.length === 0 || indikatorList.some(({ tahun }) => tahun === tahunPeriode(periode));

const exists = (world: World, { sop }: SopTersedia, periode: Periode): boolean =>
  world.periodeSelesai.has(`${sop.id}/${periode}`) ||
  [...world.berkasById.values()].some(
    ({ state }) =>
      state.sopId === sop.id && state.periode === periode && state.status !== "dibatalkan",
  );

const today = (world: World): Tanggal => toLocal(world.nowMs, world.kantor.zonaWaktu).tanggal;
