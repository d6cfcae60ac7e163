import type { LookThrough } from "../ports/backups.ts";
import { checkFiles } from "./check-files.ts";

/** The log of every office, link by link, and every paper the database names. */
export const lookThrough: LookThrough = async ({ store, files }) => {
  const logs = [];
  for (const { kantor } of await store.listKantor()) {
    const { brokenSeq } = await store.verifyLog(kantor.id);
    if (brokenSeq !== null)
      logs.push({ apa: `log ${kantor.id}, catatan ke-${brokenSeq}`, keadaan: "rusak" } as const);
  }
  const { rusak } = await checkFiles({ store, files });
  return [
    ...logs,
    ...rusak.map(({ apa, berkasId, keadaan }) => ({
      apa: berkasId === null ? apa : `${apa} dari berkas ${berkasId}`,
      keadaan,
    })),
  ];
};
