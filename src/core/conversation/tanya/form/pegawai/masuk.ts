import { kepegawaianText } from "../../../../../generated/teks.ts";
import { idPegawai } from "../../../../kantor/pegawai.ts";
import type { Kantor, Pegawai, Peran } from "../../../../kantor/schema.ts";
import { fill, lines } from "../../../../pesan/teks.ts";
import { makeCode } from "../../../command/undang.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, offer, selesai, sentenceField } from "../../declare.ts";
import type { Form } from "../../field.ts";
import { PERAN, peranDari, readPeran } from "./peran.ts";

/** Somebody new: name, office, roles; they get an invitation at once. */
export function pegawaiMasuk(_: Talk, { jawaban }: DialogueOf<"pegawai-masuk">): Form {
  const { nama = "", jabatan = "" } = jawaban;
  const peran = peranDari(jawaban["peran"]);
  return {
    fields: [
      sentenceField("nama", () => fill(kepegawaianText.tanyaNama, { dari: 3 })),
      sentenceField("jabatan", () => fill(kepegawaianText.tanyaJabatan, { nama })),
      {
        ...sentenceField("peran", () =>
          fill(kepegawaianText.tanyaPeran, { jabatan, peran: PERAN }),
        ),
        read: readPeran,
      },
      choiceField("pratinjau", () => ({
        teks: fill(kepegawaianText.pratinjauMasuk, { nama, jabatan, peran: peran.join(", ") }),
        pilihan: [[offer("ya", kepegawaianText.ya, selesai), batal]],
      })),
    ],
    antrean: () => ["nama", "jabatan", "peran"],
    akhir: () => "pratinjau",
    finish: (talk) => add(talk, pegawaiBaru(talk.world.kantor, { nama, jabatan, peran })),
  };
}

/** Somebody who gets an id of their own from what they are called. */
export const pegawaiBaru = (
  kantor: Kantor,
  {
    nama,
    jabatan,
    peran,
  }: { readonly nama: string; readonly jabatan: string; readonly peran: readonly Peran[] },
): Pegawai => ({ id: idPegawai(kantor.pegawaiList, jabatan), nama, jabatan, peran: [...peran] });

function add(talk: Talk, baru: Pegawai): Talk {
  const changed = changeOffice(talk, [{ jenis: "masuk", pegawai: baru }]);
  if (changed.refusal !== null) return decline(talk, changed.refusal.code, changed.refusal.data);
  const { talk: invited, kode, waktu, tautan } = makeCode(changed.talk, baru.id);
  const { jabatan, nama } = baru;
  const teks = lines(fill(kepegawaianText.masuk, { jabatan, nama, kode, waktu }), tautan);
  return say(invited, { teks });
}
