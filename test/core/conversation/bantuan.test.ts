// Help says what this person can do now: each role in each situation, on one screen of a phone.
import { describe, expect, it } from "vitest";
import type { Halangan } from "../../../src/core/kantor/halangan.ts";
import { PegawaiId } from "../../../src/core/kantor/peran.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { at, kantor, worldOf } from "../../support/world.ts";

/** A phone of 390 px shows about so much at once. */
const LAYAR = { baris: 16, huruf: 900 };

const stageOf = (halanganList: readonly Halangan[] = []): Stage => {
  const stage = new Stage(worldOf({ kantor: { ...kantor, halanganList } }));
  stage.open();
  return stage;
};

const play = (stage: Stage, acts: readonly (readonly [string, Act])[]): Stage => {
  for (const [who, act] of acts) stage.act(who, act);
  return stage;
};

const cuti = (wakil: Halangan["wakil"]): Halangan => ({
  id: "h1",
  jabatan: {
    pegawaiId: PegawaiId.parse("camat"),
    nama: "Camat",
    jabatan: "Camat",
    peran: ["camat"],
  },
  mulai: Tanggal.parse("2027-01-01"),
  sampai: Tanggal.parse("2027-01-08"),
  alasan: "cuti",
  wakil,
});
const plh = { jenis: "plh", pegawaiId: PegawaiId.parse("sekcam"), surat: "800/1/2027" } as const;

const allSent: readonly (readonly [string, Act])[] = [
  ["pelayanan", "/isi"],
  ["pelayanan", "86,25"],
  ["pelayanan", "13/40"],
  ["pelayanan", "Data dua desa terlambat masuk"],
  ["pelayanan", "Lewati"],
  ["pelayanan", "Lewati"],
  ["pelayanan", "9"],
  ["pelayanan", { file: "bukti.jpg" }],
  ["pelayanan", "kirim"],
  ["pemerintahan", "/isi"],
  ["pemerintahan", "12"],
  ["pemerintahan", "4"],
  ["pemerintahan", "kirim"],
];
const drafted = [...allSent, ["perencanaan", { tap: "✅ Teruskan" }]] as const;
const corrected = [...drafted, ["sekcam", { tap: "✅ Setuju" }]] as const;

interface Row {
  readonly siapa: string;
  readonly keadaan: string;
  readonly stage: () => Stage;
  readonly says: readonly string[];
  readonly not?: readonly string[];
}

const rows: readonly Row[] = [
  {
    siapa: "pelayanan",
    keadaan: "nothing runs",
    stage: () => new Stage(),
    says: ["Saat ini tidak ada tugas yang menunggu", "/isi — Mengisi realisasi"],
    not: ["/siaran", "/undang", "/mulai"],
  },
  {
    siapa: "pelayanan",
    keadaan: "asked for figures",
    stage: () => stageOf(),
    says: ["• Realisasi Triwulan IV 2026, kurang 3 indikator: /isi"],
  },
  {
    siapa: "pelayanan",
    keadaan: "in the middle of figures",
    stage: () => play(stageOf(), allSent.slice(0, 2)),
    says: [
      "▶ Realisasi Triwulan IV 2026, kurang 2 indikator: lanjutkan dengan /isi",
      "1=84,5 2=40",
    ],
    not: ["• Realisasi"],
  },
  {
    siapa: "pelayanan",
    keadaan: "all filled in, not sent",
    stage: () => play(stageOf(), [...allSent.slice(0, 8), ["pelayanan", "/batal"]]),
    says: ["tinggal dikirim: /isi, lalu pilih Kirim"],
  },
  {
    siapa: "pelayanan",
    keadaan: "sent, the others waited for",
    stage: () => play(stageOf(), allSent.slice(0, 9)),
    says: ["sudah terkirim. Mengubahnya: /isi, lalu Tarik kembali"],
  },
  {
    siapa: "staf",
    keadaan: "collection open, others late",
    stage: () => {
      const stage = stageOf();
      stage.passTo(at("2027-01-09 08:30"));
      return stage;
    },
    says: ["2 unit belum mengirim, ⚠️ batasnya lewat", "atau pengumpulannya ditutup"],
  },
  {
    siapa: "staf",
    keadaan: "collection open, in time",
    stage: () => stageOf(),
    says: ["2 unit belum mengirim: siapa saja, di /status"],
    not: ["⚠️"],
  },
  {
    siapa: "perencanaan",
    keadaan: "a draft on the desk",
    stage: () => play(stageOf(), allSent),
    says: ["• Menyusun laporan (Triwulan IV 2026): buka di /tugas, jawab setuju, atau kembalikan"],
  },
  {
    siapa: "perencanaan",
    keadaan: "in the middle of saying why it goes back",
    stage: () => play(stageOf(), [...allSent, ["perencanaan", "kembalikan"]]),
    says: ["▶ Menyusun laporan (Triwulan IV 2026): lanjutkan lewat /tugas"],
  },
  {
    siapa: "sekcam",
    keadaan: "a draft to be corrected",
    stage: () => play(stageOf(), drafted),
    says: ["• Mengoreksi laporan (Triwulan IV 2026): buka di /tugas", "/bukakembali"],
  },
  {
    siapa: "camat",
    keadaan: "a report to be approved",
    stage: () => play(stageOf(), corrected),
    says: ["• Menyetujui laporan (Triwulan IV 2026): buka di /tugas, jawab setuju"],
    not: ["/isi"],
  },
  {
    siapa: "camat",
    keadaan: "nothing runs",
    stage: () => new Stage(),
    says: ["Tidak ada berkas yang berjalan. Membuka: /mulai"],
  },
  {
    siapa: "camat",
    keadaan: "away, somebody stands in",
    stage: () => stageOf([cuti(plh)]),
    says: ["Sampai 8 Januari 2027 tugas Camat dipegang"],
  },
  {
    siapa: "sekcam",
    keadaan: "stands in for the Camat",
    stage: () => stageOf([cuti(plh)]),
    says: ["bertugas sebagai Plh. Camat sampai 8 Januari 2027"],
  },
  {
    siapa: "sekcam",
    keadaan: "the Camat away, nobody stands in",
    stage: () => stageOf([cuti(null)]),
    says: ["Camat cuti sampai 8 Januari 2027, belum ada Plh.: /plh"],
  },
  {
    siapa: "pelayanan",
    keadaan: "the Camat away, which is not theirs to settle",
    stage: () => stageOf([cuti(null)]),
    says: ["• Realisasi"],
    not: ["Plh."],
  },
  {
    siapa: "inspektorat",
    keadaan: "nothing handed over",
    stage: () => stageOf(),
    says: ["Saat ini tidak ada tugas"],
    not: ["/rekap", "/isi"],
  },
];

describe("/bantuan", () => {
  it.each(rows)("of $siapa: $keadaan", ({ siapa, stage, says, not = [] }) => {
    const played = stage();
    played.act(siapa, "/bantuan");
    const said = played.lastText(siapa);
    for (const part of says) expect(said).toContain(part);
    for (const part of not) expect(said).not.toContain(part);
    expect(said.split("\n").length).toBeLessThanOrEqual(LAYAR.baris);
    expect(said.length).toBeLessThanOrEqual(LAYAR.huruf);
  });

  it("tells the admin who has no account", () => {
    const stage = stageOf();
    const admin = kantor.pegawaiList.find(({ peran }) => peran.includes("admin"));
    stage.world = { ...stage.world, terhubung: new Set(admin === undefined ? [] : [admin.id]) };
    const others = kantor.pegawaiList.length - 1;
    expect(stage.act(admin?.id ?? "", "/bantuan")).toContain(
      `${others} pegawai belum punya akun: /undang`,
    );
  });

  it("explains every command of a post when asked for all, and none of another's", () => {
    const stage = new Stage();
    const all = stage.act("pelayanan", "bantuan semua");
    expect(all).toContain("/riwayat — Siapa mengubah sebuah angka");
    expect(all).toContain("/batal — ");
    expect(all).not.toContain("/siaran");
  });
});
