import type { Command } from "commander";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { withStore } from "../with-store.ts";

/** `log`: the event log of each office. */
export function addLog(program: Command, { io, settle }: Cli): void {
  program
    .command("log")
    .description("event log")
    .command("verify")
    .description("recompute the hash chain of every office's event log")
    .action(() => settle(verify(io)));
}

const verify = (io: CliIo): Promise<Outcome> =>
  withStore(io, async ({ store }) => {
    const kantorList = await store.listKantor();
    const kantor = await Promise.all(
      kantorList.map(async ({ kantor: { id } }) => {
        const { count, brokenSeq } = await store.verifyLog(id);
        return { id, jumlah: count, rusakPada: brokenSeq };
      }),
    );
    const broken = kantor.filter(({ rusakPada }) => rusakPada !== null);
    if (broken.length > 0) {
      const reason = broken.map(
        ({ id, rusakPada }) =>
          `Log ${id} tidak utuh: catatan ke-${rusakPada} tidak sesuai rantainya.`,
      );
      return refused(reason.join("\n"), { kantor });
    }
    const text = kantor.map(({ id, jumlah }) => `${id}: ${jumlah} catatan, rantai utuh.`);
    return done({ kantor }, text.length === 0 ? "Belum ada kantor." : text.join("\n"));
  });
