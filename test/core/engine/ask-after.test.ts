import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/engine/decide.ts";
import type { Decision } from "../../../src/core/engine/decision.ts";
import { type Kantor, KantorId, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Stage } from "../../support/stage.ts";
import { at, kantor, worldOf } from "../../support/world.ts";

const setda = KantorId.parse("setda");
const dari = {
  kantorId: setda,
  nama: "Bagian Organisasi",
  pegawaiId: PegawaiId.parse("kabag"),
  jabatan: "Kabag Organisasi",
};
const dipantau: Kantor = { ...kantor, pemantau: setda };
/** Monday, two working days after the collection should have ended. */
const SENIN = "2027-01-11 08:30";

interface Keadaan {
  readonly jam?: string;
  readonly kantor?: Kantor;
  readonly terhubung?: readonly string[];
  readonly sebelum?: (stage: Stage) => void;
}

/** What comes of asking after the berkas of an office. */
function asked({ jam = SENIN, kantor: office = dipantau, ...rest }: Keadaan): Decision {
  const stage = new Stage(worldOf({ kantor: office }));
  stage.open();
  rest.sebelum?.(stage);
  const { sop, state } = stage.berkas();
  const everybody = office.pegawaiList.map(({ id }) => id);
  const terhubung = new Set(everybody.filter((id) => rest.terhubung?.includes(id) ?? true));
  const context = { ...stage.world, nowMs: at(jam), terhubung };
  return decide(sop, state, { kind: "ingatkan", dari }, context);
}

/** Asks once, and again at these times. */
function again(...jamList: readonly string[]): readonly string[] {
  const stage = new Stage(worldOf({ kantor: dipantau }));
  stage.open();
  let { sop, state } = stage.berkas();
  return jamList.map((jam) => {
    const context = { ...stage.world, nowMs: at(jam) };
    const decision = decide(sop, state, { kind: "ingatkan", dari }, context);
    if (decision.kind === "accepted") state = decision.state;
    return decision.kind === "accepted" ? "diingatkan" : decision.code;
  });
}

describe("asking after a late berkas", () => {
  it("tells the coordinator alone, and notes who asked and whom it told", () => {
    const decision = asked({});
    expect(decision).toMatchObject({
      kind: "accepted",
      state: { diingatkanMs: at(SENIN) },
      effects: [
        { kind: "kabar", kepada: "staf", prioritas: "pengingat", kabar: { milik: null } },
        {
          kind: "catat",
          jenis: "diingatkan-kabupaten",
          data: { dari: "Kabag Organisasi, Bagian Organisasi", untuk: ["staf"] },
        },
      ],
    });
  });

  it.each([
    { nama: "of an office that names nobody", keadaan: { kantor }, code: "tidak-berwenang" },
    {
      nama: "of an office that names another one",
      keadaan: { kantor: { ...kantor, pemantau: KantorId.parse("lain") } },
      code: "tidak-berwenang",
    },
    { nama: "while there is time", keadaan: { jam: "2027-01-06 08:30" }, code: "tidak-terlambat" },
    {
      nama: "where the coordinator has no account",
      keadaan: { terhubung: ["camat"] },
      code: "koordinator-tanpa-akun",
    },
  ])("is refused $nama", ({ keadaan, code }) => {
    expect(asked(keadaan)).toMatchObject({ kind: "refused", code });
  });

  it("asks whoever holds the desk where there is no coordinator", () => {
    const decision = asked({
      sebelum: (stage) => {
        stage.act("staf", { tap: "Tutup pengumpulan" });
        stage.act("staf", "Batas waktu lewat");
      },
    });
    expect(decision).toMatchObject({
      effects: [{ kepada: "perencanaan", kabar: { milik: { macam: "meja" } } }, {}],
    });
  });

  it("happens once a working day, whatever the hour, and not before a weekend is over", () => {
    expect(
      again("2027-01-08 09:00", "2027-01-08 15:30", "2027-01-09 09:00", "2027-01-11 07:30"),
    ).toEqual(["diingatkan", "hari-ini-diingatkan", "hari-ini-diingatkan", "diingatkan"]);
  });
});
