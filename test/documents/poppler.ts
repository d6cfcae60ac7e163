import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const MISSING =
  "Poppler is needed to prove what our PDF files say, and it was not found. " +
  "Install it: apt-get install --no-install-recommends poppler-utils (Debian, Ubuntu), " +
  "brew install poppler (macOS).";

/** What a PDF says, page by page, laid out as on paper. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const text = await poppler("pdftotext", pdf, (file) => ["-layout", file, "-"]);
  return text.split("\f").slice(0, -1);
}

/** What a PDF says in the order it was written, every space and line end as one space. */
export async function wordsOf(pdf: Uint8Array): Promise<string> {
  const text = await poppler("pdftotext", pdf, (file) => ["-raw", file, "-"]);
  return text.replace(/\s+/gu, " ");
}

/** The table of the typefaces a PDF uses, one line for each. */
export async function fontsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const text = await poppler("pdffonts", pdf, (file) => [file]);
  return text.trim().split("\n").slice(2);
}

/** The size of every page, in points. */
export async function sizesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const text = await poppler("pdfinfo", pdf, (file) => ["-f", "1", "-l", "999", file]);
  return [...text.matchAll(/^Page +\d+ size: +(\S+) x (\S+) pts/gmu)].map(
    ([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  );
}

/** The pictures of a PDF: their pixels, and how many of them there are to the inch on paper. */
export async function gambarOf(
  pdf: Uint8Array,
): Promise<
  readonly { readonly lebarPx: number; readonly tinggiPx: number; readonly ppi: number }[]
> {
  const text = await poppler("pdfimages", pdf, (file) => ["-list", file]);
  return text
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, , jenis]) => jenis === "image")
    .map((column) => ({
      lebarPx: Number(column[3]),
      tinggiPx: Number(column[4]),
      ppi: Number(column[13]),
    }));
}

async function poppler(
  command: string,
  pdf: Uint8Array,
  argumentsOf: (file: string) => readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sopir-poppler-"));
  try {
    const file = join(folder, "dokumen.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run(command, argumentsOf(file), { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw missing ? new Error(MISSING, { cause }) : cause;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
