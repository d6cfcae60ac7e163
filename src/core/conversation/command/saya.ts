import { akunText } from "../../../generated/teks.ts";
import { fill, lines, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { decline, emit, say, type Talk } from "../talk.ts";
import type { Akun } from "../world.ts";
import { type Command, semua } from "./handler.ts";
import { makeCode } from "./undang.ts";

/** Profile and accounts; unlinking is asked back, for it needs a new invitation to undo. */
export const saya: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const [act = "", ...rest] = argumen.split(/\s+/);
    switch (act) {
      case "putuskan":
        return rest[0] === "ya" ? unlink(talk) : askUnlink(talk);
      case "hubungkan":
        return inviteSelf(talk);
      case "utamakan":
        return prefer(talk, rest.join(" "));
      default:
        return profile(talk);
    }
  },
};

function profile(talk: Talk): Talk {
  const { pegawai, world } = talk;
  const { nama, jabatan, nip } = pegawai;
  const teks = fill(akunText.profil, {
    nama,
    jabatan,
    kantor: world.kantor.nama,
    kabupaten: world.kantor.kabupaten,
    nip: nip === undefined ? "" : fill(akunText.nip, { nip }),
  });
  const [, ...others] = akunOf(talk);
  return say(talk, {
    teks: lines(teks, ...accountLines(talk)),
    pilihan: [
      ...others.map((akun): Tawaran[] => [
        {
          id: `/saya utamakan ${akun.id}`,
          judul: fill(akunText.utamakan, { saluran: nameOf(talk, akun) }),
        },
      ]),
      [
        { id: "/saya hubungkan", judul: akunText.hubungkan },
        { id: "/saya putuskan", judul: akunText.putuskan },
      ],
    ],
  });
}

/** The preferred account comes first; the others stand in for it. */
function accountLines(talk: Talk): readonly Teks[] {
  const mine = akunOf(talk);
  const list = mine.map((akun, index) => {
    const peran = index === 0 ? akunText.utama : akunText.cadangan;
    // Whoever asks from there can be reached there.
    const ini =
      akun.id === talk.akunId
        ? akunText.iniJuga
        : akun.takTerjangkauMs === null
          ? ""
          : akunText.takTerjangkau;
    return fill(akunText.akun, { saluran: nameOf(talk, akun), peran, ini });
  });
  const hint = mine.length > 1 ? akunText.saranCadangan : akunText.tanpaCadangan;
  return [akunText.akunKepala, ...list, hint];
}

/** The channel; with the account's place where somebody has several on one. */
function nameOf(talk: Talk, akun: Akun): string {
  const alike = akunOf(talk)
    .filter(({ saluran }) => saluran === akun.saluran)
    .map(({ id }) => id)
    .toSorted();
  return alike.length === 1 ? akun.saluran : `${akun.saluran} ${alike.indexOf(akun.id) + 1}`;
}

/** Whoever is known on one channel may bring another of their own. */
function inviteSelf(talk: Talk): Talk {
  const { talk: invited, kode, waktu } = makeCode(talk, talk.pegawai.id);
  return say(invited, { teks: fill(akunText.kodeSendiri, { kode, waktu }) });
}

function prefer(talk: Talk, akunId: string): Talk {
  const oleh = talk.pegawai.id;
  const chosen = akunOf(talk).find(({ id }) => id === akunId);
  if (chosen === undefined) return decline(talk, "akun-tidak-dikenal");
  const saluran = nameOf(talk, chosen);
  const preferred = emit(
    talk,
    { kind: "utamakan", pegawaiId: oleh, akunId },
    { kind: "catat", jenis: "saluran-utama", berkasId: null, oleh, data: { ke: saluran } },
  );
  return say(preferred, { teks: fill(akunText.diutamakan, { saluran }) });
}

const askUnlink = (talk: Talk): Talk =>
  say(talk, {
    teks: akunText.tanyaPutuskan,
    pilihan: [
      [
        { id: "/saya putuskan ya", judul: akunText.yaPutuskan },
        { id: "/saya", judul: akunText.tidakPutuskan },
      ],
    ],
  });

function unlink(talk: Talk): Talk {
  const oleh = talk.pegawai.id;
  const left = akunOf(talk).find(({ id }) => id !== talk.akunId);
  const pindah =
    left === undefined ? [] : fill(akunText.berpindah, { saluran: nameOf(talk, left) });
  const said = say(talk, { teks: lines(akunText.terputus, pindah) });
  return emit(
    { ...said, session: { ...said.session, prompt: null } },
    { kind: "putuskan", pegawaiId: oleh },
    { kind: "catat", jenis: "akun-diputuskan", berkasId: null, oleh, data: {} },
  );
}

const akunOf = ({ world, pegawai }: Talk): readonly Akun[] =>
  world.akunList.filter(({ pegawaiId }) => pegawaiId === pegawai.id);
