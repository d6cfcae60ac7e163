import { z } from "zod";
import type { ChannelState } from "../../app/ports/channel.ts";

/** How a channel is where another process runs it; a word this version does not know is trouble. */
export const ChannelStateText: z.ZodType<ChannelState> = z
  .enum(["offline", "connecting", "login-required", "online", "degraded", "failed"])
  .catch("degraded");
