import { z } from "zod";
import type { Halangan } from "./halangan.ts";
import { PegawaiId, Peran } from "./peran.ts";

/** The operator at the command line, by the office file they loaded: `operator:peraga.yaml`. */
export const Operator = z.templateLiteral(["operator:", z.string()]);
export type Operator = z.infer<typeof Operator>;

/** Whoever the log says did something: a person, the operator, or the program by itself. */
export const Pencatat = z.union([z.literal("sistem"), Operator, PegawaiId]);
export type Pencatat = z.infer<typeof Pencatat>;

const AWALAN = "operator:";

/** The operator who loaded this office file, as the log names them. */
export const operatorOf = (berkas: string): Operator => `${AWALAN}${berkas}`;

/** The operator at the command line, without a file. */
export const OPERATOR: Operator = `${AWALAN}baris perintah`;

/** What is known of people who left. */
export const PEJABAT_SEBELUMNYA = "pejabat sebelumnya";

/** "Berkas kantor peraga.yaml, operator"; null for everybody else. */
export const operatorText = (oleh: Pencatat): string | null =>
  oleh === OPERATOR
    ? "Operator, lewat baris perintah"
    : oleh.startsWith(AWALAN)
      ? `Berkas kantor ${oleh.slice(AWALAN.length)}, operator`
      : null;

/** Languages people are written to in; what is missing in one is said in Indonesian. */
export const Bahasa = z.enum(["id", "en"]);
export type Bahasa = z.infer<typeof Bahasa>;

/** One person of the office. `atasan` receives escalations; without it the Sekcam does. */
export const Pegawai = z.strictObject({
  id: PegawaiId,
  nama: z.string().min(1).max(120),
  jabatan: z.string().min(1).max(120),
  peran: z.array(Peran).min(1),
  nip: z.string().max(30).optional(),
  atasan: PegawaiId.optional(),
  /** Whoever had this desk before and is in the file no more: what waited for them waits for this one. */
  menggantikan: PegawaiId.optional(),
  /** The language they read; without it that of the office. */
  bahasa: Bahasa.optional(),
});
/** Somebody as the office file, or a change made since, writes them down. */
export type PegawaiTercatat = z.infer<typeof Pegawai>;
/** The same, as they stand at an instant. */
export type Pegawai = PegawaiTercatat & {
  /** Where they stand at the instant the office is looked at (`kantorPada`). */
  readonly kini?: Kedudukan;
};

/** What the absences of an office make of one person at one instant. */
export interface Kedudukan {
  /** The roles of their own post, whoever holds them for the time being. */
  readonly peranSendiri: readonly Peran[];
  /** Why they are away; null while they are not. */
  readonly halangan: Halangan | null;
  /** The posts they stand in for. */
  readonly mewakili: readonly Halangan[];
}

/** Whose desks are this person's now: their own, unless somebody stands in, and those they stand in for. */
export const mejaOf = ({ id, kini }: Pegawai): readonly PegawaiId[] => [
  ...(isDiwakili(kini?.halangan) ? [] : [id]),
  ...(kini?.mewakili ?? []).map(({ jabatan }) => jabatan.pegawaiId),
];

/** Whether somebody else holds the post of whoever is away for this. */
export const isDiwakili = (halangan: Halangan | null | undefined): boolean =>
  halangan !== null && halangan !== undefined && halangan.wakil !== null;

/** Whether somebody is away now, whoever stands in. */
export const isBerhalangan = ({ kini }: Pegawai): boolean => (kini?.halangan ?? null) !== null;

/** The roles of somebody's own post, also while another holds them. */
export const peranSendiri = ({ peran, kini }: Pegawai): readonly Peran[] =>
  kini?.peranSendiri ?? peran;

/** An id for somebody new from what their office is called: "kasi-pelayanan-2" where the first is taken. */
export function idPegawai(
  pegawaiList: readonly { readonly id: string }[],
  jabatan: string,
): PegawaiId {
  const words = jabatan
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const stem = words.slice(0, 50).replace(/-+$/, "") || "pegawai";
  const taken = new Set<string>(pegawaiList.map(({ id }) => id));
  let id = stem;
  for (let ke = 2; taken.has(id); ke += 1) id = `${stem}-${ke}`;
  return PegawaiId.parse(id);
}
