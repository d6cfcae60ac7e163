import type { IsiBerkas } from "../core/conversation/isi-berkas.ts";
import type { Masukan } from "../core/conversation/world.ts";
import type { BarisMasuk, SelMasuk } from "../core/kinerja/format.ts";
import type { Deps } from "./deps.ts";
import type { FileRef, InboundContent } from "./ports/channel.ts";

/** More than this no evidence needs; Telegram hands out 20 MB at most. */
export const BUKTI_MAX_BYTE = 20_000_000;

/** What taking in an update needs of the world. */
export type MasukanDeps = Pick<Deps, "channels" | "files" | "documents">;

/** What a person did, with files fetched and stored; the wire is forgotten here. */
export async function toMasukan(
  deps: MasukanDeps,
  channelId: string,
  content: InboundContent,
): Promise<Masukan> {
  switch (content.type) {
    case "text":
      return { jenis: "teks", teks: readable(content.text) };
    case "command":
      return { jenis: "perintah", nama: content.name, argumen: readable(content.args) };
    case "choice":
      return fromToken(readable(content.token));
    case "file":
      return takeFile(deps, channelId, content.file, content.caption);
    case "unsupported":
      return { jenis: "tak-didukung" };
  }
}

/** A button may stand for a command: "/tugas k3f9.7". */
function fromToken(token: string): Masukan {
  const command = /^\/(\w+)(?:\s+(.*))?$/s.exec(token);
  if (command?.[1] === undefined) return { jenis: "pilihan", token };
  return { jenis: "perintah", nama: command[1], argumen: command[2] ?? "" };
}

async function takeFile(
  deps: MasukanDeps,
  channelId: string,
  file: FileRef,
  keterangan: string,
): Promise<Masukan> {
  const channel = deps.channels.get(channelId);
  if (channel === undefined) return { jenis: "berkas-ditolak", sebab: "tak-terunduh" };
  const limitByte = Math.min(BUKTI_MAX_BYTE, channel.caps.fileInMaxByte);
  if (file.ukuranByte === 0) return { jenis: "berkas-ditolak", sebab: "kosong" };
  if ((file.ukuranByte ?? 0) > limitByte) {
    return { jenis: "berkas-ditolak", sebab: "terlalu-besar" };
  }
  const data = await channel.download(file, limitByte);
  if ("gagal" in data) return { jenis: "berkas-ditolak", sebab: data.gagal };
  if (data.byteLength === 0) return { jenis: "berkas-ditolak", sebab: "kosong" };
  const [nama, mime] = [readable(file.nama), readable(file.mime)];
  const isi = await deps.documents.bacaBerkas(data, nama, mime);
  const bukti = await deps.files.put(data, nama, mime);
  return {
    jenis: "berkas-masuk",
    bukti,
    keterangan: readable(keterangan),
    isi: isi && legible(isi),
  };
}

/** What a file says is quoted in messages like anything that was typed. */
function legible(isi: IsiBerkas): IsiBerkas {
  switch (isi.jenis) {
    case "ditolak":
      return isi;
    case "naskah":
      return { ...isi, alineaList: isi.alineaList.map(readable) };
    case "format":
      return { ...isi, barisList: isi.barisList.map(legibleRow) };
  }
}

const legibleRow = ({ kode, ...baris }: BarisMasuk): BarisMasuk => ({
  nomor: baris.nomor,
  kode: kode && readable(kode),
  realisasi: legibleCell(baris.realisasi),
  penyebut: baris.penyebut && legibleCell(baris.penyebut),
  keterangan: baris.keterangan && legibleCell(baris.keterangan),
});

const legibleCell = (sel: SelMasuk): SelMasuk =>
  sel.jenis === "teks" ? { ...sel, teks: readable(sel.teks) } : sel;

/**
 * What people can read of a text. Control characters and halves of characters would be refused by
 * one database or service or another, and with them the message that quotes them.
 */
const readable = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD");
