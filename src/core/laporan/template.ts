import { joinRuns } from "../dokumen/isi.ts";
import type { Isi, Run } from "../dokumen/model.ts";

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
export function fill<const T extends string>(template: T, data: SlotData<T>): Isi {
  const byName: ReadonlyMap<string, string | number> = new Map(Object.entries(data));
  let tebal = false;
  const runList: Run[] = [];
  for (const part of template.split(/(\*\*|\{\{\w+\}\})/)) {
    if (part === "**") tebal = !tebal;
    else if (part !== "") runList.push(run(valueOf(part, byName), tebal));
  }
  return joinRuns(runList);
}

/** Texts below one another; empty ones leave no line. */
export function lines(...textList: readonly Isi[]): Isi {
  const runList: Run[] = [];
  for (const text of textList) {
    if (text.length === 0) continue;
    if (runList.length > 0) runList.push({ teks: "\n" });
    runList.push(...text);
  }
  return joinRuns(runList);
}

function valueOf(part: string, byName: ReadonlyMap<string, string | number>): string {
  const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
  return name === undefined ? part : String(byName.get(name) ?? "");
}

const run = (teks: string, tebal: boolean): Run => (tebal ? { teks, tebal } : { teks });
