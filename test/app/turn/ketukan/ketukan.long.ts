import { describeKetukan, selList } from "./ketukan.ts";

describeKetukan("sqlite", selList);
describeKetukan("postgresql", selList);
