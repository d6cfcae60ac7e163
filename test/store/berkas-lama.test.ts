import { describe, expect, it } from "vitest";
import { BerkasJson } from "../../src/store/codec/berkas.ts";
import { indikator } from "./contract/fixture.ts";

/** The state of a berkas as the version before papers and forms stored it. */
const lama = JSON.stringify({
  skema: 1,
  id: "k3f9w2m1qa",
  kantorId: "contoh",
  sopId: "uji",
  sopHash: "hash-uji",
  periode: "2026-TW3",
  status: "berjalan",
  langkahNo: "2",
  dibukaMs: 1_790_000_000_000,
  selesaiMs: null,
  indikatorList: [indikator],
  isianByKode: {
    "1.1": {
      isian: { jenis: "angka", nilai: 12 },
      keterangan: "Catatan",
      bukti: [{ hash: "h", nama: "a.pdf", mime: "application/pdf", ukuranByte: 3 }],
      oleh: "kasi",
      atMs: 1_790_000_000_000,
      revisi: 1,
    },
  },
  draf: {
    versi: 2,
    padaMs: 1_790_000_200_000,
    isianByKode: { "1.1": { jenis: "angka", nilai: 12 } },
    sebelumnya: [{ versi: 1, padaMs: 1_790_000_100_000, isianByKode: {} }],
    perubahan: [{ kode: "1.1", lama: null, baru: { jenis: "angka", nilai: 12 } }],
  },
  waitList: [
    {
      id: "k3f9w2m1qa.1",
      langkahNo: "1",
      macam: "meja",
      pemegang: { jenis: "peran", peran: ["camat"] },
      diterimaMs: 1_790_000_000_000,
      tenggatMs: null,
      batasMs: null,
      kalenderVersi: "v1",
      tenggatLama: [],
      jawaban: { oleh: "camat", pilihan: "setuju", atMs: 1_790_000_100_000 },
    },
  ],
  waitSeq: 1,
  kunjunganList: [
    {
      langkahNo: "1",
      putaran: 1,
      masukMs: 1_790_000_000_000,
      keluarMs: null,
      tenggatMs: null,
      hasil: null,
      oleh: null,
      alasan: null,
    },
  ],
});

describe("a berkas of the version before papers", () => {
  const state = BerkasJson.parse(JSON.parse(lama));

  it("has no forms and no papers, and its drafts are called as they were", () => {
    expect(state.formulirByLangkah).toEqual({});
    expect(state.naskahList).toEqual([]);
    expect(state.draf).toMatchObject({ versi: 2, sebutan: "Draf 2", naskahId: "" });
    expect(state.draf?.sebelumnya).toEqual([
      { versi: 1, padaMs: 1_790_000_100_000, sebutan: "Draf 1", isianByKode: {}, naskahId: "" },
    ]);
    expect(state.kunjunganList[0]?.drafVersi).toBeNull();
  });

  it("keeps everything else as it was", () => {
    const { formulirByLangkah: _, naskahList: __, draf, kunjunganList, ...younger } = state;
    const { pembukaanList, ralatList, ...rest } = younger;
    expect([pembukaanList, ralatList]).toEqual([[], []]);
    const { draf: drafLama, kunjunganList: kunjunganLama, ...restLama } = JSON.parse(lama);
    expect(rest).toEqual(restLama);
    expect(draf).toMatchObject(drafLama);
    expect(kunjunganList).toMatchObject(kunjunganLama);
  });

  it("is stored anew in today's shape and read back the same", () => {
    expect(BerkasJson.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it("still takes no field it does not know", () => {
    const odd = { ...JSON.parse(lama), lain: 1 };
    expect(BerkasJson.safeParse(odd).success).toBe(false);
  });
});
