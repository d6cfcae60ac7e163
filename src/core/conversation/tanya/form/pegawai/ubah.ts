import { kepegawaianText } from "../../../../../generated/teks.ts";
import { pegawaiOf } from "../../../../engine/holders.ts";
import { peranSendiri } from "../../../../kantor/pegawai.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { type Kantor, type Pegawai, PegawaiId } from "../../../../kantor/schema.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import { serahTerima } from "../../../serah-terima.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, emit, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, kata, offer, over, selesai, sentenceField } from "../../declare.ts";
import type { Field, Form } from "../../field.ts";
import { orangField } from "../orang.ts";
import { isLuar, PERAN, peranDari, readPeran } from "./peran.ts";

type Dialogue = DialogueOf<"pegawai-ubah">;
type Jawaban = Dialogue["jawaban"];

/** Somebody's office, roles, superior or indikator become others. */
export function pegawaiUbah(talk: Talk, { hal, jawaban }: Dialogue): Form {
  const { kantor } = talk.world;
  const pegawai = pegawaiOf(kantor, hal.pegawaiId);
  if (pegawai === undefined) return over("pegawai-tidak-ada");
  const { jabatan } = pegawai;
  const asked = { kantor, pegawai, apa: hal.apa };
  return {
    fields: [
      ...fieldsOf(asked),
      choiceField("pratinjau", () => ({
        teks: lines(
          fill(kepegawaianText.pratinjauUbah, { jabatan, ...lamaBaru(asked, jawaban) }),
          hal.apa === "jabatan" && jawaban["pewaris"] !== undefined
            ? fill(kepegawaianText.pratinjauIndikator, {
                siapa: jabatanDari(kantor, jawaban["pewaris"]),
              })
            : [],
        ),
        pilihan: [[offer("ya", kepegawaianText.ya, selesai), batal]],
      })),
    ],
    antrean: () => ["baru", "pewaris"],
    akhir: () => "pratinjau",
    finish: (closed) => {
      const list = perubahanList(asked, jawaban);
      const changed = changeOffice(closed, list);
      if (changed.refusal !== null) {
        return decline(closed, changed.refusal.code, changed.refusal.data);
      }
      const now = pegawaiOf(changed.talk.world.kantor, pegawai.id)?.jabatan ?? jabatan;
      const told = list.reduce(
        (next, one) =>
          one.jenis === "alih-indikator"
            ? emit(next, ...serahTerima(next.world, pegawai, one.penerus))
            : next,
        changed.talk,
      );
      return say(told, { teks: fill(kepegawaianText.diubah, { jabatan: now }) });
    },
  };
}

/** Who is changed, and what of them. */
interface Ubahan {
  readonly kantor: Kantor;
  readonly pegawai: Pegawai;
  readonly apa: Dialogue["hal"]["apa"];
}

/** No pegawai has this id. */
const TANPA = "-";

function fieldsOf({ kantor, pegawai, apa }: Ubahan): readonly Field[] {
  const { jabatan } = pegawai;
  const others = kantor.pegawaiList.filter(({ id, peran }) => id !== pegawai.id && !isLuar(peran));
  const jumlah = indikatorOf(kantor, pegawai.id);
  switch (apa) {
    case "jabatan":
      return [
        sentenceField("baru", () => fill(kepegawaianText.tanyaJabatanBaru, { jabatan })),
        // Another post often means other figures: who answers for these from now on is asked, not guessed.
        ...(jumlah === 0
          ? []
          : [
              orangField("pewaris", {
                teks: () => fill(kepegawaianText.tanyaIndikator, { jabatan, jumlah }),
                pegawaiList: others,
                lain: [offer("tetap", kepegawaianText.tetapDia, kata(pegawai.id))],
              }),
            ]),
      ];
    case "peran": {
      const lama = peranSendiri(pegawai).join(", ");
      return [
        {
          ...sentenceField("baru", () =>
            fill(kepegawaianText.tanyaPeranBaru, { jabatan, lama, peran: PERAN }),
          ),
          read: readPeran,
        },
      ];
    }
    case "atasan":
      return [
        orangField("baru", {
          teks: () => fill(kepegawaianText.tanyaAtasan, { jabatan }),
          pegawaiList: others,
          lain: [offer("tanpa", kepegawaianText.tanpaAtasan, kata(TANPA))],
        }),
      ];
    case "indikator":
      return [
        orangField("baru", {
          teks: () => fill(kepegawaianText.tanyaIndikator, { jabatan, jumlah }),
          pegawaiList: others,
          lain: [],
        }),
      ];
  }
}

/** What it was, and what it becomes. */
function lamaBaru(
  { kantor, pegawai, apa }: Ubahan,
  { baru = "" }: Jawaban,
): { readonly lama: Teks; readonly baru: Teks } {
  switch (apa) {
    case "jabatan":
      return { lama: pegawai.jabatan, baru };
    case "peran":
      return { lama: peranSendiri(pegawai).join(", "), baru: peranDari(baru).join(", ") };
    case "atasan": {
      const { atasan = TANPA } = pegawai;
      return { lama: atasanText(kantor, atasan), baru: atasanText(kantor, baru) };
    }
    case "indikator": {
      const jumlah = indikatorOf(kantor, pegawai.id);
      const milik = (siapa: string): Teks =>
        fill(kepegawaianText.indikatorMilik, { jumlah, siapa });
      return { lama: milik(pegawai.jabatan), baru: milik(jabatanDari(kantor, baru)) };
    }
  }
}

const atasanText = (kantor: Kantor, id: string): Teks =>
  id === TANPA
    ? kepegawaianText.atasanTiada
    : fill(kepegawaianText.atasanIalah, { siapa: jabatanDari(kantor, id) });

const jabatanDari = ({ pegawaiList }: Kantor, id: string): string =>
  pegawaiList.find((one) => one.id === id)?.jabatan ?? id;

const indikatorOf = ({ indikatorList }: Kantor, id: PegawaiId): number =>
  indikatorList.filter(({ penanggungJawab }) => penanggungJawab === id).length;

function perubahanList(
  { pegawai: { id: pegawaiId }, apa }: Ubahan,
  { baru = "", pewaris }: Jawaban,
): readonly Perubahan[] {
  const alih = (ke: string | undefined): readonly Perubahan[] => {
    const penerus = PegawaiId.safeParse(ke).data;
    return penerus === undefined || penerus === pegawaiId
      ? []
      : [{ jenis: "alih-indikator", pegawaiId, penerus }];
  };
  switch (apa) {
    case "jabatan":
      return [{ jenis: "ubah", pegawaiId, jabatan: baru }, ...alih(pewaris)];
    case "peran":
      return [{ jenis: "ubah", pegawaiId, peran: [...peranDari(baru)] }];
    case "atasan":
      return [{ jenis: "ubah", pegawaiId, atasan: PegawaiId.safeParse(baru).data ?? null }];
    case "indikator":
      return alih(baru);
  }
}
