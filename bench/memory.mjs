import { readFileSync, writeFileSync } from "node:fs";

const megabytes = (pid, name) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) /
  1_024;

/** Resident memory of a process now. */
export const residentMb = (pid) => megabytes(pid, "VmRSS");

/** Its most since `forgetPeak`. */
export const peakMb = (pid) => megabytes(pid, "VmHWM");

export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, "5");
