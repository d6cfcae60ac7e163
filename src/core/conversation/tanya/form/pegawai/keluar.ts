import { kepegawaianText } from "../../../../../generated/teks.ts";
import { pegawaiOf } from "../../../../engine/holders.ts";
import { peranSendiri } from "../../../../kantor/pegawai.ts";
import { type Pegawai, PegawaiId } from "../../../../kantor/schema.ts";
import { fill, lines, paragraphs, type Teks } from "../../../../pesan/teks.ts";
import { makeCode } from "../../../command/undang.ts";
import { putusEffects } from "../../../putus.ts";
import { serahTerima } from "../../../serah-terima.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, emit, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, kata, offer, over, selesai, sentenceField } from "../../declare.ts";
import type { Field, Form } from "../../field.ts";
import { orangField } from "../orang.ts";
import { pegawaiBaru } from "./masuk.ts";
import { isLuar } from "./peran.ts";

/** Somebody leaves; a colleague or somebody new goes on with everything of theirs. */
export function pegawaiKeluar(talk: Talk, { hal, jawaban }: DialogueOf<"pegawai-keluar">): Form {
  const { kantor } = talk.world;
  const pegawai = pegawaiOf(kantor, hal.pegawaiId);
  if (pegawai === undefined) return over("pegawai-tidak-ada");
  const { jabatan, nama } = pegawai;
  const others = kantor.pegawaiList.filter(({ id, peran }) => id !== pegawai.id && !isLuar(peran));
  const penerus = jawaban["penerus"];
  const owns = indikatorOf(talk, pegawai.id).length > 0;
  const fields: readonly Field[] = [
    orangField("penerus", {
      teks: () => fill(kepegawaianText.tanyaPenerus, { jabatan }),
      pegawaiList: others,
      lain: [
        offer("baru", kepegawaianText.penerusBaru, kata(BARU)),
        ...(owns ? [] : [offer("tanpa", kepegawaianText.tanpaPenerus, kata(TANPA))]),
      ],
    }),
    ...(penerus === BARU
      ? [sentenceField("nama", () => fill(kepegawaianText.tanyaNamaPenerus, { jabatan }))]
      : []),
    choiceField("pratinjau", () => ({
      teks: fill(kepegawaianText.pratinjauKeluar, {
        jabatan,
        nama,
        penerus: penerusText(talk, jawaban),
        indikator: indikatorOf(talk, pegawai.id).length,
      }),
      pilihan: [[offer("ya", kepegawaianText.yaKeluar, selesai), batal]],
    })),
  ];
  return {
    fields,
    antrean: () => ["penerus", "nama"],
    akhir: () => "pratinjau",
    finish: (closed) => leave(closed, pegawai, jawaban),
  };
}

/** No pegawai has these ids. */
const BARU = "+";
const TANPA = "-";

type Jawaban = DialogueOf<"pegawai-keluar">["jawaban"];

const indikatorOf = ({ world }: Talk, id: PegawaiId) =>
  world.kantor.indikatorList.filter(({ penanggungJawab }) => penanggungJawab === id);

function penerusText({ world }: Talk, { penerus, nama = "" }: Jawaban): Teks {
  if (penerus === BARU) return nama;
  return (
    world.kantor.pegawaiList.find(({ id }) => id === penerus)?.jabatan ??
    kepegawaianText.tanpaPenerus
  );
}

function leave(talk: Talk, pegawai: Pegawai, jawaban: Jawaban): Talk {
  const baru =
    jawaban["penerus"] === BARU
      ? pegawaiBaru(talk.world.kantor, {
          nama: jawaban["nama"] ?? "",
          jabatan: pegawai.jabatan,
          peran: peranSendiri(pegawai),
        })
      : null;
  const penerus = baru?.id ?? PegawaiId.safeParse(jawaban["penerus"]).data ?? null;
  const unlinked = emit(talk, ...putusEffects(talk.world, pegawai.id, talk.pegawai.id));
  const changed = changeOffice(unlinked, [
    ...(baru === null ? [] : [{ jenis: "masuk", pegawai: baru } as const]),
    { jenis: "keluar", pegawaiId: pegawai.id, penerus },
  ]);
  if (changed.refusal !== null) return decline(talk, changed.refusal.code, changed.refusal.data);
  const told =
    penerus === null
      ? changed.talk
      : emit(changed.talk, ...serahTerima(changed.talk.world, pegawai, penerus));
  const done = fill(kepegawaianText.keluar, {
    jabatan: pegawai.jabatan,
    nama: pegawai.nama,
    penerus: penerusText(talk, jawaban),
  });
  if (penerus === null || told.world.terhubung.has(penerus)) return say(told, { teks: done });
  const { talk: invited, kode, waktu, tautan } = makeCode(told, penerus);
  const code = { penerus: penerusText(talk, jawaban), kode, waktu };
  const undangan = lines(fill(kepegawaianText.undanganPenerus, code), tautan);
  return say(invited, { teks: paragraphs(done, undangan) });
}
