import { undanganText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { Pegawai, PegawaiId } from "../../kantor/schema.ts";
import { undanganBerakhir } from "../../kantor/undangan.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { decline, emit, say, type Talk } from "../talk.ts";
import { cariPegawai } from "../tanya/form/orang.ts";
import type { Command } from "./handler.ts";

/** A token holds 64 bytes at most; whoever has a longer id is invited by typing. */
const ID_DALAM_TOMBOL = 50;
/** More buttons than this belong into a list to type from. */
const TOMBOL_PALING_BANYAK = 12;

/** A code for a colleague without an account, single use. */
export const undang: Command = {
  untuk: (pegawai) => can(pegawai, "undang"),
  run: (talk, argumen) => {
    if (argumen === "") return list(talk);
    const found = cariPegawai(talk.world.kantor.pegawaiList, argumen);
    if (found === undefined) return decline(talk, "pegawai-tidak-dikenal", { cari: argumen });
    return talk.world.terhubung.has(found.id)
      ? decline(talk, "sudah-terhubung", { jabatan: found.jabatan })
      : invite(talk, found);
  },
};

function list(talk: Talk): Talk {
  const { kantor, terhubung } = talk.world;
  const unlinked = kantor.pegawaiList.filter(({ id }) => !terhubung.has(id));
  if (unlinked.length === 0) return say(talk, { teks: undanganText.habis });
  return say(talk, {
    teks: fill(undanganText.tanya, { jumlah: unlinked.length }),
    pilihan: unlinked
      .filter(({ id }) => id.length <= ID_DALAM_TOMBOL)
      .slice(0, TOMBOL_PALING_BANYAK)
      .map(({ id, jabatan }) => [{ id: `/undang ${id}`, judul: jabatan }]),
  });
}

function invite(talk: Talk, { id, jabatan }: Pegawai): Talk {
  const { talk: invited, kode, waktu, tautan } = makeCode(talk, id);
  const teks = lines(fill(undanganText.kode, { jabatan, kode, waktu }), tautan);
  return say(invited, { teks });
}

interface Kode {
  readonly talk: Talk;
  readonly kode: string;
  /** Until when it holds. */
  readonly waktu: Teks;
  /** The sentence with its address; empty where it has none. */
  readonly tautan: Teks;
}

/** A code that links one account to this pegawai. */
export function makeCode(talk: Talk, pegawaiId: PegawaiId): Kode {
  const { kodeUndangan: kode, tautanUndangan } = talk.world;
  const berlakuSampaiMs = undanganBerakhir(talk.world.nowMs);
  const oleh = talk.pegawai.id;
  const invited = emit(
    talk,
    { kind: "undangan", pegawaiId, kode, berlakuSampaiMs, oleh },
    { kind: "catat", jenis: "undangan", berkasId: null, oleh, data: { untuk: pegawaiId } },
  );
  return {
    talk: invited,
    kode,
    waktu: sebutWaktu(berlakuSampaiMs, talk.world.kantor.zonaWaktu),
    tautan: tautanUndangan === null ? "" : fill(undanganText.tautan, { tautan: tautanUndangan }),
  };
}
