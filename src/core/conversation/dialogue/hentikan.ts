import { mejaText } from "../../../generated/teks.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill } from "../../pesan/teks.ts";
import { closeDialogue, decline, drawId, say, settle, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { sentenceDialogue } from "./kalimat.ts";

type Hentikan = DialogueOf<"hentikan">;

const asking = sentenceDialogue<Hentikan, BerkasTerbuka>({
  about: running,
  question: (talk, _dialogue, berkas) =>
    fill(mejaText.tanyaHentikan, { periode: periodeOf(talk, berkas), sop: berkas.sop.nama }),
  finish: end,
});

/** Why a running berkas is given up; everybody it waits for is told. */
export const hentikan: DialogueHandler<"hentikan"> = {
  ...asking,
  start: (talk, { berkasId }) => {
    const { talk: drawn, id } = drawId(talk);
    return asking.again(drawn, { jenis: "hentikan", id, berkasId }, []);
  },
};

function running({ world }: Talk, { berkasId }: Hentikan): BerkasTerbuka | null {
  const berkas = world.berkasById.get(berkasId);
  return berkas?.state.status === "berjalan" ? berkas : null;
}

function end(talk: Talk, dialogue: Hentikan, alasan: string): Talk {
  const closed = closeDialogue(talk);
  const berkas = running(closed, dialogue);
  if (berkas === null) return decline(closed, "berkas-selesai");
  const event = { kind: "batal", oleh: talk.pegawai.id, alasan } as const;
  const { talk: settled, refusal } = settle(closed, berkas, event);
  return refusal === null
    ? say(settled, { teks: fill(mejaText.dihentikan, { periode: periodeOf(talk, berkas) }) })
    : decline(settled, refusal.code, refusal.data);
}

const periodeOf = ({ world }: Talk, { state }: BerkasTerbuka): string =>
  labelPeriode(state.periode, world.kantor.istilahTriwulan);
