import { isianText, mejaText, umumText } from "../../../../generated/teks.ts";
import { setiapDi } from "../../../engine/formulir/setiap.ts";
import { holdersOf, langkahOf } from "../../../engine/holders.ts";
import { unitKembali } from "../../../engine/kembali.ts";
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

function unitField({ world: { kantor } }: Talk, task: Task) {
  const { periode } = task.berkas.state;
  const units = unitsOf(task);
  if (units.length < 2) return [];
  const chosen = units.map((id, index) => [
    offer(`unit-${index + 1}`, jabatanDi(kantor, id), kata(id)),
  ]);
  const all = offer("semua", isAngka(task) ? mejaText.semuaUnit : mejaText.semuaOrang, kata(SEMUA));
  return [
    choiceField("unit", () => ({
      teks: fill(isAngka(task) ? mejaText.tanyaUnit : mejaText.tanyaOrang, {
        periode: sebutPeriode(periode),
      }),
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

/** Whose part alone this desk may send back. */
const unitsOf = ({ berkas, wait }: Task): readonly PegawaiId[] =>
  unitKembali(berkas, langkahOf(berkas.sop, wait.langkahNo));

/** Whether what goes back are figures, and not what was answered line by line. */
function isAngka({ berkas: { sop }, wait }: Task): boolean {
  const { hasil } = langkahOf(sop, wait.langkahNo);
  const back = "kembalikan" in hasil ? hasil.kembalikan : undefined;
  return back !== undefined && back !== "selesai" && setiapDi(langkahOf(sop, back)) === null;
}

/** The unit that was named, or is the only one; null for all of them. */
function unitOf(task: Task, { unit }: Jawaban): PegawaiId | null {
  const units = unitsOf(task);
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
  const units = unitKembali(berkas, langkahOf(berkas.sop, wait.langkahNo));
  if (units.length > 0) return joined(units.map((id) => jabatanDi(kantor, id)));
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
