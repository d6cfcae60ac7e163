import { z } from "zod";
import {
  type Pembuka,
  SLOT,
  slotList,
  type TemplatPembuka,
} from "../../core/pesan/templat-pembuka.ts";
import type { GraphApi } from "./api.ts";

/** Whether a template says what is to be said, in the reader's language. */
export const isTemplatOf = (
  { jenis, bahasa }: TemplatPembuka,
  wanted: Pick<Pembuka, "jenis" | "bahasa">,
): boolean => jenis === wanted.jenis && bahasa === wanted.bahasa;

/** What stands in the places of a template, in their order; the service takes no line breaks there. */
export const wordsOf = (templat: TemplatPembuka, pembuka: Pembuka): readonly string[] =>
  slotList(templat).map((slot) => String(pembuka[slot]).replace(/\s+/g, " ").trim());

/** A template as WhatsApp lists it. */
export const TemplateState = z.object({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  rejected_reason: z.string().optional(),
});
export type TemplateState = z.infer<typeof TemplateState>;

/** The templates of an account, as WhatsApp knows them. */
export interface TemplateDesk {
  list(): Promise<readonly TemplateState[]>;
  /** Hands one in for approval; answers how it stands. */
  submit(templat: TemplatPembuka): Promise<string>;
}

const Page = z.object({
  data: z.array(TemplateState),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() })
    .optional(),
});

const Submitted = z.object({ id: z.string(), status: z.string() });

const FIELDS = "name,language,status,category,rejected_reason";
/** An account has some hundreds at most. */
const PAGES_MAX = 20;

export function createTemplateDesk(api: GraphApi, accountId: string): TemplateDesk {
  const path = `${accountId}/message_templates`;
  return {
    async list() {
      const found: TemplateState[] = [];
      let after = "";
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const query = new URLSearchParams({
          fields: FIELDS,
          limit: "100",
          ...(after && { after }),
        });
        const { data, paging } = Page.parse(await api.call("GET", `${path}?${query.toString()}`));
        found.push(...data);
        after = paging?.next === undefined ? "" : (paging.cursors?.after ?? "");
        if (after === "") break;
      }
      return found;
    },
    async submit(templat) {
      return Submitted.parse(await api.call("POST", path, { json: asSubmitted(templat) })).status;
    },
  };
}

/** A template as WhatsApp is asked to approve it: its places are numbered from 1. */
export function asSubmitted(templat: TemplatPembuka): object {
  let place = 0;
  const text = templat.isi.replace(SLOT, () => {
    place += 1;
    return `{{${place}}}`;
  });
  const example = { body_text: [slotList(templat).map((slot) => templat.contoh[slot])] };
  return {
    name: templat.nama,
    language: templat.bahasa,
    category: templat.kategori.toUpperCase(),
    components: [
      { type: "BODY", text, example },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: templat.tombol }] },
    ],
  };
}
