import { liburText } from "../../generated/teks.ts";
import type { Refusal } from "../engine/decision.ts";
import { tenggatBergeser } from "../engine/tenggat-bergeser.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Kantor } from "../kantor/schema.ts";
import { sebutPeriode } from "../pesan/periode.ts";
import { fill, lines, type Teks } from "../pesan/teks.ts";
import { sebutHari, sebutWaktu } from "../pesan/waktu.ts";
import type { Instant } from "../waktu/instant.ts";
import { partsOf, type Tanggal } from "../waktu/tanggal.ts";
import { type HariLibur, liburSejak } from "../waktu/ubah-libur.ts";
import type { Talk } from "./talk.ts";
import { type Akibat, decidePerubahan } from "./ubah-kantor.ts";
import type { World } from "./world.ts";

/** How many days are shown; the rest is counted. */
const HARI_DITAMPILKAN = 12;

/** The free days to come, with what those of the year rest on. */
export function liburLines({ calendar }: World, today: Tanggal): Teks {
  const list = liburSejak(calendar, today);
  const rest = list.length - HARI_DITAMPILKAN;
  const { tahun } = partsOf(today);
  const last = Math.max(tahun, ...calendar.tahunList);
  return lines(
    ...(list.length === 0 ? [liburText.kosong] : list.slice(0, HARI_DITAMPILKAN).map(hariLine)),
    rest > 0 ? fill(liburText.lain, { jumlah: rest, tahun: String(last) }) : [],
    ...[tahun, tahun + 1].map((one) => dasarLine(calendar, one)),
  );
}

function dasarLine({ tahunList, dasar = {} }: World["calendar"], tahun: number): Teks {
  if (!tahunList.includes(tahun)) return fill(liburText.belumTahun, { tahun: String(tahun) });
  const decree = dasar[String(tahun)];
  return decree === undefined ? [] : fill(liburText.dasar, { tahun: String(tahun), dasar: decree });
}

const hariLine = ({ tanggal, nama, khusus }: HariLibur): Teks =>
  khusus === null
    ? fill(liburText.baris, { hari: sebutHari(tanggal), nama })
    : fill(liburText.barisKhusus, { hari: sebutHari(tanggal), nama, dasar: khusus });

/** What a change would come to, were it made now. */
export const tinjau = ({ world, pegawai }: Talk, perubahan: Perubahan): Akibat | Refusal =>
  decidePerubahan(world, [perubahan], pegawai.id);

/** How many moved deadlines are named. */
const TENGGAT_DISEBUT = 5;

/** Which open deadlines move with a change. */
export function akibatText({ world }: Talk, decided: Akibat | Refusal): Teks {
  if (decided.kind === "refused") return [];
  const { kantor, berkasById } = world;
  const moved = decided.berkasList.flatMap(({ state }) => {
    const before = berkasById.get(state.id)?.state ?? state;
    const periode = sebutPeriode(state.periode);
    return tenggatBergeser(before, state).map((one) => ({ ...one, periode }));
  });
  if (moved.length === 0) return liburText.tanpaAkibat;
  const waktu = (atMs: Instant | null): Teks => waktuText(kantor, atMs);
  const alike = new Map<string, (typeof moved)[number] & { readonly jumlah: number }>();
  for (const one of moved) {
    const key = JSON.stringify(one);
    alike.set(key, { ...one, jumlah: (alike.get(key)?.jumlah ?? 0) + 1 });
  }
  const shown = [...alike.values()].slice(0, TENGGAT_DISEBUT);
  const rest = shown.reduce((left, { jumlah }) => left - jumlah, moved.length);
  return lines(
    fill(liburText.akibat, { jumlah: moved.length }),
    ...shown.map(({ periode, langkahNo, jumlah, lamaMs, baruMs }) =>
      fill(liburText.akibatBaris, {
        periode,
        langkah: langkahNo,
        jumlah,
        lama: waktu(lamaMs),
        baru: waktu(baruMs),
      }),
    ),
    rest > 0 ? fill(liburText.akibatLain, { jumlah: rest }) : [],
  );
}

const waktuText = ({ zonaWaktu }: Kantor, atMs: Instant | null): Teks =>
  atMs === null ? liburText.tanpaTenggat : sebutWaktu(atMs, zonaWaktu);

/** Who has been told of it. */
export const kabarText = (decided: Akibat | Refusal): Teks =>
  decided.kind === "refused" || decided.dikabari === 0
    ? liburText.kabarTidakAda
    : fill(liburText.kabar, { jumlah: decided.dikabari });
