import { bukuText } from "../../../../generated/teks.ts";
import type { Beda } from "../../../berkas-kantor/beda.ts";
import type { MasalahSel } from "../../../berkas-kantor/buku/model.ts";
import { catatanText } from "../../../pesan/catatan.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill, lines, paragraphs, type Teks } from "../../../pesan/teks.ts";
import { akibatText } from "../../libur.ts";
import { masalahLines } from "../../masalah-sel.ts";
import { decideMuat, type Muatan } from "../../muat-kantor.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, readerOf, say, type Talk, withOffice } from "../../talk.ts";
import { batal, choiceField, offer, selesai } from "../declare.ts";
import type { Form } from "../field.ts";

/** Whether the workbook of the office is loaded; what it changes is shown first. */
export function bukuKantor(talk: Talk, { hal }: DialogueOf<"buku-kantor">): Form {
  const muatan = decideMuat(talk.world, hal.berkas, talk.pegawai.id);
  return {
    fields: [
      choiceField("pratinjau", () => ({
        teks: pratinjau(talk, muatan, hal.peringatanList),
        pilihan: [[offer("ya", bukuText.muat, selesai), batal]],
      })),
    ],
    finish: (closed) => muat(closed, muatan),
  };
}

function muat(closed: Talk, { akibat, bedaList }: Muatan): Talk {
  if (akibat.kind === "refused") return decline(closed, akibat.code, akibat.data);
  const baru = bedaList.some(({ apa, jenis }) => apa === "pegawai" && jenis === "tambah");
  return say(withOffice(closed, akibat), {
    teks: lines(fill(bukuText.dimuat, { jumlah: bedaList.length }), baru ? bukuText.undang : []),
  });
}

/** How many changes are named; the rest is counted. */
const PERUBAHAN_DISEBUT = 15;

function pratinjau(
  talk: Talk,
  { bedaList, akibat, realisasiTertinggal }: Muatan,
  peringatanList: readonly MasalahSel[],
): Teks {
  const rest = bedaList.length - PERUBAHAN_DISEBUT;
  const frozen = bedaList.some(({ apa, jenis }) => apa === "indikator" && jenis !== "tambah");
  return paragraphs(
    lines(
      fill(bukuText.pratinjau, { jumlah: bedaList.length }),
      ...bedaList.slice(0, PERUBAHAN_DISEBUT).map(bedaLine),
      rest > 0 ? fill(bukuText.bedaLain, { jumlah: rest }) : [],
    ),
    masalahLines(peringatanList),
    lines(
      frozen ? bukuText.beku : [],
      ...akibatLines(talk, akibat),
      akibat.kind === "refused" ? [] : akibatText(talk, akibat),
      realisasiTertinggal > 0 ? fill(bukuText.realisasi, { jumlah: realisasiTertinggal }) : [],
      bukuText.tanya,
    ),
  );
}

/** What running berkas make of it, as their history will tell it. */
function akibatLines(talk: Talk, akibat: Muatan["akibat"]): readonly Teks[] {
  if (akibat.kind === "refused") return [];
  const told = akibat.effects.flatMap((effect): readonly Teks[] => {
    if (effect.kind !== "catat" || effect.jenis === "tenggat-dihitung-ulang") return [];
    const berkas = talk.world.berkasById.get(effect.berkasId ?? "");
    if (berkas === undefined) return [];
    const teks = catatanText(readerOf(talk), effect.jenis, effect.data);
    return [fill(bukuText.akibat, { periode: sebutPeriode(berkas.state.periode), teks })];
  });
  const rest = told.length - AKIBAT_DISEBUT;
  return [
    ...told.slice(0, AKIBAT_DISEBUT),
    rest > 0 ? fill(bukuText.akibatLain, { jumlah: rest }) : [],
  ];
}

/** How many consequences are named. */
const AKIBAT_DISEBUT = 8;

const bedaLine = ({ jenis, apa, nama, isi }: Beda): Teks =>
  fill(bukuText.beda[jenis], {
    apa: [apa, nama].filter((part) => part !== "").join(" "),
    isi: isi === "" ? "" : `: ${isi}`,
  });
