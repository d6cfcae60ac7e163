/**
 * Resolves after what has arrived meanwhile was handed on: an embedded database answers without letting
 * go of the thread, and what is written in groups would else always be a group of one.
 */
export const everythingHeard = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
