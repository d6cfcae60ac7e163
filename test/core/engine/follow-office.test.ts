import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectKantor } from "../../../src/core/berkas-kantor/inspect.ts";
import { BerkasKantor } from "../../../src/core/berkas-kantor/schema.ts";
import { decide } from "../../../src/core/engine/decide.ts";
import type { Decision } from "../../../src/core/engine/decision.ts";
import { holdersOf, openWaits } from "../../../src/core/engine/holders.ts";
import { type Kantor, operatorOf, type Pegawai } from "../../../src/core/kantor/schema.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { kantor, sop } from "../../support/world.ts";
import {
  type Act,
  effectsOf,
  isiSemua,
  Play,
  sampaiDraf,
  sampaiKoreksi,
  sampaiPersetujuan,
  throughJson,
  told,
  waitingFor,
} from "./play.ts";

const oleh = operatorOf("contoh.yaml");

/** The office with other people, and figures in other hands. */
function changed(
  people: (list: readonly Pegawai[]) => readonly object[],
  hands: Readonly<Record<string, string>> = {},
): Kantor {
  const file = BerkasKantor.parse({
    kantor: { id: kantor.id, nama: "x", kabupaten: "x", zonaWaktu: "Asia/Makassar", sop: ["x"] },
    pegawai: people(kantor.pegawaiList),
    indikator: kantor.indikatorList.map((one) => ({
      ...one,
      penanggungJawab: hands[one.kode] ?? one.penanggungJawab,
    })),
  });
  return { ...kantor, pegawaiList: file.pegawai, indikatorList: file.indikator };
}

const without =
  (...idList: readonly string[]) =>
  (list: readonly Pegawai[]): readonly Pegawai[] =>
    list.filter(({ id }) => !idList.includes(id));

/** Loads an office while a play runs. */
function load(play: Play, next: Kantor): Decision<Effect> {
  const sebelum = play.context.kantor;
  play.context = { ...play.context, kantor: next };
  return play.decide({ kind: "kantor", oleh, sebelum });
}

const after = (acts: readonly Act[], next: Kantor): { play: Play; decision: Decision<Effect> } => {
  const play = Play.after(acts);
  return { play, decision: load(play, next) };
};

const textsTo = ({ effects }: Play, id: string): string =>
  effectsOf(effects, "pesan")
    .filter(({ kepada }) => kepada.ke === "pegawai" && kepada.pegawaiId === id)
    .map(({ pesan }) => plainText(pesan.teks))
    .join("\n---\n");

const catatan = ({ effects }: Play): readonly string[] =>
  effectsOf(effects, "catat").map((one) => `${one.jenis} ${one.oleh}`);

describe("an office file that changes under a running berkas", () => {
  const handed = changed(without("pemerintahan"), { "2.1": "pelayanan", "2.2": "pelayanan" });

  it("gives the figures of somebody who left to whoever the table names, and asks for them", () => {
    const { play } = after(isiSemua.slice(3), handed);
    expect(waitingFor(play.state, play.context)).toEqual(["koordinator staf", "unit pelayanan"]);
    expect(textsTo(play, "pelayanan")).toContain(
      "Indikator 2.1, 2.2 beralih kepada Bapak/Ibu dari Kasi Pemerintahan.",
    );
    expect(textsTo(play, "pelayanan")).toContain("5 indikator menunggu Bapak/Ibu");
    expect(textsTo(play, "staf")).toContain(
      "Indikator 2.1, 2.2: dari Kasi Pemerintahan ke Kasi Pelayanan.",
    );
    expect(textsTo(play, "sekcam")).toContain(
      "Penanggung jawab realisasi Triwulan IV 2026 berubah",
    );
    expect(catatan(play)).toEqual([`penanggung-jawab-beralih ${oleh}`]);
  });
  it("leaves whoever has sent alone, and asks again only for what came to them", () => {
    const sent: readonly Act[] = [...isiSemua.slice(0, 4), { oleh: "pelayanan", kirim: true }];
    const { play } = after(sent, handed);
    expect(waitingFor(play.state, play.context)).toEqual(["koordinator staf", "unit pelayanan"]);
    play.must({ oleh: "pelayanan", isi: "2.1", nilai: 12 });
    play.must({ oleh: "pelayanan", isi: "2.2", nilai: 3 });
    play.must({ oleh: "pelayanan", kirim: true });
    expect(play.state.langkahNo).toBe("2");
  });

  it("keeps the clocks and the figures that were saved", () => {
    const given = Play.after(isiSemua).state;
    const [, before] = openWaits(given).filter(({ macam }) => macam === "unit");
    const { play } = after(
      isiSemua,
      changed(without("pemerintahan"), { "2.1": "staf", "2.2": "staf" }),
    );
    const moved = openWaits(play.state).find(({ pemegang }) =>
      pemegang.jenis === "pegawai" ? pemegang.pegawaiId === "staf" : false,
    );
    expect(moved).toMatchObject({
      diterimaMs: before?.diterimaMs,
      tenggatMs: before?.tenggatMs,
      batasMs: before?.batasMs,
    });
    expect(play.state.isianByKode).toEqual(given.isianByKode);
    play.must({ oleh: "staf", kirim: true });
  });

  it("takes figures from somebody who stays, and tells both", () => {
    const { play } = after(
      [],
      changed((list) => list, { "1.3": "pemerintahan" }),
    );
    expect(textsTo(play, "pelayanan")).toContain(
      "Indikator 1.3: dari Kasi Pelayanan ke Kasi Pemerintahan.",
    );
    expect(textsTo(play, "pemerintahan")).toContain("Indikator 1.3 beralih kepada Bapak/Ibu");
    expect(waitingFor(play.state, play.context)).toEqual([
      "koordinator staf",
      "unit pelayanan",
      "unit pemerintahan",
    ]);
  });

  const withSuccessor =
    (id: string, menggantikan: string, peran: string) => (list: readonly Pegawai[]) => [
      ...without(menggantikan)(list),
      { id, nama: id, jabatan: id, peran: [peran], menggantikan },
    ];

  it("follows a named successor where the table of figures names nobody", () => {
    const people = withSuccessor("baru", "pemerintahan", "kasi");
    const { indikatorList } = kantor;
    const next = { ...changed(people, { "2.1": "baru", "2.2": "baru" }) };
    const lost = { ...next, indikatorList: indikatorList.filter(({ kode }) => kode !== "2.1") };
    const { play } = after([], {
      ...lost,
      indikatorList: lost.indikatorList.filter(({ kode }) => kode !== "2.2"),
    });
    expect(waitingFor(play.state, play.context)).toEqual([
      "koordinator staf",
      "unit pelayanan",
      "unit baru",
    ]);
  });

  it("asks whoever has come to hold a desk, and passes receipts on", () => {
    const people = withSuccessor("camat-baru", "camat", "camat");
    const { pegawaiList } = changed(people);
    const play = Play.after(sampaiPersetujuan);
    const terhubung = new Set(pegawaiList.map(({ id }) => id));
    play.context = { ...play.context, terhubung };
    load(play, changed(people));
    expect(told(play.effects)).toEqual(["camat-baru"]);
    expect(textsTo(play, "camat-baru")).toContain("mohon persetujuan");
    expect(waitingFor(play.state, play.context)).toContain("meja camat-baru");
    const reader = Play.after(sampaiPersetujuan);
    load(reader, changed(withSuccessor("auditor", "inspektorat", "inspektorat")));
    expect(waitingFor(reader.state, reader.context)).toEqual(["meja camat", "baca auditor"]);
    const gone = after(sampaiPersetujuan, changed(without("inspektorat"))).play;
    expect(waitingFor(gone.state, gone.context)).toEqual(["meja camat"]);
  });

  it.each([
    [
      "a figure",
      [],
      { office: handed, dropped: ["2.1", "2.2"] },
      {
        code: "tanpa-penerus",
        data: { periode: "Triwulan IV 2026", kode: "2.1, 2.2", siapa: "pemerintahan" },
      },
    ],
    [
      "a desk",
      sampaiPersetujuan,
      { office: changed(without("camat")), dropped: [] },
      {
        code: "tanpa-pemegang",
        data: { periode: "Triwulan IV 2026", langkah: "4", siapa: "camat" },
      },
    ],
  ] as const)(
    "is refused where %s would wait for nobody",
    (_, acts, { office, dropped }, refusal) => {
      const indikatorList = office.indikatorList.filter(
        ({ kode }) => !dropped.some((one) => one === kode),
      );
      const { decision } = after(acts, { ...office, indikatorList });
      expect(decision).toEqual({ kind: "refused", ...refusal });
    },
  );

  it("tells the admin when the collection loses its coordinator, and runs on", () => {
    const { play, decision } = after([], changed(without("staf")));
    expect(decision.kind).toBe("accepted");
    expect(textsTo(play, "sekcam")).toContain("Yang ditunggu: staf; saat ini tidak ada orangnya");
  });

  it("tells coordinator and admin when it comes to a desk that nobody holds", () => {
    const play = Play.after(sampaiDraf);
    play.context = { ...play.context, kantor: changed(without("sekcam")) };
    play.must({ oleh: "perencanaan", pilih: "selesai" });
    expect(textsTo(play, "staf")).toContain("Triwulan IV 2026 menunggu tanpa pemegang");
    expect(catatan(play)).toContain("tanpa-pemegang sistem");
  });

  it("rests while the office is retired, and sets its reminders again afterwards", () => {
    const { play } = after([], { ...handed, aktif: false });
    expect(play.effects).toEqual([]);
    load(play, handed);
    expect(effectsOf(play.effects, "timer").length).toBeGreaterThan(0);
    expect(waitingFor(play.state, play.context)).toEqual(["koordinator staf", "unit pelayanan"]);
  });
});

const isValid = (file: BerkasKantor): boolean =>
  inspectKantor(file, [sop]).every(({ tingkat }) => tingkat !== "galat");

describe("any office file", () => {
  const peranList = [
    "camat",
    "sekcam",
    "kasi",
    "kasubbag",
    "staf",
    "inspektorat",
    "admin",
  ] as const;
  const idList = [...kantor.pegawaiList.map(({ id }) => String(id)), "baru-1", "baru-2"];
  const anyPerson = fc.record({
    id: fc.constantFrom(...idList),
    peran: fc.uniqueArray(fc.constantFrom(...peranList), { minLength: 1, maxLength: 3 }),
    menggantikan: fc.option(fc.constantFrom(...idList), { nil: undefined }),
  });
  const kept = fc.constantFrom(...kantor.pegawaiList);
  const anyPeople = fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: kept }, anyPerson), {
    minLength: 3,
    maxLength: 9,
    selector: ({ id }) => id,
  });
  const anyIndikator = fc.subarray([...kantor.indikatorList]);
  const anyFile = fc
    .record({
      people: anyPeople,
      indikator: anyIndikator,
      hands: fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }),
    })
    .map(({ people, indikator, hands }) =>
      BerkasKantor.safeParse({
        kantor: {
          id: "contoh",
          nama: "x",
          kabupaten: "x",
          zonaWaktu: "Asia/Makassar",
          sop: [sop.id],
        },
        pegawai: people.map((one) => ({ nama: one.id, jabatan: one.id, ...one })),
        indikator: indikator.map((one, index) => ({
          ...one,
          penanggungJawab: people[(hands[index] ?? 0) % people.length]?.id,
        })),
      }),
    )
    .filter(({ data }) => data !== undefined && isValid(data))
    .map(({ data }) => data);
  const anyPoint = fc.constantFrom<readonly Act[]>(
    [],
    isiSemua.slice(0, 2),
    isiSemua,
    sampaiDraf.slice(0, -1),
    sampaiDraf,
    sampaiKoreksi,
    sampaiPersetujuan,
    [
      ...sampaiDraf,
      { oleh: "perencanaan", pilih: "kembalikan", alasan: "Periksa lagi", unit: "pelayanan" },
    ],
  );

  it("leaves every running berkas with somebody who can act on all it waits for, or is refused", () => {
    let taken = 0;
    fc.assert(
      fc.property(anyPoint, fc.array(anyFile, { minLength: 1, maxLength: 3 }), (acts, files) => {
        const play = Play.after(acts);
        for (const file of files) {
          if (file === undefined) continue;
          const before = play.state;
          const office = play.context.kantor;
          const next = { ...kantor, pegawaiList: file.pegawai, indikatorList: file.indikator };
          const decision = load(play, next);
          if (decision.kind === "refused") {
            expect(play.state).toBe(before);
            play.context = { ...play.context, kantor: office };
            continue;
          }
          taken += 1;
          const asked = openWaits(play.state).filter(
            ({ macam }) => macam === "meja" || macam === "unit",
          );
          expect(asked.length).toBeGreaterThan(0);
          for (const wait of asked) expect(holdersOf(wait, next)).not.toEqual([]);
          const sebelum = next;
          const again = decide(
            sop,
            throughJson(play.state),
            { kind: "kantor", oleh, sebelum },
            play.context,
          );
          expect(again).toEqual({ kind: "accepted", state: play.state, effects: [] });
        }
      }),
      { numRuns: 120 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
