import type { CommitRequest } from "../ports/commit.ts";
import type { FileStore } from "../ports/files.ts";
import type { Log } from "../ports/log.ts";

/**
 * Destroys files whose destruction was written down, and not before. One that a stop or a fault leaves is past
 * its time still, and on the next list.
 */
export class FileDestroyer {
  readonly #under = new Set<Promise<void>>();
  readonly #files: Pick<FileStore, "destroy">;
  readonly #log: Log;

  constructor({ files, log }: { readonly files: Pick<FileStore, "destroy">; readonly log: Log }) {
    this.#files = files;
    this.#log = log;
  }

  hear({ fileMusnah }: Pick<CommitRequest, "fileMusnah">): void {
    if (fileMusnah.length === 0) return;
    const work = this.#destroy(fileMusnah).catch((cause: unknown) =>
      this.#log.warn({ err: cause }, "files past their time are still there"),
    );
    this.#under.add(work);
    void work.finally(() => this.#under.delete(work));
  }

  /** Resolves when nothing is being destroyed. */
  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under);
  }

  async #destroy(hashList: readonly string[]): Promise<void> {
    for (const hash of hashList) await this.#files.destroy(hash);
  }
}
