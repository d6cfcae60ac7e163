import { lkeText, pengingatText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { openBerkas } from "../../engine/open.ts";
import { isTindakLanjutLhe, type Rekomendasi, rekomendasiList } from "../../engine/rekomendasi.ts";
import { periodeOf, tahunPeriode } from "../../kinerja/periode.ts";
import { fill, lines, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { tahunOf } from "../../waktu/instant.ts";
import { decline, drawId, say, type Talk, take } from "../talk.ts";
import { tugasOf } from "../tugas/tugas.ts";
import type { BerkasTerbuka, SopTersedia, World } from "../world.ts";
import type { Command } from "./handler.ts";

/** As many years are offered as a pack. */
const TAHUN_DITAWARKAN = 2;

/**
 * What the yearly evaluation of SAKIP asks of the office: recommendations of the last Lembar Hasil Evaluasi with
 * their follow-up, entering new ones, and the pack of a year as a zip.
 */
export const lke: Command = {
  untuk: (pegawai) => can(pegawai, "lihat-rekap"),
  run(talk, argumen) {
    const words = argumen.split(/\s+/).filter((word) => word !== "");
    const named = words.find((word) => /^20\d\d$/.test(word));
    const tahun = named === undefined ? tahunLalu(talk.world) : Number(named);
    if (words.includes("catat")) return record(talk, tahun);
    return words.includes("paket") || named !== undefined ? sendPack(talk, tahun) : show(talk);
  },
};

/** The year that is evaluated now: the one that ended last. */
const tahunLalu = ({ nowMs, kantor }: World): number => tahunOf(nowMs, kantor.zonaWaktu) - 1;

function show(talk: Talk): Talk {
  const { world } = talk;
  const followUp = followUpList(world)[0];
  return say(talk, {
    teks: paragraphs(
      lkeText.kepala,
      followUp === undefined ? lkeText.belumAda : followUpText(world, followUp),
      lkeText.paketAjakan,
    ),
    pilihan: [
      ...followUpRows(talk, followUp),
      ...(mayRecord(talk, tahunLalu(world))
        ? [[choice(`/lke catat ${tahunLalu(world)}`, lkeText.catat, tahunLalu(world))]]
        : []),
      yearsProved(world)
        .slice(0, TAHUN_DITAWARKAN)
        .map((tahun) => choice(`/lke paket ${tahun}`, lkeText.paket, tahun)),
    ].filter((row) => row.length > 0),
  });
}

const choice = (id: string, judul: typeof lkeText.paket, tahun: number): Tawaran => ({
  id,
  judul: fill(judul, { tahun: String(tahun) }),
});

/** Every berkas that follows recommendations up, of the newest year first. */
const followUpList = ({ berkasById }: World): readonly BerkasTerbuka[] =>
  [...berkasById.values()]
    .filter(({ sop, state }) => isTindakLanjutLhe(sop) && state.status !== "dibatalkan")
    .toSorted((a, b) => tahunPeriode(b.state.periode) - tahunPeriode(a.state.periode));

function followUpText(world: World, berkas: BerkasTerbuka): Teks {
  const tahun = String(tahunPeriode(berkas.state.periode));
  const list = rekomendasiList(berkas, world.kantor);
  if (list.every(({ ditunggu, tindakLanjut }) => ditunggu === null && tindakLanjut === null)) {
    return fill(lkeText.dicatat, { tahun });
  }
  return lines(
    fill(lkeText.keadaan, { tahun, sudah: list.filter(isDone).length, jumlah: list.length }),
    ...list.map((one) => row(world, one)),
  );
}

const isDone = ({ ditunggu, tindakLanjut }: Rekomendasi): boolean =>
  ditunggu === null && tindakLanjut !== null;

/** More of a recommendation no line of a chat should hold; the matrix has all of it. */
const URAIAN_TERPANJANG = 90;

function row({ kantor, nowMs }: World, one: Rekomendasi): Teks {
  const { nomor, uraian, penanggungJawab, batasMs } = one;
  const pendek =
    uraian.length <= URAIAN_TERPANJANG ? uraian : `${uraian.slice(0, URAIAN_TERPANJANG - 1)}…`;
  const data = { nomor, uraian: pendek, jabatan: penanggungJawab };
  if (isDone(one)) return fill(lkeText.sudah, { ...data, bukti: one.buktiList.length });
  const waktu = batasMs === null ? one.batas : sebutWaktu(batasMs, kantor.zonaWaktu);
  return fill(batasMs !== null && batasMs < nowMs ? lkeText.lewat : lkeText.belum, {
    ...data,
    waktu,
  });
}

/** What the reader may do about it: their own part of it, else ask after the others. */
function followUpRows(talk: Talk, berkas: BerkasTerbuka | undefined): readonly Tawaran[][] {
  if (berkas?.state.status !== "berjalan") return [];
  const own = tugasOf(talk.world, talk.pegawai).find(
    (one) => one.berkas.state.id === berkas.state.id,
  );
  const waits = rekomendasiList(berkas, talk.world.kantor).some(
    ({ ditunggu }) => ditunggu !== null,
  );
  return [
    ...(own === undefined ? [] : [[{ id: `/tugas ${own.wait.id}`, judul: lkeText.kerjakan }]]),
    ...(waits && can(talk.pegawai, "colek")
      ? [[{ id: "/siapabelum", judul: pengingatText.siapaBelum }]]
      : []),
  ];
}

const sheetOf = ({ sopList }: World): SopTersedia | undefined =>
  sopList.find(({ sop }) => isTindakLanjutLhe(sop));

function mayRecord({ world, pegawai }: Talk, tahun: number): boolean {
  const known = followUpList(world).some(({ state }) => tahunPeriode(state.periode) === tahun);
  const sheet = sheetOf(world);
  const periode = periodeOf(tahun, "tahunan", 1);
  return (
    can(pegawai, "kelola-lke") &&
    sheet !== undefined &&
    !known &&
    !world.periodeSelesai.has(`${sheet.sop.id}/${periode}`)
  );
}

/** Opens the berkas of the evaluated year; its first desk asks for the recommendations. */
function record(talk: Talk, tahun: number): Talk {
  const { world, pegawai } = talk;
  if (!can(pegawai, "kelola-lke")) return decline(talk, "lke-bukan-pencatat");
  const sheet = sheetOf(world);
  if (sheet === undefined) return decline(talk, "lke-tanpa-lembar");
  if (tahun > tahunLalu(world)) {
    return decline(talk, "lke-tahun-berjalan", { tahun: String(tahun) });
  }
  if (!mayRecord(talk, tahun)) return decline(talk, "lke-sudah-dicatat", { tahun: String(tahun) });
  const { sop, hash: sopHash } = sheet;
  const periode = periodeOf(tahun, "tahunan", 1);
  const { talk: drawn, id } = drawId(talk);
  const opened = take(
    drawn,
    sop,
    openBerkas({ id, sop, sopHash, periode, oleh: pegawai.id }, drawn.world),
  );
  return opened.refusal === null
    ? say(opened.talk, { teks: fill(lkeText.dibuka, { tahun: String(tahun) }) })
    : decline(talk, opened.refusal.code, opened.refusal.data);
}

/** The years that have something to prove, the newest first. */
const yearsProved = ({ berkasById }: World): readonly number[] =>
  [
    ...new Set(
      [...berkasById.values()]
        .filter(({ sop, state }) => !isTindakLanjutLhe(sop) && state.status !== "dibatalkan")
        .map(({ state }) => tahunPeriode(state.periode)),
    ),
  ].toSorted((a, b) => b - a);

/** The pack as it is when it leaves; one too large for the channel is had on the command line. */
function sendPack(talk: Talk, tahun: number): Talk {
  return yearsProved(talk.world).includes(tahun)
    ? say(talk, {
        teks: fill(lkeText.dikirim, { tahun: String(tahun) }),
        lampiran: { jenis: "lke", tahun },
      })
    : decline(talk, "lke-tahun-kosong", { tahun: String(tahun) });
}
