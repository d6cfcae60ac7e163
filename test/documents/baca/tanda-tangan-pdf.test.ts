import { assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { tandaTanganPdf } from "../../../src/documents/baca/tanda-tangan-pdf.ts";

interface Tertulis {
  readonly subFilter?: string;
  readonly value?: string;
  readonly keysAfter?: boolean;
}

/** A signature as signing programs append it: a dictionary whose byte range leaves out its own value. */
function signed(pdf: string, { subFilter, value, keysAfter }: Tertulis = {}): string {
  const digits = value ?? "3082".padEnd(64, "0");
  const filter = `/Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter ?? "ETSI.CAdES.detached"}`;
  const range = "/ByteRange [0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]";
  const body = keysAfter
    ? `<< /Contents <${digits}> ${range} ${filter} >>`
    : `<< ${filter} ${range} /Contents <${digits}> >>`;
  const text = `${pdf}9 0 obj ${body} endobj\n%%EOF\n`;
  const from = text.lastIndexOf(`<${digits}>`);
  const next = from + digits.length + 2;
  return text
    .replace("AAAAAAAAAA", String(from).padEnd(10))
    .replace("BBBBBBBBBB", String(next).padEnd(10))
    .replace("CCCCCCCCCC", String(text.length - next).padEnd(10));
}

const plain = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n";
const count = (text: string): number => tandaTanganPdf(Buffer.from(text, "latin1"));

describe("electronic signatures of a PDF", () => {
  it.each<readonly [string, string, number]>([
    ["none", `${plain}%%EOF`, 0],
    ["one of BSrE", signed(plain), 1],
    ["one whose value stands first", signed(plain, { keysAfter: true }), 1],
    ["an older kind", signed(plain, { subFilter: "adbe.pkcs7.detached" }), 1],
    ["two, the second put over the first", signed(signed(plain)), 2],
    ["a time stamp, which is nobody's", signed(plain, { subFilter: "ETSI.RFC3161" }), 0],
    ["a place kept for one that never came", signed(plain, { value: "0".repeat(64) }), 0],
    ["a cut off file", signed(plain).slice(0, -20), 0],
    ["no PDF", signed("PK"), 0],
    ["words about a signature", `${plain}(/ByteRange [0 1 2 3] /SubFilter /adbe.pkcs7)`, 0],
  ])("%s", (_, text, expected) => {
    expect(count(text)).toBe(expected);
  });

  it("are looked for in anything without harm", () => {
    assert(
      property(nat(400), nat(255), (at, byte) => {
        const data = Buffer.from(signed(plain), "latin1");
        data[at % data.length] = byte;
        expect(tandaTanganPdf(data)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
