import { siaranText, umumText } from "../../../generated/teks.ts";
import { fill, isEmpty, joined, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { readBroadcast } from "../sentence.ts";
import { type Audiens, audiensList, jabatanOf } from "../siaran.ts";
import { ask, closeDialogue, drawId, emit, type Question, say, type Talk } from "../talk.ts";
import type { Akun } from "../world.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

type Siaran = DialogueOf<"siaran">;

/** Text, audience, preview; nothing leaves before the preview was agreed to. */
export const siaran: DialogueHandler<"siaran"> = {
  start: (talk, { teks }) => {
    const { talk: drawn, id } = drawId(talk);
    const blank: Siaran = { jenis: "siaran", id, teks: null, audiens: null };
    return teks === null ? again(drawn, blank, []) : takeText(drawn, blank, teks);
  },
  onText: (talk, dialogue, teks) =>
    dialogue.teks === null
      ? takeText(talk, dialogue, teks)
      : refuse(talk, dialogue, "bukan-pilihan"),
  onChoice: (talk, dialogue, pilihan) => {
    switch (pilihan) {
      case "batal":
        return cancelDialogue(talk);
      case "ubah-teks":
        return again(talk, { ...dialogue, teks: null, audiens: null }, []);
      case "ubah-audiens":
        return again(talk, { ...dialogue, audiens: null }, []);
      case "kirim":
        return send(talk, dialogue);
      default:
        return takeAudiens(talk, dialogue, pilihan);
    }
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-waktunya-berkas"),
  again,
};

function takeText(talk: Talk, dialogue: Siaran, text: string): Talk {
  const read = readBroadcast(text);
  return read.kind === "ditolak"
    ? refuse(talk, dialogue, read.code, read.data)
    : again(talk, { ...dialogue, teks: read.teks }, []);
}

function takeAudiens(talk: Talk, dialogue: Siaran, pilihan: string): Talk {
  const known = audiensList(talk.world, talk.pegawai.id).some(({ id }) => id === pilihan);
  return known && dialogue.teks !== null
    ? again(talk, { ...dialogue, audiens: pilihan }, [])
    : refuse(talk, dialogue, "bukan-pilihan");
}

function again(talk: Talk, dialogue: Siaran, kepala: Teks): Talk {
  const { teks, pilihan } = question(talk, dialogue);
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, teks),
    pilihan: [...(pilihan ?? []), [{ id: "batal", judul: umumText.batal }]],
  });
}

function question(talk: Talk, dialogue: Siaran): Question {
  const { teks } = dialogue;
  if (teks === null) return { teks: siaranText.tanyaTeks };
  const chosen = findAudiens(talk, dialogue);
  if (chosen === undefined) {
    return {
      teks: fill(siaranText.tanyaAudiens, { teks }),
      pilihan: audiensList(talk.world, talk.pegawai.id).map(({ id, judul }) => [{ id, judul }]),
    };
  }
  return {
    teks: paragraphs(
      fill(siaranText.pratinjau, { teks }),
      lines(countText(chosen), skippedText(talk, chosen)),
    ),
    pilihan: [
      [{ id: "kirim", judul: siaranText.kirim }],
      [
        { id: "ubah-teks", judul: siaranText.ubahTeks },
        { id: "ubah-audiens", judul: siaranText.ubahAudiens },
      ],
    ],
  };
}

/** One message a second is what both services carry without complaint. */
function countText({ penerima, tanpaAkun }: Audiens): Teks {
  const without = tanpaAkun === 0 ? [] : fill(siaranText.pratinjauTanpaAkun, { jumlah: tanpaAkun });
  const details = joined([...channelCounts(penerima), without], "; ");
  return fill(siaranText.pratinjauJumlah, {
    jumlah: penerima.length,
    rincian: isEmpty(details) ? [] : fill(siaranText.rincian, { rincian: details }),
    detik: penerima.length + 1,
  });
}

/** "12 Telegram, 2 WhatsApp", where there is more than one channel. */
function channelCounts(penerima: readonly Akun[]): readonly string[] {
  const names = [...new Set(penerima.map(({ saluran }) => saluran))];
  if (names.length < 2) return [];
  const counted = names.map(
    (name) => `${penerima.filter(({ saluran }) => saluran === name).length} ${name}`,
  );
  return [counted.join(", ")];
}

/** Who would have to be told in person. */
function skippedText({ world }: Talk, { pribadi }: Audiens): Teks {
  const nama = pribadi.map((id) => jabatanOf(world.kantor, id)).join(", ");
  return pribadi.length === 0
    ? []
    : fill(siaranText.dilewatiBaris, { nama, sebab: siaranText.pribadi });
}

function send(talk: Talk, dialogue: Siaran): Talk {
  const { teks } = dialogue;
  const chosen = findAudiens(talk, dialogue);
  if (teks === null || chosen === undefined) {
    return refuse(talk, dialogue, "tanpa-penerima");
  }
  const { talk: drawn, id } = drawId(closeDialogue(talk));
  const sent = emit(
    drawn,
    {
      kind: "siaran",
      siaranId: id,
      oleh: talk.pegawai.id,
      teks,
      penerima: chosen.penerima.map(({ pegawaiId, id: akunId }) => ({ pegawaiId, akunId })),
      pribadi: chosen.pribadi,
    },
    {
      kind: "catat",
      jenis: "siaran",
      berkasId: null,
      oleh: talk.pegawai.id,
      data: { siaran: id, audiens: chosen.id, penerima: chosen.penerima.length },
    },
  );
  return say(sent, {
    teks: lines(fill(siaranText.mulai, { jumlah: chosen.penerima.length })),
    pilihan: [[{ id: "batal-siaran", judul: siaranText.batalkan }]],
    promptId: id,
  });
}

const findAudiens = (talk: Talk, { audiens }: Siaran): Audiens | undefined =>
  audiensList(talk.world, talk.pegawai.id).find(({ id }) => id === audiens);

const refuse = refuseBy(again);
