/** What a langkah may become: a kind, and of a form which one. */
export interface JenisTerbaca {
  readonly jenis:
    | "realisasi"
    | "kompilasi"
    | "penyusunan"
    | "sosialisasi"
    | "keputusan"
    | "formulir";
  /** A form of `flows/formulir`; null for a plain record of what was done. */
  readonly formulir: string | null;
  /** How much the words speak for it. */
  readonly nilai: number;
}

interface Aturan extends Omit<JenisTerbaca, "nilai"> {
  /** Each pattern that fits the text counts as much. */
  readonly tanda: readonly (readonly [RegExp, number])[];
  /** The same for what the langkah needs and makes. */
  readonly naskah?: readonly [RegExp, number];
  /** What speaks against it. */
  readonly bukan?: RegExp;
}

const form = (
  formulir: string,
  tanda: Aturan["tanda"],
  lain: Pick<Aturan, "naskah" | "bukan"> = {},
): Aturan => ({ jenis: "formulir", formulir, tanda, ...lain });

const LAPORAN = /laporan|laoran|lakip|lkjip|lkip/i;
const SK_TIM = /\bsk tim\b|keputusan tim/i;

/** Words of the activity, and of what it needs and makes; the first of equals wins. */
const aturanList: readonly Aturan[] = [
  form(
    "tanda-tangan-sk",
    [
      [/nandatangan/i, 5],
      [SK_TIM, 3],
    ],
    { bukan: /^(menyusun|membuat)/i },
  ),
  form(
    "tanda-tangan-laporan",
    [
      [/^(memeriksa.*)?[mp]enandatangan/i, 7],
      [LAPORAN, 1],
    ],
    { bukan: SK_TIM },
  ),
  form("tim", [
    [/(membentuk|mmbentuk|pembentukan) tim/i, 5],
    [/^(menyusun|membuat).*\bsk tim\b/i, 5],
  ]),
  form("nota-dinas", [[/^memerintahkan/i, 3]], { naskah: [/nota dinas/i, 3] }),
  form("disposisi", [[/memberi(kan)? disposisi|mendisposisi/i, 5]]),
  form("perintah", [[/\bmemerintahkan|^perintah\b/i, 5]]),
  form("rencana-kegiatan", [
    [/^(menyusun|membuat)/i, 2],
    [/rencana kegiatan/i, 3],
  ]),
  form("tindak-lanjut", [
    [/menyusun/i, 1],
    [/rencana tindak ?lanjut/i, 4],
  ]),
  form("format-data", [[/^(menyampaikan|membagikan|mengirim\w*) format/i, 5]]),
  form("rapat", [[/^(rapat|mel\w* rapat|mengadakan rapat)/i, 6]]),
  form("surat-pengantar", [[/surat pengantar/i, 5]]),
  form("penggandaan", [[/^(penggandaan|menggandakan)/i, 5]]),
  form("pengiriman", [[/^(pengiriman|mengirim)/i, 5]]),
  form(
    "serah-terima",
    [
      [/^(menyerahkan|penyerahan)/i, 3],
      [/inspektorat/i, 2],
    ],
    {
      naskah: [/tanda terima/i, 2],
    },
  ),
  form("arsip", [[/^(menyimpan|penyimpanan|mengarsip\w*|pengarsipan)/i, 6]]),
  {
    jenis: "realisasi",
    formulir: null,
    tanda: [
      [/^(tim melaksanakan.*)?(mengumpulkan|pengumpulan|menghimpun|penghimpunan)/i, 3],
      [/pengumpulan/i, 1],
      [/data|realisasi|laporan kinerja/i, 2],
    ],
    bukan: /^(menyampaikan|melaporkan)|memerintahkan|^menyusun rencana|^rapat|sk tim/i,
  },
  {
    jenis: "kompilasi",
    formulir: null,
    tanda: [
      [/^(merekap|rekapitulasi)/i, 5],
      [/^(menganalis\w*|mengevaluasi|mengukur)/i, 3],
      [/data/i, 1],
    ],
  },
  {
    jenis: "keputusan",
    formulir: null,
    tanda: [
      [/^(memeriksa|mengoreksi|koreksi|meneliti|memverifikasi|memvalidasi|mereviu)/i, 5],
      [/^(menyetujui|persetujuan)/i, 5],
      [/untuk (mendapat\w* )?persetujuan/i, 5],
      [/jika (tidak )?setuju/i, 3],
    ],
    bukan: /^rapat/i,
  },
  {
    jenis: "sosialisasi",
    formulir: null,
    tanda: [
      [/sosialisasi/i, 5],
      [/^melaporkan/i, 4],
      [/^(menyampaikan|mengedarkan)/i, 3],
      [LAPORAN, 1],
    ],
    bukan: /menyampaikan format|persetujuan/i,
  },
  {
    jenis: "penyusunan",
    formulir: null,
    tanda: [
      [/^(menyusun|membuat|mengolah|penyusunan|pembuatan)/i, 3],
      [LAPORAN, 2],
      [/draf|konsep|data kinerja/i, 1],
    ],
    bukan: /surat pengantar|rencana/i,
  },
];

/** Less than this is a guess: then the langkah becomes a record of what was done, which harms nothing. */
export const NILAI_YAKIN = 4;

/** A plain record of what was done: what a langkah becomes whose words say too little. */
export const catat: JenisTerbaca = { jenis: "formulir", formulir: null, nilai: 0 };

/**
 * The two kinds a langkah speaks for most, the better one first: by its words, and by the papers it needs
 * and makes.
 */
export function bacaJenis(uraian: string, naskah: string): readonly [JenisTerbaca, JenisTerbaca] {
  // who does it stands before the activity at times: "Camat memerintahkan", "Sekretaris bersama Tim menyusun"
  const inti = uraian.replace(/^(?:[A-Z]\S*\s+|bersama\s+){1,4}?(?=[Mm]e[a-z]{4,})/u, "");
  const scored = aturanList
    .map((aturan) => ({ ...aturan, nilai: nilaiOf(aturan, [uraian, inti], naskah) }))
    .toSorted((a, b) => b.nilai - a.nilai)
    .map(({ jenis, formulir, nilai }): JenisTerbaca => ({ jenis, formulir, nilai }));
  return [scored[0] ?? catat, scored[1] ?? catat];
}

function nilaiOf(aturan: Aturan, ucapan: readonly string[], naskah: string): number {
  const fits = (pola: RegExp): boolean => ucapan.some((teks) => pola.test(teks));
  if (aturan.bukan !== undefined && fits(aturan.bukan)) return 0;
  const words = aturan.tanda.reduce((sum, [pola, berat]) => (fits(pola) ? sum + berat : sum), 0);
  const [pola, berat] = aturan.naskah ?? [/^$/, 0];
  return words > 0 && pola.test(naskah) ? words + berat : words;
}
