// The two shapes of a Bot API answer, and the refusal handlers throw to produce the second.
import type { TelegramResponseParameters } from "@gramio/types/objects";

export type Answer =
  | { ok: true; result: unknown }
  | {
      ok: false;
      error_code: number;
      description: string;
      parameters?: TelegramResponseParameters;
    };

/** Thrown inside the double to answer with `ok: false`. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: TelegramResponseParameters | undefined;

  constructor(status: number, description: string, parameters?: TelegramResponseParameters) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }

  get answer(): Answer {
    const { status: error_code, message: description, parameters } = this;
    return { ok: false, error_code, description, ...(parameters && { parameters }) };
  }
}

/** The usual refusal: HTTP 400 with Telegram's prefix. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`);
}
