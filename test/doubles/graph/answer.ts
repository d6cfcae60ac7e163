// Reading calls of the Graph API, and answering them as it does.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { CallKind, Fault } from "./faults.ts";

export function kindOf(
  method: string,
  {
    id,
    edge,
    body,
    phoneId,
  }: { id: string; edge: string | undefined; body: Buffer; phoneId: string },
): CallKind {
  if (edge === "message_templates") return "templates";
  if (edge === "media") return "upload";
  if (edge === "messages") {
    const text = body.toString();
    if (text.includes('"status":"read"')) return "read";
    return text.includes('"type":"template"') ? "template" : "send";
  }
  return method === "GET" && id === phoneId ? "phone" : "media";
}

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

export function refuse(response: ServerResponse, fault: Extract<Fault, { kind: "refuse" }>): void {
  if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
  answer(response, fault.status, fault.code === null ? {} : errorBody(fault.code));
}

export const errorBody = (code: number): object => ({
  error: {
    message: `(#${code}) planned`,
    type: "OAuthException",
    code,
    error_data: { messaging_product: "whatsapp", details: "planned" },
    fbtrace_id: "Az8or2yhqkZfEZ-_4Qn_Bam",
  },
});

export const errorOf = (code: number) => ({
  code,
  title: "planned",
  message: "planned",
  error_data: { details: "planned" },
});

export const sentBody = (chat: string, id: string): object => ({
  messaging_product: "whatsapp",
  contacts: [{ input: chat, wa_id: chat }],
  messages: [{ id }],
});

export const sha256 = (data: Uint8Array): string =>
  createHash("sha256").update(data).digest("base64");
