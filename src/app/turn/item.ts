import type { Masukan } from "../../core/conversation/world.ts";
import type { FromPerson } from "../ports/channel.ts";
import type { Known } from "./authenticate.ts";

/** An update with everything that had to be fetched for it. */
export interface Item {
  readonly event: FromPerson;
  readonly who: Known;
  readonly masukan: Masukan;
}
