import { can } from "../../core/authorize.ts";
import type { IsiBerkas } from "../../core/conversation/incoming/isi-berkas.ts";
import { readSlash, readWord } from "../../core/conversation/incoming/perintah.ts";
import { type Session, waitOf } from "../../core/conversation/session.ts";
import type { Masukan } from "../../core/conversation/world.ts";
import { openWaits } from "../../core/engine/holders.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { Pertanyaan, Pesan } from "../../core/pesan/pesan.ts";
import { berkasIdOf, berkasIdOfPrompt } from "../../core/pesan/token.ts";
import type { RevisiRealisasi } from "../../core/rekap/masukan.ts";
import type { Deps } from "../deps.ts";
import { readDipantau } from "../office/read-dipantau.ts";
import { pastRetention } from "../papers/retention.ts";
import type { Account, Office } from "../ports/rows.ts";
import type { Item } from "./item.ts";
import { type LoadedWorld, lajuMassal, sessionOf, withBerkas, worldOf } from "./load-world.ts";

/** The newest papers may belong to berkas that are closed: those of so many are loaded too. */
const BERKAS_TERBARU = 6;
/** Finished berkas that may be opened again, drawn or told of: those of a year and more. */
export const BERKAS_DIBUKA = 20;

/** The world these updates are decided in: with what only some of them look at. */
export async function loadFor(
  deps: Deps,
  kantorId: KantorId,
  items: readonly Item[],
): Promise<LoadedWorld> {
  const office = worldOf(deps, await deps.offices.get(kantorId, deps.clock.now()));
  const asked = (nama: string): boolean =>
    items.some((item) => asks(item, sessionOf(office.rows, item.who.pegawaiId), nama));
  const papers =
    asked("dokumen") || asked("bukti")
      ? await deps.store.berkasOfNewestNaskah(kantorId, BERKAS_TERBARU)
      : [];
  const finished =
    asked("bukakembali") ||
    asked("grafik") ||
    asked("lke") ||
    items.some((item) => dialogueOf(item, office) === "hadir-kembali")
      ? await deps.store.berkasSelesai(kantorId, BERKAS_DIBUKA)
      : [];
  const pointed = items.flatMap((item) => [
    ...pointedBerkas(item),
    ...promptedBerkas(item, office.rows),
    ...openBerkas(item, office.rows),
  ]);
  const revised = await withRevisi(deps, office, items);
  const ofRevisi = revised.world.revisiList.map(({ berkasId }) => berkasId);
  const full = await withBerkas(deps, revised, [...pointed, ...papers, ...finished, ...ofRevisi]);
  const open = items.some((item) => isMoving(item, full)) ? await withUndangan(deps, full) : full;
  const read = asked("status") ? await withRead(deps, open) : open;
  const watches = items.some((item) => looksAtOthers(item, full));
  const kept = items.some((item) => looksAtArsip(item, read)) ? await withArsip(deps, read) : read;
  return withUnsaid(deps, watches ? await withDipantau(deps, kept) : kept, items);
}

/** Whether somebody who watches over other offices asks for what is told of them. */
function looksAtOthers(item: Item, { rows, world }: LoadedWorld): boolean {
  const pegawai = world.kantor.pegawaiList.find(({ id }) => id === item.who.pegawaiId);
  if (pegawai === undefined || !can(pegawai, "pantau-kantor")) return false;
  const session = sessionOf(rows, pegawai.id);
  return (
    session.dialogue?.jenis === "siaran" ||
    ["status", "rekap", "grafik", "siaran", "ingatkan"].some((nama) => asks(item, session, nama))
  );
}

/** Whether an admin asks what is past its time, or is about to have it destroyed. */
function looksAtArsip(item: Item, { rows, world }: LoadedWorld): boolean {
  const pegawai = world.kantor.pegawaiList.find(({ id }) => id === item.who.pegawaiId);
  if (pegawai === undefined || !can(pegawai, "ubah-pegawai")) return false;
  const session = sessionOf(rows, pegawai.id);
  return session.dialogue?.jenis === "musnahkan" || asks(item, session, "arsip");
}

/** Copies of the database hold the data of every office: they are looked at on the command line alone. */
async function withArsip(deps: Deps, { world, ...rest }: LoadedWorld): Promise<LoadedWorld> {
  if (deps.penyimpanan === undefined) return { world, ...rest };
  const { arsip: retensi } = deps.penyimpanan;
  const { store, files, clock, random } = deps;
  const past = await pastRetention({ store, files, clock, random, retensi }, world);
  return { ...rest, world: { ...world, arsip: { ...past, retensi } } };
}

async function withDipantau(
  { store, channels }: Deps,
  { world, ...rest }: LoadedWorld,
): Promise<LoadedWorld> {
  const massal = ({ address }: Account): boolean =>
    lajuMassal(channels.get(address.channelId)) !== null;
  const dipantau = await readDipantau(store, world.kantor, { nowMs: world.nowMs, massal });
  return { ...rest, world: { ...world, dipantau } };
}

/** Whoever cannot be written to, or can again, is told elsewhere or anew what did not arrive. */
async function withUnsaid(
  { store }: Deps,
  { world, ...rest }: LoadedWorld,
  items: readonly Item[],
): Promise<LoadedWorld> {
  const isMarked = (akunId: string): boolean =>
    world.akunList.some(({ id, takTerjangkauMs }) => id === akunId && takTerjangkauMs !== null);
  const tertahan = new Map<string, readonly Pesan[]>();
  for (const { who, masukan } of items) {
    if (who.jenis !== "pegawai") continue;
    if (masukan.jenis === "tak-terjangkau" || isMarked(who.akunId))
      tertahan.set(who.akunId, await store.unsaidNews(world.kantor.id, who.akunId));
  }
  return { ...rest, world: { ...world, tertahan } };
}

/** Who changed a figure is asked of all its revisions, by its kode. */
async function withRevisi(
  { store }: Deps,
  { world, ...rest }: LoadedWorld,
  items: readonly Item[],
): Promise<LoadedWorld> {
  const kodeList = new Set(items.flatMap(({ masukan }) => askedKode(masukan) ?? []));
  const revisiList: RevisiRealisasi[] = [];
  for (const kode of kodeList) revisiList.push(...(await store.listRevisi(world.kantor.id, kode)));
  return { ...rest, world: { ...world, revisiList } };
}

/** The kode whose history somebody asks for; null where they ask for none. */
function askedKode(masukan: Masukan): string | null {
  if (masukan.jenis === "perintah") {
    return masukan.nama === "riwayat" ? masukan.argumen.trim() : null;
  }
  if (masukan.jenis !== "teks") return null;
  const called = readSlash(masukan.teks) ?? readWord(masukan.teks);
  return called?.nama === "riwayat" ? called.argumen.trim() : null;
}

/** Whether somebody was asked if their phone is to be another's; then the invitation must still stand. */
const isMoving = (item: Item, loaded: LoadedWorld): boolean =>
  dialogueOf(item, loaded) === "pindah";

const dialogueOf = ({ who }: Item, { rows }: LoadedWorld) =>
  sessionOf(rows, who.pegawaiId).dialogue?.jenis;

async function withUndangan(deps: Deps, { world, ...rest }: LoadedWorld): Promise<LoadedWorld> {
  const undanganList = await deps.store.listUndangan(world.kantor.id);
  const terbuka = undanganList.filter(({ dipakaiMs }) => dipakaiMs === null).map(({ id }) => id);
  return { ...rest, world: { ...world, undanganTerbuka: new Set(terbuka) } };
}

/** What was read is asked of the outbox only for those who look at the board. */
async function withRead(deps: Deps, { world, ...rest }: LoadedWorld): Promise<LoadedWorld> {
  const waits = [...world.berkasById.values()].flatMap(({ state }) => openWaits(state));
  const dibaca = await deps.store.readPrompts(
    world.kantor.id,
    waits.map(({ id }) => id),
  );
  return { ...rest, world: { ...world, dibaca } };
}

/** Choices, and sheets of figures that come back, may point at berkas that are closed by now. */
function pointedBerkas({ masukan }: Pick<Item, "masukan">): readonly string[] {
  if (masukan.jenis === "berkas-masuk") {
    return pointedByFile(masukan.isi);
  }
  if (masukan.jenis === "lembar" || masukan.jenis === "bukti-lembar") {
    return [masukan.tanda.berkasId];
  }
  if (masukan.jenis === "ralat" || masukan.jenis === "hapus") {
    return (masukan.jejak?.jawaban ?? []).flatMap(({ waitId }) => berkasIdOfPrompt(waitId) ?? []);
  }
  const berkasId = pointedBy(masukan);
  return berkasId === null ? [] : [berkasId];
}

/** The id of a paper begins with that of its berkas. */
function pointedByFile(isi: IsiBerkas | null): readonly string[] {
  if (isi?.jenis === "format") return [isi.tanda.berkasId];
  return isi?.jenis === "naskah" && isi.tanda !== null ? [isi.tanda.replace(/-n\d+$/, "")] : [];
}

function pointedBy(masukan: Masukan): string | null {
  if ("token" in masukan) return berkasIdOf(masukan.token);
  if (masukan.jenis === "suara-ditarik") return berkasIdOfPrompt(masukan.promptId);
  return masukan.jenis === "teks" ? berkasIdOfPrompt(answeredBy(masukan)?.promptId ?? "") : null;
}

/** What the message asked that a text was written as an answer to, where that is known. */
const answeredBy = ({ menjawab }: Extract<Masukan, { jenis: "teks" }>): Pertanyaan | undefined =>
  menjawab === "dilipat" ? undefined : menjawab;

/** The berkas an update is about: those it points at, and the one its sender is in the middle of. */
export function concernedBerkas(
  masukan: Masukan,
  { dialogue, prompt }: Session,
): readonly string[] {
  // Nobody answers anything by being out of reach, or back.
  if (masukan.jenis === "tak-terjangkau" || masukan.jenis === "terjangkau") return [];
  const pointed = pointedBerkas({ masukan });
  const isTap = masukan.jenis === "pilihan" || masukan.jenis === "suara";
  if (masukan.jenis === "perintah" || (isTap && pointed.length > 0)) return pointed;
  const asked = berkasIdOfPrompt(prompt?.promptId ?? "");
  return [...pointed, ...berkasOfDialogue(dialogue), ...(asked === null ? [] : [asked])];
}

/** A dialogue may be about a berkas that is closed. */
const openBerkas = ({ who }: Item, office: Office): readonly string[] =>
  berkasOfDialogue(sessionOf(office, who.pegawaiId).dialogue);

function berkasOfDialogue(dialogue: Session["dialogue"]): readonly string[] {
  if (dialogue !== null && "berkasId" in dialogue.hal) return [dialogue.hal.berkasId];
  const berkasId = berkasIdOfPrompt(waitOf(dialogue) ?? "");
  return berkasId === null ? [] : [berkasId];
}

/** The choices a text may mean can belong to a berkas that closed since they were shown. */
function promptedBerkas({ masukan, who }: Item, office: Office): readonly string[] {
  if (masukan.jenis !== "teks") return [];
  const berkasId = berkasIdOfPrompt(sessionOf(office, who.pegawaiId).prompt?.promptId ?? "");
  return berkasId === null ? [] : [berkasId];
}

/** Whether somebody means this command: by itself, its word, or a typed choice where it was shown. */
function asks({ masukan }: Item, { prompt }: Session, nama: string): boolean {
  if (masukan.jenis === "perintah") return masukan.nama === nama;
  if (masukan.jenis !== "teks") return false;
  const [word = ""] = masukan.teks.trim().toLowerCase().replace(/^\//, "").split(/\W/);
  if (readWord(masukan.teks)?.nama === nama) return true;
  const shown = [...(prompt?.pilihan ?? []), ...(answeredBy(masukan)?.pilihan ?? [])];
  const listed = shown.some(({ id }) => id === `/${nama}` || id.startsWith(`/${nama} `));
  return listed || word === nama;
}
