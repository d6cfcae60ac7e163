// What the Cloud API takes and brings, as it is published: a request of another shape is refused and complained of.
import { z } from "zod";

const to = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual"),
  /** A number, or in a field of its own the id of somebody who hides theirs. */
  to: z
    .string()
    .regex(/^\d{6,15}$/)
    .exactOptional(),
  recipient: z.string().min(1).exactOptional(),
};

const MediaObject = z.strictObject({
  id: z.string(),
  caption: z.string().max(1_024).exactOptional(),
  filename: z.string().max(240).exactOptional(),
});
const Image = MediaObject.omit({ filename: true });

const Header = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("document"), document: MediaObject.omit({ caption: true }) }),
  z.strictObject({ type: z.literal("image"), image: Image.omit({ caption: true }) }),
]);

const Button = z.strictObject({
  type: z.literal("reply"),
  reply: z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});

const Row = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).exactOptional(),
});

const body = z.strictObject({ text: z.string().min(1).max(1_024) });

const differ = (names: readonly string[]): boolean => new Set(names).size === names.length;

const Interactive = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("button"),
    header: Header.exactOptional(),
    body,
    action: z.strictObject({
      buttons: z
        .array(Button)
        .min(1)
        .max(3)
        .refine((list) => differ(list.map(({ reply }) => reply.title)), "titles must differ")
        .refine((list) => differ(list.map(({ reply }) => reply.id)), "ids must differ"),
    }),
  }),
  z.strictObject({
    type: z.literal("list"),
    body,
    action: z.strictObject({
      button: z.string().min(1).max(20),
      sections: z
        .array(z.strictObject({ title: z.string().max(24), rows: z.array(Row).min(1) }))
        .min(1)
        .max(10)
        .refine((list) => list.flatMap(({ rows }) => rows).length <= 10, "ten rows at most")
        .refine(
          (list) => differ(list.flatMap(({ rows }) => rows.map(({ id }) => id))),
          "ids must differ",
        ),
    }),
  }),
]);

const oneLine = z
  .string()
  .min(1)
  .refine((text) => !/[\n\t]| {4}/.test(text), "one line");

const Template = z.strictObject({
  name: z.string(),
  language: z.strictObject({ code: z.string() }),
  components: z.array(
    z.discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("body"),
        parameters: z.array(z.strictObject({ type: z.literal("text"), text: oneLine })),
      }),
      z.strictObject({
        type: z.literal("button"),
        sub_type: z.literal("quick_reply"),
        index: z.string(),
        parameters: z.array(
          z.strictObject({ type: z.literal("payload"), payload: z.string().max(128) }),
        ),
      }),
    ]),
  ),
});

/** `POST /{phone-number-id}/messages`. */
export const SendRequest = z.union([
  z.strictObject({
    messaging_product: z.literal("whatsapp"),
    status: z.literal("read"),
    message_id: z.string(),
    typing_indicator: z.strictObject({ type: z.literal("text") }).exactOptional(),
  }),
  z.discriminatedUnion("type", [
    z.strictObject({
      ...to,
      type: z.literal("text"),
      text: z.strictObject({ body: z.string().min(1).max(4_096), preview_url: z.boolean() }),
    }),
    z.strictObject({ ...to, type: z.literal("document"), document: MediaObject }),
    z.strictObject({ ...to, type: z.literal("image"), image: Image }),
    z.strictObject({ ...to, type: z.literal("interactive"), interactive: Interactive }),
    z.strictObject({ ...to, type: z.literal("template"), template: Template }),
  ]),
]);
export type SendRequest = z.infer<typeof SendRequest>;
export type Sent = Extract<SendRequest, { type: string }>;

/** `POST /{business-account-id}/message_templates`. */
export const TemplateRequest = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string(),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]),
  components: z.tuple([
    z.strictObject({
      type: z.literal("BODY"),
      text: z
        .string()
        .max(1_024)
        .refine((text) => !/^\{\{|\}\}[\s.!?]*$/.test(text), "no place at either end"),
      example: z.strictObject({ body_text: z.array(z.array(z.string())) }),
    }),
    z.strictObject({
      type: z.literal("BUTTONS"),
      buttons: z.array(
        z.strictObject({ type: z.literal("QUICK_REPLY"), text: z.string().min(1).max(25) }),
      ),
    }),
  ]),
});

const media = z.strictObject({
  id: z.string(),
  mime_type: z.string(),
  sha256: z.string(),
  filename: z.string().exactOptional(),
  caption: z.string().exactOptional(),
});

const from = {
  from: z.string(),
  id: z.string(),
  timestamp: z.string().regex(/^\d{10}$/),
  context: z.strictObject({ from: z.string(), id: z.string() }).exactOptional(),
};

/** What a person does, as the webhook brings it. */
export const Inbound = z.discriminatedUnion("type", [
  z.strictObject({ ...from, type: z.literal("text"), text: z.strictObject({ body: z.string() }) }),
  z.strictObject({ ...from, type: z.literal("document"), document: media }),
  z.strictObject({ ...from, type: z.literal("image"), image: media.omit({ filename: true }) }),
  z.strictObject({
    ...from,
    type: z.literal("sticker"),
    sticker: z.strictObject({
      id: z.string(),
      mime_type: z.string(),
      sha256: z.string(),
      animated: z.boolean(),
    }),
  }),
  z.strictObject({
    ...from,
    type: z.literal("reaction"),
    reaction: z.strictObject({ message_id: z.string(), emoji: z.string() }),
  }),
  z.strictObject({
    ...from,
    type: z.literal("button"),
    button: z.strictObject({ payload: z.string(), text: z.string() }),
  }),
  z.strictObject({
    ...from,
    type: z.literal("interactive"),
    interactive: z.union([
      z.strictObject({
        type: z.literal("button_reply"),
        button_reply: z.strictObject({ id: z.string(), title: z.string() }),
      }),
      z.strictObject({
        type: z.literal("list_reply"),
        list_reply: z.strictObject({
          id: z.string(),
          title: z.string(),
          description: z.string().exactOptional(),
        }),
      }),
    ]),
  }),
]);
export type Inbound = z.infer<typeof Inbound>;

/** How far a message of ours came. */
export const StatusShape = z.strictObject({
  id: z.string(),
  status: z.enum(["sent", "delivered", "read", "failed"]),
  timestamp: z.string().regex(/^\d{10}$/),
  recipient_id: z.string(),
  pricing: z
    .strictObject({
      billable: z.boolean(),
      pricing_model: z.literal("PMP"),
      type: z.string(),
      category: z.string(),
    })
    .exactOptional(),
  errors: z
    .array(
      z.strictObject({
        code: z.int(),
        title: z.string(),
        message: z.string(),
        error_data: z.strictObject({ details: z.string() }),
      }),
    )
    .exactOptional(),
});
export type StatusShape = z.infer<typeof StatusShape>;

/** One call of the webhook. */
export const WebhookShape = z.strictObject({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(
    z.strictObject({
      id: z.string(),
      changes: z.array(
        z.strictObject({
          field: z.literal("messages"),
          value: z.strictObject({
            messaging_product: z.literal("whatsapp"),
            metadata: z.strictObject({
              display_phone_number: z.string(),
              phone_number_id: z.string(),
            }),
            contacts: z
              .array(
                z.strictObject({
                  profile: z.strictObject({ name: z.string() }),
                  wa_id: z.string(),
                }),
              )
              .exactOptional(),
            messages: z.array(Inbound).exactOptional(),
            statuses: z.array(StatusShape).exactOptional(),
          }),
        }),
      ),
    }),
  ),
});
export type WebhookShape = z.infer<typeof WebhookShape>;
