import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { unitList } from "../../core/engine/holders.ts";
import type { Kantor, Pegawai, PegawaiId } from "../../core/kantor/schema.ts";
import { fill, fillAny, type Teks } from "../../core/pesan/teks.ts";
import type { Langkah } from "../../core/sop/langkah.ts";
import { panduanText } from "../../generated/teks.ts";
import type { PeragaPanduan } from "../ports/peraga.ts";
import { rowsOf } from "./board.ts";

/** A point of the guide, before it is said. */
type Panduan = Omit<PeragaPanduan, "teks"> & { readonly teks: Teks };

/** What to do next to see a first triwulan through; each point ticks itself off. */
export function guideOf(
  kantor: Kantor,
  periode: string,
  berkas: BerkasTerbuka | undefined,
): readonly Panduan[] {
  const opening = {
    id: "buka",
    teks: fill(panduanText.buka, { periode }),
    chat: berkas === undefined ? (kantor.indikatorList[0]?.penanggungJawab ?? null) : null,
    selesai: berkas !== undefined,
  };
  if (berkas === undefined) return [opening];
  const rows = rowsOf(berkas.sop, berkas.state).filter(needsSomebody);
  return [
    opening,
    ...rows.flatMap((langkah) =>
      langkah.jenis === "realisasi"
        ? collecting(kantor, berkas, langkah)
        : [deskPoint(kantor, berkas, langkah)],
    ),
    ...ending(kantor, berkas),
  ];
}

const needsSomebody = (langkah: Langkah): boolean =>
  langkah.jenis !== "kompilasi" || !langkah.otomatis;

function collecting(kantor: Kantor, berkas: BerkasTerbuka, langkah: Langkah): readonly Panduan[] {
  const units = unitList(berkas.state);
  const sent = units.filter((id) => hasSent(berkas, id));
  const next = units.find((id) => !sent.includes(id));
  const passed = isPassed(berkas, langkah);
  const started = sent.length > 0 || passed;
  return [
    {
      id: "isi",
      teks: started
        ? panduanText.isiSelesai
        : fill(panduanText.isi, { nama: namaOf(kantor, units[0]) }),
      chat: started ? null : (units[0] ?? null),
      selesai: started,
    },
    {
      id: "lain",
      teks: passed
        ? panduanText.lainSelesai
        : fill(panduanText.lain, { sudah: sent.length, jumlah: units.length }),
      chat: passed || !started ? null : (next ?? null),
      selesai: passed,
    },
  ];
}

function deskPoint(kantor: Kantor, berkas: BerkasTerbuka, langkah: Langkah): Panduan {
  const who = holderOf(kantor, langkah);
  return {
    id: `langkah-${langkah.no}`,
    teks: fillAny(panduanText[langkah.jenis], {
      nama: who?.nama ?? langkah.pelaksana.peran.join(),
    }),
    chat: berkas.state.langkahNo === langkah.no ? (who?.id ?? null) : null,
    selesai: isPassed(berkas, langkah),
  };
}

/** Once all is done there is only something to read, and nothing to tick. */
function ending(kantor: Kantor, { state }: BerkasTerbuka): readonly Panduan[] {
  if (state.status !== "selesai") return [];
  const who = kantor.pegawaiList.find(({ peran }) => peran.includes("sekcam"));
  const nama = who?.nama ?? "pimpinan";
  return [
    {
      id: "selesai",
      teks: fill(panduanText.selesai, { nama }),
      chat: who?.id ?? null,
      selesai: false,
    },
  ];
}

/** A berkas that was sent back has the rows below its place ahead of it again. */
function isPassed({ sop, state }: BerkasTerbuka, langkah: Langkah): boolean {
  if (state.status === "selesai") return true;
  const rows = rowsOf(sop, state).map(({ no }) => no);
  return rows.indexOf(langkah.no) < rows.indexOf(state.langkahNo);
}

const hasSent = ({ state }: BerkasTerbuka, id: PegawaiId): boolean =>
  state.waitList.some(
    ({ macam, pemegang, jawaban }) =>
      macam === "unit" &&
      pemegang.jenis === "pegawai" &&
      pemegang.pegawaiId === id &&
      jawaban !== null,
  );

/** Of several, the one who has people to see to it. */
function holderOf({ pegawaiList }: Kantor, { pelaksana }: Langkah): Pegawai | undefined {
  const holderList = pegawaiList.filter(({ peran }) =>
    peran.some((one) => pelaksana.peran.includes(one)),
  );
  const leads = ({ id }: Pegawai): boolean => pegawaiList.some(({ atasan }) => atasan === id);
  return holderList.find(leads) ?? holderList[0];
}

const namaOf = (kantor: Kantor, id: PegawaiId | undefined): string =>
  kantor.pegawaiList.find((pegawai) => pegawai.id === id)?.nama ?? "";
