/** One instruction, with what it says; which of these depends on its kind. */
export interface Step {
  readonly kind: string;
  readonly path?: string;
  readonly user?: string;
  readonly port?: string;
  readonly argv?: readonly string[];
  readonly paths?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly commands?: readonly string[];
  readonly from?: string;
  readonly sources?: readonly string[];
  readonly to?: string;
}

/** A stage of a Dockerfile. */
export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly steps: readonly Step[];
}

/** Reads a Dockerfile; throws at what it does not know. */
export function readDockerfile(text: string): readonly Stage[];
