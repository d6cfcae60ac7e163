import type { AlurBpmn, DiagramBpmn, SimpulBpmn } from "../core/sop/bpmn.ts";
import { escaped } from "./gambar/chart-svg.ts";

const NS = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
].join(" ");

/** The diagram as a BPMN 2.0 file with its diagram interchange: every element has its place. */
export function bpmnXml(diagram: DiagramBpmn): string {
  const proses = `proses_${diagram.id}`;
  const kolam = `kolam_${diagram.id}`;
  const rapat = `kolaborasi_${diagram.id}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions ${NS} id="definisi_${diagram.id}" targetNamespace="urn:sopir:${diagram.id}" exporter="sopir">`,
    `<collaboration id="${rapat}">`,
    `<participant id="${kolam}" name="${escaped(diagram.nama)}" processRef="${proses}"/>`,
    "</collaboration>",
    `<process id="${proses}" name="${escaped(diagram.nama)}" isExecutable="false">`,
    ...laneSet(diagram),
    ...diagram.simpulList.map((one) => node(one, diagram.alurList)),
    ...diagram.alurList.map(flow),
    "</process>",
    `<bpmndi:BPMNDiagram id="gambar_${diagram.id}">`,
    `<bpmndi:BPMNPlane id="bidang_${diagram.id}" bpmnElement="${rapat}">`,
    shape(kolam, diagram.kotak, ' isHorizontal="true"'),
    ...diagram.jalurList.map(({ id, kotak }) => shape(id, kotak, ' isHorizontal="true"')),
    ...diagram.simpulList.map(({ id, jenis, kotak }) =>
      shape(id, kotak, jenis === "exclusiveGateway" ? ' isMarkerVisible="true"' : ""),
    ),
    ...diagram.alurList.map(edge),
    "</bpmndi:BPMNPlane>",
    "</bpmndi:BPMNDiagram>",
    "</definitions>",
    "",
  ].join("\n");
}

const laneSet = ({ id, jalurList, simpulList }: DiagramBpmn): readonly string[] => [
  `<laneSet id="jalur_${id}">`,
  ...jalurList.flatMap((lane, at) => [
    `<lane id="${lane.id}" name="${escaped(lane.nama)}">`,
    ...simpulList
      .filter(({ jalur }) => jalur === at)
      .map((one) => `<flowNodeRef>${one.id}</flowNodeRef>`),
    "</lane>",
  ]),
  "</laneSet>",
];

/** The order of the parts is that of the standard: documentation, then what comes in, then what goes out. */
function node({ id, jenis, nama, dokumentasi }: SimpulBpmn, alurList: readonly AlurBpmn[]): string {
  const parts = [
    ...(dokumentasi.length === 0
      ? []
      : [`<documentation>${escaped(dokumentasi.join("\n"))}</documentation>`]),
    ...alurList.filter(({ ke }) => ke === id).map((one) => `<incoming>${one.id}</incoming>`),
    ...alurList.filter(({ dari }) => dari === id).map((one) => `<outgoing>${one.id}</outgoing>`),
  ];
  return `<${jenis} id="${id}" name="${escaped(nama)}">${parts.join("")}</${jenis}>`;
}

const flow = ({ id, dari, ke, nama }: AlurBpmn): string =>
  `<sequenceFlow id="${id}"${nama === null ? "" : ` name="${nama}"`} sourceRef="${dari}" targetRef="${ke}"/>`;

const shape = (id: string, { x, y, lebar, tinggi }: SimpulBpmn["kotak"], lain: string): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${lain}><dc:Bounds x="${x}" y="${y}" width="${lebar}" height="${tinggi}"/></bpmndi:BPMNShape>`;

const edge = ({ id, titikList }: AlurBpmn): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${titikList
    .map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`)
    .join("")}</bpmndi:BPMNEdge>`;
