import type { SelMasuk } from "../../kinerja/format/index.ts";
import { type Pembacaan, SETIAP } from "./alamat.ts";
import { type BarisMasuk, cariKepala, judulSel, type Kepala, rowsOf, teksSel } from "./kepala.ts";
import type { Kolom } from "./kolom.ts";
import { CONTOH, JUDUL_NO, type LembarTabel } from "./lembar.ts";
import { lipat } from "./lipat.ts";
import type { LembarMasuk } from "./model.ts";
import { objekDari, type Pasangan } from "./objek.ts";
import type { Samping } from "./sel.ts";

/** One row of a table: the text of a column, and all of it as the office file holds it. */
export interface BarisTabel {
  readonly teks: (judul: string) => string;
  readonly baca: (samping: Samping) => Readonly<Record<string, unknown>>;
}

/** The rows of a table that are to be loaded. */
export interface Tabel {
  readonly barisList: readonly BarisTabel[];
}

/** No office has so many people, indikator or figures; more is another kind of file. */
const BARIS_TERBANYAK = 2_000;

/** Reads a table: its titles, and each row that is no example. */
export function bacaTabel(pembacaan: Pembacaan, lembar: LembarTabel, masuk: LembarMasuk): Tabel {
  const { nama, kunci, kolomList } = lembar;
  const { alamat, masalahList } = pembacaan;
  alamat.catat([kunci], { sel: nama, judul: null });
  const rows = rowsOf(masuk);
  const kepala = cariKepala(rows, [...kolomList, KOLOM_NO]);
  if (kepala === null) {
    const judulList = kolomList.filter(({ wajib }) => wajib).map(({ judul }) => judul);
    const pesan = `baris judul tidak ditemukan; tulis judul kolom ${judulList.join(", ")} pada satu baris`;
    masalahList.push({ sel: nama, pesan });
    return { barisList: [] };
  }
  tellKepala(pembacaan, lembar, kepala);
  const filled = [...rows]
    .filter(([baris]) => baris > kepala.baris)
    .map(([baris, row]) => new SatuBaris(lembar, kepala, { baris, row }))
    .filter((one) => !one.isKosong);
  if (filled.length > BARIS_TERBANYAK) {
    const pesan = `ada ${filled.length} baris; paling banyak ${BARIS_TERBANYAK}`;
    masalahList.push({ sel: nama, pesan });
    return { barisList: [] };
  }
  const loaded = filled.filter((one) => {
    if (one.contoh !== null) masalahList.push(...one.contoh);
    return one.contoh === null;
  });
  return {
    barisList: loaded.map((one, at) => {
      const above = loaded.slice(0, at);
      return {
        teks: (judul) => one.teks(judul, above),
        baca: (samping) => one.baca(pembacaan, { at, above, samping }),
      };
    }),
  };
}

const KOLOM_NO = { judul: JUDUL_NO, alias: ["nomor urut", "no urut"] };

/** Columns that are missing, and those that mean nothing. */
function tellKepala(
  { alamat, masalahList, lewatList }: Pembacaan,
  { nama, kunci, kolomList }: LembarTabel,
  { baris, hurufByJudul, asingList }: Kepala,
): void {
  for (const { judul, jalur } of kolomList.filter(({ wajib }) => wajib)) {
    if (hurufByJudul.has(judul)) continue;
    const pesan = `kolom “${judul}” tidak ada; tambahkan judul itu di baris ${baris}`;
    masalahList.push({ sel: nama, pesan });
    alamat.catatTakTerbaca([kunci, SETIAP, ...jalur]);
  }
  for (const { alamat: sel, judul } of asingList) {
    lewatList.push({ sel: `${nama}!${sel}`, pesan: `kolom “${judul}” tidak dikenal dan dilewati` });
  }
}

/** One row below the titles. */
class SatuBaris {
  readonly #lembar: LembarTabel;
  readonly #kepala: Kepala;
  readonly #baris: number;
  readonly #row: BarisMasuk;

  constructor(
    lembar: LembarTabel,
    kepala: Kepala,
    { baris, row }: { readonly baris: number; readonly row: BarisMasuk },
  ) {
    this.#lembar = lembar;
    this.#kepala = kepala;
    this.#baris = baris;
    this.#row = row;
  }

  /** Numbers that were written in advance make no row. */
  get isKosong(): boolean {
    return this.#lembar.kolomList.every(({ judul }) => this.#sel(judul) === undefined);
  }

  /**
   * What is to be said of an example, which is not loaded: nothing while it stands as it was given. Null
   * for a row of the office's own.
   */
  get contoh(): readonly { readonly sel: string; readonly pesan: string }[] | null {
    const marked = judulSel(this.#sel(JUDUL_NO)) === lipat(CONTOH);
    const same = this.#isContoh();
    if (marked && same) return [];
    const sel = this.#alamat(marked ? JUDUL_NO : (this.#lembar.kolomList[0]?.judul ?? JUDUL_NO));
    if (marked) {
      const pesan = `baris ini bertanda ${CONTOH}, tetapi isinya sudah diubah; hapus kata ${CONTOH} bila ini data kantor, atau hapus barisnya`;
      return [{ sel, pesan }];
    }
    if (!same) return null;
    return [
      { sel, pesan: "baris ini masih contoh; ganti dengan data kantor, atau hapus barisnya" },
    ];
  }

  /** The text of a column; what is merged with the rows above says what they say. */
  teks(judul: string, above: readonly SatuBaris[]): string {
    const { turun } = this.#lembar.kolomList.find((one) => one.judul === judul) ?? {};
    const sel = turun === true ? this.#turun(judul, above) : this.#sel(judul);
    return sel?.jenis === "teks" ? sel.teks.trim() : "";
  }

  baca(
    { alamat, masalahList }: Pembacaan,
    {
      at,
      above,
      samping,
    }: { readonly at: number; readonly above: readonly SatuBaris[]; readonly samping: Samping },
  ): Readonly<Record<string, unknown>> {
    const { kolomList, kunci } = this.#lembar;
    const pasanganList = kolomList.map(({ judul, jalur, jenis, turun }): Pasangan => {
      const place = { sel: this.#alamat(judul), judul };
      alamat.catat([kunci, at, ...jalur], place);
      const sel = turun === true ? this.#turun(judul, above) : this.#sel(judul);
      const read = jenis.baca(sel, samping);
      if ("nilai" in read) return [jalur, read.nilai];
      masalahList.push({ sel: place.sel, pesan: `${judul} ${read.masalah}` });
      alamat.catatTakTerbaca([kunci, at, ...jalur], teksSel(sel));
      return [jalur, undefined];
    });
    return objekDari(pasanganList);
  }

  #turun(judul: string, above: readonly SatuBaris[]): SelMasuk | undefined {
    const own = this.#sel(judul);
    if (own !== undefined) return own;
    const one = above.findLast((other) => other.#sel(judul) !== undefined);
    return one === undefined ? undefined : one.#sel(judul);
  }

  #sel(judul: string): SelMasuk | undefined {
    const huruf = this.#kepala.hurufByJudul.get(judul);
    return huruf === undefined ? undefined : this.#row.get(huruf);
  }

  /** "Pegawai!C4"; the first cell of the row where the column is missing. */
  #alamat(judul: string): string {
    const { hurufByJudul } = this.#kepala;
    const [first = "A"] = hurufByJudul.values();
    return `${this.#lembar.nama}!${hurufByJudul.get(judul) ?? first}${this.#baris}`;
  }

  #isContoh(): boolean {
    const textOf = ({ judul }: Kolom): string => {
      const sel = this.#sel(judul);
      return sel?.jenis === "teks" ? lipat(sel.teks) : sel === undefined ? "" : sel.jenis;
    };
    return [0, 1].some((nomor) =>
      this.#lembar.kolomList.every((kolom) => textOf(kolom) === lipat(kolom.contoh[nomor] ?? "")),
    );
  }
}
