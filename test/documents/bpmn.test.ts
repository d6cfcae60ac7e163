// Every sheet as BPMN: the model of the standard reads it without a warning, and everything has its place.
import { BpmnModdle } from "bpmn-moddle";
import { describe, expect, it } from "vitest";
import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import { loadSop } from "../../src/catalog/load-sop.ts";
import { bpmnOf, type DiagramBpmn } from "../../src/core/sop/bpmn.ts";
import { bpmnXml } from "../../src/documents/bpmn.ts";
import { laporanTahunan } from "../core/sop/chart-sheets.ts";

const idList = [
  "mekanisme-pengukuran",
  "pasrujambe",
  "kemlagi",
  "paringin-selatan",
  "dinas-pengukuran",
];
const tersedia = await loadFormulirFolder("flows");
const sheets = await Promise.all(
  idList.map(async (id) => {
    const { sop } = await loadSop(`flows/sop/${id}.yaml`, tersedia);
    if (sop === null) throw new Error(id);
    return [id, sop.sop] as const;
  }),
);
const hostile = { ...laporanTahunan, nama: 'A & B <c> "d" \u0000\uFFFE' };

describe.each([...sheets, ["a name full of markup", hostile] as const])("%s as BPMN", (_, sop) => {
  const diagram = bpmnOf(sop);

  it("is read without a warning, every reference found", async () => {
    const { rootElement, warnings, references } = await new BpmnModdle().fromXML(bpmnXml(diagram));
    expect(warnings).toEqual([]);
    expect(rootElement.$type).toBe("bpmn:Definitions");
    expect(references.length).toBeGreaterThan(2 * diagram.alurList.length);
  });

  it("has a shape for every lane and element, and an edge for every flow", () => {
    const xml = bpmnXml(diagram);
    const drawn = [...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id = ""]) => id);
    const said = [...diagram.jalurList, ...diagram.simpulList, ...diagram.alurList].map(
      ({ id }) => id,
    );
    expect(drawn.slice(2)).toEqual(said);
    expect(new Set(said).size).toBe(said.length);
    expect(xml.match(/<flowNodeRef>/g)).toHaveLength(diagram.simpulList.length);
  });

  it("goes from the start through every langkah to the end", () => {
    for (const simpul of diagram.simpulList) {
      const masuk = diagram.alurList.filter(({ ke }) => ke === simpul.id).length;
      const keluar = diagram.alurList.filter(({ dari }) => dari === simpul.id).length;
      expect([simpul.id, masuk > 0]).toEqual([simpul.id, simpul.jenis !== "startEvent"]);
      expect([simpul.id, keluar]).toEqual([
        simpul.id,
        simpul.jenis === "endEvent" ? 0 : simpul.jenis === "exclusiveGateway" ? 2 : 1,
      ]);
    }
    const tugas = diagram.simpulList.filter(({ id }) => id.startsWith("langkah_"));
    expect(tugas.map(({ id }) => id)).toEqual(sop.langkah.map(({ no }) => `langkah_${no}`));
  });

  it("keeps elements apart, inside their lane, and lines off other elements", () => {
    expect(overlaps(diagram)).toEqual([]);
    expect(crossings(diagram)).toEqual([]);
  });
});

function overlaps({ simpulList, jalurList }: DiagramBpmn): readonly string[] {
  return simpulList.flatMap((one, at) => {
    const { x, y, lebar, tinggi } = one.kotak;
    const lane = jalurList[one.jalur]?.kotak;
    const out =
      lane === undefined ||
      y < lane.y ||
      y + tinggi > lane.y + lane.tinggi ||
      x + lebar > lane.x + lane.lebar;
    const met = simpulList
      .slice(at + 1)
      .filter(({ kotak }) => kotak.x < x + lebar && x < kotak.x + kotak.lebar);
    return [
      ...(out ? [`${one.id} out of its lane`] : []),
      ...met.map(({ id }) => `${one.id} and ${id}`),
    ];
  });
}

/** Lines run level or upright; one that touches an element it does not belong to is told. */
function crossings({ simpulList, alurList }: DiagramBpmn): readonly string[] {
  return alurList.flatMap(({ id, dari, ke, titikList }) =>
    titikList.slice(1).flatMap(([x2, y2], at) => {
      const [x1, y1] = titikList[at] ?? [x2, y2];
      if (x1 !== x2 && y1 !== y2) return [`${id} runs askew`];
      return simpulList
        .filter(({ id: own }) => own !== dari && own !== ke)
        .filter(
          ({ kotak: { x, y, lebar, tinggi } }) =>
            Math.max(x1, x2) > x &&
            Math.min(x1, x2) < x + lebar &&
            Math.max(y1, y2) > y &&
            Math.min(y1, y2) < y + tinggi,
        )
        .map((other) => `${id} through ${other.id}`);
    }),
  );
}
