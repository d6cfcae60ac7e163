import { akunText } from "../../generated/teks.ts";
import { can } from "../authorize.ts";
import type { Pegawai, PegawaiId } from "../kantor/schema.ts";
import { fill, type Teks } from "../pesan/teks.ts";
import { sayTo } from "../pesan/ucap.ts";
import { serahTerimaUcapan } from "./serah-terima.ts";
import { beginTalk, emit, endTalk, readerOf, say } from "./talk.ts";
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
  const greeted = say(talk, openNow(world, pegawai, { kepala, kosong }));
  const dari = pendahuluOf(world.kantor, pegawai.id);
  if (dari === null) return endTalk(greeted);
  // Beside the greeting, whose choices stay the ones that can be typed.
  const pesan = sayTo(readerOf(talk), serahTerimaUcapan(world, dari, pegawai.id));
  return endTalk(
    emit(greeted, { kind: "pesan", kepada: { ke: "asal" }, prioritas: "balasan", pesan }),
  );
}

/** Whom somebody replaced, as long as nobody else has been told of it. */
function pendahuluOf(
  kantor: World["kantor"],
  ke: PegawaiId,
): Pick<Pegawai, "id" | "nama" | "jabatan"> | null {
  const dari = kantor.pegawaiList.find(({ id }) => id === ke)?.menggantikan;
  const known = (kantor.kepemilikanList ?? []).findLast(({ pegawaiId }) => pegawaiId === dari);
  return dari === undefined || known === undefined
    ? null
    : { id: dari, nama: known.nama, jabatan: known.jabatan };
}

/** Whoever has indikator fills them in; the others are there to decide, to collect, or to know. */
function purposeOf({ kantor }: World, pegawai: Pegawai): Teks {
  if (can(pegawai, "mulai-berkas")) return akunText.kegunaanPemeriksa;
  const fills = kantor.indikatorList.some((one) => one.penanggungJawab === pegawai.id);
  if (fills) return akunText.kegunaanPengisi;
  return can(pegawai, "tutup-pengumpulan") ? akunText.kegunaanPengumpul : akunText.kegunaanPenerima;
}
