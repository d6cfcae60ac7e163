import { can } from "../authorize.ts";
import { akunText } from "../pesan/akun.ts";
import { fill } from "../pesan/template.ts";
import { openNow } from "./menu.ts";
import { beginTalk, endTalk, say } from "./talk.ts";
import type { Outcome, Pelaku, World } from "./world.ts";

/** Greets somebody whose account was just linked, and shows what already waits for them. */
export function welcome(world: World, pelaku: Pelaku): Outcome {
  const { pegawai } = pelaku;
  const kepala = fill(akunText.terhubung, {
    jabatan: pegawai.jabatan,
    kantor: world.kantor.nama,
    kegunaan: purposeOf(pelaku),
  });
  const kosong = fill(akunText.tanpaTugas, {});
  const talk = beginTalk(world, pelaku, "perintah");
  return endTalk(say(talk, openNow(world, pegawai, { kepala, kosong })));
}

function purposeOf({ pegawai }: Pelaku): string {
  if (can(pegawai, "mulai-berkas")) return akunText.kegunaanPemeriksa;
  return can(pegawai, "isi-realisasi") ? akunText.kegunaanPengisi : akunText.kegunaanPenerima;
}
