import type { RichText, Span } from "../pesan/pesan.ts";
import { joinSpans } from "../pesan/spans.ts";

/** The names between double braces of a template, read off its literal type. */
export type Slot<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Slot<Rest>
  : never;

/** What fills a template: every name it has, nothing less. */
export type SlotData<T extends string> = { readonly [Name in Slot<T>]: string | number };

/**
 * The sentences of papers stand beside what draws them up, in the one language papers have.
 * Fills `{{name}}` and turns `**…**` into bold runs. Only the template's own marks count: a value
 * with asterisks or braces stays plain text.
 */
export function fill<const T extends string>(template: T, data: SlotData<T>): RichText {
  const byName: ReadonlyMap<string, string | number> = new Map(Object.entries(data));
  let tebal = false;
  const spanList: Span[] = [];
  for (const part of template.split(/(\*\*|\{\{\w+\}\})/)) {
    if (part === "**") tebal = !tebal;
    else if (part !== "") spanList.push(span(valueOf(part, byName), tebal));
  }
  return joinSpans(spanList);
}

/** Texts below one another; empty ones leave no line. */
export function lines(...textList: readonly RichText[]): RichText {
  const spanList: Span[] = [];
  for (const text of textList) {
    if (text.length === 0) continue;
    if (spanList.length > 0) spanList.push({ teks: "\n" });
    spanList.push(...text);
  }
  return joinSpans(spanList);
}

function valueOf(part: string, byName: ReadonlyMap<string, string | number>): string {
  const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
  return name === undefined ? part : String(byName.get(name) ?? "");
}

const span = (teks: string, tebal: boolean): Span => (tebal ? { teks, tebal } : { teks });
