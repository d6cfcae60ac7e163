import { afterEach, it } from "vitest";
import { figures } from "../support/endurance.ts";
import { Container, checkContainer } from "./image.ts";

let container: Container | null = null;
afterEach(() => container?.dispose());

it("the image made by every step of the Dockerfile runs as an ordinary user on a read-only root", async () => {
  const beganMs = Date.now();
  container = new Container({});
  const madeMs = Date.now() - beganMs;
  await checkContainer(container);
  figures("image", { treeSeconds: Math.round(madeMs / 1_000), writableOutside: 0 });
});
