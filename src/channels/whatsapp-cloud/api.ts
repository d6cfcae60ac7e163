import { limited } from "../limited.ts";
import { Refused } from "./errors.ts";

/** The Graph API as this adapter calls it: node's own fetch, with an end to every wait. */
export interface GraphApi {
  /** A call with JSON both ways; `path` begins behind the version. */
  call(method: "GET" | "POST", path: string, options?: CallOptions): Promise<unknown>;
  /** The bytes behind an address the API gave, which wants the same token. */
  open(url: string, signal: AbortSignal): Promise<Response>;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly form?: FormData;
  /** After so long the call counts as lost. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface GraphOptions {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  /** As in `v25.0`. */
  readonly version: string;
}

/** Long enough for a slow line, well within the time the outbox leaves a message with us. */
const TIMEOUT_MS = 30_000;

/** Connects nothing yet; the first call does. */
export function createGraphApi({ token, apiRoot, version }: GraphOptions): GraphApi {
  const authorization = `Bearer ${token}`;
  return {
    async call(method, path, { json, form, timeoutMs = TIMEOUT_MS, signal } = {}) {
      const body = json === undefined ? form : JSON.stringify(json);
      return limited({ timeoutMs, signal }, async (either) => {
        const response = await fetch(`${apiRoot}/${version}/${path}`, {
          method,
          headers: {
            authorization,
            ...(json !== undefined && { "content-type": "application/json" }),
          },
          ...(body !== undefined && { body }),
          signal: either,
        });
        const answer = jsonOf(await response.text());
        if (!response.ok) throw new Refused(response.status, answer, retryAfterOf(response));
        return answer;
      });
    },
    open: (url, signal) => fetch(url, { headers: { authorization }, signal }),
  };
}

function retryAfterOf({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

/** A proxy on the way may answer with a page of its own. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
