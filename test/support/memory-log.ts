import type { Log } from "../../src/app/ports/log.ts";

export interface LogLine {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that can be read. */
export class MemoryLog implements Log {
  readonly lines: LogLine[] = [];

  debug(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.lines.push({ level: "debug", fields, message });
  }

  info(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.lines.push({ level: "info", fields, message });
  }

  warn(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.lines.push({ level: "warn", fields, message });
  }

  error(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.lines.push({ level: "error", fields, message });
  }

  messages(level: keyof Log): string[] {
    return this.lines.filter((line) => line.level === level).map(({ message }) => message);
  }
}
