import { jawabanText, perintahText } from "../../../generated/teks.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import type { NamaPerintah } from "../../pesan/perintah.ts";
import { fill, joined, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import { type Command, semua } from "./handler.ts";
import { situasiLines } from "./situasi.ts";

/** As many commands are explained unasked; the others are named. */
const DIJELASKAN = 5;

/**
 * What this person can do now: what they were in the middle of, what waits for them and how it is answered,
 * what the office lacks of them; then the commands their post uses most. `semua` explains every one.
 */
export const bantuan = (offered: (talk: Talk) => readonly NamaPerintah[]): Command => ({
  untuk: semua,
  run: (talk, argumen) => {
    const known = offered(talk).filter((nama) => nama !== "isi" || fillsIn(talk));
    const kepala = fill(jawabanText.bantuanKepala, { jabatan: talk.pegawai.jabatan });
    if (argumen.toLowerCase() === "semua") {
      return say(talk, { teks: paragraphs(kepala, explained(known)) });
    }
    const first = [...new Set([...UTAMA, ...known])]
      .filter((nama) => known.includes(nama) && !TAK_DISEBUT.has(nama))
      .slice(0, DIJELASKAN);
    const rest = known.filter((nama) => !first.includes(nama) && !TAK_DISEBUT.has(nama));
    return say(talk, {
      teks: paragraphs(
        lines(kepala, situasiLines(talk)),
        explained(first),
        lines(
          rest.length === 0
            ? []
            : fill(jawabanText.bantuanJuga, { daftar: joined(rest.map((nama) => `/${nama}`)) }),
          jawabanText.bantuanKetik,
        ),
      ),
    });
  },
});

/** What a post is for comes first, whoever holds it: the rarer commands stand before those all have. */
const UTAMA: readonly NamaPerintah[] = [
  "isi",
  "undang",
  "pegawai",
  "ingatkan",
  "bukakembali",
  "status",
  "rekap",
  "dokumen",
  "plh",
];

/** What whoever reads this has found already. */
const TAK_DISEBUT: ReadonlySet<NamaPerintah> = new Set(["start", "bantuan"]);

const explained = (namaList: readonly NamaPerintah[]): Teks =>
  lines(
    ...namaList.map((nama) =>
      fill(jawabanText.bantuanBaris, { nama, keterangan: perintahText[nama].keterangan }),
    ),
  );

const fillsIn = ({ world, pegawai }: { world: Talk["world"]; pegawai: Pegawai }): boolean =>
  world.kantor.indikatorList.some((one) => one.penanggungJawab === pegawai.id);
