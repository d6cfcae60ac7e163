import { akunText } from "../../generated/teks.ts";
import { can } from "../authorize.ts";
import type { Pegawai } from "../kantor/schema.ts";
import { fill, type Teks } from "../pesan/teks.ts";
import { beginTalk, endTalk, say } from "./talk.ts";
import { openNow } from "./tugas/menu.ts";
import type { Outcome, Pelaku, World } from "./world.ts";

/** Greets somebody whose account was just linked, and shows what already waits for them. */
export function welcome(world: World, pelaku: Pelaku): Outcome {
  const { pegawai } = pelaku;
  const kepala = fill(akunText.terhubung, {
    jabatan: pegawai.jabatan,
    kantor: world.kantor.nama,
    kegunaan: purposeOf(world, pegawai),
  });
  const kosong = akunText.tanpaTugas;
  const talk = beginTalk(world, pelaku, "perintah");
  return endTalk(say(talk, openNow(world, pegawai, { kepala, kosong })));
}

/** Whoever has indikator fills them in; the others are there to decide, to collect, or to know. */
function purposeOf({ kantor }: World, pegawai: Pegawai): Teks {
  if (can(pegawai, "mulai-berkas")) return akunText.kegunaanPemeriksa;
  const fills = kantor.indikatorList.some((one) => one.penanggungJawab === pegawai.id);
  if (fills) return akunText.kegunaanPengisi;
  return can(pegawai, "tutup-pengumpulan") ? akunText.kegunaanPengumpul : akunText.kegunaanPenerima;
}
