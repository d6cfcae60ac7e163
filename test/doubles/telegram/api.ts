// One call from its raw parameters to its answer: record, check, planned failure, method.
import { type Answer, badRequest, Refusal } from "./answer.ts";
import type { Body } from "./body.ts";
import type { Call, CallLog } from "./calls.ts";
import { complaintsAbout, type Params, unpack } from "./check.ts";
import type { Faults } from "./faults.ts";
import { perform } from "./methods.ts";
import { loadSpec, type Method } from "./spec.ts";
import type { UpdateQueue } from "./updates.ts";
import type { World } from "./world.ts";

/** `"cut"`: the connection is to break without an answer. */
export type Outcome = Answer | "cut";

export class Api {
  /** Refuse calls that deviate from the published Bot API, even where Telegram would shrug. */
  strict = true;
  private readonly spec = loadSpec();
  private readonly parts: { log: CallLog; faults: Faults; updates: UpdateQueue; world: World };

  constructor(parts: { log: CallLog; faults: Faults; updates: UpdateQueue; world: World }) {
    this.parts = parts;
  }

  /** The method by its name in any case. */
  method(name: string): Method | undefined {
    return this.spec.methods.get(name.toLowerCase());
  }

  async execute(
    method: Method,
    body: Body,
    via: Call["via"],
    hungUp: AbortSignal,
  ): Promise<Outcome> {
    const call = this.record(method, body, via);
    let answer: Answer | undefined;
    try {
      answer = await this.answer(method, call, hungUp);
    } catch (error) {
      answer = refusalOf(error).answer;
    } finally {
      this.parts.log.close(call, answer);
    }
    return answer ?? "cut";
  }

  /** Nothing means that the connection breaks. */
  private async answer(method: Method, call: Call, hungUp: AbortSignal) {
    const fault = this.parts.faults.take(method.name, call.params);
    if (fault?.kind === "hold") await fault.released;
    if (fault?.kind === "cut" && fault.when === "lost") return undefined;
    if (fault?.kind === "refuse") throw fault.refusal;
    if (this.strict && call.complaints.length > 0) {
      throw badRequest(`[spec] ${call.complaints.join("; ")}`);
    }
    const result = await this.result(method, call, hungUp);
    const answer: Answer = { ok: true, result };
    return fault?.kind === "cut" ? undefined : answer;
  }

  private record(method: Method, body: Body, via: Call["via"]): Call {
    const params: Params = {};
    for (const [name, raw] of Object.entries(body.fields)) {
      const field = method.fields.get(name);
      params[name] = field ? unpack(this.spec, field.shape, raw, body.form) : raw;
    }
    // A file sent under a parameter's own name is that parameter's value.
    for (const name of Object.keys(body.files)) {
      if (method.fields.has(name)) params[name] ??= `attach://${name}`;
    }
    const complaints = complaintsAbout(method, params, body.files, this.spec);
    const atMs = this.parts.world.nowMs();
    const call: Call = { method: method.name, params, files: body.files, atMs, complaints, via };
    this.parts.log.open(call);
    return call;
  }

  private result(method: Method, call: Call, hungUp: AbortSignal): unknown {
    if (method.name === "getUpdates") {
      return this.parts.updates.getUpdates(call.params, hungUp);
    }
    return perform(this.parts, method, call);
  }
}

/** A fault of the double itself is shown to the test as a 400, for bots hide the text of a 500. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return badRequest(`[double] ${error instanceof Error ? error.stack : String(error)}`);
}
