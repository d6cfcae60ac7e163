import { anggaranText } from "../../../../generated/teks.ts";
import { bacaProgram, type ProgramTerbaca } from "../../../kinerja/anggaran-baca.ts";
import { fill, lines, type Teks } from "../../../pesan/teks.ts";
import { masalahAnggaran, programLines, sasaranTahun } from "../../anggaran.ts";
import type { DialogueOf } from "../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../talk.ts";
import { batal, choiceField, kata, offer, selesai, tolak } from "../declare.ts";
import type { Bacaan, Form } from "../field.ts";

/** What the programs of a year were given and spent, typed one a line or copied from a workbook. */
export function anggaran(talk: Talk, { hal, jawaban }: DialogueOf<"anggaran">): Form {
  const tahun = String(hal.tahun);
  const sasaranList = sasaranTahun(talk.world.kantor, hal.tahun);
  const read = bacaProgram(jawaban["program"] ?? "", sasaranList);
  return {
    fields: [
      {
        kode: "program",
        menerima: "kalimat",
        asks: () => ({ teks: question(tahun, sasaranList), pilihan: [[batal]] }),
        read: (teks) => readProgram(teks, sasaranList),
      },
      ...(read.programList.length === 0
        ? []
        : [
            choiceField("pratinjau", () => ({
              teks: preview(tahun, read, sasaranList),
              pilihan: [[offer("ya", anggaranText.catat, selesai), batal]],
            })),
          ]),
    ],
    antrean: () => ["program"],
    akhir: () => "pratinjau",
    finish: (closed) => save(closed, hal.tahun, read),
  };
}

const question = (tahun: string, sasaranList: readonly string[]): Teks =>
  fill(anggaranText.tanya, {
    tahun,
    sasaran: lines(
      ...sasaranList.map((nama, at) => fill(anggaranText.pilihan, { nomor: at + 1, nama })),
    ),
  });

const preview = (
  tahun: string,
  { programList }: ProgramTerbaca,
  sasaranList: readonly string[],
): Teks => fill(anggaranText.pratinjau, { tahun, program: programLines(programList, sasaranList) });

function readProgram(teks: string, sasaranList: readonly string[]): Bacaan {
  const { programList, masalahList } = bacaProgram(teks, sasaranList);
  if (masalahList.length > 0) {
    return { ...tolak("anggaran-tidak-terbaca"), teks: masalahAnggaran(masalahList) };
  }
  return programList.length === 0 ? tolak("anggaran-kosong") : kata(teks.trim());
}

function save(closed: Talk, tahun: number, { programList }: ProgramTerbaca): Talk {
  if (programList.length === 0) return decline(closed, "tombol-lama");
  const { talk, refusal } = changeOffice(closed, [
    { jenis: "anggaran", tahun, programList: [...programList] },
  ]);
  return refusal === null
    ? say(talk, {
        teks: fill(anggaranText.dicatat, { tahun: String(tahun), jumlah: programList.length }),
      })
    : decline(closed, refusal.code, refusal.data);
}
