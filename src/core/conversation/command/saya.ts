import { akunText } from "../../pesan/akun.ts";
import { fill, lines, plainText } from "../../pesan/template.ts";
import { emit, say, type Talk } from "../talk.ts";
import { type Command, semua } from "./handler.ts";

/** Profile and account; unlinking is asked back, for it needs a new invitation to undo. */
export const saya: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    switch (argumen) {
      case "putuskan":
        return say(talk, {
          teks: fill(akunText.tanyaPutuskan, {}),
          pilihan: [
            [
              { id: "/saya putuskan ya", judul: akunText.yaPutuskan },
              { id: "/saya", judul: akunText.tidakPutuskan },
            ],
          ],
        });
      case "putuskan ya":
        return unlink(talk);
      default:
        return profile(talk);
    }
  },
};

function profile(talk: Talk): Talk {
  const { pegawai, world } = talk;
  const { nama, jabatan, nip } = pegawai;
  return say(talk, {
    teks: fill(akunText.profil, {
      nama,
      jabatan,
      kantor: world.kantor.nama,
      kabupaten: world.kantor.kabupaten,
      nip: nip === undefined ? "" : plainText(fill(akunText.nip, { nip })),
    }),
    pilihan: [[{ id: "/saya putuskan", judul: akunText.putuskan }]],
  });
}

function unlink(talk: Talk): Talk {
  const oleh = talk.pegawai.id;
  const said = say(talk, { teks: lines(fill(akunText.terputus, {})) });
  return emit(
    { ...said, session: { ...said.session, prompt: null } },
    { kind: "putuskan", pegawaiId: oleh },
    { kind: "catat", jenis: "akun-diputuskan", berkasId: null, oleh, data: {} },
  );
}
