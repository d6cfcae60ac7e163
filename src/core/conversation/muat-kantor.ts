import { type Beda, bedaKantor } from "../berkas-kantor/beda.ts";
import { berkasTercatat } from "../berkas-kantor/berkas-dari.ts";
import { bacaBuku } from "../berkas-kantor/buku/baca.ts";
import { judulKunci } from "../berkas-kantor/buku/lembar.ts";
import type { LembarMasuk } from "../berkas-kantor/buku/model.ts";
import { type BukuDiperiksa, kodeKantor, periksaBuku } from "../berkas-kantor/buku/periksa.ts";
import { kantorDari } from "../berkas-kantor/isi.ts";
import type { BerkasKantor } from "../berkas-kantor/schema.ts";
import { bukaKunci } from "../engine/buka-triwulan.ts";
import { type Refusal, refuse } from "../engine/decision.ts";
import { denganPerubahan } from "../kantor/di-atas-berkas.ts";
import { kantorPada, tercatatOf } from "../kantor/pada.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Pencatat, Tatanan } from "../kantor/schema.ts";
import { sameIsian } from "../kinerja/indikator.ts";
import type { Effect } from "../pesan/effect.ts";
import { withVersi } from "../waktu/calendar.ts";
import { openingTimers } from "./pembukaan-berikut.ts";
import { type Akibat, followed } from "./ubah-kantor.ts";
import type { World } from "./world.ts";

/** The workbook of this office, held against its rules; the kode of another one it is about. */
export type BukuKantor =
  | ({ readonly kind: "diperiksa" } & BukuDiperiksa)
  | { readonly kind: "kantor-lain"; readonly kode: string };

/** Reads a workbook that was sent to an office; without a kode it is meant for this one. */
export function bacaBukuKantor(world: World, lembarList: readonly LembarMasuk[]): BukuKantor {
  const dibaca = bacaBuku(lembarList, world.kantor.id);
  const kode = kodeKantor(dibaca);
  if (kode !== null && kode !== world.kantor.id) return { kind: "kantor-lain", kode };
  const sopList = world.sopList.map(({ sop }) => sop);
  return { kind: "diperiksa", ...periksaBuku(dibaca, sopList, berkasTercatat(tatananOf(world))) };
}

const tatananOf = ({ kantor, calendar }: World): Tatanan => ({
  kantor: tercatatOf(kantor),
  calendar,
});

/** What a workbook would do to an office, and what would follow. */
export interface Muatan {
  readonly bedaList: readonly Beda[];
  readonly akibat: Akibat | Refusal;
  /** Figures of earlier triwulan that are not there: they come in at the machine of the office alone. */
  readonly realisasiTertinggal: number;
}

/** Loads an office file that was sent in the chat, as `kantor load` does; all of it or nothing. */
export function decideMuat(world: World, berkas: BerkasKantor, oleh: Pencatat): Muatan {
  const lama = tatananOf(world);
  const baru = tatananBaru(world, berkas);
  const sopList = world.sopList.filter(({ sop }) => berkas.kantor.sop.includes(sop.id));
  const bedaList = bedaKantor(
    { ...lama, sopList: world.sopList },
    { ...baru, sopList },
    judulKunci,
  );
  const next: World = {
    ...world,
    kantor: kantorPada(baru.kantor, world.nowMs),
    calendar: baru.calendar,
    sopList,
  };
  const effects: readonly Effect[] = [
    { kind: "kantor", ...baru, perubahanList: [], muat: true },
    ...clocks(world, next),
    {
      kind: "catat",
      jenis: "kantor-dimuat",
      berkasId: null,
      oleh,
      data: {
        kalender: baru.calendar.versi,
        sop: sopList.map(({ hash }) => hash),
        perubahan: bedaList.map(({ jenis, apa, nama }) => `${jenis} ${apa} ${nama}`.trim()),
      },
    },
  ];
  // An office that had an admin keeps one, or nobody could mend it from the chat.
  const akibat =
    hasAdmin(lama) && !hasAdmin(baru)
      ? refuse("admin-terakhir")
      : followed(next, effects, {
          oleh,
          sebelum: world.kantor,
          kalenderLama: world.calendar,
        });
  return { bedaList, akibat, realisasiTertinggal: tertinggal(world, berkas) };
}

const hasAdmin = ({ kantor }: Tatanan): boolean =>
  kantor.pegawaiList.some(({ peran }) => peran.includes("admin"));

/**
 * The office as it is going to be. A workbook tells nothing of free days and absences: what the chat has
 * entered of them stays as it is.
 */
function tatananBaru(world: World, berkas: BerkasKantor): Tatanan {
  const lama = tatananOf(world);
  const { zonaWaktu } = berkas.kantor;
  const { versi: _, ...content } = world.calendar;
  const calendar =
    content.zona === zonaWaktu ? world.calendar : withVersi({ ...content, zona: zonaWaktu });
  const { kantor, tetapList } = denganPerubahan(
    lama,
    { kantor: { ...kantorDari(berkas), logo: lama.kantor.logo }, calendar },
    { nowMs: world.nowMs, timpa: false },
  );
  const perubahanList = (lama.kantor.perubahanList ?? []).filter(
    (one) => isKalender(one.perubahan) || tetapList.includes(one),
  );
  return {
    kantor: perubahanList.length === 0 ? kantor : { ...kantor, perubahanList },
    calendar,
  };
}

const isKalender = ({ jenis }: Perubahan): boolean =>
  jenis === "libur" || jenis === "libur-batal" || jenis === "kalender";

/** The next triwulan opens where the office wants it; of a sheet that is left none does. */
function clocks(world: World, { kantor, calendar, sopList, nowMs }: World): readonly Effect[] {
  const gone = world.kantor.sopIdList.filter((id) => !kantor.sopIdList.includes(id));
  const running = [...world.berkasById.values()].map(
    ({ state }) => `${state.sopId}/${state.periode}`,
  );
  return [
    ...gone.map((id): Effect => ({ kind: "batal-timer", awalan: bukaKunci(id) })),
    ...openingTimers(
      { kantor, calendar, sopList },
      { nowMs, sinceMs: null, known: new Set([...world.periodeSelesai, ...running]) },
    ),
  ];
}

const tertinggal = ({ realisasi }: World, berkas: BerkasKantor): number =>
  berkas.realisasi.filter(({ kode, periode, isian }) => {
    const known = realisasi[kode]?.[periode]?.isian;
    return known === undefined || !sameIsian(known, isian);
  }).length;
