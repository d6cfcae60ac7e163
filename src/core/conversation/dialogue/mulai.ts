import { jawabanText, umumText } from "../../../generated/teks.ts";
import { openBerkas } from "../../engine/open.ts";
import {
  jenisPeriode,
  labelPeriode,
  type Periode,
  parsePeriode,
  periodeAt,
  previousPeriode,
  rangePeriode,
  tahunPeriode,
} from "../../kinerja/periode.ts";
import { fill, lines, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { toLocal } from "../../waktu/instant.ts";
import type { Tanggal } from "../../waktu/tanggal.ts";
import { positionText } from "../position.ts";
import { ask, closeDialogue, decline, drawId, say, type Talk, take } from "../talk.ts";
import type { SopTersedia } from "../world.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

type Mulai = DialogueOf<"mulai">;

/** Which sheet, where the office has several, then for which period. */
export const mulai: DialogueHandler<"mulai"> = {
  start: (talk, { sopId }) => {
    const { talk: drawn, id } = drawId(talk);
    const [only, second] = drawn.world.sopList;
    const chosen = sopId ?? (second === undefined ? (only?.sop.id ?? null) : null);
    return again(drawn, { jenis: "mulai", id, sopId: chosen }, []);
  },
  onText: (talk, dialogue, teks) => {
    if (sopOf(talk, dialogue) === undefined) return refuse(talk, dialogue, "bukan-pilihan");
    const periode = parsePeriode(teks, tahunPeriode(currentPeriode(talk)));
    return periode === null
      ? refuse(talk, dialogue, "periode-tidak-terbaca")
      : open(talk, dialogue, periode);
  },
  onChoice: (talk, dialogue, pilihan) => {
    if (pilihan === "batal") return cancelDialogue(talk);
    const chosen = sopOf(talk, dialogue);
    if (chosen === undefined) {
      const sop = talk.world.sopList[Number(/^sop-(\d+)$/.exec(pilihan)?.[1] ?? 0) - 1]?.sop;
      return sop === undefined
        ? refuse(talk, dialogue, "bukan-pilihan")
        : again(talk, { ...dialogue, sopId: sop.id }, []);
    }
    const periode = candidates(talk, chosen).find((one) => one === pilihan);
    return periode === undefined
      ? refuse(talk, dialogue, "bukan-pilihan")
      : open(talk, dialogue, periode);
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-waktunya-berkas"),
  again,
};

function again(talk: Talk, dialogue: Mulai, kepala: Teks): Talk {
  const cancel: readonly Tawaran[] = [{ id: "batal", judul: umumText.batal }];
  const chosen = sopOf(talk, dialogue);
  if (chosen === undefined) {
    return ask(talk, dialogue, {
      teks: paragraphs(kepala, jawabanText.mulaiSop),
      pilihan: [
        ...talk.world.sopList.map(({ sop }, index) => [
          { id: `sop-${index + 1}`, judul: sop.nama },
        ]),
        cancel,
      ],
    });
  }
  const free = candidates(talk, chosen);
  const template = free.length === 0 ? jawabanText.mulaiPeriodeKosong : jawabanText.mulaiPeriode;
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, fill(template, { sop: chosen.sop.nama })),
    pilihan: [...free.map((periode) => [{ id: periode, judul: labelOf(talk, periode) }]), cancel],
  });
}

function open(talk: Talk, dialogue: Mulai, periode: Periode): Talk {
  const chosen = sopOf(talk, dialogue);
  if (chosen === undefined) return refuse(talk, dialogue, "bukan-pilihan");
  const { sop, hash } = chosen;
  const data = { sop: sop.nama, periode: labelOf(talk, periode) };
  if (rangePeriode(periode).mulai > today(talk)) {
    return refuse(talk, dialogue, "periode-belum-mulai", data);
  }
  if (exists(talk, chosen, periode)) return refuse(talk, dialogue, "berkas-sudah-ada", data);
  const { talk: drawn, id } = drawId(talk);
  const { talk: opened, refusal } = take(
    drawn,
    sop,
    openBerkas({ id, sop, sopHash: hash, periode, oleh: talk.pegawai.id }, drawn.world),
  );
  if (refusal?.code === "tidak-berwenang") {
    return decline(closeDialogue(talk), refusal.code, refusal.data);
  }
  if (refusal !== null) return refuse(talk, dialogue, refusal.code, { ...data, ...refusal.data });
  const berkas = opened.world.berkasById.get(id);
  if (berkas === undefined) throw new Error(`berkas ${id} was opened and is not there`);
  return say(closeDialogue(opened), {
    teks: lines(fill(jawabanText.mulaiDibuka, data), positionText(opened.world.kantor, berkas)),
  });
}

/** The period that ended last and the running one, as far as the sheet runs them and none is there. */
function candidates(talk: Talk, chosen: SopTersedia): readonly Periode[] {
  const { siklus } = chosen.sop;
  const running = (["triwulan", "semester", "tahunan"] as const)
    .filter((jenis) => siklus[jenis] !== undefined)
    .map((jenis) => periodeAt(today(talk), jenis));
  return running
    .flatMap((periode) =>
      // A semester or year that still runs has nothing to roll up yet.
      jenisPeriode(periode) === "triwulan" || siklus.triwulan === undefined
        ? [previousPeriode(periode), periode]
        : [previousPeriode(periode)],
    )
    .filter((periode) => hasIndikator(talk, periode) && !exists(talk, chosen, periode));
}

/** A year without targets has nothing to collect; it can still be typed, where a sheet needs none. */
const hasIndikator = ({ world }: Talk, periode: Periode): boolean => {
  const { indikatorList } = world.kantor;
  return (
    indikatorList.length === 0 || indikatorList.some(({ tahun }) => tahun === tahunPeriode(periode))
  );
};

const exists = ({ world }: Talk, { sop }: SopTersedia, periode: Periode): boolean =>
  world.periodeSelesai.has(`${sop.id}/${periode}`) ||
  [...world.berkasById.values()].some(
    ({ state }) =>
      state.sopId === sop.id && state.periode === periode && state.status !== "dibatalkan",
  );

const sopOf = (talk: Talk, { sopId }: Mulai): SopTersedia | undefined =>
  talk.world.sopList.find(({ sop }) => sop.id === sopId);

const today = ({ world }: Talk): Tanggal => toLocal(world.nowMs, world.kantor.zonaWaktu).tanggal;

const currentPeriode = ({ world }: Talk): Periode =>
  periodeAt(toLocal(world.nowMs, world.kantor.zonaWaktu).tanggal);

const labelOf = ({ world }: Talk, periode: Periode): string =>
  labelPeriode(periode, world.kantor.istilahTriwulan);

const refuse = refuseBy(again);
