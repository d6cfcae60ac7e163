import { fillBawaan } from "../engine/formulir/bawaan.ts";
import { jawabList, kurangList, tahapOf } from "../engine/formulir/lengkap.ts";
import { canReturnAt, langkahOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import type { Arrival, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import type { Jawab } from "../formulir/nilai.ts";
import type { Tahap } from "../formulir/schema.ts";
import { nilaiText } from "../formulir/teks.ts";
import type { LangkahOf } from "../sop/langkah.ts";
import { forwardExit } from "../sop/langkah.ts";
import { namaNaskah } from "../sop/schema.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { deadlineLine, langkahLine } from "./letak.ts";
import { lampiranOf, naskahOf, roundLine } from "./meja-berkas.ts";
import type { Pesan, Pilihan, RichText } from "./pesan.ts";
import { jabatanOf, periodeOf } from "./sebutan.ts";
import { fill, lines, plain } from "./template.ts";

/** Lays a part of a form on its desk: what it is, what is filled in already, what to choose. */
export function formulirSiap(turn: Turn, wait: Wait, arrival: Arrival): Pesan {
  const langkah = formulirOf(turn, wait);
  const tahap = tahapOf(langkah, wait.tahap);
  const jawab = jawabList(turn, langkah, tahap);
  const [lampiran] = tahap.lihat.flatMap((jenis) => naskahOf(turn, jenis) ?? []);
  return {
    teks: lines(
      headLine(turn, langkah, tahap, arrival),
      ...(tahap.petunjuk === undefined ? [] : [plain(fillBawaan(tahap.petunjuk, turn, langkah))]),
      ...(showsLaporan(turn, tahap) ? figureLines(turn) : []),
      canReturnAt(langkah, wait) ? roundLine(turn) : [],
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      ...jawab.map((one) => fieldLine(turn, one)),
      whatToDo(langkah, wait, jawab),
    ),
    pilihan: choiceRows(turn, wait, jawab),
    promptId: wait.id,
    ...(lampiran === undefined ? {} : { lampiran }),
  };
}

/** Passes a paper of a form on: to be read, or to say whether one will come. */
export function edaranNaskah(
  turn: Turn,
  { wait, naskahId, isi }: Extract<Kabar, { jenis: "edaran-naskah" }>,
): Pesan {
  const naskah = turn.state.naskahList.find(({ id }) => id === naskahId);
  const lampiran = lampiranOf(turn, naskahId);
  const hadir = wait.macam === "hadir";
  return {
    teks: lines(
      fill(
        hadir ? "📄 **{{nama}} — {{periode}}**" : "📄 **{{nama}} {{periode}} — untuk diketahui**",
        {
          nama: naskah?.nama ?? namaNaskah(turn.sop, "undangan"),
          periode: periodeOf(turn),
        },
      ),
      ...isi.map((one) => circularLine(turn, one)),
      plain(
        hadir
          ? "Mohon konfirmasi: pilih Hadir atau Berhalangan."
          : "Pilih Sudah dibaca setelah membacanya.",
      ),
    ),
    pilihan: [
      hadir
        ? [
            { id: "hadir", judul: "✅ Hadir" },
            { id: "berhalangan", judul: "Berhalangan" },
          ]
        : [{ id: "baca", judul: "Sudah dibaca" }],
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
): RichText {
  if (alasan !== null) {
    // not the part: an invitation is not what was returned
    return fill("↩️ **{{uraian}} dikembalikan {{jabatan}}** — {{periode}}\nCatatan: {{alasan}}", {
      uraian: langkah.uraian,
      jabatan: jabatanOf(turn, oleh ?? "sistem"),
      periode: periodeOf(turn),
      alasan,
    });
  }
  return fill("{{tanda}} **{{judul}}** — {{periode}}", {
    tanda: tahap.lihat.length > 0 ? "📄" : "📋",
    judul: fillBawaan(tahap.judul, turn, langkah),
    periode: periodeOf(turn),
  });
}

/** What the head of the office reads in twenty seconds before signing. */
const figureLines = (turn: Turn): readonly RichText[] => [
  angkaTerpenting(turn),
  barisPerubahan(turn),
  kelengkapanUnit(turn),
];

function fieldLine({ context }: Turn, { isian, nilai, diisi }: Jawab): RichText {
  const { nama, tipe, wajib } = isian;
  if (nilai === null) {
    return fill("– {{nama}}: {{kosong}}", {
      nama,
      kosong: wajib ? "belum diisi" : "boleh dikosongkan",
    });
  }
  const teks =
    tipe === "nomor" && nilai.tipe === "nomor" && nilai.nomor === null
      ? nomorText(nilai.urut)
      : nilaiText(nilai, context.kantor);
  const usul = diisi || tipe === "nomor" ? "" : " (usulan)";
  // several items stand below each other: a plan on one line nobody reads
  return nilai.tipe === "daftar" && nilai.butirList.length > 1
    ? fill("– {{nama}}{{usul}}:\n{{teks}}", {
        nama,
        usul,
        teks: nilai.butirList.map((butir, at) => `   ${at + 1}. ${butir}`).join("\n"),
      })
    : fill("– {{nama}}: {{teks}}{{usul}}", { nama, teks, usul });
}

/** A long list is read in the paper it stands in, not above it. */
const PALING_BANYAK_BUTIR = 4;

function circularLine(turn: Turn, jawab: Jawab): RichText {
  const { isian, nilai } = jawab;
  return nilai?.tipe === "daftar" && nilai.butirList.length > PALING_BANYAK_BUTIR
    ? fill("– {{nama}}: {{jumlah}} butir, lihat lampiran", {
        nama: isian.nama,
        jumlah: nilai.butirList.length,
      })
    : fieldLine(turn, { ...jawab, diisi: true });
}

const nomorText = (urut: number | null): string =>
  urut === null ? "diambil dari register saat dikirim" : `nomor urut ${urut}`;

function whatToDo(langkah: LangkahOf<"formulir">, wait: Wait, jawab: readonly Jawab[]): RichText {
  const kurang = kurangList(jawab).map(({ nama }) => nama);
  if (kurang.length > 0) {
    return fill("Pilih Isi; yang belum terisi: {{kurang}}.", { kurang: kurang.join(", ") });
  }
  const tahap = tahapOf(langkah, wait.tahap);
  return fill("Pilih {{judul}} bila sudah benar{{kembali}}.", {
    judul: tahap.tombol.replace(/^[^\p{L}]+/u, ""),
    kembali: canReturnAt(langkah, wait) ? ", atau Kembalikan dengan satu kalimat alasan" : "",
  });
}

function choiceRows(
  turn: Turn,
  wait: Wait,
  jawab: readonly Jawab[],
): readonly (readonly Pilihan[])[] {
  const langkah = formulirOf(turn, wait);
  const tahap = tahapOf(langkah, wait.tahap);
  const lacking = kurangList(jawab).length > 0;
  const forward = { id: forwardExit(langkah).pilihan, judul: tahap.tombol };
  const rows = [
    [
      ...(lacking ? [] : [forward]),
      ...(canReturnAt(langkah, wait) ? [{ id: "kembalikan", judul: "↩️ Kembalikan" }] : []),
    ],
    [
      ...(jawab.length > 0 ? [{ id: "formulir", judul: lacking ? "Isi" : "Ubah isian" }] : []),
      ...(tahap.ulang === undefined ? [] : [{ id: "ulang", judul: tahap.ulang }]),
    ],
    showsLaporan(turn, tahap) ? [{ id: "angka", judul: "Lihat semua angka" }] : [],
  ];
  return rows.filter((row) => row.length > 0);
}

const showsLaporan = ({ state }: Turn, { lihat }: Tahap): boolean =>
  state.draf !== null && lihat.includes("laporan");

function formulirOf(turn: Turn, wait: Wait): LangkahOf<"formulir"> {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") throw new Error(`wait ${wait.id} is for no form`);
  return langkah;
}
