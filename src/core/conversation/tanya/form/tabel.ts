import { formatText } from "../../../../generated/teks.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill, lines, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { say, type Talk } from "../../talk.ts";
import { choiceField, offer, over, selesai, tolak } from "../declare.ts";
import type { Bacaan, Form } from "../field.ts";
import { rowsAnswer, usulan } from "./isian/format-answer.ts";
import { pendek } from "./isian/look.ts";
import { buktiKode, rowOf, type Sheet, sheetOf } from "./isian/sheet.ts";

/** Whether the figures of a table that is no sheet of ours are to be taken. */
export function tabel({ world }: Talk, { hal }: DialogueOf<"tabel">): Form {
  const sheet = sheetOf(world, hal.waitId);
  if (sheet === null) return over("tombol-lama");
  return {
    fields: [
      choiceField("tabel", () => ({
        teks: question(sheet, hal),
        pilihan: [offers(sheet, hal)],
      })),
    ],
    berkas: () => tolak("bukan-pilihan"),
    finish: (talk) => say(talk, { teks: formatText.usulanDiabaikan }),
  };
}

function question(sheet: Sheet, { tabel: found }: DialogueOf<"tabel">["hal"]): Teks {
  const { kolom, judul, barisList, raguList, lain } = found;
  return lines(
    fill(formatText.usulan, {
      periode: sebutPeriode(sheet.berkas.state.periode),
      kolom,
      judul: pendek(judul),
    }),
    usulan(sheet, barisList),
    raguList.length === 0 ? [] : fill(formatText.usulanRagu, { daftar: raguList.join(", ") }),
    lain === 0 ? [] : fill(formatText.usulanLain, { jumlah: lain }),
    formatText.usulanTanya,
  );
}

/** The figures are filled in on; whoever was doing so goes on with that in any case. */
function offers(sheet: Sheet, { waitId, kode, bukti, tabel: found }: DialogueOf<"tabel">["hal"]) {
  const perihal = { jenis: "isian", hal: { waitId } } as const;
  const take: Bacaan = { kind: "lain", perihal, lalu: rowsAnswer(sheet, found.barisList) };
  const list = [offer("catat", formatText.usulanCatat, take)];
  if (kode === null) return [...list, offer("abaikan", formatText.usulanAbaikan, selesai)];
  const { nama } = rowOf(sheet, kode).indikator;
  const field = buktiKode(kode);
  const lalu = { kode: field, file: { bukti } };
  const prove: Bacaan = { kind: "lain", perihal, dahulu: [field], lalu };
  const leave: Bacaan = { kind: "lain", perihal, kepala: formatText.usulanDiabaikan };
  return [
    ...list,
    offer("bukti", fill(formatText.usulanBukti, { nama }), prove),
    offer("abaikan", formatText.usulanAbaikan, leave),
  ];
}
