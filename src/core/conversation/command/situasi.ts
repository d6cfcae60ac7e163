import { bantuanText, jawabanText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { canReturnAt, isHolder, langkahOf, openWaits } from "../../engine/holders.ts";
import { isCollecting } from "../../engine/tarik.ts";
import { berlakuPada, type Halangan } from "../../kantor/halangan.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill, isEmpty, lines, type Teks } from "../../pesan/teks.ts";
import { waitOf } from "../session.ts";
import type { Talk } from "../talk.ts";
import { missingKode } from "../tanya/form/isian/sheet.ts";
import { type Tugas, tugasOf } from "../tugas/tugas.ts";
import { dataHalangan, halanganTerbuka, namaDi, sebutanWakil } from "../wakil.ts";

/** More tasks than these are counted: all of them are at /tugas. */
const TUGAS_DISEBUT = 3;

/** What somebody can do now, one line each; said so where there is nothing. */
export function situasiLines(talk: Talk): Teks {
  const said = [
    ...interrupted(talk),
    ...waiting(talk),
    ...sent(talk),
    ...absences(talk),
    ...office(talk),
  ].filter((one) => !isEmpty(one));
  return said.length === 0 ? jawabanText.bantuanTanpaTugas : lines(bantuanText.sekarang, ...said);
}

/** What was being answered when help was asked for: it was left then, and how to go on with it. */
function interrupted({ awal, world, pegawai }: Talk): readonly Teks[] {
  const { dialogue } = awal;
  if (dialogue === null) return [];
  const waitId = waitOf(dialogue);
  const task = tugasOf(world, pegawai).find(({ wait }) => wait.id === waitId);
  if (task !== undefined && dialogue.jenis === "isian") {
    return [fill(bantuanText.isian, { judul: task.judul })];
  }
  return task === undefined
    ? [bantuanText.tanya]
    : [fill(bantuanText.formulir, { judul: task.judul })];
}

/** What waits for them, the nearest deadline first, and how each is answered. */
function waiting({ awal, world, pegawai }: Talk): readonly Teks[] {
  const interruptedId = waitOf(awal.dialogue);
  const tasks = tugasOf(world, pegawai).filter(({ wait }) => wait.id !== interruptedId);
  const rest = tasks.length - TUGAS_DISEBUT;
  return [
    ...tasks.slice(0, TUGAS_DISEBUT).map((one) => answered(one, world.nowMs)),
    rest > 0 ? fill(bantuanText.lain, { jumlah: rest }) : [],
  ];
}

function answered({ berkas, wait, judul }: Tugas, nowMs: number): Teks {
  switch (wait.macam) {
    case "unit": {
      const owner = wait.pemegang.jenis === "pegawai" ? wait.pemegang.pegawaiId : null;
      const complete = owner !== null && missingKode(berkas.state, owner).length === 0;
      return fill(complete ? bantuanText.kirim : bantuanText.isi, { judul });
    }
    case "koordinator": {
      const late = openWaits(berkas.state).some(
        ({ macam, batasMs }) => macam === "unit" && batasMs !== null && batasMs < nowMs,
      );
      return fill(late ? bantuanText.terlambat : bantuanText.pantau, { judul });
    }
    case "pembukaan":
      return fill(bantuanText.putuskan, { judul });
    case "meja": {
      const returnable = canReturnAt(langkahOf(berkas.sop, wait.langkahNo), wait);
      return fill(returnable ? bantuanText.putuskan : bantuanText.kerjakan, { judul });
    }
    case "baca":
    case "hadir":
      return fill(bantuanText.kerjakan, { judul });
  }
}

/** Figures they sent that can still be taken back. */
const sent = ({ world, pegawai }: Talk): readonly Teks[] =>
  [...world.berkasById.values()]
    .filter(({ state }) => state.status === "berjalan")
    .filter(({ state }) =>
      state.waitList.some(
        (wait) =>
          wait.macam === "unit" &&
          wait.jawaban?.pilihan === "kirim" &&
          isHolder(wait, pegawai) &&
          isCollecting(state, wait),
      ),
    )
    .map(({ state }) => fill(bantuanText.terkirim, { periode: sebutPeriode(state.periode) }));

/** Who is away, as far as it is theirs to know or to do something about. */
const absences = ({ world, pegawai }: Talk): readonly Teks[] =>
  halanganTerbuka(world)
    .filter((one) => berlakuPada(one, world.nowMs, world.kantor.zonaWaktu))
    .map((halangan) => absenceLine({ world, pegawai }, halangan));

function absenceLine(
  { world, pegawai }: Pick<Talk, "world" | "pegawai">,
  halangan: Halangan,
): Teks {
  const { jabatan, sampai, alasan } = dataHalangan(halangan);
  const { wakil } = halangan;
  const sebutan = sebutanWakil(halangan);
  if (wakil === null) {
    return can(pegawai, "tunjuk-wakil")
      ? fill(bantuanText.tanpaWakil, { jabatan, alasan, sampai })
      : [];
  }
  if (wakil.pegawaiId === pegawai.id) {
    return fill(bantuanText.mewakili, { sebutan, jabatan, sampai });
  }
  return halangan.jabatan.pegawaiId === pegawai.id
    ? fill(bantuanText.diwakili, {
        sebutan,
        jabatan,
        sampai,
        nama: namaDi(world.kantor, wakil.pegawaiId),
      })
    : [];
}

/** What the office waits for from whoever runs it. */
function office({ world, pegawai }: Talk): readonly Teks[] {
  const { kantor, sopList, berkasById, terhubung } = world;
  const runs = [...berkasById.values()].some(({ state }) => state.status === "berjalan");
  const strangers = kantor.pegawaiList.filter(({ id }) => !terhubung.has(id)).length;
  return [
    !runs && sopList.length > 0 && can(pegawai, "mulai-berkas") ? bantuanText.belumMulai : [],
    strangers > 0 && can(pegawai, "undang")
      ? fill(bantuanText.belumAkun, { jumlah: strangers })
      : [],
  ];
}
