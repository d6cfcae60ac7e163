import { z } from "zod";
import type { Dikirim, Dilampirkan, Diperiksa } from "../../app/ports/isian.ts";
import { BarisLembar, LembarMasuk } from "../../core/conversation/incoming/lembar-masuk.ts";
import { TandaFormat } from "../../core/kinerja/format/index.ts";
import { fileFields } from "../bytes.ts";

/** Drawn by chance on the page. */
const Id = z.string().regex(/^[\w-]{16,64}$/);

/** Rows to be looked at, as the page sends them. */
export const DiperiksaJson = LembarMasuk.pick({
  tanda: true,
  barisList: true,
}) satisfies z.ZodType<Diperiksa>;

/** Figures to be taken. */
export const DikirimJson = z.strictObject({
  id: Id,
  ...LembarMasuk.shape,
}) satisfies z.ZodType<Dikirim>;

/** A file, whose bytes are the body: the rest stands in the address, and nothing of it is a secret. */
export const UnggahanQuery = z
  .strictObject({
    ...TandaFormat.shape,
    id: Id,
    kode: BarisLembar.shape.kode,
    ...fileFields,
  })
  .transform(
    ({ nama, mime, id, kode, ...tanda }): Unggahan => ({ nama, mime, about: { id, kode, tanda } }),
  );

interface Unggahan {
  readonly nama: string;
  readonly mime: string;
  readonly about: Dilampirkan;
}
