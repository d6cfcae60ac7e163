import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Pemakaian } from "../app/ports/window.ts";
import { standardOutput } from "./log-stream.ts";

/** What the process counts. Labels are ids of code paths, never of people. */
export interface Metrics {
  readonly contentType: string;
  /** The Prometheus text of everything below and of the process itself. */
  text(): Promise<string>;
  updateHandled(channelId: string, outcome: "accepted" | "refused" | "duplicate" | "failed"): void;
  decisionRefused(code: string): void;
  commitTook(durationMs: number): void;
  messageSent(channelId: string, result: string): void;
  timerFired(kind: string): void;
}

/** What is asked whenever somebody reads the metrics. */
export interface Asked {
  readonly outboxDepth: () => Promise<number>;
  /** Messages a service has charged for this month. */
  readonly charged: () => Promise<readonly Charged[]>;
  /** Milliseconds since the last good backup; null where there is none. */
  readonly backupAgeMs: () => Promise<number | null>;
}

type Charged = Pick<Pemakaian, "channelId" | "kantorId" | "jenis" | "jumlah">;

const NOBODY_ASKED: Asked = {
  outboxDepth: async () => 0,
  charged: async () => [],
  backupAgeMs: async () => null,
};

/** Makes a set of metrics with a registry of its own, so two in one process do not collide. */
export function createMetrics({
  outboxDepth,
  charged,
  backupAgeMs,
}: Asked = NOBODY_ASKED): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "sopir_" });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `sopir_${name}_total`, help, labelNames, registers: [registry] });

  const updates = counter("updates", "Updates handled, by channel and outcome", [
    "channel",
    "outcome",
  ]);
  const refusals = counter("refusals", "Decisions refused, by code", ["code"]);
  const sends = counter("sends", "Messages handed to a channel, by result", ["channel", "result"]);
  const timers = counter("timers_fired", "Timers fired, by kind", ["kind"]);
  const commits = new Histogram({
    name: "sopir_commit_seconds",
    help: "Duration of one transaction, from begin to commit",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const outbox = new Gauge({
    name: "sopir_outbox_depth",
    help: "Messages committed and not yet sent",
    registers: [],
    async collect() {
      this.set(await outboxDepth());
    },
  });
  registry.registerMetric(outbox);
  registry.registerMetric(chargedMessages(charged));
  registry.registerMetric(backupAge(backupAgeMs));
  registry.registerMetric(lostLines());

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    updateHandled: (channel, outcome) => updates.inc({ channel, outcome }),
    decisionRefused: (code) => refusals.inc({ code }),
    commitTook: (durationMs) => commits.observe(durationMs / 1000),
    messageSent: (channel, result) => sends.inc({ channel, result }),
    timerFired: (kind) => timers.inc({ kind }),
  };
}

const chargedMessages = (charged: Asked["charged"]): Gauge =>
  new Gauge({
    name: "sopir_charged_messages",
    help: "Messages a service has charged for this month, by channel, office and kind",
    labelNames: ["channel", "kantor", "kind"],
    registers: [],
    async collect() {
      this.reset();
      for (const { channelId, kantorId, jenis, jumlah } of await charged())
        this.set({ channel: channelId, kantor: kantorId ?? "", kind: jenis }, jumlah);
    },
  });

const backupAge = (ageMs: Asked["backupAgeMs"]): Gauge =>
  new Gauge({
    name: "sopir_backup_age_seconds",
    help: "Time since the last good backup; +Inf while there is none",
    registers: [],
    async collect() {
      this.set(((await ageMs()) ?? Number.POSITIVE_INFINITY) / 1000);
    },
  });

const lostLines = (): Counter =>
  new Counter({
    name: "sopir_log_lines_lost_total",
    help: "Log lines the process's output did not take",
    registers: [],
    collect() {
      this.reset();
      this.inc(standardOutput.lost);
    },
  });
