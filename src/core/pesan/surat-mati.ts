import { suratText } from "../../generated/teks.ts";
import type { EngineContext } from "../engine/decision.ts";
import { pegawaiOf } from "../engine/holders.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Pesan } from "./pesan.ts";
import { plain, plainText } from "./spans.ts";
import { shorten } from "./split.ts";
import { fill, lines, type Teks } from "./teks.ts";

/** A message that was given up; its text waits where the operator looks at it. */
export interface SuratMati {
  readonly id: string;
  readonly pegawaiId: PegawaiId | null;
  readonly createdMs: Instant;
  /** Null where it cannot be read. */
  readonly isi: Pesan | null;
}

/** More than so many are not named one by one. */
const DISEBUT = 5;
const JUDUL_MAX = 60;

/** Whom something did not reach and what it was, so that somebody in the office can say it. */
export function suratMatiLines({ kantor }: EngineContext, suratList: readonly SuratMati[]): Teks {
  if (suratList.length === 0) return [];
  const more = suratList.length - DISEBUT;
  return lines(
    fill(suratText.kepala, { jumlah: suratList.length }),
    ...suratList.slice(0, DISEBUT).map(({ pegawaiId, isi }) =>
      fill(suratText.baris, {
        penerima: (pegawaiId && pegawaiOf(kantor, pegawaiId)?.jabatan) ?? suratText.tanpaPegawai,
        judul: isi === null ? suratText.takTerbaca : judulSurat(isi),
      }),
    ),
    more > 0 ? fill(suratText.lagi, { jumlah: more }) : [],
    suratText.mohon,
  );
}

/** What a message is, from its first line. */
export function judulSurat(isi: Pesan): string {
  const [first = ""] = plainText(isi.teks).split("\n");
  return plainText(shorten(plain(first), JUDUL_MAX));
}
