import { mejaText, umumText } from "../../../generated/teks.ts";
import { holdersOf, langkahOf } from "../../engine/holders.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import type { Teks } from "../../pesan/teks.ts";
import { fill, lines } from "../../pesan/teks.ts";
import { findTask, type Task } from "../find.ts";
import { positionText } from "../position.ts";
import { declineAnswer } from "../refusal.ts";
import { closeDialogue, decline, drawId, say, settle, type Talk } from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { sentenceDialogue } from "./kalimat.ts";

type Alasan = DialogueOf<"alasan">;

const asking = sentenceDialogue<Alasan, Task>({
  about: ({ world }, { waitId }) => findTask(world, waitId),
  question: (talk, dialogue, task) =>
    fill(mejaText.tanyaAlasan, {
      periode: labelPeriode(task.berkas.state.periode, talk.world.kantor.istilahTriwulan),
      tujuan: destination(talk, dialogue, task),
    }),
  finish: giveBack,
});

/** The one sentence a return needs; it travels to the desk the berkas goes back to. */
export const alasan: DialogueHandler<"alasan"> = {
  ...asking,
  start: (talk, { waitId, unit }) => {
    const { talk: drawn, id } = drawId(talk);
    return asking.again(drawn, { jenis: "alasan", id, waitId, pilihan: "kembalikan", unit }, []);
  },
};

/** Who will read the sentence: the unit that was named, else whoever holds the desk it goes back to. */
function destination({ world }: Talk, { unit }: Alasan, { berkas, wait }: Task): Teks {
  if (unit !== null) return jabatanDi(world.kantor, unit);
  const { hasil } = langkahOf(berkas.sop, wait.langkahNo);
  const back = "kembalikan" in hasil ? hasil.kembalikan : undefined;
  if (back === undefined || back === "selesai") return umumText.tanpaPemegang;
  const target = langkahOf(berkas.sop, back);
  if (target.jenis === "realisasi") return mejaText.semuaUnitKecil;
  const holderList = holdersOf(
    { ...wait, pemegang: { jenis: "peran", peran: target.pelaksana.peran } },
    world.kantor,
  );
  return holderList.map(({ jabatan }) => jabatan).join(" atau ") || umumText.tanpaPemegang;
}

function giveBack(talk: Talk, { waitId, pilihan, unit }: Alasan, alasan: string): Talk {
  const closed = closeDialogue(talk);
  const task = findTask(closed.world, waitId);
  if (task === null) return decline(closed, "tombol-lama");
  const { talk: settled, refusal } = settle(closed, task.berkas, {
    kind: "pilihan",
    waitId,
    oleh: talk.pegawai.id,
    pilihan,
    alasan,
    ...(unit === null ? {} : { unit }),
  });
  if (refusal !== null) return declineAnswer(settled, task, refusal);
  const berkas = settled.world.berkasById.get(task.berkas.state.id) ?? task.berkas;
  const count = berkas.state.kunjunganList.filter(
    ({ langkahNo, hasil }) => langkahNo === task.wait.langkahNo && hasil === pilihan,
  ).length;
  const putaran = count < 2 ? "" : fill(mejaText.putaran, { ke: count });
  return say(settled, {
    teks: lines(
      fill(mejaText.dikembalikan, { putaran }),
      positionText(settled.world.kantor, berkas),
    ),
  });
}
