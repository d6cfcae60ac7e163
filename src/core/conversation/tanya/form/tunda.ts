import { tundaText } from "../../../../generated/teks.ts";
import type { Refusal } from "../../../engine/decision.ts";
import { refusalOfTunda } from "../../../engine/tunda.ts";
import { bacaJam } from "../../../formulir/baca-waktu.ts";
import { penolakanText } from "../../../pesan/penolakan.ts";
import { fill, lines, type Teks } from "../../../pesan/teks.ts";
import { sebutWaktu } from "../../../pesan/waktu.ts";
import { isOpen, nextMorning } from "../../../waktu/calendar.ts";
import { clock, fromLocal, type Instant, toLocal } from "../../../waktu/instant.ts";
import { pilihanTunda, tundaBawaan } from "../../../waktu/tunda.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, say, settle, type Talk } from "../../talk.ts";
import { type Tugas, tugasBatas, tugasOf } from "../../tugas/tugas.ts";
import { batal, kata, offer, over, tolak } from "../declare.ts";
import type { Bacaan, Field, Form } from "../field.ts";

/** Until when somebody wants to be left alone about what they owe. Deadlines stay as they are. */
export function tunda(talk: Talk, { jawaban }: DialogueOf<"tunda">): Form {
  const owed = tugasDiingatkan(talk);
  if (owed.length === 0) return over("tunda-kosong");
  const { kantor, calendar, nowMs } = talk.world;
  const hours = pilihanTunda(kantor.tunda ?? tundaBawaan, nowMs, calendar);
  const possible = hours.filter((atMs) => owed.some((one) => whyNot(talk, one, atMs) === null));
  const [first = nowMs] = hours;
  const refusal = whyNone(talk, owed, first);
  if (possible.length === 0 && refusal !== null) {
    return { fields: [], finish: (closed) => decline(closed, refusal.code, refusal.data) };
  }
  return {
    fields: [sampaiField(talk, owed, possible)],
    finish: (closed) => putOffAll(closed, Number(jawaban["sampai"] ?? "0")),
  };
}

/** What one is reminded of; receipts and the coordinator's desk are never. */
const tugasDiingatkan = ({ world, pegawai }: Talk): readonly Tugas[] =>
  tugasOf(world, pegawai).filter(
    ({ wait: { macam } }) => macam === "unit" || macam === "meja" || macam === "pembukaan",
  );

const whyNot = ({ world, pegawai }: Talk, { wait }: Tugas, sampaiMs: Instant): Refusal | null =>
  refusalOfTunda(world, wait, { oleh: pegawai.id, sampaiMs });

/** Why no task at all may rest until then: of the one that may longest. */
function whyNone(talk: Talk, owed: readonly Tugas[], sampaiMs: Instant): Refusal | null {
  const refusals = owed.map((one) => whyNot(talk, one, sampaiMs));
  return refusals.includes(null) ? null : (refusals.at(-1) ?? null);
}

function sampaiField(talk: Talk, owed: readonly Tugas[], hours: readonly Instant[]): Field {
  return {
    kode: "sampai",
    // Its own choices are not counted: 14 is an hour.
    menerima: "angka",
    asks: () => ({
      teks: tundaText.tanya,
      pilihan: [
        hours.map((atMs) => offer(String(atMs), hourText(talk, atMs), kata(String(atMs)))),
        [batal],
      ],
    }),
    read: (teks) => readHour(talk, owed, teks),
  };
}

function hourText({ world }: Talk, atMs: Instant): Teks {
  const { zonaWaktu } = world.kantor;
  const { tanggal, menit } = toLocal(atMs, zonaWaktu);
  return tanggal === toLocal(world.nowMs, zonaWaktu).tanggal
    ? fill(tundaText.sampaiJam, { jam: clock(menit).replace(":", ".") })
    : fill(tundaText.sampaiHari, { waktu: sebutWaktu(atMs, zonaWaktu) });
}

/** "14.30" of today, or "besok": as the office opens. */
function readHour(talk: Talk, owed: readonly Tugas[], teks: string): Bacaan {
  const { calendar, nowMs } = talk.world;
  if (/^besok(?:\s+pagi)?$/i.test(teks.trim())) {
    return checked(talk, owed, nextMorning(calendar, nowMs));
  }
  const menit = bacaJam(teks);
  if (menit === null) return tolak("tunda-jam");
  const atMs = fromLocal(toLocal(nowMs, calendar.zona).tanggal, menit, calendar.zona);
  return atMs > nowMs && isOpen(calendar, atMs)
    ? checked(talk, owed, atMs)
    : tolak("tunda-di-luar-jam");
}

function checked(talk: Talk, owed: readonly Tugas[], atMs: Instant): Bacaan {
  const refusal = whyNone(talk, owed, atMs);
  return refusal === null ? kata(String(atMs)) : tolak(refusal.code, refusal.data);
}

/** Every task that may, and word of those that may not. */
function putOffAll(talk: Talk, sampaiMs: Instant): Talk {
  let next = talk;
  const rested: Tugas[] = [];
  const kept: Teks[] = [];
  for (const one of tugasDiingatkan(talk)) {
    const berkas = next.world.berkasById.get(one.berkas.state.id) ?? one.berkas;
    const settled = settle(next, berkas, {
      kind: "tunda",
      waitId: one.wait.id,
      oleh: talk.pegawai.id,
      sampaiMs,
    });
    next = settled.talk;
    const { refusal } = settled;
    if (refusal === null) rested.push(one);
    else {
      const sebab = penolakanText(refusal.code, refusal.data);
      kept.push(fill(tundaText.tidakDitunda, { judul: one.judul, sebab }));
    }
  }
  return say(next, {
    teks: lines(
      fill(tundaText.ditunda, {
        waktu: sebutWaktu(sampaiMs, talk.world.kantor.zonaWaktu),
        daftar: lines(...rested.map((one) => tugasBatas(talk.world, one))),
      }),
      ...kept,
    ),
  });
}
