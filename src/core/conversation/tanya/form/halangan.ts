import { wakilText } from "../../../../generated/teks.ts";
import { bacaTanggal } from "../../../formulir/baca-waktu.ts";
import type { Halangan, Wakil } from "../../../kantor/halangan.ts";
import {
  alasanHalangan,
  isBerjabatan,
  jabatanTetap,
  jenisWakilOf,
} from "../../../kantor/halangan-baru.ts";
import { singkatanWakil } from "../../../kantor/pejabat.ts";
import { PegawaiId } from "../../../kantor/schema.ts";
import { fill, type Teks } from "../../../pesan/teks.ts";
import { contohTanggal, sebutTanggal } from "../../../pesan/waktu.ts";
import { tanggalContoh } from "../../../waktu/contoh-tanggal.ts";
import { toLocal } from "../../../waktu/instant.ts";
import { addDays, partsOf, Tanggal } from "../../../waktu/tanggal.ts";
import { kabarWakil } from "../../kabar-halangan.ts";
import type { DialogueOf } from "../../session.ts";
import { changeOffice, decline, drawId, emit, say, type Talk } from "../../talk.ts";
import { dataHalangan, halanganTerbuka, namaDi } from "../../wakil.ts";
import {
  batal,
  choiceField,
  kata,
  offer,
  over,
  selesai,
  sentenceField,
  tolak,
} from "../declare.ts";
import type { Bacaan, Field, Form } from "../field.ts";
import { orangField } from "./orang.ts";

/** Somebody is away, from when until when, and who stands in by which letter; or only the latter. */
export function halangan(talk: Talk, dialogue: DialogueOf<"halangan">): Form {
  const { halanganId } = dialogue.hal;
  const known = halanganTerbuka(talk.world).find(({ id }) => id === halanganId);
  if (halanganId !== null && known?.wakil !== null) return over("halangan-usai");
  const { jawaban } = dialogue;
  const asked = known === undefined ? baru(talk, jawaban) : known;
  const whole = asked !== null && "id" in asked ? asked : null;
  const named = whole === null ? null : { ...whole, wakil: wakilFrom(whole, jawaban) };
  return {
    fields: [
      ...(known === undefined ? waktuFields(talk, jawaban) : []),
      ...(whole === null ? [] : wakilFields(talk, whole, jawaban)),
      ...(named === null ? [] : [previewField(talk, named)]),
    ],
    antrean: () => [
      ...(known === undefined ? ["siapa", "alasan", "mulai", "sampai"] : []),
      "wakil",
      "surat",
    ],
    akhir: () => "pratinjau",
    finish: (closed) => (named === null ? decline(closed, "tombol-lama") : save(closed, named)),
  };
}

type Jawaban = DialogueOf<"halangan">["jawaban"];

/** What has been answered so far, once all of it has. */
function baru(talk: Talk, jawaban: Jawaban): Halangan | null {
  const who = talk.world.kantor.pegawaiList.find(({ id }) => id === jawaban["siapa"]);
  const mulai = Tanggal.safeParse(jawaban["mulai"]).data;
  const sampai = Tanggal.safeParse(jawaban["sampai"]).data;
  const { alasan } = jawaban;
  if (who === undefined || mulai === undefined || sampai === undefined || alasan === undefined) {
    return null;
  }
  return { id: "", jabatan: jabatanTetap(who), mulai, sampai, alasan, wakil: null };
}

const alasanOffers = alasanHalangan.map(({ id, alasan }) => [
  offer(id, wakilText[id], kata(alasan)),
]);

function waktuFields(talk: Talk, jawaban: Jawaban): readonly Field[] {
  const { kantor, nowMs } = talk.world;
  const today = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const who = kantor.pegawaiList.find(({ id }) => id === jawaban["siapa"]);
  const jabatan = who?.jabatan ?? "";
  const alasan = jawaban["alasan"] ?? "";
  const mulai = Tanggal.safeParse(jawaban["mulai"]).data ?? today;
  const posts = kantor.pegawaiList.filter(isBerjabatan);
  return [
    orangField("siapa", { teks: () => wakilText.tanyaSiapa, pegawaiList: posts, lain: [] }),
    choiceField("alasan", () => ({
      teks: fill(wakilText.tanyaAlasan, { jabatan }),
      pilihan: [...alasanOffers, [batal]],
    })),
    {
      kode: "mulai",
      menerima: "pilihan",
      asks: () => ({
        teks: fill(wakilText.tanyaMulai, {
          jabatan,
          alasan,
          contoh: sebutTanggal(tanggalContoh(today)),
        }),
        pilihan: [
          [
            offer("hari-ini", wakilText.hariIni, kata(today)),
            offer("besok", wakilText.besok, kata(addDays(today, 1))),
          ],
          [batal],
        ],
      }),
      read: (teks) => readTanggal(teks, today, today),
    },
    {
      kode: "sampai",
      menerima: "pilihan",
      asks: () => ({
        teks: fill(wakilText.tanyaSampai, {
          jabatan,
          alasan,
          mulai: sebutTanggal(mulai),
          contoh: sebutTanggal(tanggalContoh(mulai)),
        }),
        pilihan: [[batal]],
      }),
      read: (teks) => readTanggal(teks, today, mulai),
    },
  ];
}

function readTanggal(teks: string, today: Tanggal, dari: Tanggal): Bacaan {
  const tanggal = bacaTanggal(teks, today);
  if (tanggal === null) return tolak("tanggal-tidak-terbaca", contohTanggal(today));
  if (tanggal < today) return tolak("tanggal-lewat");
  return tanggal < dari ? tolak("tanggal-terbalik") : kata(tanggal);
}

function wakilFields(talk: Talk, whole: Halangan, jawaban: Jawaban): readonly Field[] {
  const { kantor } = talk.world;
  const sebutan = singkatanWakil[jenisWakilOf(whole)];
  const data = { ...dataHalangan(whole), sebutan };
  const others = kantor.pegawaiList.filter(
    (one) => one.id !== whole.jabatan.pegawaiId && isBerjabatan(one),
  );
  const chosen = others.find(({ id }) => id === jawaban["wakil"]);
  return [
    orangField("wakil", {
      teks: () => fill(wakilText.tanyaWakil, data),
      pegawaiList: others,
      lain: [offer("belum", wakilText.belumAda, kata(BELUM))],
    }),
    ...(chosen === undefined
      ? []
      : [
          sentenceField("surat", () =>
            fill(wakilText.tanyaSurat, {
              sebutan,
              jabatan: data.jabatan,
              nama: chosen.nama,
              tahun: String(partsOf(whole.mulai).tahun),
            }),
          ),
        ]),
  ];
}

/** Nobody; no pegawai has this id. */
const BELUM = "";

function wakilFrom(whole: Halangan, jawaban: Jawaban): Wakil | null {
  const { wakil, surat } = jawaban;
  const pegawaiId = wakil === undefined ? undefined : PegawaiId.safeParse(wakil).data;
  return pegawaiId === undefined || surat === undefined
    ? null
    : { jenis: jenisWakilOf(whole), pegawaiId, surat };
}

const previewField = (talk: Talk, one: Halangan): Field =>
  choiceField("pratinjau", () => ({
    teks: fill(wakilText.pratinjau, { ...dataHalangan(one), wakil: previewWakil(talk, one) }),
    pilihan: [[offer("ya", wakilText.ya, selesai), batal]],
  }));

function previewWakil({ world }: Talk, { jabatan, wakil }: Halangan): Teks {
  if (wakil === null) return wakilText.pratinjauTanpa;
  return fill(wakilText.pratinjauWakil, {
    sebutan: singkatanWakil[wakil.jenis],
    jabatan: jabatan.jabatan,
    nama: namaDi(world.kantor, wakil.pegawaiId),
    surat: wakil.surat,
  });
}

function save(talk: Talk, one: Halangan): Talk {
  const { talk: drawn, id } = one.id === "" ? drawId(talk) : { talk, id: one.id };
  const recorded = { ...one, id };
  const perubahan = { jenis: "halangan", halangan: recorded } as const;
  // whoever stands in is told before what waits for them
  const told = emit(drawn, ...kabarWakil(drawn.world, perubahan, talk.pegawai.id));
  const changed = changeOffice(told, [perubahan]);
  if (changed.refusal !== null) return decline(talk, changed.refusal.code, changed.refusal.data);
  const { world } = changed.talk;
  const { wakil } = recorded;
  const teks =
    wakil === null
      ? wakilText.dicatatTanpa
      : fill(wakilText.dicatatWakil, {
          sebutan: singkatanWakil[wakil.jenis],
          nama: namaDi(world.kantor, wakil.pegawaiId),
        });
  return say(changed.talk, {
    teks: fill(wakilText.dicatat, { ...dataHalangan(recorded), wakil: teks }),
  });
}
