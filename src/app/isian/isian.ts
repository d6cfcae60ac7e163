import { sheetsOf } from "../../core/conversation/command/isi.ts";
import { neverEvidence } from "../../core/conversation/incoming/file.ts";
import type { BuktiMasuk, LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";
import { type Sheet, sheetOf } from "../../core/conversation/tanya/form/isian/sheet.ts";
import { periksaLembar } from "../../core/conversation/tanya/form/isian/table-check.ts";
import { lembarIsian } from "../../core/conversation/tanya/form/isian/table-view.ts";
import type { World } from "../../core/conversation/world.ts";
import type { Pegawai } from "../../core/kantor/schema.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import type { Address, FromPerson } from "../ports/channel.ts";
import type { Diterima, Isian, MejaIsian } from "../ports/isian.ts";
import type { Timing } from "../ports/timing.ts";
import { worldOf } from "../turn/load-world.ts";
import { readOffice } from "../turn/offices.ts";
import { readable, storeFile } from "../turn/to-masukan.ts";

export interface IsianDeps extends Pick<Deps, "store" | "clock" | "kamus" | "files" | "documents"> {
  /** The channel whose people open the page. */
  readonly channelId: string;
  readonly timing: Timing;
  /** Hands an act over as the channel does; resolves once it is stored. */
  readonly receive: (event: FromPerson) => Promise<void>;
}

/** The page looks at an office as it is stored, and acts by events of its channel like any message there. */
export const createIsian = (deps: IsianDeps): Isian => ({
  async meja(chat) {
    const desk = await deskOf(deps, chat);
    return desk && mejaOf(desk);
  },
  async periksa(chat, { tanda, barisList }) {
    const desk = await deskOf(deps, chat);
    const sheet = desk?.sheetList.find(({ wait }) => wait.id === tanda.waitId);
    if (desk === null) return null;
    return sheet === undefined ? [] : periksaLembar(sheet, barisList);
  },
  async kirim(chat, { id, ...lembar }) {
    if ((await deskOf(deps, chat)) === null) return null;
    return act(deps, { chat, id }, { type: "sheet", ...lembar });
  },
  async lampirkan(chat, { id, tanda, kode }, { data, ...sent }) {
    const desk = await deskOf(deps, chat);
    if (desk === null) return null;
    const file = { data, nama: readable(sent.nama), mime: readable(sent.mime) };
    const isi = await deps.documents.bacaBerkas(file.data, file.nama, file.mime);
    const code = neverEvidence(isi);
    if (code !== null) {
      const { world, pegawai } = desk;
      const kata = inPlainWords(pembacaOf(world, pegawai.id), penolakanText(code, {}));
      return { ditolak: kata };
    }
    const bukti = await storeFile(deps, file);
    return act(deps, { chat, id }, { type: "evidence", tanda, kode, bukti });
  },
});

/** Whoever has this chat, in their office as it is now. */
interface Desk {
  readonly world: World;
  readonly pegawai: Pegawai;
  readonly sheetList: readonly Sheet[];
}

async function deskOf(deps: IsianDeps, chat: string): Promise<Desk | null> {
  const { store, clock, channelId } = deps;
  const account = await store.findAccount({ channelId, chat });
  if (account === null) return null;
  const { world } = worldOf(deps, await readOffice(store, account.kantorId, clock.now()));
  const pegawai = world.kantor.pegawaiList.find(({ id }) => id === account.pegawaiId);
  if (pegawai === undefined) return null;
  const sheetList = sheetsOf(world, pegawai).flatMap(({ wait }) => sheetOf(world, wait.id) ?? []);
  return { world, pegawai, sheetList };
}

const mejaOf = ({ world, pegawai, sheetList }: Desk): MejaIsian => ({
  bahasa: pembacaOf(world, pegawai.id).bahasa,
  nama: pegawai.nama,
  kantor: world.kantor.nama,
  lembarList: sheetList.map(lembarIsian),
});

/** What may be done on the page. */
type Act =
  | ({ readonly type: "sheet" } & LembarMasuk)
  | ({ readonly type: "evidence" } & BuktiMasuk);

/** One act of the page becomes one event of its person's chat; the same id once more changes nothing. */
async function act(
  deps: IsianDeps,
  { chat, id }: { readonly chat: string; readonly id: string },
  content: Act,
): Promise<Diterima | null> {
  const { channelId, clock, receive } = deps;
  const from: Address = { channelId, chat };
  const eventId = `${channelId}:isian:${chat}:${id}`;
  await receive({ channelId, eventId, atMs: clock.now(), from, nama: null, ...content });
  const diputuskan = await isDecided(deps, eventId);
  const desk = await deskOf(deps, chat);
  return desk && { ...mejaOf(desk), diputuskan };
}

/** Another process may be the one that works on the office; so long it is waited for. */
const WAIT_MS = 250;
const WAITS_MAX = 20;

async function isDecided({ store, timing }: IsianDeps, eventId: string): Promise<boolean> {
  for (let waits = 0; waits < WAITS_MAX; waits += 1) {
    if ((await store.knownInbox([eventId])).has(eventId)) return true;
    await timing.sleep(WAIT_MS);
  }
  return false;
}
