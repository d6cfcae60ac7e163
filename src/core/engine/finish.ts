import type { PegawaiId, Peran } from "../kantor/schema.ts";
import { anakPeriode, indukPeriode } from "../kinerja/periode.ts";
import { periodeJenisList } from "../sop/schema.ts";
import { latestNaskah } from "./naskah.ts";
import { emit, note, patch, seqOf, type Turn, tell } from "./turn.ts";
import { conclude } from "./tutup-pembukaan.ts";

/**
 * Closes the berkas. When it was the last one of its semester or year, the clock is asked to open
 * the roll-up at once, as a timer: it survives a crash like every other promise.
 */
export function finish(turn: Turn): Turn {
  const { context, state } = turn;
  const closed = note(
    patch(conclude(turn), {
      status: "selesai",
      selesaiMs: context.nowMs,
      selesaiSeq: seqOf(turn),
    }),
    "berkas-selesai",
    "sistem",
    { periode: state.periode },
  );
  return openInduk(tellInspektorat(tellEverybody(handOver(closed))));
}

/** Whoever put the berkas away gets the archive. */
function handOver(turn: Turn): Turn {
  const arsip = latestNaskah(turn.state, "arsip");
  return arsip === undefined || arsip.oleh === "sistem"
    ? turn
    : tell(turn, arsip.oleh, { jenis: "arsip-siap", naskahId: arsip.id });
}

/** Who is told that a berkas has come to its end: those who compiled, corrected and approved it. */
const pembacaAkhir: readonly Peran[] = ["camat", "kadis", "sekcam", "sekdis"];

function tellEverybody(turn: Turn): Turn {
  const { kantor } = turn.context;
  const compilers = new Set<PegawaiId>(
    turn.sop.langkah
      .filter((langkah) => langkah.jenis === "penyusunan")
      .flatMap((langkah) => langkah.pelaksana.peran)
      .flatMap((peran) => kantor.pegawaiList.filter((pegawai) => pegawai.peran.includes(peran)))
      .map((pegawai) => pegawai.id),
  );
  // Whoever got the report itself in this very turn knows already.
  const written = new Set(
    turn.effects.flatMap((effect) => (effect.kind === "kabar" ? [effect.kepada] : [])),
  );
  const concerned = kantor.pegawaiList.filter(
    (pegawai) =>
      compilers.has(pegawai.id) || pegawai.peran.some((peran) => pembacaAkhir.includes(peran)),
  );
  const readers = concerned.filter(({ id }) => !written.has(id));
  return readers.reduce((next, reader) => tell(next, reader.id, { jenis: "berkas-selesai" }), turn);
}

/** The Inspektorat is no part of the office, so what it is told of the log cannot be written anew there. */
const tellInspektorat = (turn: Turn): Turn =>
  turn.context.kantor.pegawaiList
    .filter(({ peran }) => peran.includes("inspektorat"))
    .reduce((next, { id }) => tell(next, id, { jenis: "catatan-disimpan" }), turn);

function openInduk(turn: Turn): Turn {
  const { sop, state, context } = turn;
  const induk = indukPeriode(state.periode, periodeJenisList(sop));
  if (induk === null || context.periodeSelesai.has(`${sop.id}/${induk}`)) return turn;
  const missing = anakPeriode(induk, periodeJenisList(sop)).filter(
    (anak) => anak !== state.periode && !context.periodeSelesai.has(`${sop.id}/${anak}`),
  );
  if (missing.length > 0) return turn;
  return emit(turn, {
    kind: "timer",
    kunci: `buka:${sop.id}:${induk}`,
    atMs: context.nowMs,
    isi: { jenis: "buka-berkas", sopId: sop.id, periode: induk },
  });
}
