import { umumText } from "../../../generated/teks.ts";
import { decide } from "../../engine/decide.ts";
import type { Refusal } from "../../engine/decision.ts";
import type { BerkasEvent } from "../../engine/event.ts";
import { isHolder, openWaits } from "../../engine/holders.ts";
import { penjawabText } from "../../engine/penjawab.ts";
import { fill, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { clock, toLocal } from "../../waktu/instant.ts";
import { decline, type Talk } from "../talk.ts";
import type { Task } from "./find.ts";
import { taskPesan } from "./task.ts";

/** What somebody is about to do with a wait: look at it, or begin a dialogue that ends in an answer. */
export type Opening = "lihat" | "isi" | "formulir" | "kembalikan" | "tutup";

/**
 * Why this person may not begin this with this wait; null when they may. The engine itself is
 * asked, with an answer that lacks just what the dialogue would bring: it is the one that knows.
 */
export function refusalToOpen(
  talk: Talk,
  { berkas, wait }: Task,
  opening: Opening,
): Refusal | null {
  const { event, lacking } = incomplete(opening, { waitId: wait.id, oleh: talk.pegawai.id });
  const decision = decide(berkas.sop, berkas.state, event, talk.world);
  if (decision.kind === "accepted") throw new Error(`an incomplete ${opening} was accepted`);
  return decision.code === lacking ? null : decision;
}

/** Refuses an answer; whoever has a newer request for the same langkah gets it along with the refusal. */
export function declineAnswer(talk: Talk, task: Task, refusal: Refusal): Talk {
  const { berkas, wait } = task;
  const newer = openWaits(berkas.state).find(
    (one) =>
      one.langkahNo === wait.langkahNo &&
      one.macam === wait.macam &&
      one.id !== wait.id &&
      isHolder(one, talk.pegawai),
  );
  const past = refusal.code === "sudah-dijawab" || refusal.code === "sudah-beralih";
  if (newer !== undefined && past && berkas.state.status === "berjalan") {
    const code = wait.macam === "meja" ? "draf-lama" : "permintaan-lama";
    return decline(talk, code, {}, taskPesan(talk.world, berkas, newer));
  }
  return decline(talk, refusal.code, { ...refusal.data, ...answeredData(talk, task) });
}

function incomplete(
  opening: Opening,
  by: Pick<Extract<BerkasEvent, { waitId: string }>, "waitId" | "oleh">,
): { readonly event: BerkasEvent; readonly lacking: Refusal["code"] } {
  switch (opening) {
    case "lihat":
      return {
        event: { kind: "pilihan", ...by, pilihan: "" },
        lacking: "pilihan-tidak-dikenal",
      };
    case "isi":
      return {
        event: { kind: "isian", ...by, kode: "", isian: { jenis: "belum" } },
        lacking: "indikator-tidak-dikenal",
      };
    case "formulir":
      return {
        event: { kind: "isi-formulir", ...by, kode: "", nilai: null },
        lacking: "isian-tidak-dikenal",
      };
    case "kembalikan":
      return {
        event: { kind: "pilihan", ...by, pilihan: "kembalikan" },
        lacking: "alasan-wajib",
      };
    case "tutup":
      return { event: { kind: "tutup", ...by, alasan: "" }, lacking: "alasan-wajib" };
  }
}

/** "pukul 15.31" on the same day, the full date afterwards. */
function answeredData({ world }: Talk, { wait }: Task): Readonly<Record<string, Teks>> {
  const { jawaban } = wait;
  if (jawaban === null) return {};
  const { zonaWaktu } = world.kantor;
  const then = toLocal(jawaban.atMs, zonaWaktu);
  const today = toLocal(world.nowMs, zonaWaktu).tanggal === then.tanggal;
  const oleh = jawaban.oleh === "sistem" ? umumText.sistem : penjawabText(world.kantor, jawaban);
  return {
    oleh,
    waktu: today
      ? fill(umumText.pukul, { jam: clock(then.menit).replace(":", ".") })
      : fill(umumText.padaWaktu, { waktu: sebutWaktu(jawaban.atMs, zonaWaktu) }),
  };
}
