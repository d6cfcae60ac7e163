import { expect, it } from "vitest";
import { replayHeld } from "../../../src/app/turn/hold-update.ts";
import { connect } from "../../../src/store/client.ts";
import { openDesk, openOffice } from "../../support/desk.ts";
import { openTestStore } from "../../support/store.ts";

it("goes on past an update whose office cannot be read, which stays held", async () => {
  const test = await openTestStore();
  await openOffice(openDesk(test.store));
  const { client } = connect(test.url);
  await client.kantor.updateMany({ data: { dokumen: "{}" } });
  await openDesk(test.store).says("camat", "/tugas");
  const [held] = await test.store.listHeld();
  expect(held).toMatchObject({ kantorId: "uji", pegawaiId: "camat" });
  const anew = openDesk(test.store);
  await replayHeld(anew.deps, (event) => anew.updates.handle(event));
  expect(await test.store.listHeld()).toEqual([held]);
  await client.$disconnect();
  await test.close();
});
