import type { Instant, ZonaWaktu } from "../waktu/instant.ts";

/** One bar; null where there is nothing to measure. */
export interface Batang {
  readonly label: string;
  readonly nilai: number | null;
  /** "#rrggbb". */
  readonly warna: string;
  /** Written behind the value: its band, or what it is a share of. */
  readonly keterangan?: string;
  /** Hatched, so that it stands out without its colour, too. */
  readonly arsir?: true;
}

/** Lying bars, with a line where the target is. */
export interface GrafikBatang {
  readonly jenis: "grafik";
  readonly judul: string;
  readonly batangList: readonly Batang[];
  readonly garisTarget: number | null;
  /** What the line is called; "target" where nothing is said. */
  readonly garisNama?: string;
  /** Written behind each value: "%". */
  readonly satuan: string;
  /** Longer bars are cut here; their values are written whole. */
  readonly potong?: number;
}

/** One period of a trend; null where there is no target, no figure, nothing to measure. */
export interface TitikTren {
  readonly label: string;
  readonly target: number | null;
  readonly realisasi: number | null;
  readonly capaianPersen: number | null;
  /** Written where the figure would stand: "nihil", "belum ada"; null where there is one. */
  readonly kosong: string | null;
}

/** What one indikator did over several periods, beside what was agreed. */
export interface GrafikTren {
  readonly jenis: "grafik-tren";
  readonly judul: string;
  /** What the figures count, written at the axis. */
  readonly satuan: string;
  readonly titikList: readonly TitikTren[];
}

/** A passage over a desk: from when until when, and when it was due. */
export interface Ruas {
  readonly mulaiMs: Instant;
  readonly selesaiMs: Instant;
  /** What lies beyond it is drawn as late; null where nothing is due. */
  readonly tenggatMs: Instant | null;
}

/** One line of the board. */
export interface BarisPapan {
  readonly label: string;
  /** What belongs to the line above it. */
  readonly anak: boolean;
  readonly ruasList: readonly Ruas[];
  /** How it stands, in words: done when, due when. */
  readonly keadaan: string;
}

/** A berkas on its way: who had it when, and until when they should have. */
export interface GrafikPapan {
  readonly jenis: "grafik-papan";
  readonly judul: string;
  readonly zonaWaktu: ZonaWaktu;
  readonly barisList: readonly BarisPapan[];
  /** Lines across all: now, the deadline of the period. */
  readonly garisList: readonly { readonly nama: string; readonly atMs: Instant }[];
}

/** Everything that is drawn from figures. */
export type Grafik = GrafikBatang | GrafikTren | GrafikPapan;

/** A chart by itself, outside a paper: whose it is, and what a reader must know. */
export interface LembarGrafik {
  readonly grafik: Grafik;
  readonly kantor: string;
  readonly catatanList: readonly string[];
}
