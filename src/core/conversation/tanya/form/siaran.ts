import { siaranText } from "../../../../generated/teks.ts";
import { fill, isEmpty, joined, lines, paragraphs, type Teks } from "../../../pesan/teks.ts";
import { readBroadcast } from "../../incoming/sentence.ts";
import type { DialogueOf } from "../../session.ts";
import { type Audiens, audiensList, jabatanOf } from "../../siaran.ts";
import { decline, drawId, emit, say, type Talk } from "../../talk.ts";
import type { Akun } from "../../world.ts";
import { batal, choiceField, kata, offer, selesai, sentenceField, tanya } from "../declare.ts";
import type { Field, Form } from "../field.ts";

/** Text, audience, preview; nothing leaves before the preview was agreed to. */
export function siaran(talk: Talk, { jawaban }: DialogueOf<"siaran">): Form {
  const { teks = "" } = jawaban;
  const groups = audiensList(talk.world, talk.pegawai.id);
  const chosen = groups.find(({ id }) => id === jawaban["audiens"]);
  return {
    fields: [
      sentenceField("teks", () => siaranText.tanyaTeks, readBroadcast),
      audiensField(teks, groups),
      ...(chosen === undefined ? [] : [previewField(talk, teks, chosen)]),
    ],
    antrean: () => ["teks", "audiens"],
    akhir: () => (chosen === undefined ? "audiens" : "pratinjau"),
    finish: (closed) =>
      chosen === undefined ? decline(closed, "tanpa-penerima") : send(closed, teks, chosen),
  };
}

const audiensField = (teks: string, groups: readonly Audiens[]): Field =>
  choiceField("audiens", () => ({
    teks: fill(siaranText.tanyaAudiens, { teks }),
    pilihan: [...groups.map(({ id, judul }) => [offer(id, judul, kata(id))]), [batal]],
  }));

const previewField = (talk: Talk, teks: string, chosen: Audiens): Field =>
  choiceField("pratinjau", () => ({
    teks: paragraphs(
      fill(siaranText.pratinjau, { teks }),
      lines(countText(chosen), skippedText(talk, chosen)),
    ),
    pilihan: [
      [offer("kirim", siaranText.kirim, selesai)],
      [
        offer("ubah-teks", siaranText.ubahTeks, tanya("teks", "audiens")),
        offer("ubah-audiens", siaranText.ubahAudiens, tanya("audiens")),
      ],
      [batal],
    ],
  }));

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

function send(talk: Talk, teks: string, chosen: Audiens): Talk {
  const { talk: drawn, id } = drawId(talk);
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
