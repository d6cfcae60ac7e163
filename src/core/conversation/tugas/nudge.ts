import { mejaText, tugasText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { refuse } from "../../engine/decision.ts";
import { holdersOf, isHolder, openWaits } from "../../engine/holders.ts";
import type { Wait } from "../../engine/state.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import type { Effect } from "../../pesan/effect.ts";
import { toldAs } from "../../pesan/say.ts";
import { fill, lines, type Ucapan } from "../../pesan/teks.ts";
import { isOpen, nextOpening } from "../../waktu/calendar.ts";
import { formatWaktu } from "../../waktu/format.ts";
import { addMenitKerja } from "../../waktu/tenggat.ts";
import { decline, emit, say, type Talk } from "../talk.ts";
import type { Task } from "./find.ts";
import { declineAnswer } from "./refusal.ts";
import { tugasOf } from "./tugas.ts";

/** Half a working day: more often is harassment, not help. */
const JEDA_MENIT_KERJA = 240;

/**
 * Reminds, once and politely, whoever a wait is about: the missing units for the coordinator, else
 * the holder. Only in office hours, and not again before half a working day has passed.
 */
export function nudge(talk: Talk, task: Task): Talk {
  const { pegawai, world } = talk;
  const { berkas, wait } = task;
  if (!can(pegawai, "colek") && !isHolder(wait, pegawai)) {
    return declineAnswer(
      talk,
      task,
      refuse("bukan-pelaksana", { giliran: names(task, world.kantor) }),
    );
  }
  if (wait.jawaban !== null || berkas.state.status !== "berjalan") {
    return declineAnswer(talk, task, refuse("sudah-beralih"));
  }
  const targets = targetsOf(talk, task);
  if (targets.length === 0) return decline(talk, "semua-sudah-mengirim");
  const waktu = (atMs: number): string => formatWaktu(atMs, world.kantor.zonaWaktu);
  if (!isOpen(world.calendar, world.nowMs)) {
    const lagi = waktu(nextOpening(world.calendar, world.nowMs));
    return decline(talk, "di-luar-jam-kerja", { lagi });
  }
  const { colek } = talk.session;
  if (colek?.waitId === wait.id) {
    const againMs = addMenitKerja(colek.atMs, JEDA_MENIT_KERJA, world.calendar);
    if (againMs > world.nowMs) {
      return decline(talk, "baru-diingatkan", { waktu: waktu(colek.atMs), lagi: waktu(againMs) });
    }
  }
  return send(talk, task, targets);
}

interface Target {
  readonly wait: Wait;
  readonly holder: Pegawai;
}

function targetsOf({ pegawai, world }: Talk, { berkas, wait }: Task): readonly Target[] {
  const waitList =
    wait.macam === "koordinator"
      ? openWaits(berkas.state).filter(({ macam }) => macam === "unit")
      : [wait];
  return waitList.flatMap((one) =>
    holdersOf(one, world.kantor)
      .filter(({ id }) => id !== pegawai.id)
      .map((holder) => ({ wait: one, holder })),
  );
}

function send(talk: Talk, { berkas, wait }: Task, targets: readonly Target[]): Talk {
  const { world, pegawai } = talk;
  const linked = targets.filter(({ holder }) => world.terhubung.has(holder.id));
  const unlinked = targets.filter(({ holder }) => !world.terhubung.has(holder.id));
  const isReached = ({ holder }: Target): boolean =>
    takTerjangkauSejak(world.akunList, holder.id) === null;
  const reached = linked.filter(isReached);
  const unreached = linked.filter((one) => !isReached(one));
  const effects = reached.flatMap(({ wait: one, holder }): Effect[] => [
    toldAs(world, { kepada: holder.id, prioritas: "pengingat" }, nudgePesan(talk, one, holder)),
    { kind: "ingatan", waitId: one.id, pegawaiId: holder.id, jenis: "colek" },
  ]);
  const sent = emit(talk, ...effects, {
    kind: "catat",
    jenis: "colek",
    berkasId: berkas.state.id,
    oleh: pegawai.id,
    data: { wait: wait.id, kepada: reached.map(({ holder }) => holder.id) },
  });
  const noted = {
    ...sent,
    session: { ...sent.session, colek: { waitId: wait.id, atMs: world.nowMs } },
  };
  const listed = (list: readonly Target[]): string =>
    list.map(({ holder }) => holder.jabatan).join(", ");
  return say(noted, {
    teks: lines(
      reached.length === 0 ? [] : fill(mejaText.colekTerkirim, { nama: listed(reached) }),
      unreached.length === 0 ? [] : fill(mejaText.colekTakTerjangkau, { nama: listed(unreached) }),
      unlinked.length === 0 ? [] : fill(mejaText.colekTanpaAkun, { nama: listed(unlinked) }),
    ),
  });
}

function nudgePesan(talk: Talk, wait: Wait, holder: Pegawai): Ucapan {
  const { world, pegawai } = talk;
  const tugas = tugasOf(world, holder).find((one) => one.wait.id === wait.id);
  const tenggatMs = tugas?.tenggatMs ?? null;
  const waktu = tenggatMs === null ? "" : formatWaktu(tenggatMs, world.kantor.zonaWaktu);
  const passed = tenggatMs !== null && tenggatMs < world.nowMs;
  const batas =
    tenggatMs === null ? [] : fill(passed ? mejaText.colekLewat : mejaText.colekBatas, { waktu });
  return {
    teks: fill(mejaText.colek, {
      judul: tugas?.judul ?? "",
      pengirim: pegawai.jabatan,
      batas,
    }),
    pilihan: [[{ id: `/tugas ${wait.id}`, judul: tugasText.kerjakanSatu }]],
  };
}

const names = ({ wait }: Task, kantor: Talk["world"]["kantor"]): string =>
  holdersOf(wait, kantor)
    .map(({ jabatan }) => jabatan)
    .join(" atau ");
