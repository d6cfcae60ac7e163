import { berkasText, lembarText } from "../../generated/teks.ts";
import { fillBawaan } from "../engine/formulir/bawaan.ts";
import { jawabList, kurangList, tahapOf } from "../engine/formulir/lengkap.ts";
import { butirWait, setiapDi } from "../engine/formulir/setiap.ts";
import { canReturnAt, langkahOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import type { Arrival, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import type { Jawab } from "../formulir/nilai.ts";
import type { Tahap } from "../formulir/schema.ts";
import { nilaiText } from "../formulir/teks.ts";
import { forwardExit, type LangkahOf } from "../sop/langkah.ts";
import { namaNaskah } from "../sop/schema.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { type Kosong, kosongDi, TANPA_KOSONG } from "./isian-kosong.ts";
import { deadlineLine, langkahLine } from "./letak.ts";
import { choiceLine, lampiranOf, lihatBukti, naskahOf, roundLine } from "./meja-berkas.ts";
import { jabatanDi, periodeOf } from "./sebutan.ts";
import { fill, lines, type TawaranRows, type Teks, type Ucapan } from "./teks.ts";

/** Lays a part of a form on its desk: what it is, what is filled in already, what to choose. */
export function formulirSiap(turn: Turn, wait: Wait, arrival: Arrival): Ucapan {
  const langkah = formulirOf(turn, wait);
  const tahap = tahapOf(langkah, wait);
  const jawab = jawabList(turn, langkah, tahap);
  const [lampiran] = tahap.lihat.flatMap((jenis) => naskahOf(turn, jenis) ?? []);
  const kosong = decidesLaporan(turn, wait, tahap) ? kosongDi(turn, wait) : TANPA_KOSONG;
  return {
    teks: lines(
      headLine(turn, langkah, tahap, arrival),
      ...(tahap.petunjuk === undefined ? [] : [fillBawaan(tahap.petunjuk, turn, langkah)]),
      butirLines(turn, langkah, wait),
      ...(showsLaporan(turn, tahap) ? figureLines(turn, kosong) : []),
      canReturnAt(langkah, wait) ? roundLine(turn) : [],
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      ...jawab.map((one) => fieldLine(turn, one)),
      whatToDo(turn, wait, { jawab, kosong }),
    ),
    pilihan: choiceRows(turn, wait, { jawab, kosong }),
    promptId: wait.id,
    ...(lampiran === undefined ? {} : { lampiran }),
  };
}

/** Passes a paper of a form on: to be read, or to say whether one will come. */
export function edaranNaskah(
  turn: Turn,
  { wait, naskahId, isi }: Extract<Kabar, { jenis: "edaran-naskah" }>,
): Ucapan {
  const naskah = turn.state.naskahList.find(({ id }) => id === naskahId);
  const lampiran = lampiranOf(turn, naskahId);
  const hadir = wait.macam === "hadir";
  return {
    teks: lines(
      fill(hadir ? lembarText.edaranHadir : lembarText.edaranBaca, {
        nama: naskah?.nama ?? namaNaskah(turn.sop, "undangan"),
        periode: periodeOf(turn),
      }),
      ...isi.map((one) => circularLine(turn, one)),
      hadir ? lembarText.hadirAjakan : lembarText.bacaAjakan,
    ),
    pilihan: [
      hadir
        ? [
            { id: "hadir", judul: lembarText.hadir },
            { id: "berhalangan", judul: lembarText.berhalangan },
          ]
        : [{ id: "baca", judul: berkasText.sudahDibaca }],
    ],
    promptId: wait.id,
    ...(lampiran === null ? {} : { lampiran }),
  };
}

function headLine(
  turn: Turn,
  langkah: LangkahOf<"formulir">,
  tahap: Tahap,
  { alasan, oleh }: Arrival,
): Teks {
  if (alasan !== null) {
    // not the part: an invitation is not what was returned
    return fill(lembarText.dikembalikan, {
      uraian: langkah.uraian,
      jabatan: jabatanDi(turn.context.kantor, oleh ?? "sistem"),
      periode: periodeOf(turn),
      alasan,
    });
  }
  return fill(lembarText.kepala, {
    tanda: tahap.lihat.length > 0 ? "📄" : "📋",
    judul: fillBawaan(tahap.judul, turn, langkah),
    periode: periodeOf(turn),
  });
}

/** The line of a list this part is asked for: its sentence, and what else stands in it. */
function butirLines({ state }: Turn, langkah: LangkahOf<"formulir">, wait: Wait): Teks {
  const butir = butirWait(langkah, state, wait);
  const [first, ...rest] = setiapDi(langkah)?.kolomList ?? [];
  if (butir === null || first === undefined) return [];
  return lines(
    fill(lembarText.butirDiminta, { teks: butir[first.kode] ?? "" }),
    ...rest
      .filter(({ tipe, kode }) => tipe === "teks" && (butir[kode] ?? "") !== "")
      .map(({ nama, kode }) => fill(lembarText.isian, { nama, teks: butir[kode] ?? "", usul: [] })),
  );
}

/** What the head of the office reads in twenty seconds before signing. */
const figureLines = (turn: Turn, kosong: Kosong): readonly Teks[] => [
  angkaTerpenting(turn),
  barisPerubahan(turn),
  kosong.baris,
  kelengkapanUnit(turn),
];

function fieldLine({ context }: Turn, { isian, nilai, diisi }: Jawab): Teks {
  const { nama, tipe, wajib } = isian;
  if (nilai === null) {
    const kosong = wajib ? lembarText.belumDiisi : lembarText.bolehKosong;
    return fill(lembarText.isian, { nama, teks: kosong, usul: [] });
  }
  const teks =
    tipe === "nomor" && nilai.tipe === "nomor" && nilai.nomor === null
      ? nomorText(nilai.urut)
      : nilaiText(nilai, context.kantor);
  const usul = diisi || tipe === "nomor" ? "" : lembarText.usulan;
  // several items stand below each other: a plan on one line nobody reads
  return nilai.tipe === "daftar" && nilai.butirList.length > 1
    ? fill(lembarText.isianBanyak, {
        nama,
        usul,
        teks: lines(
          ...nilai.butirList.map((butir, at) =>
            fill(lembarText.butir, { nomor: at + 1, teks: butir }),
          ),
        ),
      })
    : fill(lembarText.isian, { nama, teks, usul });
}

/** A long list is read in the paper it stands in, not above it. */
const PALING_BANYAK_BUTIR = 4;

function circularLine(turn: Turn, jawab: Jawab): Teks {
  const { isian, nilai } = jawab;
  return nilai?.tipe === "daftar" && nilai.butirList.length > PALING_BANYAK_BUTIR
    ? fill(lembarText.butirLampiran, {
        nama: isian.nama,
        jumlah: nilai.butirList.length,
      })
    : fieldLine(turn, { ...jawab, diisi: true });
}

const nomorText = (urut: number | null): Teks =>
  urut === null ? lembarText.nomorNanti : fill(lembarText.nomorUrut, { urut });

/** What a part of a form holds by now, and what the report it shows leaves open. */
interface IsiTahap {
  readonly jawab: readonly Jawab[];
  readonly kosong: Kosong;
}

function whatToDo(turn: Turn, wait: Wait, { jawab, kosong }: IsiTahap): Teks {
  const kurang = kurangList(jawab).map(({ nama }) => nama);
  if (kurang.length > 0) {
    return fill(lembarText.isiAjakan, { kurang: kurang.join(", ") });
  }
  const { tombol } = tahapOf(formulirOf(turn, wait), wait);
  const judul = tombol.replace(/^[^\p{L}]+/u, "");
  return choiceLine(turn, wait, [fill(lembarText.pilihAjakan, { judul }), kosong.ajakan]);
}

function choiceRows(turn: Turn, wait: Wait, { jawab, kosong }: IsiTahap): TawaranRows {
  const langkah = formulirOf(turn, wait);
  const tahap = tahapOf(langkah, wait);
  const lacking = kurangList(jawab).length > 0;
  const forward = { id: forwardExit(langkah).pilihan, judul: tahap.tombol };
  const rows = [
    [
      ...(lacking ? [] : [forward]),
      ...(canReturnAt(langkah, wait) ? [{ id: "kembalikan", judul: berkasText.kembalikan }] : []),
    ],
    ...kosong.pilihan,
    [
      ...(jawab.length > 0
        ? [{ id: "formulir", judul: lacking ? lembarText.isi : lembarText.ubahIsian }]
        : []),
      ...(tahap.ulang === undefined ? [] : [{ id: "ulang", judul: tahap.ulang }]),
    ],
    showsLaporan(turn, tahap)
      ? [{ id: "angka", judul: berkasText.lihatAngka }, ...lihatBukti(turn)]
      : [],
  ];
  return rows.filter((row) => row.length > 0);
}

/** Whether the report may still be held up here: it is signed, or can be sent back. */
const decidesLaporan = (turn: Turn, wait: Wait, tahap: Tahap): boolean =>
  showsLaporan(turn, tahap) &&
  (tahap.naskah.includes("lembar-pengesahan") || canReturnAt(formulirOf(turn, wait), wait));

const showsLaporan = ({ state }: Turn, { lihat }: Tahap): boolean =>
  state.draf !== null && lihat.includes("laporan");

function formulirOf(turn: Turn, wait: Wait): LangkahOf<"formulir"> {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") throw new Error(`wait ${wait.id} is for no form`);
  return langkah;
}
