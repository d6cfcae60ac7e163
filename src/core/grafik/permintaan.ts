import type { BerkasId } from "../engine/state.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";

/** What of every office of a kabupaten is compared. */
export type MacamKabupaten = "capaian" | "ketepatan";

/** Which chart is wanted. */
export type PermintaanGrafik =
  | {
      readonly macam: "capaian";
      readonly periode: Periode;
      /** Only the indikator of this person, or all. */
      readonly unit: PegawaiId | null;
    }
  /** The four triwulan that end with this period. */
  | { readonly macam: "tren"; readonly kode: string; readonly periode: Periode }
  | { readonly macam: "papan"; readonly berkasId: BerkasId; readonly periode: Periode }
  | { readonly macam: "ketepatan"; readonly periode: Periode };
