/** What the application counts. Labels are codes and ids of channels, never of people. */
export interface Metrics {
  updateHandled(channelId: string, outcome: "accepted" | "refused" | "duplicate" | "failed"): void;
  decisionRefused(code: string): void;
  commitTook(durationMs: number): void;
  messageSent(channelId: string, result: string): void;
  timerFired(kind: string): void;
}
