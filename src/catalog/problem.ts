/**
 * Something wrong in a file of `flows/`, where an editor can jump to it (line and column from 1); in a
 * workbook the sheet and its cell.
 */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  /** "Pegawai!C4". */
  readonly sel?: string;
  readonly pesan: string;
}

/** `file:line:col: pesan`, the form compilers print and editors understand; `file: Sheet!Cell: pesan`. */
export const formatProblem = ({ file, line, col, sel, pesan }: Problem): string =>
  sel === undefined ? `${file}:${line}:${col}: ${pesan}` : `${file}: ${sel}: ${pesan}`;

/** Something in `flows/` cannot be read; the message lists every place at once. */
export class FlowsBroken extends Error {
  constructor(problems: readonly Problem[]) {
    super(`flows/ cannot be used.\n${problems.map(formatProblem).join("\n")}`);
    this.name = "FlowsBroken";
  }
}

/** In the order somebody reads the files. */
export const sortProblems = (problemList: readonly Problem[]): readonly Problem[] =>
  problemList.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.col - b.col);

/** What a file holds, if it can be used, and everything that is wrong with it. */
export interface Checked<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** A value that can be used where nothing is wrong with it. */
export const checked = <T>(value: T, problemList: readonly Problem[]): Checked<T> => ({
  value: problemList.length > 0 ? null : value,
  problems: sortProblems(problemList),
});
