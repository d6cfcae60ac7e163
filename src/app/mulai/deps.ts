import type { Tersedia } from "../../core/berkas-kantor/isi.ts";
import type { Deps } from "../deps.ts";
import type { TautanUndangan } from "../office/kartu.ts";
import type { Documents } from "../ports/documents.ts";
import type { KeadaanMulai } from "../ports/mulai.ts";

/** What the first run of an office is given by the composition root. */
export interface FirstRunDeps
  extends Pick<Deps, "store" | "files" | "random" | "clock" | "log" | "kamus"> {
  readonly documents: Documents;
  /** The sheets and calendars there are. */
  readonly tersedia: () => Promise<Tersedia>;
  /** How the program was started. */
  readonly cara: KeadaanMulai["cara"];
  readonly token: boolean;
  /** Whether a messenger is turned on. */
  readonly connected: boolean;
  /** Addresses for codes; asked once for each sheet of cards. */
  readonly tautan: () => Promise<TautanUndangan>;
}
