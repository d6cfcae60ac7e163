import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { SopirProcess } from "./sopir-process.ts";
import { collectingBefore } from "./started-before.ts";

/** A file system of its own with the database, the files and the log on it; it ends with the process. */
const smallDisk = (from: string, disk: string): readonly string[] => [
  "unshare",
  "-rm",
  "sh",
  "-c",
  `mkdir "${disk}" && mount -t tmpfs -o size=6m tmpfs "${disk}" && cp "${from}/sopir.db" "${from}/flows.json" "${disk}" &&
    exec "$@" >"${disk}/sopir.log" 2>&1`,
  "sh",
];

describe("on a full disk", () => {
  let sopir: SopirProcess;

  afterEach(() => sopir.dispose());

  it("the process lives, confirms nothing, says so, and goes on by itself", async () => {
    sopir = await SopirProcess.create();
    const kode = await collectingBefore(sopir.dir);
    const disk = join(sopir.dir, "kecil");
    sopir.launcher = smallDisk(sopir.dir, disk);
    sopir.extra = {
      DATABASE_URL: `file:${disk}/sopir.db`,
      DATA_DIR: disk,
      LOG_LEVEL: "trace",
    };
    sopir.start();
    await sopir.ready();
    const kasi = sopir.telegram.person(11, "Kasi Pelayanan");
    const says = (answer: RegExp): boolean =>
      kasi.inbox.some((message) => answer.test(message.text ?? ""));
    const heard = async (answer: RegExp): Promise<void> => {
      await sopir.telegram.until(() => says(answer), 30_000);
    };
    kasi.says(`/start ${kode}`);
    await heard(/Akun terhubung/);
    kasi.says("/isi");
    await heard(/Indikator 1 dari 2/);

    const seen = `/proc/${sopir.pid}/root${disk}`;
    fill(join(seen, "penuh"));
    kasi.says("86,5");
    const full = await sopir.readyz(({ status }) => status === 503);
    expect(full.body.database.ok).toBe(false);
    expect(full.body.next).toContain("no room left");
    expect(sopir.telegram.pendingUpdates).toBe(1);
    expect(says(/Indikator 2 dari 2/)).toBe(false);

    // Every request is a line of the log, which has a little room left in its last block.
    while ((await lostLines(sopir.url)) === 0) continue;

    rmSync(join(seen, "penuh"));
    await heard(/Indikator 2 dari 2/);
    await sopir.ready();
    await sopir.telegram.until(() => sopir.telegram.pendingUpdates === 0, 30_000);
    expect(says(/gangguan/)).toBe(false);
    expect(readFileSync(join(seen, "sopir.log"), "utf8")).toContain("log lines were lost");
    expect(sopir.telegram.complaints).toEqual([]);
    expect(await sopir.stop()).toBe(0);
  }, 180_000);
});

async function lostLines(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^sopir_log_lines_lost_total (\d+)/m.exec(metrics)?.[1]);
}

/** Takes all the room there is, to the last byte. */
function fill(path: string): void {
  for (let byte = 65_536; byte >= 1; ) {
    try {
      writeFileSync(path, Buffer.alloc(byte), { flag: "a" });
    } catch {
      byte = Math.floor(byte / 2);
    }
  }
}
