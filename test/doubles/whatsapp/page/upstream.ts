import type { Up, UpKind } from "../wire.ts";

/** Tells the service something and resolves with its answer. */
export async function tell<K extends UpKind>(kind: K, ask: Up[K]["ask"]): Promise<Up[K]["answer"]> {
  const response = await fetch(`/double/up/${kind}`, { method: "POST", body: JSON.stringify(ask) });
  const answer: Up[K]["answer"] = await response.json();
  return answer;
}

/** Where the bytes are kept now. */
export async function upload(blob: Blob): Promise<string> {
  const response = await fetch("/double/media", { method: "POST", body: blob });
  return response.text();
}
