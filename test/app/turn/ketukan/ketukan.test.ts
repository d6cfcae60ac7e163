import { describeKetukan, selList } from "./ketukan.ts";

/** A question of a dialogue, a desk, and a form; of the others what is worth a tap each. */
const DIWAKILI = ["a figure", "Setuju", "Tandatangani"];
const TIAP = ["twice, 5 ms apart", "of a superseded version", "by a colleague it is not for"];

describeKetukan(
  "sqlite",
  selList.filter(([macam, { nama }]) => DIWAKILI.includes(macam.nama) || TIAP.includes(nama)),
);

describeKetukan(
  "postgresql",
  selList.filter(
    ([macam, { nama }]) =>
      DIWAKILI.includes(macam.nama) && nama === "twice, in two processes at once",
  ),
);
