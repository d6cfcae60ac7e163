import type { Pesan } from "./pesan.ts";
import { fill } from "./template.ts";

/** A broadcast as its receivers read it. */
export const siaranPesan = (teks: string): Pesan => ({
  teks: fill("📄 **Pengumuman**\n{{teks}}", { teks }),
});
