import { mejaText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { refuse } from "../../engine/decision.ts";
import { isHolder } from "../../engine/holders.ts";
import { holderNames, realisasiOf } from "../../engine/turn.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import type { BarisRekap } from "../../kinerja/baris.ts";
import { tahunPeriode } from "../../kinerja/periode.ts";
import { computeRekapPeriode } from "../../kinerja/rekap-periode.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill, lines, type Teks, type Ucapan } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import type { Task } from "./find.ts";
import { declineAnswer } from "./refusal.ts";
import { taskPesan } from "./task.ts";

/** All figures behind a draft in one table, with the rekap; the desk's buttons stay within reach. */
export function showFigures(talk: Talk, task: Task): Talk {
  const { berkas, wait } = task;
  const { world, pegawai } = talk;
  if (!isHolder(wait, pegawai) && !can(pegawai, "lihat-rekap")) {
    return declineAnswer(
      talk,
      task,
      refuse("bukan-pelaksana", { giliran: holderNames(wait, world) }),
    );
  }
  const { periode, indikatorList } = berkas.state;
  const { barisList } = computeRekapPeriode(
    indikatorList,
    realisasiOf(berkas.state, world),
    periode,
    world.kantor,
  );
  return say(talk, {
    teks: lines(
      fill(mejaText.angkaKepala, { periode: sebutPeriode(periode) }),
      ...barisList.map(row),
      mejaText.angkaLanjut,
    ),
    lampiran: {
      jenis: "rekap",
      tahun: tahunPeriode(periode),
      periode,
      unit: null,
      padaMs: world.nowMs,
      padaSeq: world.logSeq,
    },
    ...deskButtons(talk, task),
  });
}

function row(baris: BarisRekap): Teks {
  const { no, nama, realisasi, target, satuan, capaianPersen, kategori, isianJenis } = baris;
  const unfilled = isianJenis === "nihil" ? mejaText.angkaNihil : mejaText.angkaKosong;
  if (target === null) {
    const nilai = realisasi === null ? unfilled : `${formatAngka(realisasi)} ${satuan}`;
    return fill(mejaText.angkaTanpaTarget, { nomor: no, nama, nilai });
  }
  return fill(mejaText.angkaBaris, {
    nomor: no,
    nama,
    nilai: realisasi === null ? unfilled : formatAngka(realisasi),
    target: formatAngka(target),
    satuan,
    capaian:
      capaianPersen === null
        ? mejaText.angkaKosong
        : `${formatAngka(capaianPersen)} % ${kategori ?? ""}`,
  });
}

/** Whoever may still decide can do so right here, without scrolling back. */
function deskButtons(talk: Talk, { berkas, wait }: Task): Pick<Ucapan, "pilihan" | "promptId"> {
  const open = wait.jawaban === null && berkas.state.status === "berjalan";
  if (!open || !isHolder(wait, talk.pegawai)) return {};
  const pilihan = (taskPesan(talk.world, berkas, wait).pilihan ?? [])
    .map((row) => row.filter(({ id }) => id !== "angka"))
    .filter((row) => row.length > 0);
  return { pilihan, promptId: wait.id };
}
