import { formatText } from "../../../generated/teks.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill, lines, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { formatPreview } from "../isian/format-answer.ts";
import { pendek } from "../isian/look.ts";
import { rowOf, type Sheet, sheetOf } from "../isian/sheet.ts";
import { ask, closeDialogue, decline, drawId, prefix, say, type Talk } from "../talk.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { isian } from "./isian.ts";
import { refuseBy } from "./refuse.ts";

type Bertanya = DialogueOf<"tabel">;

/** Whether the figures of a table that is no sheet of ours are to be taken. */
export const tabel: DialogueHandler<"tabel"> = {
  start: (talk, request) => {
    const { talk: drawn, id } = drawId(talk);
    return again(drawn, { jenis: "tabel", id, ...request }, []);
  },
  onText: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  onChoice: (talk, dialogue, pilihan) => {
    const { waitId, kode, bukti } = dialogue;
    const { barisList } = dialogue.tabel;
    const closed = closeDialogue(talk);
    if (pilihan === "catat") return isian.start(closed, { waitId, kode: null, barisList });
    if (pilihan === "bukti" && kode !== null) return isian.start(closed, { waitId, kode, bukti });
    return pilihan === "abaikan"
      ? leave(closed, dialogue)
      : refuse(talk, dialogue, "bukan-pilihan");
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  again,
};

/** Whoever was filling figures in goes on with that. */
function leave(talk: Talk, { waitId, kode }: Bertanya): Talk {
  const teks = formatText.usulanDiabaikan;
  return kode === null
    ? say(talk, { teks })
    : prefix(isian.start(talk, { waitId, kode: null }), talk.effects.length, teks);
}

function again(talk: Talk, dialogue: Bertanya, kepala: Teks): Talk {
  const sheet = sheetOf(talk.world, dialogue.waitId);
  if (sheet === null) return decline(closeDialogue(talk), "tombol-lama");
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, question(talk, sheet, dialogue)),
    pilihan: [choices(sheet, dialogue)],
  });
}

function question(talk: Talk, sheet: Sheet, { tabel: { kolom, judul, ...rows } }: Bertanya): Teks {
  const { istilahTriwulan } = talk.world.kantor;
  return lines(
    fill(formatText.usulan, {
      periode: labelPeriode(sheet.berkas.state.periode, istilahTriwulan),
      kolom,
      judul: pendek(judul),
    }),
    formatPreview(talk, sheet, rows.barisList),
    rows.raguList.length === 0
      ? []
      : fill(formatText.usulanRagu, { daftar: rows.raguList.join(", ") }),
    rows.lain === 0 ? [] : fill(formatText.usulanLain, { jumlah: rows.lain }),
    formatText.usulanTanya,
  );
}

const choices = (sheet: Sheet, { kode }: Bertanya): readonly Tawaran[] => [
  { id: "catat", judul: formatText.usulanCatat },
  ...(kode === null
    ? []
    : [
        {
          id: "bukti",
          judul: fill(formatText.usulanBukti, { nama: rowOf(sheet, kode).indikator.nama }),
        },
      ]),
  { id: "abaikan", judul: formatText.usulanAbaikan },
];

const refuse = refuseBy(again);
