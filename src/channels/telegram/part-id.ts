/**
 * How a file that went out without its words is kept until they have followed it: a later try must not take
 * them for its caption.
 */
export const bareFile = (externalId: string): string => `${MARK}${externalId}`;

/** Whether such a file is meant. */
export const isBareFile = (partId: string): boolean => partId.startsWith(MARK);

/** The file as Telegram calls it. */
export const fileOf = (partId: string): string => partId.slice(MARK.length);

const MARK = "berkas:";
