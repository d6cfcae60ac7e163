import type { TabelDokumen } from "../../core/berkas-kantor/impor/dokumen.ts";
import type { IsiBerkas } from "../../core/conversation/incoming/isi-berkas.ts";
import type { IsiBaris, LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";
import type { Masukan } from "../../core/conversation/world.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { BarisMasuk, SelMasuk } from "../../core/kinerja/format/index.ts";
import { tokenOf } from "../../core/pesan/token.ts";
import type { Deps } from "../deps.ts";
import { DOCX_MIME } from "../papers/naskah-file.ts";
import type {
  Address,
  FromPerson,
  InboundContent,
  OutgoingFile,
  Written,
} from "../ports/channel.ts";
import type { FileStore } from "../ports/files.ts";
import type { Store } from "../ports/store.ts";
import { sidikOf } from "./sidik.ts";

/** More than this no evidence needs; Telegram hands out 20 MB at most. */
export const BUKTI_MAX_BYTE = 20_000_000;

/** What taking in an update needs of the world. */
export type MasukanDeps = Pick<Deps, "channels" | "documents"> & {
  readonly random: Pick<Deps["random"], "hash">;
  readonly files: Pick<FileStore, "put" | "get">;
  readonly store: Pick<Store, "findNaskah" | "findPertanyaan" | "findJejak">;
};

/** What a person of an office did, with files fetched and stored; the wire is forgotten here. */
export const toMasukan = async (
  deps: MasukanDeps,
  event: FromPerson,
  kantorId: KantorId,
): Promise<Masukan> => read(deps, event, kantorId);

type EventOf<T extends FromPerson["type"]> = Extract<FromPerson, { readonly type: T }>;

const read = <T extends FromPerson["type"]>(
  deps: MasukanDeps,
  event: EventOf<T> & { readonly type: T },
  kantorId: KantorId,
): Masukan | Promise<Masukan> => readers[event.type](deps, event, kantorId);

/** How each kind of event is read: one without its own does not compile. */
const readers: {
  readonly [T in FromPerson["type"]]: (
    deps: MasukanDeps,
    event: EventOf<T>,
    kantorId: KantorId,
  ) => Masukan | Promise<Masukan>;
} = {
  text: (deps, event) => fromText(deps, event.from, event),
  command: (_, { name, args }) => ({ jenis: "perintah", nama: name, argumen: readable(args) }),
  choice: (_, { token }) => fromToken(readable(token), "pilihan"),
  vote: (deps, event) => fromVote(deps, event.from, event),
  file: takeFile,
  sheet: (_, event) => ({ jenis: "lembar", ...legibleSheet(event) }),
  evidence: (_, { tanda, kode, bukti }) => ({ jenis: "bukti-lembar", tanda, kode, bukti }),
  unsupported: () => ({ jenis: "tak-didukung" }),
  reach: (_, event) =>
    event.reachable
      ? { jenis: "terjangkau", sampaiMs: event.saidMs ?? null }
      : { jenis: "tak-terjangkau" },
  edited: (deps, event) => fromEdit(deps, event.from, event),
  deleted: async ({ store }, { from, of }) => ({
    jenis: "hapus",
    jejak: await store.findJejak(from, of),
  }),
};

/** What an edited message led to is looked up; one that says what it said before changed its looks. */
async function fromEdit(
  { store, random }: MasukanDeps,
  from: Address,
  edit: Extract<InboundContent, { type: "edited" }>,
): Promise<Masukan> {
  const jejak = await store.findJejak(from, edit.of);
  const same = jejak?.sidik === sidikOf(random, edit);
  const teks = same ? null : readable(textOf(edit.now));
  return { jenis: "ralat", teks, jejak, terakhir: edit.last };
}

function textOf(now: Written): string {
  switch (now.type) {
    case "text":
      return now.text;
    case "command":
      return `/${now.name} ${now.args}`;
    case "file":
      return now.caption;
    case "unsupported":
      return "";
  }
}

/** A text may point at an earlier message; what that one asked is looked up in what was sent. */
async function fromText(
  { store }: MasukanDeps,
  from: Address,
  { text, quoted }: Extract<InboundContent, { type: "text" }>,
): Promise<Masukan> {
  const menjawab = quoted === undefined ? null : await store.findPertanyaan(from, quoted);
  return { jenis: "teks", teks: readable(text), ...(menjawab !== null && { menjawab }) };
}

/** The poll was sent with the choices in this order; one that is not known any more is an old one. */
async function fromVote(
  { store }: MasukanDeps,
  from: Address,
  { poll, nomor }: Extract<InboundContent, { type: "vote" }>,
): Promise<Masukan> {
  const found = await store.findPertanyaan(from, poll);
  const asked = found === "dilipat" ? null : found;
  const promptId = asked?.promptId ?? "";
  if (nomor === null) return { jenis: "suara-ditarik", promptId };
  const id = asked?.pilihan[nomor]?.id;
  const token = id === undefined ? "" : tokenOf(promptId === "" ? null : promptId, id);
  return fromToken(token, "suara");
}

/** A choice may stand for a command: "/tugas k3f9.7". */
function fromToken(token: string, jenis: "pilihan" | "suara"): Masukan {
  const command = /^\/(\w+)(?:\s+(.*))?$/s.exec(token);
  if (command?.[1] === undefined) return { jenis, token };
  return { jenis: "perintah", nama: command[1], argumen: command[2] ?? "" };
}

async function takeFile(
  deps: MasukanDeps,
  { channelId, file, caption }: Extract<FromPerson, { readonly type: "file" }>,
  kantorId: KantorId,
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
  const [nama, mime] = [readableName(file.nama), readable(file.mime)];
  const read = await deps.documents.bacaBerkas(data, nama, mime);
  const isi = await withDasar(deps, read, kantorId);
  return {
    jenis: "berkas-masuk",
    bukti: await storeFile(deps, { data, nama, mime }),
    keterangan: readable(caption),
    isi: isi && legible(isi),
  };
}

/** Keeps a file somebody sent. */
export async function storeFile(
  { files, documents }: Pick<MasukanDeps, "files" | "documents">,
  { data, nama, mime }: OutgoingFile,
): Promise<Bukti> {
  const bukti = await files.put(data, nama, mime);
  const tandaTangan = await documents.tandaTanganPdf(data);
  return tandaTangan === 0 ? bukti : { ...bukti, tandaTangan };
}

/** The text an edited report was made from, out of our own copy, so that it can be compared. */
async function withDasar(
  { store, files, documents }: MasukanDeps,
  isi: IsiBerkas | null,
  kantorId: KantorId,
): Promise<IsiBerkas | null> {
  if (isi?.jenis !== "naskah" || isi.tanda === null) return isi;
  const record = await store.findNaskah(kantorId, isi.tanda);
  const file = record?.fileList.find(({ mime }) => mime === DOCX_MIME);
  const data = file === undefined ? null : await files.get(file.hash);
  if (file === undefined || data === null) return isi;
  const dasar = await documents.bacaBerkas(data, file.nama, file.mime);
  return dasar?.jenis === "naskah" ? { ...isi, dasar: dasar.alineaList.map(readable) } : isi;
}

/** What a file says is quoted in messages like anything that was typed. */
function legible(isi: IsiBerkas): IsiBerkas {
  switch (isi.jenis) {
    case "ditolak":
      return isi;
    case "naskah":
      return {
        ...isi,
        alineaList: isi.alineaList.map(readable),
        ...(isi.tabelList !== undefined && { tabelList: isi.tabelList.map(legibleTable) }),
      };
    case "rencana":
      return { ...isi, tabelList: isi.tabelList.map(legibleTable) };
    case "libur":
      return { ...isi, daftar: readable(isi.daftar) };
    case "buku":
      return {
        ...isi,
        lembarList: isi.lembarList.map(({ nama, selList }) => ({
          nama: readable(nama),
          selList: selList.map((sel) => ({ ...sel, isi: legibleCell(sel.isi) })),
        })),
      };
    case "format":
      return { ...isi, barisList: isi.barisList.map(legibleRow) };
    case "tabel":
      return {
        ...isi,
        tabelList: isi.tabelList.map((tabel) =>
          tabel.map((sel) => ({ ...sel, isi: legibleCell(sel.isi) })),
        ),
      };
  }
}

const legibleTable = ({ tempat, judulList, selList }: TabelDokumen): TabelDokumen => ({
  tempat: readable(tempat),
  judulList: judulList.map(readable),
  selList: selList.map((sel) => ({ ...sel, teks: readable(sel.teks) })),
});

const legibleRow = ({ kode, ...baris }: BarisMasuk): BarisMasuk => ({
  nomor: baris.nomor,
  kode: kode && readable(kode),
  realisasi: legibleCell(baris.realisasi),
  penyebut: baris.penyebut && legibleCell(baris.penyebut),
  keterangan: baris.keterangan && legibleCell(baris.keterangan),
});

const legibleSheet = ({
  tanda,
  barisList,
  kirim,
}: Extract<FromPerson, { readonly type: "sheet" }>): LembarMasuk => ({
  tanda,
  kirim,
  barisList: barisList.map((baris) => ({ ...baris, isi: legibleRowOf(baris.isi) })),
});

const legibleRowOf = (isi: IsiBaris): IsiBaris => ({
  realisasi: readable(isi.realisasi),
  penyebut: readable(isi.penyebut),
  keterangan: readable(isi.keterangan),
  tindakLanjut: readable(isi.tindakLanjut),
  pendukung: readable(isi.pendukung),
  pelaksanaan: isi.pelaksanaan,
});

const legibleCell = (sel: SelMasuk): SelMasuk =>
  sel.jenis === "teks" ? { ...sel, teks: readable(sel.teks) } : sel;

/**
 * What people can read of a text. Control characters and halves of characters would be refused by
 * one database or service or another, and with them the message that quotes them.
 */
export const readable = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD");

/** Names of files lose what turns the direction of writing as well: "fotogpj.exe" must not read "fotoexe.jpg". */
const readableName = (nama: string): string =>
  readable(nama).replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\n\t]/g, "");
