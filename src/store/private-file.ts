import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** What an office stores is nobody else's: a folder only its owner may look into. */
export const makePrivateFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};

/** Makes a file only its owner may read; one that is there stays as it is. */
export function makePrivateFile(path: string): void {
  makePrivateFolder(dirname(path));
  closeSync(openSync(path, "a", 0o600));
}
