import { createRequire } from "node:module";
import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";
import type { prettyFactory } from "pino-pretty";
import { standardOutput } from "./log-stream.ts";
import { createRedact } from "./redact.ts";

export type { Logger } from "pino";

export interface LoggerOptions {
  readonly level: string;
  /** Coloured lines for people instead of JSON. */
  readonly pretty: boolean;
  /** Values that must never appear, such as the bot token and the webhook secret. */
  readonly secrets: readonly string[];
}

/** What a line is about. Ids only: names and texts are personal data. */
export interface LogSubject {
  readonly updateId?: string;
  readonly berkasId?: string;
  readonly pegawaiId?: string;
}

/** Makes the process's logger; every line passes the redaction last, whoever wrote it. */
export function createLogger(options: LoggerOptions, destination?: DestinationStream): Logger {
  const redact = createRedact(options.secrets);
  const colorize = destination === undefined && process.stdout.isTTY;
  const write = options.pretty ? prettyWriter(redact, colorize) : redact;
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.errWithCause, req: requestFields, res: responseFields },
      hooks: { streamWrite: write },
    },
    destination ?? standardOutput,
  );
}

/** Read only where people look at the lines: in service they are JSON. */
function prettyWriter(redact: (line: string) => string, colorize: boolean) {
  const pretty: { readonly prettyFactory: typeof prettyFactory } = createRequire(import.meta.url)(
    "pino-pretty",
  );
  const format = pretty.prettyFactory({ colorize });
  return (line: string): string => format(redact(line));
}

/** A logger whose every line carries these ids. */
export function childLogger(logger: Logger, subject: LogSubject): Logger {
  return logger.child(subject);
}

/** The path without its query, and no headers: both may carry secrets. */
function requestFields(request: { id?: unknown; method?: unknown; url?: unknown }): object {
  const path = typeof request.url === "string" ? request.url.split("?")[0] : undefined;
  return { id: request.id, method: request.method, path };
}

function responseFields(response: { statusCode?: unknown }): object {
  return { statusCode: response.statusCode };
}
