import type { SebabAsing, SebabKode } from "../../core/conversation/stranger.ts";
import type { Masukan } from "../../core/conversation/world.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { Deps } from "../deps.ts";
import type { FromPerson } from "../ports/channel.ts";
import type { Undangan } from "../ports/rows.ts";

/** Somebody we know: a linked account, or a stranger with a valid invitation in hand. */
export type Known = { readonly kantorId: KantorId; readonly pegawaiId: PegawaiId } & (
  | { readonly jenis: "pegawai"; readonly akunId: string }
  | { readonly jenis: "undangan"; readonly undanganId: string; readonly kodeHash: string }
);

export type Authenticated = Known | { readonly jenis: "asing"; readonly sebab: SebabAsing };

/** Finds out who wrote: by their account, or by the invitation code they show. */
export async function authenticate(deps: Deps, event: FromPerson): Promise<Authenticated> {
  const account = await deps.offices.findAccount(event.from);
  if (account !== null) {
    const { id: akunId, kantorId, pegawaiId } = account;
    return { jenis: "pegawai", kantorId, pegawaiId, akunId };
  }
  const kode = codeOf(event);
  if (kode === null) return { jenis: "asing", sebab: "tanpa-kode" };
  if (!mayTry(deps, event)) return { jenis: "asing", sebab: "terlalu-sering" };
  return redeem(deps, kode);
}

function codeOf(event: FromPerson): string | null {
  const typed =
    event.type === "command" && event.name === "start"
      ? event.args
      : event.type === "text"
        ? /^\/?start\s+(\S+)$/i.exec(event.text.trim())?.[1]
        : undefined;
  const kode = typed?.trim().toUpperCase() ?? "";
  return kode === "" ? null : kode;
}

async function redeem(deps: Deps, kode: string): Promise<Authenticated> {
  const kodeHash = deps.random.hash(kode);
  const undangan = await findUndangan(deps, kodeHash);
  const sebab = refusalOf(deps, undangan);
  if (undangan === null || sebab !== null) return { jenis: "asing", sebab: sebab ?? "kode-salah" };
  const { kantorId, pegawaiId } = undangan;
  return { jenis: "undangan", kantorId, pegawaiId, undanganId: undangan.id, kodeHash };
}

/** The invitation a linked person shows, as they may mean it; null where they show none. */
export async function readKode(
  deps: Deps,
  event: FromPerson,
  who: Known,
): Promise<Extract<Masukan, { jenis: "kode" }> | null> {
  const kode = codeOf(event);
  if (kode === null) return null;
  if (!mayTry(deps, event)) return { jenis: "kode", undangan: "terlalu-sering" };
  const undangan = await findUndangan(deps, deps.random.hash(kode));
  const own = undangan?.kantorId === who.kantorId;
  const sebab = refusalOf(deps, undangan);
  // A link that is opened once more, used or not, is nobody's wish to move.
  if (own && undangan.pegawaiId === who.pegawaiId) return null;
  if (undangan === null || sebab !== null) {
    return { jenis: "kode", undangan: sebab ?? "kode-salah" };
  }
  const { id, pegawaiId, berlakuSampaiMs } = undangan;
  return {
    jenis: "kode",
    undangan: { id, pegawaiId: own ? pegawaiId : null, berlakuSampaiMs },
  };
}

/** The invitation with this code; that there is none is counted. */
async function findUndangan(deps: Deps, kodeHash: string): Promise<Undangan | null> {
  const undangan = await deps.store.findUndangan(kodeHash);
  if (undangan === null && deps.attempts.wrong(deps.clock.now()))
    deps.log.warn({}, "so many wrong invitation codes were shown that none is taken for a while");
  return undangan;
}

function refusalOf(deps: Deps, undangan: Undangan | null): SebabKode | null {
  if (undangan === null) return "kode-salah";
  if (undangan.dipakaiMs !== null) return "kode-terpakai";
  return undangan.berlakuSampaiMs < deps.clock.now() ? "kode-kedaluwarsa" : null;
}

/** Guessing is slow, from a linked phone too. */
const mayTry = ({ attempts, clock }: Deps, { from }: FromPerson): boolean =>
  attempts.allow(`${from.channelId}:${from.chat}`, clock.now());
