import { bukuText } from "../../../../generated/teks.ts";
import type { Beda } from "../../../berkas-kantor/beda.ts";
import { fill, lines, paragraphs, type Teks } from "../../../pesan/teks.ts";
import { akibatText } from "../../libur.ts";
import { decideMuat, type Muatan } from "../../muat-kantor.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, say, type Talk, withOffice } from "../../talk.ts";
import { batal, choiceField, offer, selesai } from "../declare.ts";
import type { Form } from "../field.ts";

/** Whether the workbook of the office is loaded; what it changes is shown first. */
export function bukuKantor(talk: Talk, { hal }: DialogueOf<"buku-kantor">): Form {
  const muatan = decideMuat(talk.world, hal.berkas, talk.pegawai.id);
  return {
    fields: [
      choiceField("pratinjau", () => ({
        teks: pratinjau(talk, muatan),
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

function pratinjau(talk: Talk, { bedaList, akibat, realisasiTertinggal }: Muatan): Teks {
  const rest = bedaList.length - PERUBAHAN_DISEBUT;
  const frozen = bedaList.some(({ apa, jenis }) => apa === "indikator" && jenis !== "tambah");
  return paragraphs(
    lines(
      fill(bukuText.pratinjau, { jumlah: bedaList.length }),
      ...bedaList.slice(0, PERUBAHAN_DISEBUT).map(bedaLine),
      rest > 0 ? fill(bukuText.bedaLain, { jumlah: rest }) : [],
    ),
    lines(
      frozen ? bukuText.beku : [],
      akibat.kind === "refused" ? [] : akibatText(talk, akibat),
      realisasiTertinggal > 0 ? fill(bukuText.realisasi, { jumlah: realisasiTertinggal }) : [],
      bukuText.tanya,
    ),
  );
}

const bedaLine = ({ jenis, apa, nama, isi }: Beda): Teks =>
  fill(bukuText.beda[jenis], {
    apa: [apa, nama].filter((part) => part !== "").join(" "),
    isi: isi === "" ? "" : `: ${isi}`,
  });
