import { pembukaanText, umumText } from "../../../../generated/teks.ts";
import { unitIndikator, unitList } from "../../../engine/holders.ts";
import { collectsIn, HARI_KERJA_TERLAMA } from "../../../engine/pembukaan.ts";
import { pembukaanOf } from "../../../engine/terbuka.ts";
import type { Kantor } from "../../../kantor/schema.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { jabatanDi } from "../../../pesan/sebutan.ts";
import { fill, joined, lines, type Teks } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, say, settle, type Talk } from "../../talk.ts";
import type { BerkasTerbuka } from "../../world.ts";
import { batal, choiceField, kata, offer, over, sentenceField, tolak } from "../declare.ts";
import type { Bacaan, Field, Form } from "../field.ts";

/** What a finished berkas is opened for, how long, and why; then the head of the office is asked. */
export function bukakembali(
  { world, pegawai }: Talk,
  { hal, jawaban }: DialogueOf<"bukakembali">,
): Form {
  const berkas = world.berkasById.get(hal.berkasId);
  if (berkas === undefined) return over("tombol-lama");
  if (pembukaanOf(berkas.state) !== null) return over("sudah-dibuka");
  if (berkas.state.status === "berjalan") return over("belum-selesai");
  if (berkas.state.status === "dibatalkan") return over("tidak-dapat-dibuka");
  const { kantor } = world;
  const periode = sebutPeriode(berkas.state.periode);
  const kepala = kepalaText(kantor);
  return {
    fields: [
      ...(collectsIn(berkas.sop, berkas.state) ? [scopeField(kantor, berkas, periode)] : []),
      hariField,
      sentenceField("alasan", () => fill(pembukaanText.tanyaAlasan, { kepala })),
    ],
    finish: (talk) => {
      const { lingkup = "", hari = "", alasan = "" } = jawaban;
      const { talk: settled, refusal } = settle(talk, berkas, {
        kind: "buka-kembali",
        oleh: pegawai.id,
        kodeList: lingkup === "" ? [] : lingkup.split(","),
        hariKerja: Number(hari),
        alasan,
      });
      return refusal === null
        ? say(settled, {
            teks: lines(
              fill(pembukaanText.dimohon, { periode, kepala }),
              pembukaanText.dimohonLanjut,
            ),
          })
        : decline(settled, refusal.code, refusal.data);
    },
  };
}

/** Who decides, by office. */
function kepalaText({ pegawaiList }: Kantor): Teks {
  const kepalaList = pegawaiList.filter(
    ({ peran }) => peran.includes("camat") || peran.includes("kadis"),
  );
  return kepalaList.length === 0
    ? umumText.pimpinan
    : joined(
        kepalaList.map(({ jabatan }) => jabatan),
        umumText.atau,
      );
}

/** A unit stands for all its figures; single ones are typed. */
function scopeField(kantor: Kantor, { state }: BerkasTerbuka, periode: Teks): Field {
  const units = unitList(state).map((id, index) => [
    offer(
      `unit-${index + 1}`,
      jabatanDi(kantor, id),
      kata(
        unitIndikator(state, id)
          .map(({ kode }) => kode)
          .join(","),
      ),
    ),
  ]);
  const byName = new Map(state.indikatorList.map(({ kode }) => [kode.toLowerCase(), kode]));
  return {
    kode: "lingkup",
    menerima: "angka",
    asks: () => ({
      teks: fill(pembukaanText.tanyaLingkup, { periode }),
      pilihan: [...units, [batal]],
    }),
    read: (teks) => readScope(teks, byName),
  };
}

/** "1.1, 2.2" or "1.1 dan 2.2". */
function readScope(teks: string, byName: ReadonlyMap<string, string>): Bacaan {
  const words = teks
    .toLowerCase()
    .split(/(?:\s|,|;|\bdan\b|\bindikator\b)+/)
    .filter((word) => word !== "");
  if (words.length === 0) return tolak("lingkup-wajib");
  const unknown = words.find((word) => !byName.has(word));
  return unknown === undefined
    ? kata([...new Set(words.flatMap((word) => byName.get(word) ?? []))].join(","))
    : tolak("indikator-asing", { kode: unknown });
}

/** What is usual; any other number can be typed. */
const HARI_LAZIM = [1, 2, 3, 5] as const;

const hariField: Field = {
  ...choiceField("hari", () => ({
    teks: pembukaanText.tanyaHari,
    pilihan: [
      HARI_LAZIM.map((hari) =>
        offer(String(hari), fill(pembukaanText.hari, { hari }), kata(String(hari))),
      ),
      [batal],
    ],
  })),
  menerima: "angka",
  read: (teks) => {
    const hari = Number(/^(\d{1,2})(?:\s*hari(?:\s*kerja)?)?$/i.exec(teks.trim())?.[1] ?? "0");
    return hari >= 1 && hari <= HARI_KERJA_TERLAMA
      ? kata(String(hari))
      : tolak("waktu-pembukaan", { terlama: String(HARI_KERJA_TERLAMA) });
  },
};
