/** A command as it is started without a shell. */
export function startOf(command: readonly string[], root: string): string[];

/** What starts npm. */
export function npmStart(where?: {
  readonly execPath?: string;
  readonly started?: string | undefined;
  readonly exists?: (file: string) => boolean;
  readonly join?: (...parts: string[]) => string;
  readonly dirname?: (file: string) => string;
}): string[];
