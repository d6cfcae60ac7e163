import type { Command } from "commander";
import type { RantaiDiperiksa } from "../../app/ports/rows.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { bacaSidik, sidikCatatan, type UjungCatatan } from "../../core/rekap/sidik.ts";
import { chainText } from "../chain-text.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { withStore } from "../with-store.ts";

/** `log`: the event log of each office. */
export function addLog(program: Command, { io, settle }: Cli): void {
  program
    .command("log")
    .description("event log")
    .command("verify")
    .description(
      "recompute the hash chain of every office's event log, and hold it against a digest",
    )
    .option("--sidik <digest>", "a digest from a workbook, an archive or the Inspektorat's chat")
    .action(({ sidik }: { readonly sidik?: string }) => settle(verify(io, sidik)));
}

/** The log of one office, looked through. */
type Diperiksa = RantaiDiperiksa & {
  readonly id: KantorId;
  /** Its newest entry that fits. */
  readonly ujung: UjungCatatan | null;
  /** The entry with the digest somebody holds. */
  readonly cocok: UjungCatatan | null;
};

async function verify(io: CliIo, dipegang: string | undefined): Promise<Outcome> {
  const sidik = dipegang === undefined ? null : bacaSidik(dipegang);
  if (dipegang !== undefined && sidik === null)
    return refused(
      `“${dipegang}” bukan sidik jari catatan: lima kelompok berisi lima tanda, misalnya ${CONTOH}.`,
    );
  return withStore(io, async ({ store }) => {
    const list: Diperiksa[] = [];
    for (const { kantor } of await store.listKantor()) {
      let ujung: UjungCatatan | null = null;
      let cocok: UjungCatatan | null = null;
      const rantai = await store.verifyLog(kantor.id, (entry) => {
        ujung = entry;
        if (sidik !== null && sidikCatatan(entry) === sidik) cocok = entry;
      });
      list.push({ id: kantor.id, ...rantai, ujung, cocok });
    }
    return outcomeOf(list, sidik);
  });
}

const CONTOH = "7H3KD-0Q9VZ-XM41T-C8R2N-5WBEY";

function outcomeOf(list: readonly Diperiksa[], sidik: string | null): Outcome {
  const broken = list.flatMap(brokenText);
  const held = sidik === null ? [] : heldText(list, sidik);
  const kantor = list.map(({ id, count, brokenSeq, sebab, ujung, cocok }) => ({
    id,
    jumlah: count,
    rusakPada: brokenSeq,
    ...(sebab !== undefined && { sebab }),
    sidik: ujung === null ? null : sidikCatatan(ujung),
    ...(sidik !== null && { cocokPada: cocok?.seq ?? null }),
  }));
  const isFound = sidik === null || list.some(({ cocok }) => cocok !== null);
  if (broken.length > 0 || !isFound) return refused([...broken, ...held].join("\n"), { kantor });
  const text = [...list.map(wholeText), ...held];
  return done({ kantor }, text.length === 0 ? "Belum ada kantor." : text.join("\n"));
}

const brokenText = ({ id, brokenSeq, sebab }: Diperiksa): readonly string[] =>
  brokenSeq === null
    ? []
    : [`Log ${id} tidak utuh pada catatan ke-${brokenSeq}: ${chainText[sebab]}.`];

const wholeText = ({ id, count, ujung }: Diperiksa): string =>
  ujung === null
    ? `${id}: ${count} catatan, rantai utuh.`
    : `${id}: ${count} catatan, rantai utuh. Sidik jari sampai baris ${ujung.seq}: ${sidikCatatan(ujung)}`;

/** Entries after the one that was found may be anything; those up to it are what they were. */
function heldText(list: readonly Diperiksa[], sidik: string): readonly string[] {
  const found = list.flatMap(({ id, cocok }) =>
    cocok === null
      ? []
      : [
          `Sidik jari ${sidik} cocok: catatan ${id} sampai baris ${cocok.seq} tidak berubah sejak sidik jari itu dibuat.`,
        ],
  );
  if (found.length > 0) return found;
  return [
    `Tidak ada catatan dengan sidik jari ${sidik}. Periksa dahulu ketikannya; bila benar, catatan kantor ini ditulis ulang sesudah sidik jari itu dibuat.`,
  ];
}
