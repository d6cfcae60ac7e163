import { jawabanText, kepegawaianText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import { peranSendiri } from "../../kantor/pegawai.ts";
import type { Pegawai, PegawaiId } from "../../kantor/schema.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { sebutTanggal, sebutWaktu } from "../../pesan/waktu.ts";
import { tahunOf } from "../../waktu/instant.ts";
import { type BekasPegawai, bekasPegawai } from "../bekas.ts";
import type { Perihal } from "../session.ts";
import { decline, emit, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { cariPegawai } from "../tanya/form/orang.ts";
import type { Command } from "./handler.ts";

/** Everybody of the office and who has an account; from there whoever comes, changes, leaves, loses a phone. */
export const pegawai: Command = {
  untuk: (asking) => can(asking, "ubah-pegawai"),
  run: (talk, argumen) => {
    const everybody = aboutAll.get(argumen);
    if (everybody !== undefined) return everybody(talk);
    const [kata = "", ...rest] = argumen.split(/\s+/);
    if (kata === "data") return sendData(talk, rest.join(" "));
    if (kata === "anonim") return forget(talk, rest.join(" "));
    const named = find(talk, rest.join(" "));
    const perihal = named === undefined ? null : perihalOf(kata, named);
    if (perihal !== null) return start(talk, perihal);
    const one = find(talk, argumen);
    return one === undefined
      ? decline(talk, "pegawai-tidak-dikenal", { cari: argumen })
      : card(talk, one);
  },
};

/** What is asked about nobody in particular. */
const aboutAll: ReadonlyMap<string, (talk: Talk) => Talk> = new Map([
  ["", list],
  ["baru", (talk: Talk) => start(talk, { jenis: "pegawai-masuk", hal: {} })],
  ["riwayat", ownerHistory],
  ["bekas", former],
]);

/** What is to be done about somebody; null where the word names nothing of it. */
function perihalOf(kata: string, { id: pegawaiId }: Pegawai): Perihal | null {
  switch (kata) {
    case "jabatan":
    case "peran":
    case "atasan":
    case "indikator":
      return { jenis: "pegawai-ubah", hal: { pegawaiId, apa: kata } };
    case "keluar":
      return { jenis: "pegawai-keluar", hal: { pegawaiId } };
    case "putus":
      return { jenis: "putus-akun", hal: { pegawaiId } };
    default:
      return null;
  }
}

/** By the number of the list, or as people call them. */
const find = ({ world: { kantor } }: Talk, cari: string): Pegawai | undefined =>
  /^\d{1,3}$/.test(cari)
    ? kantor.pegawaiList[Number(cari) - 1]
    : cari === ""
      ? undefined
      : cariPegawai(kantor.pegawaiList, cari);

function list(talk: Talk): Talk {
  const { kantor, terhubung } = talk.world;
  const linked = kantor.pegawaiList.filter(({ id }) => terhubung.has(id));
  return say(talk, {
    teks: lines(
      fill(jawabanText.pegawaiKepala, {
        kantor: kantor.nama,
        terhubung: linked.length,
        jumlah: kantor.pegawaiList.length,
      }),
      ...kantor.pegawaiList.map(({ id, jabatan }, index) =>
        fill(jawabanText.pegawaiBaris, {
          nomor: index + 1,
          jabatan,
          keadaan: accountText(talk, id),
        }),
      ),
      linked.length === kantor.pegawaiList.length ? [] : jawabanText.pegawaiLanjut,
      kepegawaianText.pilih,
    ),
    pilihan: [
      [
        { id: "/pegawai baru", judul: kepegawaianText.tambah },
        { id: "/pegawai riwayat", judul: kepegawaianText.pemilik },
      ],
      ...(bekasPegawai(kantor).length === 0
        ? []
        : [[{ id: "/pegawai bekas", judul: kepegawaianText.bekas }]]),
    ],
  });
}

function accountText({ world }: Talk, id: PegawaiId): Teks {
  const sejakMs = takTerjangkauSejak(world.akunList, id);
  if (sejakMs === null) {
    return world.terhubung.has(id) ? jawabanText.pegawaiTerhubung : jawabanText.pegawaiBelum;
  }
  const waktu = sebutWaktu(sejakMs, world.kantor.zonaWaktu);
  return fill(jawabanText.pegawaiTakTerjangkau, { waktu });
}

function card(talk: Talk, one: Pegawai): Talk {
  const { kantor, akunList } = talk.world;
  const { id, jabatan, nama, nip } = one;
  const akun = akunList.filter(({ pegawaiId }) => pegawaiId === id).map(({ saluran }) => saluran);
  const owned = kantor.indikatorList.filter(({ penanggungJawab }) => penanggungJawab === id);
  return say(talk, {
    teks: fill(kepegawaianText.kartu, {
      jabatan,
      nama,
      nip: nip === undefined ? [] : fill(kepegawaianText.nip, { nip }),
      peran: peranSendiri(one).join(", "),
      akun: akun.length === 0 ? kepegawaianText.tanpaAkun : akun.join(", "),
      indikator:
        owned.length === 0
          ? kepegawaianText.tanpaIndikator
          : [...new Set(owned.map(({ kode }) => kode))].join(", "),
    }),
    pilihan: [
      [
        { id: `/pegawai jabatan ${id}`, judul: kepegawaianText.ubahJabatan },
        { id: `/pegawai peran ${id}`, judul: kepegawaianText.ubahPeran },
      ],
      [
        { id: `/pegawai atasan ${id}`, judul: kepegawaianText.ubahAtasan },
        ...(owned.length === 0
          ? []
          : [{ id: `/pegawai indikator ${id}`, judul: kepegawaianText.alihIndikator }]),
      ],
      [
        { id: `/pegawai keluar ${id}`, judul: kepegawaianText.ganti },
        akun.length === 0
          ? { id: `/undang ${id}`, judul: kepegawaianText.undang }
          : { id: `/pegawai putus ${id}`, judul: kepegawaianText.putus },
      ],
      [{ id: `/pegawai data ${id}`, judul: kepegawaianText.data }],
    ].map((row) => row.filter((choice) => choice.id.length <= TOKEN_MAX)),
  });
}

/** What a button can carry; whoever has a longer id is named by typing. */
const TOKEN_MAX = 60;

/** As many who left are offered at once; others are named by their id. */
const BEKAS_TERBANYAK = 5;

/** Who left and is still known by name: their data, or to be forgotten. */
function former(talk: Talk): Talk {
  const all = bekasPegawai(talk.world.kantor);
  if (all.length === 0) return say(talk, { teks: kepegawaianText.bekasKosong });
  return say(talk, {
    teks: lines(
      kepegawaianText.bekasKepala,
      ...all.map(({ nama }, at) => fill(kepegawaianText.bekasBaris, { nomor: at + 1, nama })),
      kepegawaianText.bekasLanjut,
    ),
    pilihan: all
      .slice(0, BEKAS_TERBANYAK)
      .map(({ id }, at) => [
        { id: `/pegawai data ${id}`, judul: fill(kepegawaianText.dataDari, { nomor: at + 1 }) },
        { id: `/pegawai anonim ${id}`, judul: fill(kepegawaianText.anonimkan, { nomor: at + 1 }) },
      ])
      .map((row) => row.filter((choice) => choice.id.length <= TOKEN_MAX)),
  });
}

/** Somebody who left, by number of the list or by id. */
const findBekas = ({ world }: Talk, cari: string): BekasPegawai | undefined => {
  const all = bekasPegawai(world.kantor);
  return all.find(({ id }) => id === cari) ?? all[Number(cari) - 1];
};

/** Everything kept of one person, as a file; the log says that it was given out. */
function sendData(talk: Talk, cari: string): Talk {
  const one = find(talk, cari) ?? findBekas(talk, cari);
  if (one === undefined) return decline(talk, "pegawai-tidak-dikenal", { cari });
  const noted = emit(talk, {
    kind: "catat",
    jenis: "data-pegawai",
    berkasId: null,
    oleh: talk.pegawai.id,
    data: { untuk: one.id },
  });
  return say(noted, {
    teks: fill(kepegawaianText.dataDikirim, { nama: one.nama }),
    lampiran: { jenis: "data-pegawai", pegawaiId: one.id },
  });
}

function forget(talk: Talk, cari: string): Talk {
  if (find(talk, cari) !== undefined && !/^\d+$/.test(cari))
    return decline(talk, "pegawai-masih-ada");
  const one = findBekas(talk, cari);
  return one === undefined
    ? decline(talk, "pegawai-tidak-dikenal", { cari })
    : start(talk, { jenis: "pegawai-anonim", hal: { pegawaiId: one.id } });
}

/** Who answers for each indikator of the year, and who did before until when. */
function ownerHistory(talk: Talk): Talk {
  const { kantor, nowMs } = talk.world;
  const tahunIni = tahunOf(nowMs, kantor.zonaWaktu);
  const tahunList = kantor.indikatorList.map(({ tahun }) => tahun).filter((one) => one <= tahunIni);
  const tahun = Math.max(...tahunList, Math.min(...kantor.indikatorList.map((one) => one.tahun)));
  const rows = kantor.indikatorList.filter((one) => one.tahun === tahun);
  return say(talk, {
    teks: lines(
      fill(kepegawaianText.pemilikKepala, { tahun: String(tahun) }),
      ...rows.map(({ kode, nama, penanggungJawab }) => {
        const now = kantor.pegawaiList.find(({ id }) => id === penanggungJawab)?.jabatan;
        const before = (kantor.kepemilikanList ?? [])
          .filter((one) => one.kode === kode && one.tahun === tahun)
          .map((one) =>
            fill(kepegawaianText.pemilikLama, {
              sampai: sebutTanggal(one.sampai),
              jabatan: one.jabatan,
              nama: one.nama,
            }),
          );
        return [
          fill(kepegawaianText.pemilikBaris, { kode, nama, siapa: now ?? penanggungJawab }),
          ...before,
        ];
      }),
    ),
  });
}
