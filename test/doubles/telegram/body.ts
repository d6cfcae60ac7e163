// Request bodies: JSON, multipart, url-encoded and the query string.
import type { IncomingMessage } from "node:http";
import { badRequest, Refusal } from "./answer.ts";
import type { Params, Uploads } from "./check.ts";

export type Body = {
  fields: Params;
  files: Uploads;
  /** True when every field arrived as text. */
  form: boolean;
};

const UPLOAD_LIMIT = 50 * 1_024 * 1_024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const chunk: Buffer = part;
    size += chunk.length;
    // Read on without keeping, so that the bot gets to see the refusal.
    if (size <= UPLOAD_LIMIT) chunks.push(chunk);
  }
  if (size > UPLOAD_LIMIT) throw new Refusal(413, "Request Entity Too Large");
  return Buffer.concat(chunks);
}

export async function parseBody(contentType: string, data: Buffer): Promise<Body> {
  try {
    if (data.length === 0) return { fields: {}, files: {}, form: true };
    if (contentType.startsWith("application/json")) {
      const fields: Params = JSON.parse(data.toString());
      return { fields, files: {}, form: false };
    }
    return await parseForm(contentType, data);
  } catch (error) {
    throw badRequest(`can't parse the request: ${String(error)}`);
  }
}

async function parseForm(contentType: string, data: Buffer): Promise<Body> {
  const response = new Response(new Uint8Array(data), { headers: { "content-type": contentType } });
  const body: Body = { fields: {}, files: {}, form: true };
  for (const [name, value] of await response.formData()) {
    if (typeof value === "string") {
      body.fields[name] = value;
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    // The parsers' defaults, when the bot did not say what the file is.
    const unsaid = ["text/plain", "application/octet-stream"].includes(value.type);
    const mime = unsaid ? "" : value.type;
    body.files[name] = { name: value.name, mime, data: bytes };
  }
  return body;
}
