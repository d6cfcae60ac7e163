import { describe, expect, it } from "vitest";
import type { Peran } from "../../../src/core/kantor/schema.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import { arsipLewat } from "../../support/arsip-lewat.ts";
import { kabupatenStage } from "../../support/kabupaten.ts";
import { lembarLhe } from "../../support/lembar-lhe.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { at, kantor, sop, worldOf } from "../../support/world.ts";

const everybody = kantor.pegawaiList.map(({ id }) => id);
const terhubung = new Set(everybody.filter((id) => id !== "inspektorat"));

/** Nothing runs, and one person is still to be invited. */
const idle = (sopList = [{ sop, hash: "h1" }]): Stage => new Stage(worldOf({ sopList, terhubung }));

function opened(sopList = [{ sop, hash: "h1" }]): Stage {
  const stage = idle(sopList);
  stage.open();
  return stage;
}

/** The compiler has the draft. */
function drafted(): Stage {
  const stage = opened();
  stage.act("staf", { tap: "Tutup pengumpulan" });
  stage.act("staf", "Batas waktu lewat");
  return stage;
}

function approving(): Stage {
  const stage = drafted();
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  stage.act("sekcam", { tap: "✅ Setuju" });
  return stage;
}

const forms = (): Stage => opened([{ sop: sopFormulir, hash: "h2" }]);

function called(): Stage {
  const stage = forms();
  stage.act("camat", { tap: "✅ Perintahkan" });
  return stage;
}

/** The minutes are written; the letter is to be numbered. */
function minuted(): Stage {
  const stage = called();
  const invited: readonly Act[] = [
    { tap: "Isi" },
    "6 Januari",
    "Pakai usulan",
    "Aula",
    { tap: "✅ Undang" },
  ];
  const held: readonly Act[] = [
    { tap: "Isi" },
    { tap: "Pakai usulan" },
    "1. Lengkapi data desa\n2. Kirim Jumat",
    { file: "notulen.jpg" },
    { tap: "Selesai" },
    { tap: "✅ Kirim" },
  ];
  for (const act of invited) stage.act("sekcam", act);
  stage.passTo(at("2027-01-06 11:00"));
  for (const act of held) stage.act("sekcam", act);
  return stage;
}

function withdrawn(): Stage {
  const stage = drafted();
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  stage.act("sekcam", { tap: "↩️ Kembalikan" });
  stage.act("sekcam", "Rapikan");
  return stage;
}

const word = (tanda: string | null): Act => ({
  file: "Laporan.docx",
  isi: {
    jenis: "naskah",
    tanda,
    alineaList: ["Satu.", "Dua diubah."],
    dasar: ["Satu."],
    terbuka: { perubahan: 0, komentar: 0 },
  },
});

interface Kasus {
  readonly nama: string;
  readonly siapa: string;
  readonly panggung: () => Stage;
  readonly lalu: readonly Act[];
  /** The act that would write something. */
  readonly akhir: Act | ((stage: Stage) => Act);
}

const kasusList: readonly Kasus[] = [
  {
    nama: "a broadcast is sent",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/siaran", "Rapat Kamis pukul 09.00", "semua"],
    akhir: { tap: "Kirim" },
  },
  {
    nama: "a broadcast is sent by typing",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/siaran", "Rapat Kamis pukul 09.00", "semua"],
    akhir: "kirim",
  },
  {
    nama: "a broadcast is cancelled",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/siaran", "Rapat Kamis pukul 09.00", "semua", { tap: "Kirim" }],
    akhir: { tap: "Batalkan siaran" },
  },
  {
    nama: "a berkas is opened",
    siapa: "sekcam",
    panggung: () => idle(),
    lalu: ["/mulai"],
    akhir: { tap: "Triwulan IV 2026" },
  },
  {
    nama: "a berkas is opened by typing its period",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/mulai"],
    akhir: "TW 3 2026",
  },
  {
    nama: "a berkas is given up",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/hentikan"],
    akhir: "Salah periode",
  },
  {
    nama: "a colleague is invited",
    siapa: "sekcam",
    panggung: () => opened(),
    lalu: ["/undang"],
    akhir: { tap: "Inspektorat" },
  },
  {
    nama: "the collection is closed",
    siapa: "staf",
    panggung: () => opened(),
    lalu: [{ tap: "Tutup pengumpulan" }],
    akhir: "Batas waktu lewat",
  },
  {
    nama: "the missing are nudged",
    siapa: "staf",
    panggung: () => opened(),
    lalu: ["/status"],
    akhir: { tap: "Ingatkan yang belum" },
  },
  {
    nama: "a draft is passed on",
    siapa: "perencanaan",
    panggung: drafted,
    lalu: [],
    akhir: { tap: "✅ Teruskan" },
  },
  {
    nama: "a draft is sent back to its units",
    siapa: "perencanaan",
    panggung: drafted,
    lalu: [{ tap: "↩️ Kembalikan" }, { tap: "Semua unit" }],
    akhir: "Periksa kembali angkanya",
  },
  {
    nama: "a report is approved",
    siapa: "camat",
    panggung: approving,
    lalu: [],
    akhir: { tap: "✅ Setuju" },
  },
  {
    nama: "a report is returned with a reason",
    siapa: "camat",
    panggung: approving,
    lalu: [{ tap: "↩️ Kembalikan" }],
    akhir: "Lengkapi data desa",
  },
  {
    nama: "an edited report becomes the next version",
    siapa: "perencanaan",
    panggung: drafted,
    lalu: [],
    akhir: (stage) => word(`${stage.berkas().state.id}-n1`),
  },
  {
    nama: "an edited older version is taken after a question",
    siapa: "perencanaan",
    panggung: withdrawn,
    lalu: [word(null)],
    akhir: { tap: "Pakai sebagai versi berikutnya" },
  },
  {
    nama: "a form is handed in at once",
    siapa: "camat",
    panggung: forms,
    lalu: [],
    akhir: { tap: "✅ Perintahkan" },
  },
  {
    nama: "a field of a form is filled in",
    siapa: "sekcam",
    panggung: called,
    lalu: [{ tap: "Isi" }],
    akhir: "6 Januari",
  },
  {
    nama: "a form is handed in field by field",
    siapa: "sekcam",
    panggung: called,
    lalu: [{ tap: "Isi" }, "6 Januari", "Pakai usulan", "Aula"],
    akhir: { tap: "✅ Undang" },
  },
  {
    nama: "a letter gets its number",
    siapa: "perencanaan",
    panggung: minuted,
    lalu: [],
    akhir: { tap: "✅ Kirim" },
  },
  {
    nama: "somebody is named to stand in",
    siapa: "camat",
    panggung: idle,
    lalu: [
      "/plh baru",
      { tap: "Camat" },
      { tap: "Cuti" },
      { tap: "Besok" },
      "8 Januari",
      { tap: "Sekcam" },
      "SP 800/3/2027",
    ],
    akhir: { tap: "Ya, catat" },
  },
  {
    nama: "a phone is unlinked",
    siapa: "sekcam",
    panggung: idle,
    lalu: ["/pegawai putus pelayanan"],
    akhir: { tap: "Ya, putuskan" },
  },
  {
    nama: "somebody gets another office",
    siapa: "sekcam",
    panggung: idle,
    lalu: ["/pegawai jabatan pelayanan", "Kasi Kesejahteraan", { tap: "Tetap yang sekarang" }],
    akhir: { tap: "Ya, simpan" },
  },
  {
    nama: "somebody gets another superior",
    siapa: "sekcam",
    panggung: idle,
    lalu: ["/pegawai atasan pelayanan", { tap: "Camat" }],
    akhir: { tap: "Ya, simpan" },
  },
  {
    nama: "indikator are handed to a colleague",
    siapa: "sekcam",
    panggung: idle,
    lalu: ["/pegawai indikator pelayanan", { tap: "Kasi Pemerintahan" }],
    akhir: { tap: "Ya, simpan" },
  },
  {
    nama: "a late office is asked after",
    siapa: "kabag",
    panggung: kabupatenStage,
    lalu: ["/status"],
    akhir: { tap: "Ingatkan 1" },
  },
  {
    nama: "a broadcast goes to other offices",
    siapa: "kabag",
    panggung: kabupatenStage,
    lalu: ["/siaran", "Rapat evaluasi Kamis", { tap: "Semua kantor" }],
    akhir: { tap: "Kirim" },
  },
  {
    nama: "the workbook of all offices is asked for",
    siapa: "kabag",
    panggung: kabupatenStage,
    lalu: [],
    akhir: "/rekap",
  },
  {
    nama: "archives past their time are destroyed",
    siapa: "sekcam",
    panggung: () => new Stage(worldOf({ arsip: arsipLewat, terhubung })),
    lalu: ["/arsip", { tap: "Musnahkan 3" }, "Berita Acara 045/2/2027"],
    akhir: { tap: "Ya, musnahkan" },
  },
  {
    nama: "somebody who left is forgotten",
    siapa: "sekcam",
    panggung: idle,
    lalu: [
      "/pegawai keluar pelayanan",
      { tap: "Kasi Pemerintahan" },
      { tap: "Ya, alihkan" },
      "/pegawai bekas",
      { tap: "Anonimkan 1" },
    ],
    akhir: { tap: "Ya, anonimkan" },
  },
  {
    nama: "the data of a person are asked for",
    siapa: "sekcam",
    panggung: idle,
    lalu: ["/pegawai Kasi Pelayanan"],
    akhir: { tap: "Data pegawai ini" },
  },
  {
    nama: "recommendations of the evaluators are to be noted",
    siapa: "perencanaan",
    panggung: () => idle([lembarLhe]),
    lalu: ["/lke"],
    akhir: { tap: "Catat rekomendasi" },
  },
  {
    nama: "the pack of a year is asked for",
    siapa: "camat",
    panggung: approving,
    lalu: ["/lke"],
    akhir: { tap: "Paket LKE 2026" },
  },
  {
    nama: "the workbook of the office is asked for",
    siapa: "sekcam",
    panggung: approving,
    lalu: [],
    akhir: "/rekap",
  },
];

/** What a refusal may still do: say so, note it, and show the tapped keyboard what was chosen. */
const harmless = new Set(["pesan", "catat", "tutup-prompt"]);

function before({ panggung, siapa, lalu }: Kasus): Stage {
  const stage = panggung();
  for (const act of lalu) {
    expect(stage.outcome(siapa, act).ditolak).toBeNull();
  }
  return stage;
}

const last = (stage: Stage, { siapa, akhir }: Kasus): ReturnType<Stage["outcome"]> => {
  const act = typeof akhir === "function" ? akhir(stage) : akhir;
  return stage.outcome(siapa, act);
};

function demote(stage: Stage, id: string, peran: readonly Peran[]): void {
  const { kantor } = stage.world;
  const pegawaiList = kantor.pegawaiList.map((one) =>
    one.id === id ? { ...one, peran: [...peran] } : one,
  );
  stage.world = { ...stage.world, kantor: { ...kantor, pegawaiList } };
}

describe.each(kasusList)("when $nama", (kasus) => {
  it("whoever holds the office may", () => {
    const outcome = last(before(kasus), kasus);
    expect(outcome.ditolak).toBeNull();
  });

  it("whoever lost it since the first message may not, and nothing is written", () => {
    const stage = before(kasus);
    demote(stage, kasus.siapa, []);
    const outcome = last(stage, kasus);
    expect(["tidak-berwenang", "bukan-pelaksana", "naskah-asing"]).toContain(outcome.ditolak);
    expect(outcome.berkasList).toEqual([]);
    expect(outcome.session.dialogue).toBeNull();
    for (const effect of outcome.effects) {
      expect(harmless).toContain(effect.kind);
      if (effect.kind === "pesan") {
        expect(effect.kepada).toEqual({ ke: "asal" });
        expect(effect.pesan.lampiran).toBeUndefined();
      }
      if (effect.kind === "catat") expect(effect.jenis).toBe("ditolak");
    }
  });
});

it("the table writes every kind of effect that somebody's office allows", () => {
  const seen = new Set<Effect["kind"]>();
  for (const kasus of kasusList) {
    const stage = before(kasus);
    last(stage, kasus);
    for (const { kind } of stage.effects) seen.add(kind);
  }
  // figures belong to their unit and accounts to their person, whatever office they hold
  const own = [
    "realisasi",
    "hubungkan",
    "putuskan",
    "utamakan",
    "ubah-prompt",
    "surat-disebut",
    "jangkauan",
  ];
  const all: { readonly [K in Effect["kind"]]: K } = {
    pesan: "pesan",
    "tutup-prompt": "tutup-prompt",
    "ubah-prompt": "ubah-prompt",
    timer: "timer",
    "kirim-kantor": "kirim-kantor",
    "batal-timer": "batal-timer",
    realisasi: "realisasi",
    naskah: "naskah",
    nomor: "nomor",
    "batal-nomor": "batal-nomor",
    catat: "catat",
    siaran: "siaran",
    "batal-siaran": "batal-siaran",
    hubungkan: "hubungkan",
    putuskan: "putuskan",
    utamakan: "utamakan",
    undangan: "undangan",
    ingatan: "ingatan",
    "surat-disebut": "surat-disebut",
    jangkauan: "jangkauan",
    kantor: "kantor",
    musnahkan: "musnahkan",
    lupakan: "lupakan",
  };
  const missing = Object.values(all).filter((kind) => !own.includes(kind) && !seen.has(kind));
  expect(missing).toEqual([]);
});
