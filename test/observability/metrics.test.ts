import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/observability/metrics.ts";

describe("metrics", () => {
  it("appear in the Prometheus text under their labels", async () => {
    const metrics = createMetrics({
      outboxDepth: async () => 12,
      charged: async () => [],
      backupAgeMs: async () => 90_500,
    });
    metrics.updateHandled("telegram", "accepted");
    metrics.decisionRefused("bukan-pelaksana");
    metrics.decisionRefused("bukan-pelaksana");
    metrics.commitTook(4);
    metrics.messageSent("whatsapp", "throttled");
    metrics.timerFired("pengingat");
    const text = await metrics.text();
    for (const line of [
      'sopir_updates_total{channel="telegram",outcome="accepted"} 1',
      'sopir_refusals_total{code="bukan-pelaksana"} 2',
      'sopir_commit_seconds_bucket{le="0.005"} 1',
      'sopir_commit_seconds_bucket{le="0.0025"} 0',
      "sopir_outbox_depth 12",
      "sopir_backup_age_seconds 90.5",
      'sopir_sends_total{channel="whatsapp",result="throttled"} 1',
      'sopir_timers_fired_total{kind="pengingat"} 1',
    ])
      expect(text).toContain(`${line}\n`);
  });

  it("of two sets in one process do not mix", async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.timerFired("x");
    expect(await other.text()).not.toContain('kind="x"');
  });
});
