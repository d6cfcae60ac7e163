import { pantauText, siaranText } from "../../../../generated/teks.ts";
import { kunciSiaran } from "../../../engine/effect.ts";
import type { Effect } from "../../../pesan/effect.ts";
import { lamaMassal } from "../../../pesan/laju-massal.ts";
import { jabatanDi } from "../../../pesan/sebutan.ts";
import { fill, isEmpty, joined, lines, paragraphs, type Teks } from "../../../pesan/teks.ts";
import { readBroadcast } from "../../incoming/sentence.ts";
import type { DialogueOf } from "../../session.ts";
import { type Audiens, audiensList } from "../../siaran.ts";
import { type AudiensKantor, audiensKantor, audiensSatuKantor } from "../../siaran-kantor.ts";
import { decline, drawId, emit, pemantauOf, say, type Talk } from "../../talk.ts";
import type { Akun } from "../../world.ts";
import { batal, choiceField, kata, offer, selesai, sentenceField, tanya } from "../declare.ts";
import type { Field, Form } from "../field.ts";

/** Text, audience, preview; nothing leaves before the preview was agreed to. */
export function siaran(talk: Talk, { jawaban }: DialogueOf<"siaran">): Form {
  const { teks = "" } = jawaban;
  const satuList = audiensSatuKantor(talk.world);
  const others = audiensKantor(talk.world);
  const groups = [...others, ...ownGroups(talk, others.length > 0)];
  const satu = jawaban["audiens"] === SATU && satuList.length > 0;
  const chosen: Tujuan | undefined = satu
    ? satuList.find(({ id }) => id === jawaban[KANTOR])
    : groups.find(({ id }) => id === jawaban["audiens"]);
  return {
    fields: [
      sentenceField("teks", () => siaranText.tanyaTeks, readBroadcast),
      audiensField(teks, groups, satuList.length > 0),
      ...(satu ? [kantorField(teks, satuList)] : []),
      ...(chosen === undefined ? [] : [previewField(talk, teks, chosen)]),
    ],
    antrean: () => ["teks", "audiens"],
    akhir: () => (chosen !== undefined ? "pratinjau" : satu ? KANTOR : "audiens"),
    finish: (closed) => {
      if (chosen === undefined) return decline(closed, "tanpa-penerima");
      return "kantorList" in chosen ? sendKantor(closed, teks, chosen) : send(closed, teks, chosen);
    },
  };
}

/** The choice of one other office, and the field that asks which. */
const SATU = "satu-kantor";
const KANTOR = "audiens/kantor";

/** The sender's own office; beside those of others it is one group, so that the list stays short. */
function ownGroups({ world, pegawai }: Talk, besideOthers: boolean): readonly Audiens[] {
  const list = audiensList(world, pegawai.id);
  return besideOthers
    ? list.slice(0, 1).map((one) => ({
        ...one,
        judul: fill(pantauText.kantorSendiri, { jumlah: one.penerima.length }),
      }))
    : list;
}

type Tujuan = Audiens | AudiensKantor;

const audiensField = (teks: string, groups: readonly Tujuan[], perKantor: boolean): Field =>
  choiceField("audiens", () => ({
    teks: fill(siaranText.tanyaAudiens, { teks }),
    pilihan: [
      ...groups.map(({ id, judul }) => [offer(id, judul, kata(id))]),
      ...(perKantor ? [[offer(SATU, pantauText.satuKantor, kata(SATU))]] : []),
      [batal],
    ],
  }));

/** Which office, where it is to go to one alone. */
const kantorField = (teks: string, satuList: readonly AudiensKantor[]): Field =>
  choiceField(KANTOR, () => ({
    teks: fill(pantauText.tanyaKantor, { teks }),
    pilihan: [...satuList.map(({ id, judul }) => [offer(id, judul, kata(id))]), [batal]],
  }));

const previewField = (talk: Talk, teks: string, chosen: Tujuan): Field =>
  choiceField("pratinjau", () => ({
    teks: paragraphs(
      fill(siaranText.pratinjau, { teks }),
      "kantorList" in chosen
        ? fill(pantauText.pratinjau, { jumlah: chosen.jumlah, kantor: chosen.kantorList.length })
        : lines(countText(chosen), skippedText(talk, chosen)),
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

/** How many on which channel, and how long that takes: some carry messages to many slowly, and few a day. */
function countText({ penerima, tanpaAkun }: Audiens): Teks {
  const without = tanpaAkun === 0 ? [] : fill(siaranText.pratinjauTanpaAkun, { jumlah: tanpaAkun });
  const details = joined([...channelCounts(penerima), without], "; ");
  const { detik, hari } = lamaMassal(
    penerima.flatMap(({ saluran, massal }) => (massal === null ? [] : [{ saluran, laju: massal }])),
  );
  const counted = fill(siaranText.pratinjauJumlah, {
    jumlah: penerima.length,
    rincian: isEmpty(details) ? [] : fill(siaranText.rincian, { rincian: details }),
    lama: lamaText(detik),
  });
  return hari === 1 ? counted : lines(counted, fill(siaranText.pratinjauHari, { hari }));
}

/** Nobody counts in seconds for longer than two minutes. */
const lamaText = (detik: number): Teks =>
  detik < 120
    ? fill(siaranText.lamaDetik, { detik })
    : fill(siaranText.lamaMenit, { menit: Math.ceil(detik / 60) });

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
  const nama = pribadi.map((id) => jabatanDi(world.kantor, id)).join(", ");
  return pribadi.length === 0
    ? []
    : fill(siaranText.dilewatiBaris, { nama, sebab: siaranText.pribadi });
}

function send(talk: Talk, teks: string, chosen: Audiens): Talk {
  const { penerima, pribadi } = chosen;
  return broadcast(talk, { audiens: chosen.id, jumlah: penerima.length }, (siaranId) => [
    {
      kind: "siaran",
      siaranId,
      oleh: talk.pegawai.id,
      teks,
      penerima: penerima.map(({ pegawaiId, id: akunId }) => ({ pegawaiId, akunId })),
      pribadi,
    },
  ]);
}

/** Each office gets the text once, and hands it to its own people. */
function sendKantor(talk: Talk, teks: string, chosen: AudiensKantor): Talk {
  const dari = pemantauOf(talk);
  const { kantorList, peran, jumlah } = chosen;
  return broadcast(talk, { audiens: chosen.id, jumlah }, (siaranId) => [
    { kind: "siaran", siaranId, oleh: talk.pegawai.id, teks, penerima: [], pribadi: [] },
    ...kantorList.map(
      (kantorId): Effect => ({
        kind: "kirim-kantor",
        kantorId,
        kunci: kunciSiaran(siaranId),
        isi: { jenis: "siaran-kantor", siaranId, teks, peran, dari },
      }),
    ),
  ]);
}

interface Siaran {
  readonly audiens: string;
  readonly jumlah: number;
}

function broadcast(
  talk: Talk,
  { audiens, jumlah }: Siaran,
  effects: (siaranId: string) => readonly Effect[],
): Talk {
  const { talk: drawn, id } = drawId(talk);
  const sent = emit(drawn, ...effects(id), {
    kind: "catat",
    jenis: "siaran",
    berkasId: null,
    oleh: talk.pegawai.id,
    data: { siaran: id, audiens, penerima: jumlah },
  });
  return say(sent, {
    teks: lines(fill(siaranText.mulai, { jumlah })),
    pilihan: [[{ id: "batal-siaran", judul: siaranText.batalkan }]],
    promptId: id,
  });
}
