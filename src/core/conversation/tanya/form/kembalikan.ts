import { isianText, mejaText, umumText } from "../../../../generated/teks.ts";
import { holdersOf, langkahOf, unitList } from "../../../engine/holders.ts";
import type { Pembukaan } from "../../../engine/state.ts";
import { pembukaanOf } from "../../../engine/terbuka.ts";
import type { PegawaiId } from "../../../kantor/schema.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { jabatanDi } from "../../../pesan/sebutan.ts";
import { fill, joined, lines, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { say, type Talk } from "../../talk.ts";
import type { Task } from "../../tugas/find.ts";
import { positionText } from "../../tugas/position.ts";
import { settleTask } from "../../tugas/settle.ts";
import { aboutWait, batal, choiceField, kata, offer, sentenceField } from "../declare.ts";

type Jawaban = DialogueOf<"kembalikan">["jawaban"];

/**
 * Where figures would be asked again, first whose: one unit's slip must not trouble the others. Then
 * the one sentence a return needs; it travels to the desk the berkas goes back to.
 */
export const kembalikan = aboutWait<DialogueOf<"kembalikan">>(
  "kembalikan",
  (talk, task, { jawaban }) => ({
    fields: [...unitField(talk, task), alasanField(talk, task, jawaban)],
    finish: (closed) => giveBack(closed, task, jawaban),
  }),
);

function unitField({ world: { kantor } }: Talk, { berkas, wait }: Task) {
  const { periode } = berkas.state;
  const units = unitList(berkas.state);
  if (!goesToFigures({ berkas, wait }) || units.length < 2) return [];
  const chosen = units.map((id, index) => [
    offer(`unit-${index + 1}`, jabatanDi(kantor, id), kata(id)),
  ]);
  const all = offer("semua", mejaText.semuaUnit, kata(SEMUA));
  return [
    choiceField("unit", () => ({
      teks: fill(mejaText.tanyaUnit, { periode: sebutPeriode(periode) }),
      pilihan: [...chosen, [all, batal]],
    })),
  ];
}

/** All units; no pegawai has this id. */
const SEMUA = "";

function alasanField({ world }: Talk, task: Task, jawaban: Jawaban) {
  const { state } = task.berkas;
  const periode = sebutPeriode(state.periode);
  const pembukaan = pembukaanAt(task);
  return sentenceField("alasan", () =>
    pembukaan !== null
      ? fill(mejaText.tanyaTolak, { periode, jabatan: jabatanDi(world.kantor, pembukaan.oleh) })
      : fill(mejaText.tanyaAlasan, {
          periode,
          tujuan: destination(world, task, unitOf(task, jawaban)),
        }),
  );
}

/** The opening this wait asks leave for; null where it is a desk. */
const pembukaanAt = ({ berkas, wait }: Task): Pembukaan | null =>
  wait.macam === "pembukaan" ? pembukaanOf(berkas.state) : null;

/** Whether it is a desk that puts figures together, which go back to those who gave them. */
function goesToFigures({ berkas, wait }: Task): boolean {
  const langkah = langkahOf(berkas.sop, wait.langkahNo);
  const back = "kembalikan" in langkah.hasil ? langkah.hasil.kembalikan : undefined;
  const compiles = langkah.jenis === "penyusunan" || langkah.jenis === "kompilasi";
  return (
    compiles &&
    back !== undefined &&
    back !== "selesai" &&
    langkahOf(berkas.sop, back).jenis === "realisasi"
  );
}

/** The unit that was named, or is the only one; null for all of them. */
function unitOf(task: Task, { unit }: Jawaban): PegawaiId | null {
  const units = goesToFigures(task) ? unitList(task.berkas.state) : [];
  const [only, second] = units;
  return (second === undefined ? only : units.find((id) => id === unit)) ?? null;
}

/** Who will read the sentence: the unit that was named, else whoever holds the desk it goes back to. */
function destination(
  { kantor }: Talk["world"],
  { berkas, wait }: Task,
  unit: PegawaiId | null,
): Teks {
  if (unit !== null) return jabatanDi(kantor, unit);
  const { hasil } = langkahOf(berkas.sop, wait.langkahNo);
  const back = "kembalikan" in hasil ? hasil.kembalikan : undefined;
  if (back === undefined || back === "selesai") return umumText.tanpaPemegang;
  const target = langkahOf(berkas.sop, back);
  if (target.jenis === "realisasi") return mejaText.semuaUnitKecil;
  const holderList = holdersOf(
    { ...wait, pemegang: { jenis: "peran", peran: target.pelaksana.peran } },
    kantor,
  );
  if (holderList.length === 0) return umumText.tanpaPemegang;
  return joined(
    holderList.map(({ jabatan }) => jabatan),
    isianText.atau,
  );
}

/** Sends a desk back with its sentence, and says where it went. */
export function giveBack(talk: Talk, task: Task, jawaban: Jawaban): Talk {
  const unit = unitOf(task, jawaban);
  const answer = {
    kind: "pilihan",
    pilihan: "kembalikan",
    alasan: jawaban["alasan"] ?? "",
    ...(unit === null ? {} : { unit }),
  } as const;
  const opening = pembukaanAt(task) !== null;
  return settleTask(talk, task, answer, (settled, berkas) => {
    if (opening) {
      const periode = sebutPeriode(berkas.state.periode);
      return say(settled, { teks: fill(mejaText.ditolak, { periode }) });
    }
    const count = berkas.state.kunjunganList.filter(
      ({ langkahNo, hasil }) => langkahNo === task.wait.langkahNo && hasil === "kembalikan",
    ).length;
    const putaran = count < 2 ? "" : fill(mejaText.putaran, { ke: count });
    const position = positionText(settled.world.kantor, berkas);
    return say(settled, { teks: lines(fill(mejaText.dikembalikan, { putaran }), position) });
  });
}
