import type { SebabAsing } from "../core/conversation/stranger.ts";
import type { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { Deps } from "./deps.ts";
import type { FromPerson } from "./ports/channel.ts";

/** Somebody we know: a linked account, or a stranger with a valid invitation in hand. */
export type Known = { readonly kantorId: KantorId; readonly pegawaiId: PegawaiId } & (
  | { readonly jenis: "pegawai"; readonly akunId: string }
  | { readonly jenis: "undangan"; readonly undanganId: string; readonly kodeHash: string }
);

export type Authenticated = Known | { readonly jenis: "asing"; readonly sebab: SebabAsing };

/** Finds out who wrote: by their account, or by the invitation code they show. */
export async function authenticate(deps: Deps, event: FromPerson): Promise<Authenticated> {
  const account = await deps.store.findAccount(event.from);
  if (account !== null) {
    const { id: akunId, kantorId, pegawaiId } = account;
    return { jenis: "pegawai", kantorId, pegawaiId, akunId };
  }
  const kode = codeOf(event);
  if (kode === null) return { jenis: "asing", sebab: "tanpa-kode" };
  if (!deps.attempts.allow(`${event.from.channelId}:${event.from.chat}`, deps.clock.now())) {
    return { jenis: "asing", sebab: "terlalu-sering" };
  }
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
  const undangan = await deps.store.findUndangan(kodeHash);
  if (undangan === null) return { jenis: "asing", sebab: "kode-salah" };
  if (undangan.dipakaiMs !== null) return { jenis: "asing", sebab: "kode-terpakai" };
  if (undangan.berlakuSampaiMs < deps.clock.now()) {
    return { jenis: "asing", sebab: "kode-kedaluwarsa" };
  }
  const { kantorId, pegawaiId } = undangan;
  return { jenis: "undangan", kantorId, pegawaiId, undanganId: undangan.id, kodeHash };
}
