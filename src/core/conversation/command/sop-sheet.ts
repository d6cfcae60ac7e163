import { jawabanText, tabelText } from "../../../generated/teks.ts";
import type { Kantor } from "../../kantor/schema.ts";
import { alinea, bentuk, kolom, tabelOf } from "../../pesan/bentuk.ts";
import { fill, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { sebutDurasi } from "../../pesan/waktu.ts";
import type { Langkah } from "../../sop/langkah.ts";
import type { Sop } from "../../sop/schema.ts";

/** An SOP sheet as text, in the order of the printed one; what we added or inferred says so. */
export const sheetText = (sop: Sop, kantor: Kantor): Teks =>
  paragraphs(
    fill(jawabanText.sopKepala, { nama: sop.nama, instansi: sop.instansi }),
    bentuk(headerText(sop), {
      jenis: "rincian",
      judul: tabelText.kepalaSop,
      isi: [alinea(headerText(sop))],
    }),
    bentuk(
      paragraphs(...sop.langkah.map((langkah) => langkahText(langkah, kantor))),
      tabelOf(
        [kolom(tabelText.nomor), kolom(tabelText.kegiatan), kolom(tabelText.waktu)],
        sop.langkah.map((langkah) => langkahCells(langkah, kantor)),
      ),
    ),
    bulletText(jawabanText.sopCatatan, sop.catatan),
  );

function headerText({ kepala }: Sop): Teks {
  const printed = [
    [jawabanText.sopNomor, kepala.nomor],
    [jawabanText.sopPembuatan, kepala.tanggalPembuatan],
    [jawabanText.sopRevisi, kepala.tanggalRevisi],
    [jawabanText.sopPengesahan, kepala.tanggalPengesahan],
    [jawabanText.sopDisahkan, kepala.disahkanOleh],
  ] as const;
  const listed = [
    [jawabanText.sopDasar, kepala.dasarHukum],
    [jawabanText.sopKualifikasi, kepala.kualifikasiPelaksana],
    [jawabanText.sopKeterkaitan, kepala.keterkaitan],
    [jawabanText.sopPeralatan, kepala.peralatan],
    [jawabanText.sopPeringatan, kepala.peringatan],
    [jawabanText.sopPencatatan, kepala.pencatatan],
  ] as const;
  return lines(
    ...printed.map(([nama, isi]) =>
      isi === null ? [] : fill(jawabanText.sopBaris, { nama, isi }),
    ),
    ...listed.map(([nama, list]) => bulletText(nama, list)),
  );
}

function bulletText(nama: Teks, list: readonly string[]): Teks {
  const isi = lines(...list.map((one) => fill(jawabanText.sopButir, { isi: one })));
  return list.length === 0 ? [] : fill(jawabanText.sopDaftar, { nama, isi });
}

function langkahText({ no, uraian, tambahan, pelaksana, mutuBaku }: Langkah, kantor: Kantor): Teks {
  const keluaran = printedOutput(mutuBaku);
  return fill(jawabanText.sopLangkah, {
    no,
    uraian,
    tambahan: tambahan ? jawabanText.sopTambahan : "",
    pelaksana: executors(pelaksana.peran, kantor),
    disimpulkan: inferredMark(pelaksana),
    waktu: timeText(mutuBaku),
    keluaran: keluaran === "" ? "" : fill(jawabanText.sopKeluaran, { keluaran }),
  });
}

/** The same in cells: who does it and what comes of it stand below the text of the sheet. */
function langkahCells(
  { no, uraian, tambahan, pelaksana, mutuBaku }: Langkah,
  kantor: Kantor,
): readonly Teks[] {
  const keluaran = printedOutput(mutuBaku);
  return [
    no,
    lines(
      [{ teks: uraian, tebal: true }, tambahan ? jawabanText.sopTambahan : ""],
      [executors(pelaksana.peran, kantor), inferredMark(pelaksana)],
      keluaran === "" ? "" : ["→ ", keluaran],
    ),
    timeText(mutuBaku),
  ];
}

const printedOutput = ({ keluaran, keluaranAsli }: Langkah["mutuBaku"]): string =>
  keluaranAsli ?? keluaran.join(", ");

const timeText = ({ waktu }: Langkah["mutuBaku"]): Teks =>
  waktu === null ? jawabanText.sopTanpaWaktu : sebutDurasi(waktu);

const inferredMark = ({ disimpulkan }: Langkah["pelaksana"]): Teks =>
  disimpulkan ? jawabanText.sopDisimpulkan : "";

/** The offices of this kantor that hold the roles; the roles themselves where nobody does. */
function executors(peran: Langkah["pelaksana"]["peran"], kantor: Kantor): string {
  const held = kantor.pegawaiList
    .filter((pegawai) => pegawai.peran.some((one) => peran.includes(one)))
    .map(({ jabatan }) => jabatan);
  return (held.length === 0 ? peran : held).join(", ");
}
