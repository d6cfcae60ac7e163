import type { Dokumen } from "../dokumen/model.ts";
import { type AnggotaTim, skTim } from "../dokumen/sk-tim.ts";
import { timOf } from "../engine/holders.ts";
import type { Pegawai } from "../kantor/schema.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import {
  type BahanNaskah,
  butirDari,
  kepalaOf,
  kepalaPenanda,
  nilaiDari,
  suratDari,
} from "./bahan.ts";

const TUGAS = [
  "mengumpulkan data kinerja dari tiap penanggung jawab indikator",
  "mengolah dan menganalisis capaian kinerja",
  "menyusun laporan kinerja dan menyampaikannya kepada pimpinan",
];

/** The decree that forms the team; a concept until it has its number. */
export function skTimDari(bahan: BahanNaskah): Dokumen {
  const { turn, nomor } = bahan;
  const tahun = tahunPeriode(turn.state.periode);
  const tugas = butirDari(bahan, "tugas");
  const tentang = `Pembentukan Tim ${turn.sop.nama} Tahun ${tahun}`;
  return skTim({
    ...suratDari(bahan, kepalaPenanda(bahan)),
    konsep: nomor === null,
    tentang,
    menimbangList: [
      `bahwa ${turn.sop.nama.toLowerCase()} memerlukan data yang lengkap, benar, dan tepat waktu;`,
      "bahwa untuk itu perlu dibentuk tim dengan keputusan pimpinan;",
    ],
    mengingatList: turn.sop.kepala.dasarHukum,
    diktumList: [
      `Membentuk Tim ${turn.sop.nama} Tahun ${tahun} dengan susunan keanggotaan sebagaimana tercantum dalam lampiran keputusan ini.`,
      `Tim bertugas ${(tugas.length > 0 ? tugas : TUGAS).map(inSentence).join("; ")}.`,
      "Tim bertanggung jawab dan melaporkan hasilnya kepada pimpinan.",
      "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ],
    anggotaList: anggotaOf(bahan),
  });
}

/** An item of a list as part of a sentence; a word in capitals stays as it is. */
const inSentence = (butir: string): string =>
  butir.replace(/[.;]$/, "").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The head answers for the team, the one named leads it, everybody else is a member. */
function anggotaOf(bahan: BahanNaskah): readonly AnggotaTim[] {
  const { sop, state, context } = bahan.turn;
  const ketua = nilaiDari(bahan, "ketua", "pegawai")?.idList[0];
  const kepala = kepalaOf(context.kantor);
  const idList = timOf(sop, state);
  const named = context.kantor.pegawaiList.filter(
    ({ id }) => id !== kepala?.id && (id === ketua || idList.includes(id)),
  );
  const rows = named
    .toSorted((a, b) => Number(b.id === ketua) - Number(a.id === ketua))
    .map((one) => anggota(one, one.id === ketua ? "Ketua" : "Anggota"));
  return kepala === undefined ? rows : [anggota(kepala, "Penanggung jawab"), ...rows];
}

const anggota = ({ nama, jabatan }: Pegawai, kedudukan: string): AnggotaTim => ({
  nama,
  jabatan,
  kedudukan,
});
