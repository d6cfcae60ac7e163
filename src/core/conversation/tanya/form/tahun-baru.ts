import { liburText, tahunBaruText } from "../../../../generated/teks.ts";
import type { Perubahan } from "../../../kantor/perubahan.ts";
import { kurangTahun, salinTahun, tahunAsal } from "../../../kantor/tahun.ts";
import { bacaUbahan, type UbahanTahun } from "../../../kantor/tahun-ubahan.ts";
import type { Indikator } from "../../../kinerja/indikator.ts";
import { fill, lines, paragraphs, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../talk.ts";
import { targetLine } from "../../target.ts";
import { batal, choiceField, kata, offer, selesai, tolak } from "../declare.ts";
import type { Bacaan, Form } from "../field.ts";

/** Stands for: every target as it was. */
const SAMA = "sama";

/** The indikator of the year to come: which of their targets differ, and whether they are copied so. */
export function tahunBaru(talk: Talk, { hal, jawaban }: DialogueOf<"tahun-baru">): Form {
  const { kantor } = talk.world;
  const { tahun } = hal;
  const asal = tahunAsal(kantor, tahun) ?? tahun;
  const lamaList = kantor.indikatorList.filter((one) => one.tahun === asal);
  const { ubahan } = jawaban;
  const read = readUbahan(ubahan ?? SAMA, lamaList);
  const indikatorList = [...salinTahun(kantor, tahun, read.targetList)];
  const perubahan: Perubahan = { jenis: "tahun-baru", tahun, indikatorList };
  return {
    fields: [
      {
        kode: "ubahan",
        menerima: "kalimat",
        asks: () => ({
          teks: question(tahun, asal, lamaList),
          pilihan: [[offer(SAMA, tahunBaruText.sama, kata(SAMA))], [batal]],
        }),
        read: (teks) => takeUbahan(teks, lamaList),
      },
      ...(ubahan === undefined
        ? []
        : [
            choiceField("pratinjau", () => ({
              teks: pratinjau(talk, { tahun, asal, lamaList, read }),
              pilihan: [[offer("ya", tahunBaruText.salin, selesai), batal]],
            })),
          ]),
    ],
    antrean: () => ["ubahan"],
    akhir: () => "pratinjau",
    finish: (closed) => salin(closed, perubahan, tahun),
  };
}

const readUbahan = (teks: string, lamaList: readonly Indikator[]): UbahanTahun =>
  teks.trim().toLowerCase() === SAMA
    ? { targetList: [], galatList: [] }
    : bacaUbahan(teks, lamaList);

const question = (tahun: number, asal: number, lamaList: readonly Indikator[]): Teks =>
  paragraphs(
    fill(tahunBaruText.kepala, {
      tahun: String(tahun),
      asal: String(asal),
      jumlah: lamaList.length,
    }),
    lines(...lamaList.map((one) => barisText(one, one))),
    fill(tahunBaruText.tanya, {
      tahun: String(tahun),
      kode: lamaList[0]?.kode ?? "1.1",
    }),
  );

const barisText = ({ kode, nama }: Indikator, target: Parameters<typeof targetLine>[0]): Teks =>
  fill(tahunBaruText.baris, { kode, nama, target: targetLine(target) });

/** As many lines as are told at once; the rest is told when these are mended. */
const GALAT_DISEBUT = 5;

function takeUbahan(teks: string, lamaList: readonly Indikator[]): Bacaan {
  const { galatList } = readUbahan(teks, lamaList);
  if (galatList.length === 0) return kata(teks.trim());
  const told = galatList
    .slice(0, GALAT_DISEBUT)
    .map(({ baris, sebab }) => fill(tahunBaruText.galat[sebab], { baris: baris.slice(0, 80) }));
  return {
    ...tolak("tahun-ubahan-keliru"),
    teks: fill(tahunBaruText.belumTerbaca, { daftar: lines(...told) }),
  };
}

function pratinjau(
  { world }: Talk,
  {
    tahun,
    asal,
    lamaList,
    read,
  }: {
    readonly tahun: number;
    readonly asal: number;
    readonly lamaList: readonly Indikator[];
    readonly read: UbahanTahun;
  },
): Teks {
  const rows = read.targetList.flatMap((target) => {
    const lama = lamaList.find(({ kode }) => kode === target.kode);
    return lama === undefined
      ? []
      : [
          fill(tahunBaruText.beda, {
            kode: lama.kode,
            lama: targetLine(lama),
            baru: targetLine(target),
          }),
        ];
  });
  return paragraphs(
    fill(tahunBaruText.pratinjau, {
      tahun: String(tahun),
      asal: String(asal),
      jumlah: lamaList.length,
      berubah: rows.length,
    }),
    lines(...rows),
    kurangText(world, tahun),
  );
}

/** That free days of the year are not known yet. */
const kurangText = (world: Talk["world"], tahun: number): Teks =>
  kurangTahun(world, { indikator: null, kalender: tahun }) === null
    ? []
    : fill(tahunBaruText.tanpaLibur, { tahun: String(tahun) });

function salin(closed: Talk, perubahan: Perubahan, tahun: number): Talk {
  const { talk, refusal } = changeOffice(closed, [perubahan]);
  if (refusal !== null) return decline(closed, refusal.code, refusal.data);
  const kurang = kurangText(talk.world, tahun);
  const lacking = kurangTahun(talk.world, { indikator: null, kalender: tahun }) !== null;
  return say(talk, {
    teks: lines(
      fill(tahunBaruText.disalin, {
        tahun: String(tahun),
        jumlah: perubahan.jenis === "tahun-baru" ? perubahan.indikatorList.length : 0,
      }),
      kurang,
    ),
    ...(lacking && {
      pilihan: [
        [
          {
            id: `/libur muat ${tahun}`,
            judul: fill(liburText.muat, { tahun: String(tahun) }),
          },
        ],
      ],
    }),
  });
}
