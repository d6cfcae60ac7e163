import { KantorId } from "../../core/kantor/schema.ts";
import { layoutChart } from "../../core/sop/chart.ts";
import { periodeJenisList, type Sop } from "../../core/sop/schema.ts";
import { templateWorkbook } from "../office/buku.ts";
import { kartuFile } from "../office/kartu.ts";
import { inviteUnlinked } from "../office/load-kantor.ts";
import type { KantorMulai, KeadaanMulai, Mulai, SopMulai } from "../ports/mulai.ts";
import type { KantorRecord } from "../ports/rows.ts";
import type { FirstRunDeps } from "./deps.ts";
import { rehearseOffice } from "./gladi.ts";
import { createUploads } from "./upload.ts";

/** The demo office, which nobody sets up. */
const PERAGA = "peraga";

/** The first run of an office, from the empty workbook to the invitations. */
export function createFirstRun(deps: FirstRunDeps): Mulai {
  const { documents, store, tersedia } = deps;
  return {
    keadaan: () => stateOf(deps),
    async templat(sopIdList) {
      const known = (await tersedia()).sopList.map(({ sop }) => sop.id);
      const chosen = known.filter((id) => sopIdList.includes(id));
      return templateWorkbook(documents, known, chosen);
    },
    ...createUploads(deps),
    async bagan(sopId) {
      const found = (await tersedia()).sopList.find(({ sop }) => sop.id === sopId);
      if (found === undefined) return null;
      return documents.baganPng(layoutChart(found.sop, { kertas: "A4" }));
    },
    async gladi(kantorId) {
      const record = await officeOf(store, kantorId);
      return record === null ? null : rehearseOffice(deps, record);
    },
    async kartu(kantorId) {
      const record = await officeOf(store, kantorId);
      if (record === null) return null;
      const undanganList = await inviteUnlinked(deps, record.kantor.id);
      if (undanganList.length === 0) return null;
      const { kantor } = record;
      const bahan = { ...deps, kantor, tautan: await deps.tautan(), dibuatMs: deps.clock.now() };
      return kartuFile(bahan, undanganList);
    },
  };
}

async function officeOf(
  store: FirstRunDeps["store"],
  kantorId: string,
): Promise<KantorRecord | null> {
  const id = KantorId.safeParse(kantorId);
  return id.success && id.data !== PERAGA ? store.loadKantor(id.data) : null;
}

async function stateOf(deps: FirstRunDeps): Promise<KeadaanMulai> {
  const { store, cara, token, connected, tersedia } = deps;
  const own = (await store.listKantor()).filter(({ kantor }) => kantor.id !== PERAGA);
  const kantorList = await Promise.all(
    own.map(async ({ kantor }): Promise<KantorMulai> => {
      const accountList = await store.listAccount(kantor.id);
      return {
        id: kantor.id,
        nama: kantor.nama,
        pegawai: kantor.pegawaiList.length,
        indikator: kantor.indikatorList.length,
        terhubung: new Set(accountList.map(({ pegawaiId }) => pegawaiId)).size,
        sopIdList: kantor.sopIdList,
      };
    }),
  );
  return {
    cara,
    kantorList,
    token,
    berjalan: connected && kantorList.some(({ terhubung }) => terhubung > 0),
    sopList: (await tersedia()).sopList.map(({ sop }) => sopMulai(sop)),
  };
}

const sopMulai = (sop: Sop): SopMulai => ({
  id: sop.id,
  nama: sop.nama,
  instansi: sop.instansi,
  langkah: sop.langkah.length,
  siklus: periodeJenisList(sop)
    .map((jenis) => SIKLUS[jenis])
    .join(", "),
});

const SIKLUS = {
  triwulan: "tiap triwulan",
  semester: "tiap semester",
  tahunan: "tiap tahun",
} as const;
