/** How fast a channel carries messages to many people. */
export interface LajuMassal {
  /** Between two of them, in seconds. */
  readonly jedaDetik: number;
  /** The most in any 24 hours; null where there is no limit. */
  readonly perHari: number | null;
}

/** One message a second is what most services carry without complaint. */
export const LAJU_BIASA: LajuMassal = { jedaDetik: 1, perHari: null };

/** How long messages to many take: those of the first day, and for how many days the rest goes on. */
export interface LamaMassal {
  readonly detik: number;
  readonly hari: number;
}

/** How long it takes at most, each message on a channel of this speed and name. */
export function lamaMassal(
  list: readonly { readonly saluran: string; readonly laju: LajuMassal }[],
): LamaMassal {
  const channels = [...new Set(list.map(({ saluran }) => saluran))].map((saluran) => {
    const mine = list.filter((one) => one.saluran === saluran);
    const { jedaDetik = 0, perHari = null } = mine[0]?.laju ?? {};
    const today = Math.min(mine.length, perHari ?? mine.length);
    return {
      detik: today * jedaDetik,
      hari: perHari === null ? 1 : Math.ceil(mine.length / perHari),
    };
  });
  return {
    detik: channels.reduce((sum, { detik }) => sum + detik, 1),
    hari: Math.max(1, ...channels.map(({ hari }) => hari)),
  };
}
