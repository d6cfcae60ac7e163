import { akunText, jangkauanText, umumText } from "../../generated/teks.ts";
import { can } from "../authorize.ts";
import { atasanOf, coordinators } from "../engine/pengawas.ts";
import { takTerjangkauSejak } from "../kantor/jangkauan.ts";
import type { Kantor, Pegawai } from "../kantor/schema.ts";
import type { Effect, Penerima } from "../pesan/effect.ts";
import type { RichText } from "../pesan/pesan.ts";
import { toldAs } from "../pesan/say.ts";
import { plainText } from "../pesan/spans.ts";
import { fill, joined, lines, type Teks, type Ucapan } from "../pesan/teks.ts";
import { sebutWaktu } from "../pesan/waktu.ts";
import { nextMorning } from "../waktu/calendar.ts";
import type { Instant } from "../waktu/instant.ts";
import { emit, prefix, say, type Talk } from "./talk.ts";
import { openNow } from "./tugas/menu.ts";
import { type Tugas, tugasLine, tugasOf } from "./tugas/tugas.ts";
import type { Akun, World } from "./world.ts";

/** Whoever opens the chat again mostly writes at once, and is then answered once instead of twice. */
const MENYAPA_MS = 5_000;
/** More messages that did not arrive are counted instead of named. */
const TERTAHAN_PALING_BANYAK = 5;

/**
 * The account of somebody takes no messages. Told once: to them on another account of theirs, with all
 * that is open; where they have none, to whoever coordinates what waits for them and to the admins.
 * Where nothing waits nobody is alarmed before something does.
 */
export function onUnreachable(talk: Talk): Talk {
  const akun = ownAkun(talk);
  if (akun === undefined || akun.takTerjangkauMs !== null) return talk;
  const { world, pegawai } = talk;
  const { nowMs, calendar } = world;
  const beralih = world.akunList.some(
    ({ id, pegawaiId, takTerjangkauMs }) =>
      pegawaiId === pegawai.id && id !== akun.id && takTerjangkauMs === null,
  );
  const saluran = akun.saluran;
  const marked = emit(
    talk,
    {
      kind: "jangkauan",
      akunId: akun.id,
      takTerjangkauMs: nowMs,
      sampaiMs: beralih ? nowMs : null,
    },
    checkAgain(akun.id, nextMorning(calendar, nowMs)),
    catat("tak-terjangkau", talk, saluran),
  );
  const tugasList = tugasOf(world, pegawai);
  return emit(
    marked,
    ...(beralih ? [moved(talk, akun)] : told(world, pegawai, { sejakMs: nowMs, tugasList })),
  );
}

/** An account takes messages again: at once if all has arrived there, else it is tried. */
export function onReachable(talk: Talk, sampaiMs: Instant | null): Talk {
  const akun = ownAkun(talk);
  if (akun === undefined || akun.takTerjangkauMs === null) return talk;
  return sampaiMs === null
    ? emit(talk, checkAgain(akun.id, talk.world.nowMs + MENYAPA_MS))
    : emit(talk, ...back(talk, akun, sampaiMs));
}

/** Whoever writes from an account that took no messages is told all that is open, once, behind or in the answer. */
export function withReturn(talk: Talk): Talk {
  const akun = ownAkun(talk);
  if (akun === undefined || akun.takTerjangkauMs === null) return talk;
  const { world, pegawai } = talk;
  const opened = emit(talk, ...back(talk, akun, world.nowMs));
  const kepala = returnText(world, akun);
  const replies = talk.effects.flatMap((effect) =>
    effect.kind === "pesan" && effect.kepada.ke === "asal" ? [effect.pesan] : [],
  );
  const said = new Set(
    replies.flatMap(({ promptId, pilihan }) => [
      promptId,
      ...(pilihan ?? []).flat().map(({ id }) => id.replace(/^\/tugas /, "")),
    ]),
  );
  const all = tugasOf(world, pegawai).every(({ wait }) => said.has(wait.id));
  if (replies.length > 0 && all) return prefix(opened, 0, kepala);
  // Nothing interrupts an open question.
  return talk.session.dialogue !== null
    ? prefix(opened, 0, lines(kepala, jangkauanText.semuaTugas))
    : say(opened, sayAgain(world, pegawai, akun));
}

/** Everything that is open for somebody, in one message, with what did not arrive. */
export const sayAgain = (world: World, pegawai: Pegawai, akun: Akun): Ucapan =>
  openNow(world, pegawai, {
    kepala: returnText(world, akun),
    kosong: akunText.tanpaTugas,
  });

/** The account is tried again then, with everything that is open. */
export const checkAgain = (akunId: string, atMs: Instant): Effect => ({
  kind: "timer",
  kunci: `jangkauan:${akunId}`,
  atMs,
  isi: { jenis: "jangkauan", akunId },
});

const ownAkun = ({ world, akunId }: Talk): Akun | undefined =>
  world.akunList.find(({ id }) => id === akunId);

const back = (talk: Talk, akun: Akun, sampaiMs: Instant): readonly Effect[] => [
  { kind: "jangkauan", akunId: akun.id, takTerjangkauMs: null, sampaiMs },
  { kind: "batal-timer", awalan: `jangkauan:${akun.id}` },
  catat("terjangkau", talk, akun.saluran),
];

const catat = (jenis: string, { pegawai }: Talk, saluran: string): Effect => ({
  kind: "catat",
  jenis,
  berkasId: null,
  oleh: "sistem",
  data: { untuk: pegawai.id, dari: saluran },
});

/** All that is open, on the account that is left. */
function moved({ world, pegawai }: Talk, akun: Akun): Effect {
  const kepala = lines(
    fill(jangkauanText.beralih, { saluran: akun.saluran }),
    ...unsaidLines(world, akun),
  );
  const kosong = akunText.tanpaTugas;
  const ucapan = openNow(world, pegawai, { kepala, kosong });
  return toldAs(world, { kepada: pegawai.id, prioritas: "pengingat" }, ucapan);
}

/**
 * What follows where a task is written to somebody none of whose accounts takes messages: whoever
 * coordinates it and the admins are told at once, by name and task.
 */
export function strandedTasks(world: World, effects: readonly Effect[]): readonly Effect[] {
  return world.kantor.pegawaiList.flatMap((pegawai) => {
    const promptList = effects.flatMap((effect) =>
      effect.kind === "pesan" && isFor(effect.kepada, pegawai) ? [effect.pesan.promptId] : [],
    );
    if (promptList.length === 0) return [];
    const sejakMs = takTerjangkauSejak(world.akunList, pegawai.id);
    if (sejakMs === null) return [];
    const tugasList = tugasOf(world, pegawai).filter(({ wait }) => promptList.includes(wait.id));
    return told(world, pegawai, { sejakMs, tugasList });
  });
}

const isFor = (kepada: Penerima, { id }: Pegawai): boolean =>
  kepada.ke === "pegawai" && kepada.pegawaiId === id;

interface Stranded {
  readonly sejakMs: Instant;
  readonly tugasList: readonly Tugas[];
}

function told(world: World, pegawai: Pegawai, stranded: Stranded): readonly Effect[] {
  const { tugasList } = stranded;
  if (tugasList.length === 0) return [];
  const ucapan = strandedText(world, pegawai, stranded);
  return listeners(world, pegawai, tugasList).map(({ id }) =>
    toldAs(world, { kepada: id, prioritas: "tugas" }, ucapan),
  );
}

/** Who is to see to it: coordinators and admins; where none of them can be reached, a superior who can. */
function listeners(
  world: World,
  pegawai: Pegawai,
  tugasList: readonly Tugas[],
): readonly Pegawai[] {
  const { kantor, terhubung, akunList } = world;
  const hears = ({ id }: Pegawai): boolean =>
    terhubung.has(id) && takTerjangkauSejak(akunList, id) === null;
  const concerned = [
    ...tugasList.flatMap(({ berkas, wait }) => coordinators({ ...berkas, wait }, kantor)),
    ...kantor.pegawaiList.filter((one) => can(one, "undang")),
  ].filter(({ id }) => id !== pegawai.id);
  if (concerned.some(hears)) return [...new Set(concerned)];
  const superior = superiors(kantor, pegawai).find(hears);
  return [...new Set([...concerned, ...(superior === undefined ? [] : [superior])])];
}

/** Everybody above a person, the nearest first. */
function superiors(kantor: Kantor, pegawai: Pegawai): readonly Pegawai[] {
  const found = new Set<Pegawai>();
  let one = atasanOf(pegawai, kantor);
  while (one !== undefined && one !== pegawai && !found.has(one)) {
    found.add(one);
    one = atasanOf(one, kantor);
  }
  return [...found];
}

function strandedText(
  world: World,
  { id, jabatan }: Pegawai,
  { sejakMs, tugasList }: Stranded,
): Ucapan {
  const saluran = world.akunList.filter(({ pegawaiId }) => pegawaiId === id);
  return {
    teks: lines(
      fill(jangkauanText.takTerjangkau, {
        jabatan,
        saluran: joined([...new Set(saluran.map((akun) => akun.saluran))], umumText.dan),
        waktu: sebutWaktu(sejakMs, world.kantor.zonaWaktu),
      }),
      jangkauanText.tugasnya,
      ...tugasList.map((one, index) => tugasLine(world, one, index + 1)),
      jangkauanText.mohonHubungi,
    ),
    pilihan: [[{ id: "/status", judul: jangkauanText.lihatStatus }]],
  };
}

const returnText = (world: World, akun: Akun): Teks =>
  lines(jangkauanText.kembali, ...unsaidLines(world, akun));

/** The headlines of what did not arrive and needs no answer. */
function unsaidLines({ tertahan }: World, { id }: Akun): readonly Teks[] {
  const headlines = (tertahan.get(id) ?? []).map(({ teks }) => headline(teks));
  if (headlines.length === 0) return [];
  const rest = headlines.length - TERTAHAN_PALING_BANYAK;
  return [
    jangkauanText.tertahan,
    ...headlines
      .slice(0, TERTAHAN_PALING_BANYAK)
      .map((judul) => fill(jangkauanText.tertahanBaris, { judul })),
    rest > 0 ? fill(jangkauanText.tertahanLain, { jumlah: rest }) : [],
    jangkauanText.tertahanLanjut,
  ];
}

/** A message's first line says what it is. */
const headline = (teks: RichText): string => plainText(teks).trim().split("\n")[0] ?? "";
