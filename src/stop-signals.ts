/**
 * The signals that ask the program to end. A console of Windows that is closed, or told to by Ctrl+Break,
 * has signals of its own and a few seconds until it ends everything in it; elsewhere a hang-up is left
 * alone, so that a program that was told to outlive its terminal does.
 */
export const stopSignals = (platform: NodeJS.Platform): readonly NodeJS.Signals[] =>
  platform === "win32" ? ["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"] : ["SIGINT", "SIGTERM"];
