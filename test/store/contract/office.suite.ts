import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RealisasiRow } from "../../../src/app/ports/rows.ts";
import { emptySession, type Session } from "../../../src/core/conversation/session.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import type { Bukti, IsiFormulir } from "../../../src/core/formulir/nilai.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import type { Narasi } from "../../../src/core/kinerja/narasi.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { type Bench, type MakeBench, officeOf, saveOffice } from "./bench.ts";
import {
  berkasOf,
  calendar,
  camat,
  indikator,
  kantorOf,
  kasi,
  logOf,
  NOW,
  naskahOf,
  periode,
  requestOf,
  sekcam,
  sop,
  waitOf,
} from "./fixture.ts";

const narasi: Narasi = {
  tindakLanjut: "Desa didampingi",
  pendukung: "Dukungan desa",
  pelaksanaan: { periode: periode("2026-TW2"), tindakLanjut: "Dikunjungi", hasil: "sudah" },
};

export function officeSuite(makeBench: MakeBench): void {
  describe("an office", () => {
    let bench: Bench;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
    });
    afterAll(() => bench?.close());
    const office = (): Promise<KantorId> => {
      count += 1;
      return saveOffice(bench.store, `kantor-${count}`);
    };
    const rowsOf = (kantorId: KantorId, nowMs = NOW) => officeOf(bench.store, kantorId, nowMs);
    it("comes back as it was saved, with its sheets", async () => {
      const kantorId = await office();
      const record = await bench.store.loadKantor(kantorId);
      expect(record).toEqual({
        kantor: kantorOf(kantorId),
        calendar,
        sopList: [{ sop, hash: "hash-uji" }],
      });
      expect(await bench.store.loadKantor(kantorOf("tidak-ada").id)).toBeNull();
      expect(await bench.store.listKantor()).toContainEqual(record);
    });

    it("is saved again under a version that grows, and keeps its log", async () => {
      const kantorId = await office();
      await bench.store.commit(requestOf(kantorId, { log: [logOf(1), logOf(2)] }));
      const changed = { ...kantorOf(kantorId), nama: "Kecamatan Lain", pegawaiList: [] };
      await bench.store.saveKantor({ kantor: changed, calendar }, NOW);
      const record = await bench.store.loadKantor(kantorId);
      expect(record?.kantor).toEqual(changed);
      expect((await rowsOf(kantorId)).versi).toBe(3);
      await bench.store.commit(requestOf(kantorId, { log: [logOf(3)] }));
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 3, brokenSeq: null });
    });

    it("changes with its berkas in one commit, or not at all", async () => {
      const kantorId = await office();
      const state = berkasOf(kantorId, `ikut-${kantorId}`);
      const kantor = { ...kantorOf(kantorId), nama: "Kecamatan Lain" };
      const request = { kantor: { kantor, calendar }, log: [logOf(1)] };
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, sop }] }));
      const stale = requestOf(kantorId, { ...request, versi: 1, berkas: [{ state, sop }] });
      expect(await bench.store.commit(stale)).toBe("conflict");
      expect((await bench.store.loadKantor(kantorId))?.kantor.nama).toBe("Kecamatan Uji");
      const fresh = requestOf(kantorId, { ...request, versi: 2, berkas: [{ state, sop }] });
      expect(await bench.store.commit(fresh)).toBe("committed");
      expect(await bench.store.loadKantor(kantorId)).toMatchObject({ kantor });
      expect((await rowsOf(kantorId)).versi).toBeGreaterThan(2);
    });

    it("gives a sheet of before papers were part of it those of today's sheets", async () => {
      await bench.store.saveSop({ ...sopFormulir, naskah: [] }, "hash-lama", NOW);
      await bench.store.saveSop(sopFormulir, "hash-kini", NOW + 1);
      expect((await bench.store.loadSop("hash-lama"))?.naskah).toEqual(sopFormulir.naskah);
    });

    it("hears of a changed sheet, while running berkas keep theirs", async () => {
      const kantorId = await office();
      const state = berkasOf(kantorId, `jalan-${kantorId}`);
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, sop }] }));
      const before = await rowsOf(kantorId);
      const changed = { ...sop, nama: "SOP Uji (revisi)" };
      await bench.store.saveSop(changed, "hash-baru", NOW + 1);
      const after = await rowsOf(kantorId);
      expect(after.versi).toBeGreaterThan(before.versi);
      expect(after.berkasById.get(state.id)?.sop).toEqual(sop);
      expect((await bench.store.loadKantor(kantorId))?.sopList).toEqual([
        { sop: changed, hash: "hash-baru" },
      ]);
      expect(await bench.store.loadSop("hash-uji")).toEqual(sop);
      expect(await bench.store.loadSop("hash-tidak-ada")).toBeNull();
      await bench.store.saveSop(sop, "hash-uji", NOW + 2);
      expect((await bench.store.loadKantor(kantorId))?.sopList).toEqual([
        { sop, hash: "hash-uji" },
      ]);
      const again = (await rowsOf(kantorId)).versi;
      await bench.store.saveSop(sop, "hash-uji", NOW + 3);
      expect((await rowsOf(kantorId)).versi).toBe(again);
    });

    it("runs one sheet when several are saved at once", async () => {
      const kantorId = await saveOffice(bench.store, "kantor-dua-lembar");
      const other = await bench.open();
      await Promise.all(
        [bench.store, other, bench.store, other].map((store, n) =>
          store.saveSop({ ...sop, nama: `SOP ${n}` }, `hash-serentak-${n}`, NOW),
        ),
      );
      await other.close();
      expect((await bench.store.loadKantor(kantorId))?.sopList).toHaveLength(1);
    });

    it("gives back berkas and sessions of every shape", async () => {
      const kantorId = await office();
      const id = `bentuk-${kantorId}`;
      const bukti = [{ hash: "h", nama: "a.pdf", mime: "application/pdf", ukuranByte: 12 }];
      const isian = { jenis: "angka", nilai: 12.5, pembilang: 25, penyebut: 2 } as const;
      const state = berkasOf(kantorId, id, {
        draf: {
          versi: 2,
          padaMs: NOW,
          sebutan: "Final",
          isianByKode: { "1.1": isian },
          naskahId: `${id}-n2`,
          sebelumnya: [
            { versi: 1, padaMs: NOW, sebutan: "Draf 1", isianByKode: {}, naskahId: `${id}-n1` },
          ],
          perubahan: [{ kode: "1.1", lama: null, baru: { jenis: "nihil" } }],
        },
        isianByKode: {
          "1.2": {
            isian: { jenis: "belum" },
            keterangan: null,
            bukti: [],
            oleh: kasi,
            atMs: NOW,
            revisi: 1,
          },
          "1.1": { isian, keterangan: "Catatan", narasi, bukti, oleh: kasi, atMs: NOW, revisi: 3 },
        },
        formulirByLangkah: { [LangkahNo.parse("2a")]: formulirIsi(bukti) },
        naskahList: [
          naskahOf(kantorId, id, 1).naskah,
          naskahOf(kantorId, id, 2, {
            jenis: "laporan",
            sebutan: "Final",
            oleh: "sistem",
            nomor: "800/1",
            unggahan: bukti[0] ?? null,
            perubahan: "2 angka berubah",
          }).naskah,
        ],
        waitList: [
          waitOf(id, 1, {
            jawaban: { oleh: kasi, pilihan: "kirim", atMs: NOW, alasan: "Terlambat" },
            tenggatLama: [{ tenggatMs: null, kalenderVersi: "lama" }],
          }),
          waitOf(id, 2, {
            macam: "meja",
            langkahNo: LangkahNo.parse("2a"),
            pemegang: { jenis: "peran", peran: ["camat", "sekcam"] },
            tenggatMs: null,
            batasMs: NOW,
            jawaban: { oleh: "sistem", pilihan: "selesai", atMs: NOW },
          }),
          waitOf(id, 3, { macam: "baca" }),
          waitOf(id, 4, { macam: "koordinator" }),
          waitOf(id, 5, { macam: "hadir" }),
          waitOf(id, 6, {
            macam: "meja",
            tahap: 1,
            pemegang: { jenis: "peran", peran: ["tim"], anggota: [kasi] },
          }),
        ],
        waitSeq: 6,
        kunjunganList: [
          {
            langkahNo: LangkahNo.parse("1"),
            putaran: 1,
            masukMs: NOW,
            keluarMs: null,
            tenggatMs: NOW,
            hasil: null,
            oleh: "sistem",
            alasan: null,
            drafVersi: 2,
          },
        ],
      });
      const sessionList = sessionsOf(id);
      const people = [camat, sekcam, kasi];
      for (const [n, session] of sessionList.entries()) {
        const pegawaiId = people[n % 3] ?? kasi;
        const request = requestOf(kantorId, { sessions: [{ pegawaiId, session }] });
        expect(await bench.store.commit(request)).toBe("committed");
        const rows = await rowsOf(kantorId);
        expect(rows.sessionByPegawai.get(pegawaiId)).toEqual(session);
      }
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, sop }] }));
      const [listed] = await bench.store.listBerkas(kantorId);
      expect(listed?.state).toEqual(state);
      expect(Object.keys(listed?.state.isianByKode ?? {})).toEqual(["1.2", "1.1"]);
    });

    it("knows the newest figure of each indikator and triwulan of the years asked for", async () => {
      const kantorId = await office();
      const nihil = { isian: { jenis: "nihil" }, keterangan: "tidak ada" } as const;
      const realisasi = [
        figure(kantorId, 1, 10),
        figure(kantorId, 2, 20, { narasi }),
        figure(kantorId, 1, 5, { periode: periode("2026-TW2"), berkasId: "b0", ...nihil }),
        figure(kantorId, 1, 7, { periode: periode("2024-TW4"), berkasId: "b-lama" }),
        figure(kantorId, 1, 8, { periode: periode("2025-TW4"), berkasId: "b-25", kode: "2.1" }),
      ];
      expect(await bench.store.commit(requestOf(kantorId, { realisasi }))).toBe("committed");
      const again = requestOf(kantorId, { realisasi: [figure(kantorId, 2, 99)] });
      expect(await bench.store.commit(again)).toBe("conflict");
      expect((await rowsOf(kantorId)).realisasi).toEqual({
        "1.1": {
          "2026-TW3": { isian: { jenis: "angka", nilai: 20 }, keterangan: null, narasi },
          "2026-TW2": { isian: { jenis: "nihil" }, keterangan: "tidak ada" },
        },
        "2.1": { "2025-TW4": { isian: { jenis: "angka", nilai: 8 }, keterangan: null } },
      });
      expect(Object.keys(await bench.store.loadRealisasi(kantorId, [2026]))).toEqual(["1.1"]);
      await bench.store.commit(requestOf(kantorId, { realisasi: [figure(kantorId, 3, 30)] }));
      expect((await rowsOf(kantorId)).realisasi["1.1"]?.["2026-TW3"]?.isian).toEqual({
        jenis: "angka",
        nilai: 30,
      });
    });

    /** Two berkas and three figures, the log counting on while the clock runs backwards. */
    const filled = async () => {
      const kantorId = await office();
      const id = `rekap-${kantorId}`;
      const berkas = [
        { state: berkasOf(kantorId, id, { dibukaSeq: 1 }), sop },
        { state: berkasOf(kantorId, `${id}-baru`, { ...tw4, dibukaSeq: 3 }), sop },
      ];
      const told = { berkasId: id, narasi };
      const realisasi = [1, 2, 3].map((n) => figure(kantorId, n, n * 10, told));
      const lama = figure(kantorId, 1, 1, { berkasId: `${id}-25`, periode: periode("2025-TW4") });
      const log = [1, 2, 3].map((n) => logOf(-n, { berkasId: id }));
      await bench.store.commit(
        requestOf(kantorId, { berkas, realisasi: [...realisasi, lama], log }),
      );
      return { kantorId, id, realisasi };
    };

    it("is recapped as it stood at an entry of the log, whatever the clock said", async () => {
      const { kantorId, id, realisasi } = await filled();
      const pada = { padaSeq: 2, padaMs: NOW };
      const rekap = await bench.store.loadRekap(kantorId, 2026, pada);
      expect(rekap?.pada).toEqual(pada);
      expect(rekap?.kantor).toEqual(kantorOf(kantorId));
      expect(rekap?.calendar).toEqual(calendar);
      expect(rekap?.berkasList.map(({ state }) => state.id)).toEqual([id]);
      expect(rekap?.berkasList[0]?.sop).toEqual(sop);
      expect(rekap?.realisasi).toEqual(realisasi.slice(0, 2));
      expect(rekap?.log.map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it("is recapped as it stands now, or by the time alone that version 0.1 wrote", async () => {
      const { kantorId, id } = await filled();
      const whole = await bench.store.loadRekap(kantorId, 2026, null);
      expect(whole?.pada).toEqual({ padaSeq: 3, padaMs: NOW - 3 });
      expect(whole?.realisasi).toHaveLength(3);
      expect(whole?.berkasList.map(({ state }) => state.id)).toEqual([id, `${id}-baru`]);
      // a message of version 0.1 still in the outbox knows the time alone
      const lamaPada = await bench.store.loadRekap(kantorId, 2026, { padaMs: NOW - 2 });
      expect(lamaPada?.pada).toEqual({ padaSeq: 3, padaMs: NOW - 2 });
      expect(await bench.store.loadRekap(kantorOf("tidak-ada").id, 2026, null)).toBeNull();
    });

    it("counts reminders", async () => {
      const kantorId = await office();
      const reminder = { waitId: `w-${kantorId}`, pegawaiId: kasi, jenis: "pengingat" };
      await bench.store.commit(requestOf(kantorId, { reminders: [reminder, reminder] }));
      expect(await bench.store.reminderCount(reminder.waitId)).toBe(2);
      expect(await bench.store.reminderCount("lain")).toBe(0);
    });

    it("lists the revisions that carry evidence", async () => {
      const kantorId = await office();
      const bukti = [{ hash: "h", nama: "a.pdf", mime: "application/pdf", ukuranByte: 12 }];
      const berkasId = `bukti-${kantorId}`;
      const realisasi = [
        figure(kantorId, 1, 10, { berkasId }),
        figure(kantorId, 2, 20, { berkasId, bukti }),
      ];
      await bench.store.commit(requestOf(kantorId, { realisasi }));
      expect(await bench.store.listBukti(kantorId)).toEqual([realisasi[1]]);
    });

    it("answers, and lists only what is asked for", async () => {
      expect(await bench.store.health()).toEqual({ advice: null, setAside: [] });
      const kantorId = await office();
      const state = berkasOf(kantorId, `daftar-${kantorId}`, { indikatorList: [indikator] });
      await bench.store.commit(requestOf(kantorId, { berkas: [{ state, sop }] }));
      const list = await bench.store.listBerkas(kantorId);
      expect(list.map((one) => one.state.id)).toEqual([state.id]);
    });
  });
}

function sessionsOf(berkasId: string): readonly Session[] {
  const waitId = `${berkasId}.1`;
  const hal = { waitId };
  const isian = { ...fresh({ jenis: "isian", hal }, "d"), antrean: ["1.1"] };
  const formulir = { ...fresh({ jenis: "formulir", hal }, "d"), antrean: ["tempat"] };
  const bukti = { hash: "h", nama: "a.xlsx", mime: "m", ukuranByte: 1 };
  const angka = { jenis: "angka", nilai: 1.234 } as const;
  const ratio = { ...angka, pembilang: 1, penyebut: 4 };
  const tabel = { kolom: "C", judul: "J", barisList: [], raguList: [3], lain: 2 };
  const pilihan = [{ id: "a", judul: "A" }];
  const base = { ...emptySession, seq: 4, aktifMs: NOW };
  const dialogueList: readonly Session["dialogue"][] = [
    isian,
    { ...isian, terakhir: "1.1", jawaban: { "1.1/keterangan": "k" } },
    { ...isian, ragu: { calon: [angka, ratio], sebab: "terbaca", data: { sisa: "s" } } },
    { ...isian, ragu: { calon: [{ jenis: "nihil" }], sebab: "nihil", data: {} } },
    { ...isian, antrean: ["1.1/bukti", "1.1"] },
    { ...fresh({ jenis: "kembalikan", hal }, "d", { unit: kasi }), antrean: ["alasan"] },
    { ...fresh({ jenis: "tutup", hal }, "d"), antrean: ["alasan"] },
    fresh({ jenis: "hentikan", hal: { berkasId } }, "d"),
    {
      ...formulir,
      ragu: { calon: [{ tipe: "jam", menit: 600 }], sebab: "x", data: { a: "b" } },
    },
    fresh({ jenis: "suntingan", hal: { ...hal, bukti, perubahan: null, asal: "v1" } }, "d"),
    fresh({ jenis: "tabel", hal: { ...hal, bukti, kode: "1.1", tabel } }, "d"),
    fresh(
      { jenis: "pindah", hal: { undanganId: "u", pegawaiId: kasi, berlakuSampaiMs: NOW } },
      "d",
    ),
    fresh({ jenis: "tunda", hal: {} }, "d"),
    { ...fresh({ jenis: "mulai", hal: {} }, "d", { sop: "s" }), antrean: ["periode"] },
    fresh({ jenis: "siaran", hal: {} }, "d", { teks: "t", audiens: "semua" }),
  ];
  return [
    { ...base, prompt: { promptId: "", pilihan } },
    { ...base, diingatkanMs: NOW },
    ...dialogueList.map((dialogue) => ({ ...base, dialogue })),
  ];
}

/** One field of every kind. */
const formulirIsi = (buktiList: Bukti[]): IsiFormulir => ({
  tempat: { tipe: "teks", teks: "Aula" },
  acara: { tipe: "daftar", butirList: ["Pembukaan", "Penutup"] },
  hari: { tipe: "tanggal", tanggal: Tanggal.parse("2026-10-05") },
  jam: { tipe: "jam", menit: 540 },
  jumlah: { tipe: "angka", nilai: 12.5 },
  sifat: { tipe: "pilihan", teks: "Segera" },
  tim: { tipe: "pegawai", idList: [kasi, sekcam] },
  pindaian: { tipe: "berkas", buktiList },
  nomor: { tipe: "nomor", urut: null, nomor: null },
});

const tw4 = { periode: periode("2026-TW4") };

const figure = (
  kantorId: KantorId,
  revisi: number,
  nilai: number,
  part: Partial<RealisasiRow> = {},
): RealisasiRow => ({
  kantorId,
  berkasId: "b1",
  periode: periode("2026-TW3"),
  kode: "1.1",
  revisi,
  isian: { jenis: "angka", nilai },
  keterangan: null,
  bukti: [],
  oleh: kasi,
  atMs: NOW - revisi,
  seq: revisi,
  ...part,
});
